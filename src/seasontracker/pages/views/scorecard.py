"""The scorecard: a row a season, by network, earlier decisions kept."""

from __future__ import annotations

from dataclasses import dataclass

from seasontracker.models.vocabulary import Renewal
from seasontracker.pages.views.front import SiteContext, by_title
from seasontracker.pages.views.marks import (
    Mark,
    Moment,
    confidence_mark,
    day_moment,
    sentence_case,
)
from seasontracker.site.listing import ListedGrade, ListedSeason, ShowListing
from seasontracker.tracking.release import ReleaseState
from seasontracker.tracking.status import ShowStatus
from seasontracker.wording.dates import short_day_label, window_label
from seasontracker.wording.labels import label


@dataclass(frozen=True, slots=True)
class Grade:
    """A decision, now or before."""

    label: str
    when: Moment


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A season on the scorecard."""

    title: str
    season: str
    url: str
    now: str
    mark: Mark | None
    since: Moment | None
    before: tuple[Grade, ...]
    production: str
    release: str


@dataclass(frozen=True, slots=True)
class ScoreGroup:
    """A network's shows."""

    network: str
    rows: tuple[ScoreRow, ...]


@dataclass(frozen=True, slots=True)
class ScorecardView:
    """Shows by network and status."""

    statuses: tuple[str, ...]
    counts: tuple[tuple[str, tuple[int, ...]], ...]
    """Each network with a count for each status."""
    groups: tuple[ScoreGroup, ...]


def scorecard_view(site: SiteContext) -> ScorecardView:
    """Return the scorecard."""
    words = site.words
    statuses = [
        status for status in ShowStatus if any(show.status is status for show in site.shows)
    ]
    counts: list[tuple[str, tuple[int, ...]]] = []
    groups: list[ScoreGroup] = []
    for network in sorted(
        {show.network for show in site.shows}, key=lambda one: (one.casefold(), one)
    ):
        shows = sorted((show for show in site.shows if show.network == network), key=by_title)
        count = tuple(sum(show.status is status for show in shows) for status in statuses)
        counts.append((network, count))
        rows = tuple(
            _row(site, show, season) for show in shows for season in reversed(show.seasons)
        )
        if rows:
            groups.append(ScoreGroup(network, rows))
    return ScorecardView(
        statuses=tuple(label(words, status) for status in statuses),
        counts=tuple(counts),
        groups=tuple(groups),
    )


def _row(site: SiteContext, show: ShowListing, season: ListedSeason) -> ScoreRow:
    words = site.words
    now = next((grade for grade in season.grades if grade.stands), None)
    has_begun = season.state.has_begun
    return ScoreRow(
        title=show.title,
        season=season.name,
        url=site.links.season(show.slug, season.number),
        now=label(words, _now(season, now)),
        mark=confidence_mark(words, now.confidence) if now else None,
        since=_grade(site, now).when if now else None,
        before=tuple(_grade(site, grade) for grade in season.grades if not grade.stands),
        production=label(words, season.production) if season.production and not has_begun else "",
        release=_release(site, season),
    )


def _now(season: ListedSeason, grade: ListedGrade | None) -> Renewal | ReleaseState:
    """Return what was decided; of a season that is out without any word, that it is out."""
    if grade is not None:
        return grade.renewal
    return season.state if season.state.has_begun else Renewal.UNDECIDED


def _grade(site: SiteContext, grade: ListedGrade) -> Grade:
    return Grade(label(site.words, grade.renewal), day_moment(site.words, grade.said, short=True))


def _release(site: SiteContext, season: ListedSeason) -> str:
    words = site.words
    if season.premiere is not None:
        return short_day_label(words, season.premiere)
    if season.state is ReleaseState.NEVER:
        return label(words, season.state)
    if season.is_contested:
        return words.gettext("Reports disagree")
    if season.windows:
        return sentence_case(window_label(words, season.windows[0].window))
    return label(words, season.state)
