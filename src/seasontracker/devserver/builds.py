"""Builds beside the server, one burst of saves after the other, and tells how far they are."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from threading import Event

from seasontracker.devserver.news import Building, News
from seasontracker.devserver.preview import MANY, Preview, State
from seasontracker.devserver.watching import Burst
from seasontracker.pipeline.options import Progress

QUIET_SECONDS = 0.3
"""A checkout is over when nothing has changed for so long."""
STORM_SECONDS = 20.0
"""No longer than this it is waited for."""
LONG_SECONDS = 0.8
"""From then on a build is told of, and so often how far it is."""

Told = Callable[[State], None]
ToldBuilding = Callable[[Building], None]


async def follow(
    preview: Preview,
    bursts: AsyncIterator[Burst],
    news: News,
    told: Told,
    told_building: ToldBuilding,
) -> None:
    """Build what was saved, for as long as anything is."""
    async for burst in calm(bursts):
        before = preview.state
        state = await watched_build(
            lambda progress, burst=burst: preview.build(burst, progress),  # type: ignore[misc]
            news,
            told_building,
        )
        if _differs(before, state):
            await news.tell(state)
            told(state)
        elif news.building is not None:
            await news.tell_building(None)


async def calm(bursts: AsyncIterator[Burst]) -> AsyncIterator[Burst]:
    """Yield bursts of changes; of a storm, such as a checkout, all of it as one."""
    loop = asyncio.get_running_loop()
    coming = asyncio.ensure_future(anext(bursts))
    try:
        while True:
            burst = await coming
            coming = asyncio.ensure_future(anext(bursts))
            latest = loop.time() + STORM_SECONDS
            while len(burst) > MANY and loop.time() < latest:
                done, _ = await asyncio.wait({coming}, timeout=QUIET_SECONDS)
                if not done:
                    break
                burst |= coming.result()
                coming = asyncio.ensure_future(anext(bursts))
            yield burst
    except StopAsyncIteration:
        return
    finally:
        coming.cancel()


async def watched_build(
    build: Callable[[Progress], State], news: News, told_building: ToldBuilding
) -> State:
    """Build in a thread of its own; when that takes long, open pages and the log are told.

    When this is cancelled the build ends with the show that it is at.
    """
    far, is_over = [Building()], Event()

    def progress(stage: str, done: int, total: int) -> None:
        if is_over.is_set():
            raise asyncio.CancelledError
        far[0] = Building(done, total) if stage == "compile" else Building()

    building = asyncio.ensure_future(asyncio.to_thread(build, progress))
    told: int | None = None
    try:
        while True:
            done, _ = await asyncio.wait({building}, timeout=LONG_SECONDS)
            if done:
                return building.result()
            if told is None or (not told and far[0].shows):
                told = far[0].shows
                told_building(far[0])
            if news.building != far[0]:
                await news.tell_building(far[0])
    finally:
        is_over.set()


def _differs(before: State, after: State) -> bool:
    return (before.version, before.found, before.failure, before.now) != (
        after.version,
        after.found,
        after.failure,
        after.now,
    )
