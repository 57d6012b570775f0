"""Looking at many things with several processes finds what one process finds."""

from __future__ import annotations

import os

import pytest

from seasontracker.output import shared_work
from seasontracker.output.shared_work import find_failing


@pytest.fixture(autouse=True)
def few_things_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a handful of things be worth sharing."""
    monkeypatch.setattr(shared_work, "WORTH_SHARING", 3)


@pytest.mark.parametrize("processes", [None, 1, 2, 5])
@pytest.mark.parametrize("count", [0, 1, 7, 30])
def test_find_failing_names_what_fails_in_order(processes: int | None, count: int) -> None:
    """However many processes look, what fails is named in order."""
    assert find_failing(range(count), lambda one: one % 3 != 1, processes) == [*range(1, count, 3)]


def test_find_failing_with_one_process_asks_in_this_one() -> None:
    """Whoever asked for one process gets no other."""
    asked: list[int] = []
    find_failing(range(30), lambda one: asked.append(os.getpid()) is None, 1)

    assert asked == [os.getpid()] * 30


def test_find_failing_does_what_a_killed_process_left() -> None:
    """A process that ends before its time leaves its part to this one."""
    own = os.getpid()

    def holds(one: int) -> bool:
        if os.getpid() != own:
            os._exit(9)
        return one != 29

    assert find_failing(range(30), holds, 2) == [29]
