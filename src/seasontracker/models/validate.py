"""Turns a document into a model, or into findings an editor can act on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Generic, TypeVar

from msgspec import Struct
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from seasontracker.diagnostics import Code, Diagnostic, Location
from seasontracker.diagnostics.suggest import closest
from seasontracker.models.base import ContentModel
from seasontracker.models.refusals import Refusal, wording
from seasontracker.models.shape import model_at
from seasontracker.sources import Document, Plain, Step

T = TypeVar("T")
M = TypeVar("M")


class Located(Struct, Generic[T], frozen=True):
    """A model, and the document that knows where each of its values stands."""

    value: T
    document: Document

    def locate(self, *steps: Step) -> Location:
        """Return the place of a value in the file."""
        return self.document.locate(*steps)

    def diagnostic(
        self, code: Code, steps: Sequence[Step], message: str, hint: str = ""
    ) -> Diagnostic:
        """Return a finding about a value."""
        return self.document.diagnostic(code, self.document.locate(*steps), message, hint)


def validate(
    document: Document, model: type[M], what: str
) -> tuple[Located[M] | None, list[Diagnostic]]:
    """Read a document as a model; `what` names the thing in messages, such as `a show`.

    Every problem of the document is reported, not only the first. Where keys that the model does
    not know are the only ones, the model without them is returned as well, so that the rules
    across files can go on.
    """
    plain = document.value
    wanted: Any = model
    adapter = _adapter(wanted)
    if plain is None and isinstance(model, type) and issubclass(model, ContentModel):
        # An empty mapping, so that what it needs is named.
        plain = {}
    try:
        value = adapter.validate_python(plain)
    except ValidationError as error:
        details = error.errors(include_url=False)
        explained = _explained(model, details)
        return _without_unknown_keys(document, adapter, details), [
            _finding(document, model, what, detail)
            for detail in details
            if (detail["type"], detail["loc"]) not in explained
        ]
    return Located(value, document), []


@cache
def _adapter(model: Any) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def _explained(model: Any, details: Sequence[ErrorDetails]) -> set[tuple[str, tuple[Step, ...]]]:
    """Return what need not be reported, since another finding is its cause."""
    found: set[tuple[str, tuple[Step, ...]]] = set()
    for detail in details:
        steps, kind = detail["loc"], detail["type"]
        if kind == "extra_forbidden":
            # A required key that is misspelt is not missing as well.
            holder = model_at(model, steps[:-1])
            meant = closest(str(steps[-1]), holder.model_fields) if holder else None
            if meant is not None:
                found.add(("missing", (*steps[:-1], meant)))
        elif detail["input"] is None and steps:
            # A key without a value was reported where the file was read.
            found.add((kind, steps))
    return found


def _finding(document: Document, model: Any, what: str, detail: ErrorDetails) -> Diagnostic:
    # A key that is refused itself is reported at `..., key, "[key]"`.
    steps, kind = detail["loc"], detail["type"]
    is_key = steps[-1:] == ("[key]",) and kind != "extra_forbidden"
    steps = steps[:-1] if is_key else steps
    if kind.startswith("st_"):
        place = document.locate_key(*steps) if is_key else document.locate(*steps)
        code = Code[kind.removeprefix("st_").upper()]
        hint = detail.get("ctx", {}).get("hint", "")
        return document.diagnostic(code, place, detail["msg"], hint)
    code, message, hint = wording(
        Refusal(
            file_name=document.path.name,
            what=what,
            steps=steps,
            holder=model_at(model, steps[:-1]),
            model=model_at(model, steps),
            kind=kind,
            value=detail["input"],
            context=detail.get("ctx", {}),
        )
    )
    place = document.locate(*steps)
    if is_key or code is Code.UNKNOWN_KEY:
        place = document.locate_key(*steps)
    return document.diagnostic(code, place, message, hint)


def _without_unknown_keys(
    document: Document, adapter: TypeAdapter[Any], details: Sequence[ErrorDetails]
) -> Located[Any] | None:
    if any(detail["type"] != "extra_forbidden" for detail in details):
        return None
    kept = _without(document.value, [detail["loc"] for detail in details])
    try:
        return Located(adapter.validate_python(kept), document)
    except ValidationError:
        return None


def _without(value: Plain, paths: Sequence[tuple[Step, ...]]) -> Any:
    """Return a copy of a value without the keys that the paths lead to."""
    heads = {path[0] for path in paths}
    inner = {head: [path[1:] for path in paths if path[0] == head] for head in heads}
    if isinstance(value, dict):
        return {
            key: _without(item, inner[key]) if key in inner else item
            for key, item in value.items()
            if () not in inner.get(key, ())
        }
    if isinstance(value, list):
        return [
            _without(item, inner[index]) if index in inner else item
            for index, item in enumerate(value)
        ]
    return value
