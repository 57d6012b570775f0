"""Says in an editor's words what pydantic refuses."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from msgspec import Struct

from seasontracker.diagnostics import Code, quoted
from seasontracker.diagnostics.suggest import choices, suggestion
from seasontracker.models.base import ContentModel
from seasontracker.sources import Step

Wording: TypeAlias = tuple[Code, str, str]
"""A code, a message and a hint."""


class Refusal(Struct, frozen=True):
    """Something that a model does not allow, and where."""

    file_name: str
    what: str
    """What the whole document is called, such as `a show`."""
    steps: tuple[Step, ...]
    holder: type[ContentModel] | None
    """The model around the value; None for a list or a mapping by id."""
    model: type[ContentModel] | None
    """The model that the value should have been; None for a single value."""
    kind: str
    """Pydantic's type of error."""
    value: Any
    context: Mapping[str, Any]

    @property
    def key(self) -> str:
        """The nearest key above the value."""
        named = [step for step in self.steps if isinstance(step, str)]
        return named[-1] if named else self.what

    @property
    def owner(self) -> str:
        """What holds the key, such as `a claim`."""
        if len(self.steps) == 1:
            return self.what
        return self.holder.noun if self.holder else quoted(self.steps[-2])

    @property
    def subject(self) -> str:
        """The value itself: the file, an entry of a list, or a key."""
        if not self.steps:
            is_article = self.file_name.endswith(".md")
            return "the front matter" if is_article else quoted(self.file_name)
        if isinstance(self.steps[-1], str):
            return quoted(self.steps[-1])
        return self.model.noun if self.model else f"an entry of {quoted(self.key)}"


def wording(refusal: Refusal) -> Wording:
    """Return what to say about a refusal."""
    return _WORDINGS.get(refusal.kind, _nesting)(refusal)


def _missing(refusal: Refusal) -> Wording:
    return (Code.MISSING_KEY, f"{refusal.owner} needs `{refusal.key}`", f"add `{refusal.key}:`")


def _unknown_key(refusal: Refusal) -> Wording:
    known = list(refusal.holder.model_fields) if refusal.holder else []
    hint = suggestion(refusal.key, known, otherwise=choices(sorted(known), most=len(known)))
    return (Code.UNKNOWN_KEY, f"{quoted(refusal.key)} is not a key of {refusal.owner}", hint)


def _unknown_word(refusal: Refusal) -> Wording:
    word = refusal.value
    if not isinstance(word, str):
        return _nesting(refusal)
    known = re.findall(r"'([^']*)'", refusal.context.get("expected", ""))
    message = f"{quoted(word)} is not a word for `{refusal.key}`"
    return (Code.UNKNOWN_WORD, message, suggestion(word, known, otherwise=choices(known)))


def _nesting(refusal: Refusal) -> Wording:
    wanted = _WANTED.get(refusal.kind, "one value")
    is_file = not refusal.steps
    if isinstance(refusal.value, str) and wanted == "one value":
        return (Code.BAD_VALUE, f"{refusal.subject} has a value that cannot be used", "")
    got = "text"
    if isinstance(refusal.value, dict):
        got = "keys"
    elif isinstance(refusal.value, list | tuple):
        got = "a list"
    verb = "must hold" if is_file else "must be"
    hint = _FILE_HINTS[wanted] if is_file else _HINTS[wanted]
    return (Code.WRONG_NESTING, f"{refusal.subject} {verb} {wanted}, not {got}", hint)


def _range(refusal: Refusal) -> Wording:
    least, most = refusal.context.get("ge"), refusal.context.get("le")
    bound = f"at least {least}" if least is not None else f"at most {most}"
    return (Code.BAD_NUMBER, f"{quoted(refusal.key)} must be {bound}", "")


def _too_short(refusal: Refusal) -> Wording:
    return (Code.MISSING_VALUE, f"{refusal.subject} is empty", "give it text, or remove it")


_WANTED = {
    "dict_type": "keys",
    "model_type": "keys",
    "model_attributes_type": "keys",
    "tuple_type": "a list",
    "list_type": "a list",
}
_HINTS = {
    "keys": "write `key: value` lines below it, indented by two spaces",
    "a list": "start each item below it with `- `",
    "one value": "write it on the same line",
}
_FILE_HINTS = {
    "keys": "write `key: value` lines that are not indented",
    "a list": "start each entry with `- `",
    "one value": "",
}
_WORDINGS: Mapping[str, Callable[[Refusal], Wording]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "enum": _unknown_word,
    "string_too_short": _too_short,
    "greater_than_equal": _range,
    "less_than_equal": _range,
}
