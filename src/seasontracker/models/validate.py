"""Turns a document into a model, or into findings an editor can act on."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from seasontracker.diagnostics import Code, Diagnostic, Location
from seasontracker.diagnostics.suggest import choices, suggestion
from seasontracker.sources import Document, Step

T = TypeVar("T")
M = TypeVar("M")


@dataclass(frozen=True, slots=True)
class Located(Generic[T]):
    """A model, and the document that knows where each of its values stands."""

    value: T
    document: Document

    def locate(self, *steps: Step) -> Location:
        """Return the place of a value in the file."""
        return self.document.locate(*steps)

    def diagnostic(self, code: Code, steps: Sequence[Step], message: str, hint: str = "") -> Diagnostic:
        """Return a finding about a value."""
        return self.document.diagnostic(code, self.document.locate(*steps), message, hint)


@cache
def _adapter(model: Any) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def validate(
    document: Document, model: type[M], what: str
) -> tuple[Located[M] | None, list[Diagnostic]]:
    """Read a document as a model; `what` names the thing in messages, such as `a show`.

    Every problem of the document is reported, not only the first.
    """
    try:
        value = _adapter(model).validate_python(document.value)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=True)
        found = [_finding(document, what, model, detail) for detail in details]
        return None, list(dict.fromkeys(found))
    return Located(value, document), []


def _finding(document: Document, what: str, model: Any, detail: ErrorDetails) -> Diagnostic:
    # A key that is refused itself is reported at `..., key, "[key]"`.
    steps = tuple(step for step in detail["loc"] if step != "[key]")
    is_key = len(steps) < len(detail["loc"])
    place = document.locate_key(*steps) if is_key else document.locate(*steps)
    kind = detail["type"]
    if kind.startswith("st_"):
        code = Code[kind.removeprefix("st_").upper()]
        return document.diagnostic(
            code, place, detail["msg"], detail.get("ctx", {}).get("hint", "")
        )
    wording = _WORDINGS.get(kind, _other)
    code, message, hint = wording(_Refusal(document, what, model, steps, detail))
    if code is Code.UNKNOWN_KEY or (code is Code.MISSING_KEY and detail["input"] is None):
        place = document.locate_key(*steps)
    return document.diagnostic(code, place, message, hint)


@dataclass(frozen=True, slots=True)
class _Refusal:
    """What pydantic refused, and where."""

    document: Document
    what: str
    model: Any
    steps: tuple[Step, ...]
    detail: ErrorDetails

    @property
    def key(self) -> str:
        """The nearest key above the value."""
        named = [step for step in self.steps if isinstance(step, str)]
        return named[-1] if named else self.what

    @property
    def owner(self) -> str:
        """What holds the key: the file's own thing, or the key around it."""
        named = [step for step in self.steps[:-1] if isinstance(step, str)]
        return f"`{named[-1]}`" if named else self.what


Wording = tuple[Code, str, str]


def _missing(refusal: _Refusal) -> Wording:
    return (Code.MISSING_KEY, f"{refusal.owner} needs `{refusal.key}`", f"add `{refusal.key}:`")


def _unknown_key(refusal: _Refusal) -> Wording:
    known = _keys_at(refusal.model, refusal.steps[:-1])
    hint = suggestion(refusal.key, known, otherwise=choices(sorted(known), most=30))
    return (Code.UNKNOWN_KEY, f"`{refusal.key}` is not a key of {refusal.owner}", hint)


def _unknown_word(refusal: _Refusal) -> Wording:
    word = refusal.detail["input"]
    known = re.findall(r"'([^']*)'", refusal.detail.get("ctx", {}).get("expected", ""))
    if word is None:
        return _no_value(refusal)
    if not isinstance(word, str):
        return _nesting(refusal)
    message = f"`{word}` is not a word for `{refusal.key}`"
    return (Code.UNKNOWN_WORD, message, suggestion(word, known, otherwise=choices(known)))


def _no_value(refusal: _Refusal) -> Wording:
    return (
        Code.MISSING_KEY,
        f"`{refusal.key}` has no value" if refusal.steps else f"{refusal.what} has no keys",
        "give it one, or remove the key" if refusal.steps else "",
    )


def _nesting(refusal: _Refusal) -> Wording:
    if refusal.detail["input"] is None:
        return _no_value(refusal)
    got = {dict: "keys", list: "a list", str: "text"}.get(type(refusal.detail["input"]), "this")
    wanted = _WANTED.get(refusal.detail["type"], "one value")
    whole = f"`{refusal.key}`" if refusal.steps else refusal.what
    return (Code.WRONG_NESTING, f"{whole} must be {wanted}, not {got}", _NESTING_HINTS[wanted])


def _range(refusal: _Refusal) -> Wording:
    context = refusal.detail.get("ctx", {})
    bound = context.get("ge", context.get("le"))
    word = "at least" if "ge" in context else "at most"
    return (Code.BAD_NUMBER, f"`{refusal.key}` must be {word} {bound}", "")


def _too_short(refusal: _Refusal) -> Wording:
    return (Code.MISSING_KEY, f"`{refusal.key}` is empty", "give it text, or remove the key")


def _other(refusal: _Refusal) -> Wording:
    return (Code.BAD_VALUE, f"`{refusal.key}` has a value that cannot be used", "")


_WANTED = {
    "dict_type": "keys",
    "model_type": "keys",
    "model_attributes_type": "keys",
    "tuple_type": "a list",
    "list_type": "a list",
    "string_type": "one value",
    "int_type": "one value",
    "date_type": "one value",
    "enum": "one value",
}
_NESTING_HINTS = {
    "keys": "write `key: value` lines below it, indented by two spaces",
    "a list": "start each item below it with `- `",
    "one value": "write it on the same line",
}
_WORDINGS: dict[str, Callable[[_Refusal], Wording]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "enum": _unknown_word,
    "string_too_short": _too_short,
    "greater_than_equal": _range,
    "less_than_equal": _range,
    "is_instance_of": _nesting,
    "bool_type": _nesting,
} | {kind: _nesting for kind in _WANTED if kind != "enum"}


def _keys_at(model: Any, steps: Sequence[Step]) -> list[str]:
    """Return the keys that a model allows at a place below it."""
    for step in steps:
        if isinstance(model, type) and issubclass(model, BaseModel):
            field = model.model_fields.get(str(step))
            model = _inner(field.annotation) if field else None
        else:
            model = _inner(model)
    model = _inner(model)
    return list(model.model_fields) if isinstance(model, type) else []


def _inner(annotation: Any) -> Any:
    """Return the model inside `X | None`, `tuple[X, ...]`, `dict[str, X]`, `Annotated[X, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        found = _inner(argument)
        if found is not None:
            return found
    return None
