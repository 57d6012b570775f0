"""Packs plain values for the cache, and writes JSON, by msgspec: fast, and nothing in it can run.

What is packed is read back as the types that are declared. A field declared as `Any` says nothing,
so values that have such fields, however deep, are packed with the names of the classes in them
(`pack_named`), which are looked for in one package and nowhere else.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import PurePosixPath
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from seasontracker.rows import DamageError

T = TypeVar("T")
_PLAIN = (NoneType, bool, int, float, str)


def pack(value: object) -> bytes:
    """Return dataclasses, dates, enumerations, lists and text as MessagePack."""
    return msgspec.msgpack.encode(value, enc_hook=_encode)


def unpack(data: bytes, kind: type[T]) -> T:
    """Return a value of a kind that was packed; raises `DamageError`."""
    try:
        value: T = _decoder(kind).decode(data)  # type: ignore[arg-type]
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise DamageError(str(error)) from error
    return value


def pack_named(value: object) -> bytes:
    """Return a dataclass as MessagePack, with the names of what its undeclared fields hold.

    Those may hold text, numbers, dataclasses, and tuples of all that. Raises `TypeError`.
    """
    return pack(_written(value, type(value)))


def unpack_named(data: bytes, kind: type[T], package: str) -> T:
    """Return what `pack_named` packed; raises `DamageError`.

    Classes in undeclared fields are those of the modules of `package`, which have been imported.
    """
    try:
        value: T = _read(msgspec.Raw(data), kind, package)
    except (msgspec.MsgspecError, UnicodeDecodeError, TypeError, ValueError) as error:
        raise DamageError(str(error)) from error
    return value


def squeeze(data: bytes) -> bytes:
    """Return bytes made smaller, in little time."""
    return zlib.compress(data, 1)


def unsqueeze(data: bytes) -> bytes:
    """Return bytes that were made smaller; raises `DamageError`."""
    try:
        return zlib.decompress(data)
    except (zlib.error, TypeError) as error:
        raise DamageError(str(error)) from error


def about(text: str) -> msgspec.Meta:
    """Return what a field's type is annotated with, to be described in its JSON Schema."""
    return msgspec.Meta(description=text)


def encode_json(value: object) -> bytes:
    """Return dataclasses, dates, enumerations, lists and text as JSON."""
    return msgspec.json.encode(value)


def encoded(data: bytes) -> Any:
    """Return JSON that `encode_json` puts as it is where it stands in a value."""
    return msgspec.Raw(data)


def json_schemas(kinds: Iterable[type], template: str) -> dict[str, dict[str, Any]]:
    """Return the JSON Schema (draft 2020-12) of each dataclass and of all that it refers to.

    `template` says how one refers to another, such as `#/$defs/{name}`.
    """
    _, found = msgspec.json.schema_components(list(kinds), ref_template=template)
    return found


@cache
def _decoder(kind: Any) -> Any:
    return msgspec.msgpack.Decoder(kind, dec_hook=_decode)


def _encode(value: object) -> str:
    if isinstance(value, PurePosixPath):
        return str(value)
    # With this a hook tells msgspec that it does not know a type either.
    raise NotImplementedError(type(value).__name__)


def _decode(kind: type, value: Any) -> Any:
    if kind is PurePosixPath:
        return PurePosixPath(value)
    raise NotImplementedError(kind.__name__)


def _written(value: Any, kind: Any) -> Any:
    """Return a value with names in it where its kind is not declared, for msgspec to pack."""
    if not _is_open(kind):
        return value
    if kind is Any:
        return _named(value)
    if value is None:
        return None
    if _is_class(kind):
        return _written_fields(value, kind)
    inner = _inner(kind)
    if get_origin(kind) is tuple:
        return [_written(one, inner) for one in value]
    return _written(value, inner)


def _written_fields(value: Any, kind: Any) -> list[Any]:
    written = []
    for name, declared in _declared(kind):
        try:
            written.append(_written(getattr(value, name), declared))
        except TypeError as error:
            raise TypeError(f"{name}: {error}") from error
    return written


def _named(value: Any) -> tuple[str, Any]:
    kind = type(value)
    if kind in _PLAIN:
        return "", value
    if kind is not tuple:
        return _name(kind), _written(value, kind)
    [inner, *others] = {type(one) for one in value} or {NoneType}
    if others or not _is_class(inner):
        return "()", [_named(one) for one in value]
    return f"({_name(inner)})", [_written(one, inner) for one in value]


def _read(data: msgspec.Raw, kind: Any, package: str) -> Any:
    """Return what `_written` made of a value."""
    if not _is_open(kind):
        return _decoder(kind).decode(data)
    if kind is Any:
        return _read_named(data, package)
    if _is_class(kind):
        values = _decoder(list[msgspec.Raw]).decode(data)
        declared = _declared(kind)
        return kind(
            *(_read(one, inner, package) for one, (_, inner) in zip(values, declared, strict=True))
        )
    if get_origin(kind) is not tuple:
        return None if bytes(data) == _NONE else _read(data, _inner(kind), package)
    inner = _inner(kind)
    return tuple(_read(one, inner, package) for one in _decoder(list[msgspec.Raw]).decode(data))


_NONE = msgspec.msgpack.encode(None)


def _read_named(data: msgspec.Raw, package: str) -> Any:
    name, inside = _decoder(tuple[str, msgspec.Raw]).decode(data)
    if not name:
        return _decoder(bool | int | float | str | None).decode(inside)
    if not name.startswith("("):
        return _read(inside, _class(name, package), package)
    kind = _class(name[1:-1], package) if name != "()" else Any
    return tuple(_read(one, kind, package) for one in _decoder(list[msgspec.Raw]).decode(inside))


def _name(kind: type) -> str:
    if not _is_class(kind):
        raise TypeError(f"a {kind.__name__} cannot be kept")
    return f"{kind.__module__}:{kind.__qualname__}"


@cache
def _class(name: str, package: str) -> Any:
    """Return the class of a name; raises `TypeError` for what is not one of the package's."""
    module, _, own = name.partition(":")
    home = sys.modules.get(module) if module.startswith(f"{package}.") else None
    kind = getattr(home, own, None)
    if not (_is_class(kind) and kind.__module__ == module):
        raise TypeError(f"`{name}` is no class of {package}")
    return kind


@cache
def _is_open(kind: Any) -> bool:
    """Return whether something in a value of this kind is not declared."""
    seen: list[Any] = []
    waiting = [kind]
    while waiting:
        one = waiting.pop()
        if one is Any:
            return True
        if one not in seen:
            seen.append(one)
            waiting += get_args(one)
            if _is_class(one):
                waiting += (declared for _, declared in _declared(one))
    return False


def _is_class(kind: Any) -> bool:
    """Return whether a kind has declared fields."""
    return isinstance(kind, type) and (issubclass(kind, msgspec.Struct) or is_dataclass(kind))


def _inner(kind: Any) -> Any:
    """Return what a tuple has any number of, or what may be missing; raises `TypeError`."""
    wanted = [one for one in get_args(kind) if one not in (Ellipsis, NoneType)]
    if get_origin(kind) not in (tuple, Union, UnionType) or len(wanted) != 1:
        raise TypeError(f"{kind} holds what is not declared, in a form that cannot be kept")
    return wanted[0]


@cache
def _declared(kind: Any) -> tuple[tuple[str, Any], ...]:
    """Return the fields of a class with their types."""
    hints = get_type_hints(kind)
    names = (
        kind.__struct_fields__
        if issubclass(kind, msgspec.Struct)
        else (one.name for one in fields(kind))
    )
    return tuple((name, hints[name]) for name in names)
