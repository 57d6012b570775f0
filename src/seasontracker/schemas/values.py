"""The JSON Schema of one value, from the annotation that its model gives it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from seasontracker.models.base import ContentModel, TextForm, Written

Schema = dict[str, Any]
Refer = Callable[[type[ContentModel]], Schema]
"""Returns a reference to a model's own schema."""
_PLAIN_NUMBERS = ("1899", "91")
_ADDRESS = r"https?://[^\s/?#]+([/?#]\S*)?"


def schema_of(annotation: Any, refer: Refer, metadata: Sequence[Any] = ()) -> Schema:
    """Return what an editor may write where a model has this annotation.

    YAML gives numbers and truths their own types where we read text, so a title may be a number.
    """
    while get_origin(annotation) is Annotated:
        annotation, *inner = get_args(annotation)
        metadata = [*inner, *metadata]
    if get_origin(annotation) in (Union, UnionType):
        return _union(annotation, refer, metadata)
    written = next((one for one in metadata if isinstance(one, Written)), Written(""))
    if written.kind == "date":
        return _date(written.pattern)
    if get_origin(annotation) is tuple:
        return _several(annotation, refer, is_one_enough=written.kind == "one-or-several")
    if get_origin(annotation) is dict:
        return _register(annotation, refer)
    if isinstance(annotation, type) and issubclass(annotation, ContentModel):
        itself = refer(annotation)
        return {"anyOf": [_text(), itself]} if written.kind == "bare" else itself
    return _single(annotation, metadata)


def _union(annotation: Any, refer: Refer, metadata: Sequence[Any]) -> Schema:
    kinds = [one for one in get_args(annotation) if one is not NoneType]
    if len(kinds) == 1:
        return schema_of(kinds[0], refer, metadata)
    return {"anyOf": [schema_of(one, refer) for one in kinds]}


def _single(annotation: Any, metadata: Sequence[Any]) -> Schema:
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        known = [word.value for word in annotation]
        return {"enum": known, "examples": known[:1]}
    if annotation is bool:
        words = "|".join(f"[{w[0]}{w[0].upper()}]{w[1:]}" for w in ("true", "yes", "false", "no"))
        text = {"type": "string", "pattern": f"^({words})$"}
        return {"anyOf": [{"type": "boolean"}, text], "examples": [True]}
    if annotation is int:
        return _number(metadata)
    form = next((one for one in metadata if isinstance(one, TextForm)), None)
    return _text() if form is None else _text_of(form)


def _text() -> Schema:
    return {"type": ["string", "number", "boolean"], "minLength": 1}


def pattern_of(form: TextForm) -> str:
    """Return the form of a text as JavaScript reads it, with space around it."""
    # \w of JavaScript knows no letters but the Latin ones.
    pattern = _ADDRESS if form.pattern.startswith("https?") else form.pattern
    return rf"^\s*(?:{pattern})\s*$"


def _text_of(form: TextForm) -> Schema:
    pattern = pattern_of(form)
    text: Schema = {"type": "string", "pattern": pattern}
    text["examples"] = [form.example]
    if any(re.fullmatch(pattern, number) for number in _PLAIN_NUMBERS):
        number = {"type": "integer", "minimum": 0}
        return {"anyOf": [text, number], "examples": [form.example]}
    return text


def _number(metadata: Sequence[Any]) -> Schema:
    whole: Schema = {"type": "integer"}
    for one in metadata:
        for limits in (one, *getattr(one, "metadata", ())):
            if (least := getattr(limits, "ge", None)) is not None:
                whole["minimum"] = least
            if (most := getattr(limits, "le", None)) is not None:
                whole["maximum"] = most
    text = {"type": "string", "pattern": r"^\s*-?[0-9]{1,9}\s*$"}
    return {"anyOf": [whole, text], "examples": [max(whole.get("minimum", 0), 8)]}


def _date(pattern: str) -> Schema:
    text: Schema = {"type": "string", "pattern": f"^(?:{pattern})$", "examples": ["2026-10-14"]}
    if not re.fullmatch(pattern, "2026"):
        return text
    year = {"type": "integer", "minimum": 1900, "maximum": 2199}
    return {"anyOf": [text, year], "examples": ["2026-10-14", "2027-H1", "early 2027"]}


def _several(annotation: Any, refer: Refer, *, is_one_enough: bool) -> Schema:
    one = schema_of(get_args(annotation)[0], refer)
    listed = {"type": "array", "items": one}
    examples = {"examples": one["examples"]} if "examples" in one else {}
    return {"anyOf": [one, listed], **examples} if is_one_enough else listed


def _register(annotation: Any, refer: Refer) -> Schema:
    key, value = get_args(annotation)
    form = next(one for one in get_args(key) if isinstance(one, TextForm))
    held = schema_of(value, refer)
    examples = {"examples": [{form.example: one} for one in held.get("examples", ())[:1]]}
    return {
        "type": "object",
        "propertyNames": {"pattern": f"^(?:{form.pattern})$"},
        "additionalProperties": held,
        **(examples if examples["examples"] else {}),
    }
