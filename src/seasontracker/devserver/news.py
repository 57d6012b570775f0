"""Tells open pages how the preview stands, as server-sent events (HTML Standard, 9.2)."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

from msgspec import Struct, field

from seasontracker.devserver.preview import State
from seasontracker.diagnostics import Diagnostic, Severity
from seasontracker.diagnostics.quote import visible

ALIVE_SECONDS = 20.0
MOST_NAMED = 400
"""Of more files than this no list is sent, and every page looks for itself."""


class Building(Struct, frozen=True):
    """How far a build is that takes long."""

    done: int = 0
    shows: int = 0
    """How many shows it makes; 0 while that is not known, or they are all made."""


class News(Struct):
    """Wakes everybody who waits for the next state."""

    state: State
    building: Building | None = None
    """Set while a build takes so long that a reader would wonder."""
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)
    _count: int = 0
    _is_over: bool = False

    async def tell(self, state: State) -> None:
        """Hand a new state to every open page."""
        async with self._changed:
            self.state, self.building, self._count = state, None, self._count + 1
            self._changed.notify_all()

    async def tell_building(self, building: Building | None) -> None:
        """Tell every open page that a build is under way, or no more."""
        async with self._changed:
            self.building, self._count = building, self._count + 1
            self._changed.notify_all()

    async def end(self) -> None:
        """End all streams."""
        async with self._changed:
            self._is_over = True
            self._changed.notify_all()

    async def stream(self) -> AsyncIterator[bytes]:
        """Yield the present state and every later one, for one page."""
        seen = -1
        while not self._is_over:
            if seen == self._count:
                yield b": still here\n\n"
            else:
                seen = self._count
                yield f"data: {json.dumps(told(self.state, self.building))}\n\n".encode()
            await self._wait(seen)

    async def _wait(self, seen: int) -> None:
        """Wait for news, but not so long that the line is taken for dead."""
        with suppress(TimeoutError):
            async with asyncio.timeout(ALIVE_SECONDS), self._changed:
                await self._changed.wait_for(lambda: self._is_over or seen != self._count)


def told(state: State, building: Building | None = None) -> dict[str, Any]:
    """Return a state as pages read it."""
    return {
        "version": state.version,
        "written": sorted(state.written) if len(state.written) <= MOST_NAMED else None,
        "style": state.is_style,
        "now": state.now,
        "failure": state.failure,
        "building": {"done": building.done, "shows": building.shows} if building else None,
        "shown": state.is_shown,
        "errors": [_told(one) for one in state.found if one.severity is Severity.ERROR],
        "warnings": sum(one.severity is Severity.WARNING for one in state.found),
    }


def _told(found: Diagnostic) -> dict[str, Any]:
    place = found.location
    return {
        "place": visible(str(place)),
        "code": found.code.value,
        "title": found.code.title,
        "message": visible(found.message),
        "hint": visible(found.hint),
        "line": place.line,
        "excerpt": visible(found.excerpt),
        "start": place.column - 1,
        "length": place.length,
    }
