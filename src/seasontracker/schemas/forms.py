"""The models as forms see them: keys with values of a few kinds, and what an editor is told."""

from __future__ import annotations

from collections.abc import Sequence
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from msgspec import Struct

from seasontracker.models.base import ContentModel, TextForm, Written
from seasontracker.models.media import PicturePath
from seasontracker.models.vocabulary import Word
from seasontracker.schemas.descriptions import described
from seasontracker.schemas.values import pattern_of, schema_of


class Value(Struct, frozen=True):
    """What an editor may write at one place."""

    kind: str
    """`text`, `picture`, `words`, `flag`, `number`, `keys`, `list`, `register`, or `other`: no form
    has it."""
    pattern: str = ""
    wanted: str = ""
    """What is said when text does not match the pattern."""
    words: tuple[str, ...] = ()
    limits: tuple[int | None, int | None] = (None, None)
    keys: tuple[Key, ...] = ()
    """Of a mapping."""
    bare: str = ""
    """The key that text stands for where a mapping is wanted."""
    inside: Value | None = None
    """What a list or a register holds."""
    id_form: tuple[str, str] = ("", "")
    """Pattern and message for the ids of a register."""


class Key(Struct, frozen=True):
    """A key of a model."""

    name: str
    description: str
    is_required: bool
    default: Any
    """As it is written; None when there is none that can be."""
    value: Value


def form_of(annotation: Any, metadata: Sequence[Any] = ()) -> Value:
    """Return what an editor may write where a model has this annotation."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *inner = get_args(annotation)
            metadata = [*inner, *metadata]
        elif get_origin(annotation) in (Union, UnionType):
            kinds = [one for one in get_args(annotation) if one is not NoneType]
            if len(kinds) > 1:
                return Value("other")
            annotation = kinds[0]
        else:
            break
    written = next((one for one in metadata if isinstance(one, Written)), Written(""))
    if written.kind == "date":
        return Value("text", rf"^(?:{written.pattern})$", written.wanted)
    if get_origin(annotation) is tuple:
        return Value("list", inside=form_of(get_args(annotation)[0]))
    if get_origin(annotation) is dict:
        return _register(*get_args(annotation))
    if isinstance(annotation, type) and issubclass(annotation, ContentModel):
        keys = tuple(_keys(annotation))
        return Value("keys", keys=keys, bare=keys[0].name if written.kind == "bare" else "")
    return _single(annotation, metadata)


def _register(id_annotation: Any, annotation: Any) -> Value:
    ids, inside = form_of(id_annotation), form_of(annotation)
    if inside.kind != "keys":
        return Value("other")
    return Value("register", inside=inside, id_form=(ids.pattern, ids.wanted))


def _single(annotation: Any, metadata: Sequence[Any]) -> Value:
    if isinstance(annotation, type) and issubclass(annotation, Word):
        return Value("words", words=tuple(word.value for word in annotation))
    if annotation is bool:
        return Value("flag")
    if annotation is int:
        whole = schema_of(Annotated[(int, *metadata)], _no_model)["anyOf"][0]
        return Value("number", limits=(whole.get("minimum"), whole.get("maximum")))
    if annotation is not str:
        return Value("other")
    form = next((one for one in metadata if isinstance(one, TextForm)), None)
    if form is None:
        return Value("text")
    kind = "picture" if form in get_args(PicturePath) else "text"
    return Value(kind, pattern_of(form), form.wanted)


def _no_model(model: type[ContentModel]) -> dict[str, Any]:
    raise TypeError(f"{model.__name__} is no number")


def _keys(model: type[ContentModel]) -> list[Key]:
    told = described(model)
    return [
        Key(
            name,
            told.get(name, ""),
            field.is_required(),
            written_default(field),
            form_of(field.annotation, field.metadata),
        )
        for name, field in model.model_fields.items()
    ]


def written_default(field: Any) -> Any:
    """Return a field's default where one can be written down, else None."""
    if field.is_required() or field.default_factory is not None:
        return None
    default = field.get_default()
    if isinstance(default, Word):
        return default.value
    return default if isinstance(default, str | bool | int) else None
