"""Saves become builds one after the other, and long ones are told of."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from threading import Event
from time import sleep

import pytest

from seasontracker.devserver import builds, watching
from seasontracker.devserver.builds import calm, watched_build
from seasontracker.devserver.news import Building, News, told
from seasontracker.devserver.preview import MANY, State
from seasontracker.devserver.watching import Burst, changes
from seasontracker.pipeline.options import Progress
from seasontracker.project import find_project


def test_storm_is_one_burst() -> None:
    """A checkout is built when it is over; a save of one file is built at once."""
    files = [Path(f"{number}.md") for number in range(MANY + 3)]

    async def bursts() -> AsyncIterator[Burst]:
        yield frozenset(files[:1])
        yield frozenset(files[:-2])
        yield frozenset(files[-2:-1])
        yield frozenset(files[-1:])
        await asyncio.Event().wait()

    async def first_two() -> list[Burst]:
        found = []
        async for burst in calm(bursts()):
            found.append(burst)
            if len(found) == 2:
                break
        return found

    assert asyncio.run(first_two()) == [frozenset(files[:1]), frozenset(files)]


def test_long_build_is_told_to_pages_and_log(monkeypatch: pytest.MonkeyPatch) -> None:
    """While shows are made pages hear how many are done, and the log hears it once."""
    monkeypatch.setattr(builds, "LONG_SECONDS", 0.01)
    news, log, is_heard = News(State()), list[Building](), Event()

    def build(progress: Progress) -> State:
        progress("compile", 3, 300)
        assert is_heard.wait(30)
        return State(version=2)

    async def run() -> State:
        building = asyncio.create_task(watched_build(build, news, log.append))
        while news.building is None:
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.05)
        assert told(news.state, news.building)["building"] == {"done": 3, "shows": 300}
        is_heard.set()
        state = await building
        await news.tell(state)
        return state

    assert asyncio.run(run()).version == 2
    assert log == [Building(3, 300)]
    assert told(news.state, news.building)["building"] is None


def test_build_ends_when_the_preview_does() -> None:
    """An interrupted preview does not wait for hundreds of shows."""
    begun, ended = Event(), Event()

    def build(progress: Progress) -> State:
        begun.set()
        try:
            for done in range(3000):
                sleep(0.01)
                progress("compile", done, 3000)
        finally:
            ended.set()
        return State()

    async def run() -> None:
        building = asyncio.create_task(watched_build(build, News(State()), lambda _: None))
        while not begun.is_set():
            await asyncio.sleep(0.01)
        building.cancel()
        with pytest.raises(asyncio.CancelledError):
            await building
        assert await asyncio.to_thread(ended.wait, 10)

    asyncio.run(run())


def test_folder_of_templates_is_watched_once_it_is_made(
    make_project: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything is looked at when it comes, and what is saved in it later is told."""
    monkeypatch.setattr(watching, "LOOK_MS", 50)
    project = find_project(make_project({}))
    assert project.templates is None
    own = project.root / "templates"

    async def run() -> tuple[Burst, Burst]:
        coming = changes(project)
        waiting = asyncio.ensure_future(anext(coming))
        await asyncio.sleep(0.2)
        own.mkdir()
        first = await asyncio.wait_for(waiting, 30)
        waiting = asyncio.ensure_future(anext(coming))
        while not waiting.done():
            await asyncio.sleep(0.2)
            (own / "base.html").write_text("<html>")
        second = waiting.result()
        await coming.aclose()  # type: ignore[attr-defined]
        return first, second

    assert asyncio.run(run()) == (frozenset(), {own / "base.html"})
