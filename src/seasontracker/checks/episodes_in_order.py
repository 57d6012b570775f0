"""Episodes come out in the order of their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from seasontracker.checks.tracked import TrackedShow
from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.models.vocabulary import EpisodeType


def check(show: TrackedShow) -> Iterator[Diagnostic]:
    for season in show.seasons:
        if season.loaded.episodes is None:
            continue
        before: tuple[date, int] | None = None
        numbered = sorted(enumerate(season.standing.episodes), key=lambda pair: pair[1].number)
        for index, episode in numbered:
            day = episode.airdate.earliest if episode.airdate else None
            is_dated = episode.airdate is not None and episode.airdate.is_day
            if episode.type is EpisodeType.SPECIAL or day is None or not is_dated:
                continue
            if before is not None and day < before[0]:
                yield season.loaded.episodes.diagnostic(
                    Code.EPISODES_OUT_OF_ORDER,
                    (index, "airdate"),
                    f"episode {episode.number} on {day}, before episode {before[1]} on {before[0]}",
                    "correct a date or a number",
                )
            before = day, episode.number
