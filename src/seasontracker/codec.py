"""Packs plain values for the cache, by msgspec: fast, and nothing in a damaged file can run."""

from __future__ import annotations

from functools import cache
from pathlib import PurePosixPath
from typing import Any, TypeVar

import msgspec

from seasontracker.rows import DamageError

T = TypeVar("T")


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


@cache
def _decoder(kind: Any) -> Any:
    return msgspec.msgpack.Decoder(kind, dec_hook=_decode)


def _encode(value: object) -> str:
    if isinstance(value, PurePosixPath):
        return str(value)
    raise NotImplementedError(type(value).__name__)


def _decode(kind: type, value: Any) -> Any:
    if kind is PurePosixPath:
        return PurePosixPath(value)
    raise NotImplementedError(kind.__name__)
