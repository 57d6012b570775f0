"""A season and its episodes."""

from __future__ import annotations

from collections.abc import Iterable

from seasontracker.exports.json_ld.ids import episode_id, season_id, series_id
from seasontracker.exports.json_ld.nodes import Node, node, ref
from seasontracker.exports.json_ld.people import crew_nodes
from seasontracker.exports.spoilers import is_harmless
from seasontracker.models import Episode
from seasontracker.models.vocabulary import Confidence, CrewRole, Pattern
from seasontracker.pages.views.context import PageContext
from seasontracker.pages.views.episodes import EpisodeList
from seasontracker.tracking.fold import SURE_OF_DAY
from seasontracker.tracking.release import ReleaseState
from seasontracker.tracking.season import SeasonStanding
from seasontracker.wording.dates import window_label
from seasontracker.wording.labels import label


def season_node(
    context: PageContext, season: SeasonStanding, name: str, **properties: object
) -> Node:
    """Return a season; a start only where a day is sure, else how things stand in words."""
    links, slug = context.links, context.unit.slug
    # Nobody directed or wrote what was never made.
    is_made = season.state is not ReleaseState.NEVER
    crew = [
        member
        for member in context.unit.loaded.show.value.crew
        if is_made and (not member.seasons or season.number in member.seasons)
    ]
    start = start_date(season)
    return node(
        "TVSeason",
        season_id(links, slug, season.number),
        url=links.absolute(links.season(slug, season.number)),
        name=name,
        seasonNumber=season.number,
        partOfSeries=ref(series_id(links, slug)),
        numberOfEpisodes=_episode_count(season),
        startDate=start,
        endDate=_end_date(season),
        creativeWorkStatus="" if start else status_text(context, season),
        director=crew_nodes(crew, CrewRole.DIRECTOR),
        author=crew_nodes(crew, CrewRole.WRITER),
        **properties,
    )


def start_date(season: SeasonStanding) -> str:
    """Return the day of the release, empty unless somebody who is sure of it named one."""
    release = season.axes.release
    entry = release.fulfilled or release.current
    if entry is None or season.state is ReleaseState.NEVER or release.is_contested:
        return ""
    window = entry.value
    if not window.is_day or window.uncertain or window.earliest is None:
        return ""
    if entry is not release.fulfilled and entry.confidence not in SURE_OF_DAY:
        return ""
    return window.instant.isoformat() if window.instant else window.earliest.isoformat()


def status_text(context: PageContext, season: SeasonStanding) -> str:
    """Return how making and release stand, each with who stands behind it."""
    words, axes = context.words, season.axes
    if season.state is ReleaseState.NEVER:
        return label(words, season.state)
    parts = []
    production = axes.production.current
    if production is not None and not season.state.has_begun:
        parts.append(f"{label(words, production.value)} ({label(words, production.confidence)})")
    release = axes.release.current
    if axes.release.is_contested:
        parts.append(words.gettext("Reports disagree"))
    elif release is not None and release.value.is_known:
        when = window_label(words, release.value)
        parts.append(f"{label(words, season.state)}: {when} ({label(words, release.confidence)})")
    else:
        parts.append(label(words, season.state))
    return "; ".join(parts)


def _end_date(season: SeasonStanding) -> str:
    """Return the day of the last episode, once it is past and not only reckoned."""
    if season.state is not ReleaseState.RELEASED:
        return ""
    order = season.axes.episode_order.value or 1
    dated = [episode for episode in season.episodes if episode.airdate and episode.airdate.is_day]
    is_told = bool(dated) and len(dated) == len(season.episodes) >= order
    if is_told or season.axes.pattern.value is Pattern.ALL_AT_ONCE:
        return season.air_days[-1].isoformat()
    return ""


def _episode_count(season: SeasonStanding) -> int | None:
    entry = season.axes.episode_order.current
    if entry is None or entry.rank > Confidence.REPORTED.rank:
        return None
    return None if season.axes.episode_order.is_contested else entry.value


def episode_nodes(
    context: PageContext, season: SeasonStanding, lists: Iterable[EpisodeList]
) -> list[Node]:
    """Return the episodes that a season's article lists.

    Of a list that is folded away there are only numbers, days and lengths.
    """
    known = {episode.number: episode for episode in season.episodes}
    links, slug = context.links, context.unit.slug
    found: dict[int, Node] = {}
    for shown in lists:
        if shown.season_number != season.number:
            continue
        for row in shown.rows:
            found.setdefault(
                row.number,
                node(
                    "TVEpisode",
                    episode_id(links, slug, season.number, row.number),
                    episodeNumber=row.number,
                    name="" if shown.fold else row.title,
                    alternateName="" if shown.fold else row.original_title,
                    description=row.summary
                    if not shown.fold and _is_open(known[row.number])
                    else "",
                    datePublished=_air_day(context, known[row.number]),
                    duration=f"PT{row.minutes}M" if row.minutes else "",
                    partOfSeason=ref(season_id(links, slug, season.number)),
                    partOfSeries=ref(series_id(links, slug)),
                ),
            )
    return list(found.values())


def _is_open(episode: Episode) -> bool:
    """Return whether a summary gives nothing away; unless its editor says so, it does."""
    return episode.spoils is not None and is_harmless(episode.spoils)


def _air_day(context: PageContext, episode: Episode) -> str:
    """Return the day on which an episode came out; a day to come is a plan."""
    airdate = episode.airdate
    if airdate is None or not airdate.is_day or airdate.uncertain or airdate.earliest is None:
        return ""
    return airdate.earliest.isoformat() if context.clock.has_come(airdate.earliest) else ""
