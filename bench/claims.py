"""Invents the claim log of a season, so that its release stands as it is meant to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from facts import Fate, Keys
from prose import Writer

TODAY = date(2026, 11, 22)
"""The day on which the sites are built."""

_Days = Callable[[float], date]
"""The day at a share of the time that a log covers."""
_GUESSES = ("{year}", "{year}-H1", "{year}-H2", "{year}-Q3", "{year}-summer", "late {year}")


@dataclass(frozen=True, slots=True)
class Sourced:
    """A source with the day on which it appeared."""

    id: str
    day: date


def invent_claims(
    writer: Writer, number: int, fate: Fate, first_day: date, episodes: int, sources: list[Sourced]
) -> tuple[Keys, ...]:
    """Return five to twelve claims, newest last."""
    log = _Log(writer, sources)
    start = sources[0].day
    end = min(TODAY, first_day) if fate in (Fate.OUT, Fate.DATED) else sources[-1].day
    span = max((end - start).days, 60)

    def day(share: float) -> date:
        return start + timedelta(days=int(span * share))

    log.add(day(0), {"renewal": "ordered" if number == 1 else "renewed"}, "official")
    if writer.chance(0.4):
        log.add(day(0.05), {"headline": writer.label("{person} on the {adj} {noun}")}, "on-record")
    log.add(
        day(0.1), {"production": "writing" if writer.chance(0.6) else "development"}, "reported"
    )
    if fate is Fate.TBA:
        _without_a_date(log, day)
    elif fate is Fate.CANCELLED:
        _cancelled(log, day, first_day)
    else:
        _towards_a_date(log, day, fate, first_day, episodes)
    log.fill_up(day)
    return tuple(keys for _, _, keys in sorted(log.entries, key=lambda entry: entry[:2]))


class _Log:
    """Claims in the making; each has the latest source that had appeared by then."""

    def __init__(self, writer: Writer, sources: list[Sourced]) -> None:
        self.writer, self.sources = writer, sources
        self.entries: list[tuple[date, int, Keys]] = []

    def add(self, day: date, axes: Keys, confidence: str) -> None:
        """Enter a claim of a day, with a note as often as not."""
        writer = self.writer
        keys: Keys = {"date": day.isoformat(), **axes, "confidence": confidence}
        if confidence == "speculation":
            keys["because"] = writer.plain("release")
        else:
            known = [source.id for source in self.sources if source.day <= day]
            names = known[-2:] if writer.chance(0.2) else known[-1:]
            keys["source"] = names if len(names) > 1 else names[0]
            if confidence == "on-record":
                keys["by"] = writer.label("{person}")
        if "headline" not in axes and writer.chance(0.55):
            keys["note"] = writer.plain("production", 1 + writer.chance(0.35))
        self.entries.append((day, len(self.entries), keys))

    def fill_up(self, day: _Days) -> None:
        """Add plain notices up to a random length, not less than five."""
        wanted = self.writer.random.randint(5, 10)
        while len(self.entries) < wanted:
            text = self.writer.label("{person} {verb} the {adj} {noun} in {place}")
            self.add(day(self.writer.random.uniform(0.12, 0.9)), {"headline": text}, "reported")
            self.entries[-1][2]["minor"] = True


def _without_a_date(log: _Log, day: _Days) -> None:
    if log.writer.chance(0.6):
        log.add(day(0.5), {"release": "tba"}, "official")
    if log.writer.chance(0.5):
        log.add(day(0.7), {"production": "pre-production"}, "reported")


def _cancelled(log: _Log, day: _Days, first_day: date) -> None:
    log.add(day(0.5), {"release": str(first_day.year)}, "reported")
    log.add(day(0.7), {"production": "paused"}, "reported")
    log.add(day(1), {"renewal": "cancelled"}, "official")


def _towards_a_date(log: _Log, day: _Days, fate: Fate, first_day: date, episodes: int) -> None:
    random, year = log.writer.random, first_day.year
    early = year - (1 if random.random() < 0.5 else 0)
    log.add(day(0.2), {"release": _guess(random, early)}, "speculation")
    log.add(day(0.35), {"production": "filming"}, random.choice(("official", "reported")))
    log.add(day(0.5), {"release": _guess(random, year)}, random.choice(("reported", "rumour")))
    if random.random() < 0.5:
        log.add(day(0.6), {"production": "wrapped"}, "reported")
    if fate is Fate.OVERDUE:
        log.add(day(0.8), {"release": str(year)}, "reported")
    elif fate is Fate.WINDOW:
        half = "H1" if first_day.month < 7 else "H2"
        log.add(day(0.95), {"release": f"{year}-{half}"}, random.choice(("official", "reported")))
    else:
        pattern = random.choice(("weekly", "weekly", "all-at-once"))
        axes: Keys = {"release": first_day.isoformat(), "pattern": pattern}
        log.add(day(0.85), {**axes, "episode_order": episodes}, "official")
        if fate is Fate.OUT:
            keys: Keys = {"release": first_day.isoformat(), "production": "completed"}
            log.add(first_day, keys, "official")


def _guess(random: Random, year: int) -> str:
    return random.choice(_GUESSES).format(year=year)
