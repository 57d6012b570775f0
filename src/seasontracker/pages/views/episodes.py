"""The list of a season's episodes."""

from __future__ import annotations

from dataclasses import dataclass

from seasontracker.models import Episode
from seasontracker.pages.views.citations import Cite
from seasontracker.pages.views.context import PageContext, is_folded
from seasontracker.pages.views.marks import Moment, day_moment, said_moment
from seasontracker.tracking.season import SeasonStanding


@dataclass(frozen=True, slots=True)
class EpisodeRow:
    """One episode."""

    number: int
    title: str
    original_title: str
    airdate: Moment | None
    """None when all episodes came out on one day, which the caption says."""
    minutes: str
    summary: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class EpisodeList:
    """A season's episodes."""

    season_number: int
    caption: str
    rows: tuple[EpisodeRow, ...]
    has_titles: bool
    has_dates: bool
    has_minutes: bool
    folded: bool
    """Whether the summaries give away what the article keeps folded."""
    language: str


def episode_list(
    context: PageContext, season: SeasonStanding, page_season: int
) -> EpisodeList | None:
    """Return the episodes of a season, for an article about the same or another one."""
    if not season.episodes:
        return None
    words = context.words
    days = {episode.airdate.earliest for episode in season.episodes if episode.airdate}
    at_once = len(days) == 1 and len(season.episodes) > 1
    day = next(iter(days)) if at_once else None
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
        rows=tuple(_row(context, episode, at_once=at_once) for episode in season.episodes),
        has_titles=any(episode.title for episode in season.episodes),
        has_dates=not at_once and bool(days),
        has_minutes=any(episode.runtime for episode in season.episodes),
        folded=any(
            episode.summary
            and is_folded(
                episode.spoils or f"S{season.number:02d}E{episode.number:02d}", page_season
            )
            for episode in season.episodes
        ),
        language=context.unit.loaded.show.value.language,
    )


def _row(context: PageContext, episode: Episode, *, at_once: bool) -> EpisodeRow:
    dated = episode.airdate is not None and not at_once
    return EpisodeRow(
        number=episode.number,
        title=episode.title or "",
        original_title=episode.original_title or "",
        airdate=said_moment(context.words, episode.airdate)
        if dated and episode.airdate is not None
        else None,
        minutes=str(episode.runtime) if episode.runtime else "",
        summary=episode.summary or "",
        cites=context.numbers.cite(episode.source),
    )
