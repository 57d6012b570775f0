"""What the web said about an address."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

_DAY = 24 * 60 * 60


class Fate(Enum):
    """What has become of an address."""

    ALIVE = "alive"
    MOVED = "moved"
    """It answers elsewhere, for good."""
    DEAD = "dead"
    PRIVATE = "private"
    """It leads into a private network, where it was not followed."""
    UNCERTAIN = "uncertain"
    """It could not be checked, which says nothing about readers."""


KEPT_SECONDS = {
    Fate.ALIVE: 7 * _DAY,
    Fate.MOVED: 7 * _DAY,
    Fate.DEAD: _DAY,
    Fate.UNCERTAIN: _DAY,
}
"""For how long an answer is believed; a site that was down yesterday is asked again.

What was not asked, since it is private, is judged anew each time.
"""


class Answer(Struct, frozen=True):
    """What became of an address."""

    fate: Fate
    reason: str = ""
    """In a few words, such as `404 Not Found`; empty when it is alive."""
    target: str = ""
    """Where it has moved to."""


class KeptAnswer(Struct, frozen=True):
    """An answer, and when it was given."""

    asked: str
    answer: Answer
    seconds: int
    """Unix time."""


def still_good(kept: KeptAnswer, now: int) -> bool:
    """Return whether an answer is young enough; one from the future is not believed."""
    return 0 <= now - kept.seconds < KEPT_SECONDS.get(kept.answer.fate, 0)
