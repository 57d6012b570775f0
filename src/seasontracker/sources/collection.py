"""Mappings and lists while they are read, and what an alias of one stands for."""

from __future__ import annotations

from typing import Any

from msgspec import Struct, field

from seasontracker.sources.document import Place, Plain


class OpenCollection(Struct):
    """A mapping or list whose end has not come yet."""

    value: Any
    inner: Any
    place: Place
    keys: dict[str, Place] | None
    """None for a list."""
    anchor: str | None
    size: int
    """How many values there were before it."""
    key: str | None = None
    """The key whose value comes next; empty for one that cannot be used."""
    merged: list[tuple[Plain, Place]] = field(default_factory=list)


class Anchored(Struct, frozen=True):
    """What an alias may stand for; without a place while it is still open."""

    value: Plain = None
    place: Place | None = None
    size: int = 0


def merge(holder: OpenCollection, value: Plain, place: Place) -> None:
    """Add the keys that `<<` brings, so that none of them is reported as missing as well."""
    assert holder.keys is not None
    if isinstance(value, dict):
        assert isinstance(place.inner, dict)
        for key in value:
            if key not in holder.keys:
                holder.keys[key] = place.keys[key]
                holder.value[key] = value[key]
                holder.inner[key] = place.inner[key]
    elif isinstance(value, list):
        assert isinstance(place.inner, list)
        for item, item_place in zip(value, place.inner, strict=True):
            merge(holder, item, item_place)
