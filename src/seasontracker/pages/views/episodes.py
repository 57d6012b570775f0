"""The list of a season's episodes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from seasontracker.models import Episode
from seasontracker.pages.views.citations import Cite
from seasontracker.pages.views.context import PageContext
from seasontracker.pages.views.folds import Fold
from seasontracker.pages.views.marks import Moment, day_moment, said_moment
from seasontracker.tracking.positions import worst
from seasontracker.tracking.season import SeasonStanding


class EpisodeRow(Struct, frozen=True):
    """One episode."""

    number: int
    title: str
    original_title: str
    airdate: Moment | None
    """None when all episodes came out on one day, which the caption says."""
    was: str
    """When it was to come out before, if that has changed."""
    minutes: str
    summary: str
    cites: tuple[Cite, ...]


class EpisodeList(Struct, frozen=True):
    """A season's episodes."""

    season_number: int
    caption: str
    rows: tuple[EpisodeRow, ...]
    has_dates: bool
    has_minutes: bool
    fold: Fold | None
    """Where all of it stands, since it is read as one."""
    language: str


def episode_list(context: PageContext, season: SeasonStanding) -> EpisodeList | None:
    """Return the episodes of a season, for an article about the same or another one."""
    if not season.episodes:
        return None
    words = context.words
    day = _day_of_all(season.episodes)
    count = words.ngettext("%(number)d episode", "%(number)d episodes", len(season.episodes)) % {
        "number": len(season.episodes)
    }
    caption = count
    if day is not None:
        caption = words.gettext("%(episodes)s, all on %(day)s") % {
            "episodes": count,
            "day": day_moment(words, day).label,
        }
    return EpisodeList(
        season_number=season.number,
        caption=caption,
        rows=tuple(_row(context, episode, is_dated=day is None) for episode in season.episodes),
        has_dates=day is None and any(one.airdate or one.moved for one in season.episodes),
        has_minutes=any(episode.runtime for episode in season.episodes),
        fold=context.fold(
            worst(
                episode.spoils or f"S{season.number:02d}E{episode.number:02d}"
                for episode in season.episodes
                if episode.summary
            )
        ),
        language=context.unit.loaded.show.value.language,
    )


def _day_of_all(episodes: Sequence[Episode]) -> date | None:
    """Return the day on which several episodes all come out, if it is known to be one."""
    airdates = [episode.airdate for episode in episodes]
    days = {one.earliest if one is not None and one.is_day else None for one in airdates}
    return days.pop() if len(days) == 1 and len(episodes) > 1 else None


def _row(context: PageContext, episode: Episode, *, is_dated: bool) -> EpisodeRow:
    airdate = episode.airdate if is_dated else None
    before = [move.was for move in episode.moved if is_dated and move.was.is_known]
    return EpisodeRow(
        number=episode.number,
        title=episode.title or "",
        original_title=episode.original_title or "",
        airdate=said_moment(context.words, airdate) if airdate is not None else None,
        was=said_moment(context.words, before[-1]).label if before else "",
        minutes=str(episode.runtime) if episode.runtime else "",
        summary=episode.summary or "",
        cites=context.numbers.cite(
            (*episode.source, *(one for move in episode.moved for one in move.source))
        ),
    )
