"""The pages that speak of several shows: home, hub, calendar, scorecard, theory board, 404."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from seasontracker.clock import Clock
from seasontracker.models.vocabulary import Renewal, TheoryState
from seasontracker.pages.views.horizon import Bar, Horizon, draw_horizon
from seasontracker.pages.views.marks import (
    Mark,
    Moment,
    confidence_mark,
    day_moment,
    sentence_case,
    told_moment,
)
from seasontracker.site.listing import (
    ListedChange,
    ListedPicture,
    ListedSeason,
    ListedTheory,
    ShowListing,
)
from seasontracker.site.permalinks import Permalinks
from seasontracker.tracking.release import ReleaseState
from seasontracker.tracking.status import ShowStatus
from seasontracker.wording.catalogue import Words
from seasontracker.wording.catalogue import mark as _
from seasontracker.wording.dates import month_label, short_day_label, window_label
from seasontracker.wording.labels import label

MOST_NEWS = 12


@dataclass(frozen=True, slots=True)
class SiteContext:
    """What the site's pages are made from."""

    shows: tuple[ShowListing, ...]
    words: Words
    clock: Clock
    links: Permalinks


@dataclass(frozen=True, slots=True)
class NewsItem:
    """A significant change on the home page."""

    when: Moment
    url: str
    topic: str
    """The show and season."""
    title: str
    note: str
    mark: Mark | None
    """None for what the site itself says."""
    picture: ListedPicture | None
    """The season's."""


@dataclass(frozen=True, slots=True)
class ShowTile:
    """A show among all shows."""

    title: str
    original_title: str
    language: str
    url: str
    season_url: str
    season_name: str
    network: str
    status: str
    answer: str
    mark: Mark | None
    picture: ListedPicture | None


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page."""

    coming: Horizon | None
    news: tuple[NewsItem, ...]
    shows: tuple[ShowTile, ...]


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """A date or window in the calendar."""

    title: str
    url: str
    text: str
    when: str
    iso: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class AgendaGroup:
    """The entries of a month, or of one kind."""

    id: str
    name: str
    note: str
    entries: tuple[AgendaEntry, ...]


@dataclass(frozen=True, slots=True)
class CalendarView:
    """The calendar."""

    today: Moment
    horizon: Horizon | None
    groups: tuple[AgendaGroup, ...]


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


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A theory on the board."""

    title: str
    url: str
    topic: str
    evidence_for: int
    evidence_against: int
    folded: bool


@dataclass(frozen=True, slots=True)
class BoardGroup:
    """The theories of one state."""

    id: str
    name: str
    note: str
    key: str
    is_dead: bool
    rows: tuple[BoardRow, ...]


@dataclass(frozen=True, slots=True)
class BoardView:
    """All theories by how they stand, and counts by season."""

    groups: tuple[BoardGroup, ...]
    states: tuple[str, ...]
    counts: tuple[tuple[str, str, tuple[int, ...]], ...]
    """Each season's topic and URL with a count for each state."""


@dataclass(frozen=True, slots=True)
class SeasonTile:
    """A season on the show's hub."""

    name: str
    url: str
    headline: str
    answer: str
    mark: Mark
    state: str


def topic(show: ShowListing, season: ListedSeason) -> str:
    """Return a show and its season as one name."""
    return f"{show.title}, {sentence_case(season.name)[:1].lower()}{season.name[1:]}"


def home_view(site: SiteContext) -> HomeView:
    """Return the home page."""
    caption = site.words.gettext(
        "Every season that is promised, on one axis. The thin vertical line is today."
    )
    return HomeView(
        coming=_coming(site, caption),
        news=tuple(news_items(site, site.shows)[:MOST_NEWS]),
        shows=show_tiles(site),
    )


def news_items(site: SiteContext, shows: Iterable[ShowListing]) -> list[NewsItem]:
    """Return significant changes, newest news first; what spoils is left to its page."""
    told: list[tuple[tuple[date, date, str, str], ShowListing, ListedSeason, ListedChange]] = []
    for show in shows:
        for season in show.seasons:
            for change in season.changes:
                if change.spoils in ("none", "premise"):
                    key = (change.added, change.day, show.slug, change.key)
                    told.append((key, show, season, change))
    told.sort(key=lambda item: item[0], reverse=True)
    items: dict[tuple[str, str, str], NewsItem] = {}
    for _key, show, season, change in told:
        item = NewsItem(
            when=told_moment(site.words, change.added, change.told_as),
            url=site.links.season(show.slug, season.number),
            topic=topic(show, season),
            title=change.title,
            note=change.note,
            mark=confidence_mark(site.words, change.confidence) if change.confidence else None,
            picture=season.picture,
        )
        items.setdefault((item.url, item.when.label, item.title), item)
    return list(items.values())


def show_tiles(site: SiteContext) -> tuple[ShowTile, ...]:
    """Return all shows by title."""
    return tuple(_tile(site, show) for show in sorted(site.shows, key=lambda one: one.title))


def _tile(site: SiteContext, show: ShowListing) -> ShowTile:
    latest = show.latest
    pictured = next((one.picture for one in reversed(show.seasons) if one.picture), None)
    return ShowTile(
        title=show.title,
        original_title=show.original_title,
        language=show.language,
        url=site.links.show(show.slug),
        season_url=site.links.season(show.slug, latest.number) if latest else "",
        season_name=latest.name if latest else "",
        network=show.network,
        status=label(site.words, show.status),
        answer=latest.answer if latest else show.summary,
        mark=confidence_mark(site.words, latest.answer_confidence) if latest else None,
        picture=pictured,
    )


def _promised(site: SiteContext) -> list[tuple[ShowListing, ListedSeason]]:
    """Return the seasons that are not out yet and have a window or a date."""
    return [
        (show, season)
        for show in site.shows
        for season in show.seasons
        if season.windows and season.state in (ReleaseState.WINDOW, ReleaseState.DATED)
    ]


def _coming(site: SiteContext, caption: str) -> Horizon | None:
    bars = []
    for show, season in _promised(site):
        for window in season.windows:
            bars.append(
                Bar(
                    window=window.window,
                    mark=confidence_mark(site.words, window.confidence),
                    label=sentence_case(window_label(site.words, window.window)),
                    title=topic(show, season),
                    url=site.links.season(show.slug, season.number),
                )
            )
    bars.sort(key=lambda bar: (bar.window.sort_key, bar.title))
    today = site.words.gettext("as of %(day)s") % {
        "day": short_day_label(site.words, site.clock.today)
    }
    return draw_horizon(bars, site.clock.today, today, caption=caption, quiet=False)


def calendar_view(site: SiteContext) -> CalendarView:
    """Return the calendar: dates by month, then windows, then promises without either."""
    words = site.words
    dated: dict[tuple[int, int], list[tuple[date, AgendaEntry]]] = {}
    windows: list[tuple[object, AgendaEntry]] = []
    nothing: list[AgendaEntry] = []
    recent: list[tuple[date, AgendaEntry]] = []
    for show in site.shows:
        for season in show.seasons:
            upcoming = [day for day in season.air_days if not site.clock.has_passed(day)]
            for day in upcoming:
                text = words.gettext("Episodes out")
                dated.setdefault((day.year, day.month), []).append(
                    (day, _entry(site, show, season, text, day))
                )
            if season.premiere and not upcoming:
                text = words.gettext("Came out")
                recent.append((season.premiere, _entry(site, show, season, text, season.premiere)))
            if season.state is ReleaseState.NEVER or season.state.has_begun:
                continue
            named = [one for one in season.windows if one.window.is_known]
            for one in named:
                mark = confidence_mark(words, one.confidence)
                shown = sentence_case(window_label(words, one.window))
                if one.window.is_day and one.window.earliest is not None:
                    day = one.window.earliest
                    entry = _entry(site, show, season, words.gettext("Release"), day, mark)
                    dated.setdefault((day.year, day.month), []).append((day, entry))
                else:
                    text = words.gettext("Release window")
                    entry = AgendaEntry(
                        topic(show, season),
                        site.links.season(show.slug, season.number),
                        text,
                        shown,
                        "",
                        mark,
                    )
                    windows.append(((one.window.sort_key, entry.title), entry))
            if not named:
                mark = confidence_mark(words, season.answer_confidence)
                url = site.links.season(show.slug, season.number)
                text = label(words, season.state)
                nothing.append(AgendaEntry(topic(show, season), url, text, "", "", mark))
    groups = [
        AgendaGroup(
            f"month-{year}-{month:02d}",
            month_label(words, year, month),
            "",
            tuple(entry for _day, entry in sorted(entries, key=_by_day)),
        )
        for (year, month), entries in sorted(dated.items())
    ]
    if windows:
        ordered = tuple(entry for _key, entry in sorted(windows, key=lambda pair: pair[0]))  # type: ignore[arg-type,return-value]
        note = words.gettext("Somebody has named a time, and nobody has named a day.")
        groups.append(AgendaGroup("windows", words.gettext("Windows"), note, ordered))
    if nothing:
        note = words.gettext("Promised, and without a time.")
        ordered = tuple(sorted(nothing, key=lambda entry: entry.title))
        groups.append(AgendaGroup("without-a-date", words.gettext("No date"), note, ordered))
    if recent:
        ordered = tuple(entry for _day, entry in sorted(recent, key=_by_day, reverse=True))
        groups.append(AgendaGroup("out", words.gettext("Already out"), "", ordered))
    caption = words.gettext("All windows and dates to come, on one axis.")
    return CalendarView(
        today=day_moment(words, site.clock.today),
        horizon=_coming(site, caption),
        groups=tuple(groups),
    )


def _by_day(pair: tuple[date, AgendaEntry]) -> tuple[date, str]:
    return (pair[0], pair[1].title)


def _entry(
    site: SiteContext,
    show: ShowListing,
    season: ListedSeason,
    text: str,
    day: date,
    mark: Mark | None = None,
) -> AgendaEntry:
    moment = day_moment(site.words, day)
    return AgendaEntry(
        title=topic(show, season),
        url=site.links.season(show.slug, season.number),
        text=text,
        when=moment.label,
        iso=moment.iso,
        mark=mark or confidence_mark(site.words, season.answer_confidence),
    )


def scorecard_view(site: SiteContext) -> ScorecardView:
    """Return the scorecard: a row a season, by network, earlier decisions kept."""
    words = site.words
    statuses = [
        status for status in ShowStatus if any(show.status is status for show in site.shows)
    ]
    networks = sorted({show.network for show in site.shows}, key=str.casefold)
    counts = []
    groups = []
    for network in networks:
        shows = sorted(
            (show for show in site.shows if show.network == network), key=lambda one: one.title
        )
        row = tuple(sum(show.status is status for show in shows) for status in statuses)
        counts.append((network, row))
        rows = tuple(
            _score(site, show, season) for show in shows for season in reversed(show.seasons)
        )
        groups.append(ScoreGroup(network, rows))
    return ScorecardView(
        statuses=tuple(label(words, status) for status in statuses),
        counts=tuple(counts),
        groups=tuple(groups),
    )


def _score(site: SiteContext, show: ShowListing, season: ListedSeason) -> ScoreRow:
    words = site.words
    grades = [
        Grade(label(words, grade.renewal), day_moment(words, grade.said, short=True))
        for grade in season.grades
    ]
    confidence = season.grades[0].confidence if season.grades else None
    release = label(words, season.state)
    if season.premiere is not None:
        release = short_day_label(words, season.premiere)
    elif season.is_contested:
        release = words.gettext("Reports disagree")
    elif season.windows:
        release = sentence_case(window_label(words, season.windows[0].window))
    has_begun = season.state.has_begun
    return ScoreRow(
        title=show.title,
        season=season.name,
        url=site.links.season(show.slug, season.number),
        now=grades[0].label if grades else label(words, Renewal.UNDECIDED),
        mark=confidence_mark(words, confidence) if confidence else None,
        since=grades[0].when if grades else None,
        before=tuple(grades[1:]),
        production=label(words, season.production) if season.production and not has_begun else "",
        release=release,
    )


_NOTES = {
    TheoryState.OPEN: _("Nothing settles these yet."),
    TheoryState.SUPPORTED: _("What is known speaks for these."),
    TheoryState.CONTESTED: _("The evidence points both ways."),
    TheoryState.CONFIRMED: _("These came true."),
    TheoryState.PARTLY_CONFIRMED: _("A part of each came true."),
    TheoryState.DEBUNKED: _("These did not come true."),
    TheoryState.MOOT: _("Nobody will ever say."),
}
_BOARD_KEYS = {
    TheoryState.CONFIRMED: "official",
    TheoryState.PARTLY_CONFIRMED: "on-record",
    TheoryState.SUPPORTED: "reported",
    TheoryState.DEBUNKED: "official",
}


def board_view(site: SiteContext) -> BoardView:
    """Return the theory board."""
    words = site.words
    found: dict[TheoryState, list[BoardRow]] = {state: [] for state in TheoryState}
    seasons: list[tuple[str, str, Sequence[ListedTheory]]] = []
    for show in sorted(site.shows, key=lambda one: one.title):
        for season in show.seasons:
            url = site.links.season(show.slug, season.number)
            if season.theories:
                seasons.append((topic(show, season), f"{url}#theories", season.theories))
            for theory in season.theories:
                found[theory.state].append(
                    BoardRow(
                        title=theory.title,
                        url=f"{url}#theory-{theory.slug}",
                        topic=topic(show, season),
                        evidence_for=theory.evidence_for,
                        evidence_against=theory.evidence_against,
                        folded=theory.spoils not in ("none", "premise"),
                    )
                )
    groups = tuple(
        BoardGroup(
            id=f"state-{state.value}",
            name=label(words, state),
            note=words.gettext(_NOTES[state]),
            key=_BOARD_KEYS.get(state, "speculation"),
            is_dead=state in (TheoryState.DEBUNKED, TheoryState.MOOT),
            rows=tuple(rows),
        )
        for state, rows in found.items()
        if rows
    )
    shown = [state for state, rows in found.items() if rows]
    return BoardView(
        groups=groups,
        states=tuple(label(words, state) for state in shown),
        counts=tuple(
            (name, url, tuple(sum(one.state is state for one in theories) for state in shown))
            for name, url, theories in seasons
        ),
    )


def season_tiles(site: SiteContext, show: ShowListing) -> tuple[SeasonTile, ...]:
    """Return a show's seasons for its hub, newest first."""
    return tuple(
        SeasonTile(
            name=season.name,
            url=site.links.season(show.slug, season.number),
            headline=season.headline,
            answer=season.answer,
            mark=confidence_mark(site.words, season.answer_confidence),
            state=label(site.words, season.state),
        )
        for season in reversed(show.seasons)
    )
