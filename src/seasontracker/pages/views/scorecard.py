"""The scorecard: a row a season, by network, earlier decisions kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from seasontracker.codec import pack, unpack
from seasontracker.models.vocabulary import Renewal
from seasontracker.pages.views.front import ListingContext, SiteContext, by_title, sort_key
from seasontracker.pages.views.marks import (
    Mark,
    Moment,
    confidence_mark,
    day_moment,
    sentence_case,
)
from seasontracker.pages.views.paging import PER_PAGE
from seasontracker.rows import ListRow, RowSource
from seasontracker.site.listing import ListedGrade, ListedSeason, ShowListing
from seasontracker.site.networks import network_slug
from seasontracker.tracking.release import ReleaseState
from seasontracker.tracking.status import ShowStatus
from seasontracker.wording.dates import short_day_label, window_label
from seasontracker.wording.labels import label

NETWORKS = "networks"


class Grade(Struct, frozen=True):
    """A decision, now or before."""

    label: str
    when: Moment


class ScoreRow(Struct, frozen=True):
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


class ScoreGroup(Struct, frozen=True):
    """A network's shows."""

    network: str
    url: str
    """Of the network's page."""
    rows: tuple[ScoreRow, ...]


class NetworkCounts(Struct, frozen=True):
    """A network's shows, counted by status."""

    network: str
    url: str
    counts: tuple[int, ...]


class ScorecardView(Struct, frozen=True):
    """Shows by network and status."""

    statuses: tuple[str, ...]
    counts: tuple[NetworkCounts, ...]
    groups: tuple[ScoreGroup, ...]
    """Without rows when there are too many for one page."""


class Network(Struct, frozen=True):
    """A network that has shows."""

    name: str
    slug: str
    seasons: int
    statuses: Counter[str]


class _ListedShow(Struct, frozen=True):
    network: str
    status: str
    seasons: int


def score_rows(context: ListingContext, show: ShowListing) -> Iterator[ListRow]:
    """Yield a show for its network's count, and each of its seasons, the newest first."""
    listed = _ListedShow(show.network, show.status.value, len(show.seasons))
    slug = network_slug(show.network)
    yield ListRow(NETWORKS, sort_key(slug, show.network, show.slug), pack(listed))
    for number, season in enumerate(reversed(show.seasons)):
        row = pack(_row(context, show, season))
        yield ListRow(seasons_of(slug), sort_key(by_title(show), number), row)


def networks(rows: RowSource) -> tuple[Network, ...]:
    """Return all networks in order; of several spellings of a name, the first stands for all."""
    found: dict[str, Network] = {}
    for data in rows.list_rows(NETWORKS):
        show = unpack(data, _ListedShow)
        slug = network_slug(show.network)
        known = found.setdefault(slug, Network(show.network, slug, 0, Counter()))
        known.statuses[show.status] += 1
        found[slug] = replace(known, seasons=known.seasons + show.seasons)
    return tuple(found.values())


def is_long(known: Iterable[Network]) -> bool:
    """Return whether there are more seasons than one page holds."""
    return sum(network.seasons for network in known) > PER_PAGE


def scorecard_view(site: SiteContext) -> ScorecardView:
    """Return the scorecard, with all seasons as long as one page holds them."""
    known = networks(site.rows)
    statuses = [status for status in ShowStatus if any(one.statuses[status.value] for one in known)]
    has_pages = is_long(known)
    counts = tuple(
        NetworkCounts(
            network.name,
            site.links.network(network.slug),
            tuple(network.statuses[status.value] for status in statuses),
        )
        for network in known
    )
    groups = () if has_pages else tuple(score_group(site, one) for one in known if one.seasons)
    return ScorecardView(tuple(label(site.words, status) for status in statuses), counts, groups)


def score_group(site: SiteContext, network: Network, start: int = 0) -> ScoreGroup:
    """Return a page's stretch of a network's seasons."""
    found = site.rows.list_rows(seasons_of(network.slug), start=start, most=PER_PAGE)
    rows = tuple(unpack(data, ScoreRow) for data in found)
    return ScoreGroup(network.name, site.links.network(network.slug), rows)


def seasons_of(slug: str) -> str:
    """Return the name of the list of a network's seasons."""
    return f"network/{slug}/seasons"


def _row(site: ListingContext, show: ShowListing, season: ListedSeason) -> ScoreRow:
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


def _grade(site: ListingContext, grade: ListedGrade) -> Grade:
    return Grade(label(site.words, grade.renewal), day_moment(site.words, grade.said, short=True))


def _release(site: ListingContext, season: ListedSeason) -> str:
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
