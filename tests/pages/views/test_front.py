"""The pages about several shows: news, home, calendar, scorecard and theory board."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from seasontracker.clock import Clock
from seasontracker.dates import parse_partial_date
from seasontracker.models.vocabulary import CastStatus, Confidence, Production, Renewal, TheoryState
from seasontracker.pages.views.agenda import (
    WITHOUT_A_DATE,
    calendar_list_view,
    calendar_rows,
    calendar_view,
)
from seasontracker.pages.views.board import board_list_view, board_rows, board_view
from seasontracker.pages.views.front import ListingContext, SiteContext, coming_rows, topic
from seasontracker.pages.views.home import LATEST_SHOWS, MOST_NEWS, home_view, show_rows, shows_view
from seasontracker.pages.views.network import network_view
from seasontracker.pages.views.news import NewsItem, news_rows, show_news
from seasontracker.pages.views.paging import More, pager, pages_of
from seasontracker.pages.views.scorecard import (
    NetworkCounts,
    networks,
    score_rows,
    scorecard_view,
)
from seasontracker.rows import ListRow
from seasontracker.site.listing import (
    ListedChange,
    ListedGrade,
    ListedSeason,
    ListedTheory,
    ListedWindow,
    ShowListing,
)
from seasontracker.site.permalinks import Permalinks
from seasontracker.tracking.release import ReleaseState
from seasontracker.tracking.status import ShowStatus
from seasontracker.wording.catalogue import load_words

NOTHING = ListedSeason(
    number=1,
    name="Season 1",
    headline="H",
    deck="",
    answer="A.",
    answer_confidence=Confidence.OFFICIAL,
    is_contested=False,
    state=ReleaseState.TBA,
    windows=(),
    premiere=None,
    air_days=(),
    grades=(),
    production=None,
    production_confidence=None,
    theories=(),
    changes=(),
    published=None,
    modified=None,
    picture=None,
    name_within="season 1",
)


def show(slug: str, *seasons: ListedSeason, **values: Any) -> ShowListing:
    listing = ShowListing(
        slug, slug, slug.title(), "", "en", "Net", "S.", ShowStatus.PLANNED, seasons
    )
    return replace(listing, **values)


class Rows:
    """Rows as a list, which is what a database would say of them."""

    def __init__(self, rows: Iterable[ListRow]) -> None:
        self._rows = sorted(rows)

    def list_rows(
        self, name: str, *, start: int = 0, most: int = -1, newest_first: bool = False
    ) -> list[bytes]:
        found = [row.data for row in self._rows if row.list == name]
        if newest_first:
            found.reverse()
        return found[start : start + most if most >= 0 else None]

    def count_rows(self, name: str) -> int:
        return len(self.list_rows(name))


def site(*shows: ShowListing, today: str = "2026-11-22") -> SiteContext:
    links = Permalinks("https://example.org", "")
    words, clock = load_words("en"), Clock(date.fromisoformat(today))
    context = ListingContext(words, clock, links)
    makers = (show_rows, news_rows, coming_rows, calendar_rows, score_rows, board_rows)
    rows = [row for show in shows for make in makers for row in make(context, show)]
    return SiteContext(words, clock, links, Rows(rows))


def news(key: str, added: int, **values: Any) -> ListedChange:
    told = date(2026, 1, added)
    change = ListedChange(key, told, told, key, "", Confidence.OFFICIAL, "none")
    return replace(change, **values)


def window(text: str, confidence: Confidence = Confidence.REPORTED) -> ListedWindow:
    return ListedWindow(parse_partial_date(text), confidence, date(2026, 1, 1))


def items(*seasons: ListedSeason) -> list[NewsItem]:
    """Return the news on the home page."""
    shows = [show(f"show-{index}", one) for index, one in enumerate(seasons)]
    return list(home_view(site(*shows)).news)


def test_site_without_shows() -> None:
    """Every page of a site without shows can be made, and says nothing."""
    empty = site()

    assert home_view(empty).coming is None
    assert (home_view(empty).news, home_view(empty).shows) == ((), ())
    assert calendar_view(empty).groups == ()
    assert (scorecard_view(empty).statuses, scorecard_view(empty).groups) == ((), ())
    assert board_view(empty).groups == ()


def test_show_without_seasons() -> None:
    """A show that is only a name has a tile and a place in the counts."""
    context = site(show("empty"))

    [tile] = home_view(context).shows
    assert (tile.answer, tile.mark, tile.picture) == ("S.", None, None)
    assert scorecard_view(context).counts == (NetworkCounts("Net", "/networks/net/", (1,)),)
    assert scorecard_view(context).groups == ()
    assert calendar_view(context).groups == ()


def test_topic_names_a_season_inside_a_sentence() -> None:
    """Its number in small letters, its own name as it is."""
    own = replace(NOTHING, name="The Specials", name_within="The Specials")

    assert topic(show("class"), NOTHING) == "Class, season 1"
    assert topic(show("class"), own) == "Class, The Specials"


def test_news_is_newest_first() -> None:
    """By the day on which the site told it, then by when it was."""
    early = date(2025, 1, 1)
    season = replace(NOTHING, changes=(news("a", 1), news("b", 3), news("c", 3, day=early)))

    assert [item.title for item in items(season)] == ["b", "c", "a"]


def test_news_leaves_out_what_spoils() -> None:
    """Only what harms nobody is told beyond its page."""
    season = replace(NOTHING, changes=(news("a", 1, spoils="premise"), news("b", 2, spoils="S01")))

    assert [item.title for item in items(season)] == ["a"]


def test_news_prefers_variety() -> None:
    """No season has more than its share, and seasons take turns within a day."""
    much = replace(NOTHING, changes=tuple(news(f"a{number}", 9) for number in range(9)))
    some = replace(NOTHING, changes=(news("b1", 9), news("b2", 9), news("b3", 1)))

    assert [item.title for item in items(much, some)] == ["b2", "a8", "b1", "a7", "a6", "b3"]
    assert len(items(*[much] * 9)) == MOST_NEWS


def test_news_of_a_show_has_all_of_it() -> None:
    """The hub of a show has only its own news, as many as there is room for."""
    much = replace(NOTHING, changes=tuple(news(f"a{number}", 9) for number in range(9)))
    context = ListingContext(
        load_words("en"), Clock(date(2026, 11, 22)), Permalinks("https://example.org", "")
    )

    assert [item.title for item in show_news(context, show("a", much), most=4)] == [
        "a8",
        "a7",
        "a6",
        "a5",
    ]


def test_news_has_a_line_once() -> None:
    """Two changes of a day that read the same are one; a note is not repeated."""
    season = replace(
        NOTHING,
        changes=(
            news("a", 1, title="T", note="N"),
            news("b", 1, title="T", note="N"),
            news("c", 1, title="U", note="N"),
        ),
    )

    assert sorted((item.title, item.note) for item in items(season)) == [("T", ""), ("U", "N")]


def test_news_gathers_much_casting() -> None:
    """More than two lines about the cast on one day become one, as sure as the least of them."""

    def cast(key: str, day: int, status: CastStatus, parts: int, **values: Any) -> ListedChange:
        return news(key, day, cast_status=status, parts=parts, **values)

    three = (
        cast("a", 5, CastStatus.NEW, 2),
        cast("b", 5, CastStatus.RETURNING, 4, confidence=Confidence.RUMOUR),
        cast("c", 5, CastStatus.NEW, 1),
    )
    season = replace(NOTHING, changes=(*three, news("d", 5)))

    assert [(item.title, item.mark.word if item.mark else "") for item in items(season)] == [
        ("d", "Official"),
        ("News of the cast: Returning (4), New (3)", "Rumour"),
    ]
    assert len(items(replace(NOTHING, changes=three[:2]))) == 2


def test_home_lists_shows_by_title() -> None:
    """Letter case does not matter, and two of one title keep an order."""
    shows = [show("b", title="beta"), show("a2", title="Alpha"), show("a1", title="Alpha")]

    tiles = home_view(site(*shows)).shows
    assert [tile.url for tile in tiles] == ["/shows/a1/", "/shows/a2/", "/shows/b/"]


def test_home_figure_has_what_is_promised() -> None:
    """Every window of a season that is to come, the nearest first; none of one that is out."""
    promised = replace(NOTHING, state=ReleaseState.WINDOW, windows=(window("2028"), window("2027")))
    out = replace(NOTHING, state=ReleaseState.RELEASED, windows=(window("2022-01-01"),))

    figure = home_view(site(show("a", promised), show("b", out))).coming
    assert figure is not None
    assert [row.bar.label for row in figure.rows] == ["2027", "2028"]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, ["without-a-date"]),
        ({"state": ReleaseState.OVERDUE}, ["without-a-date"]),
        ({"state": ReleaseState.NEVER}, []),
        ({"state": ReleaseState.WINDOW, "windows": (window("2027"),)}, ["windows"]),
        (
            {"state": ReleaseState.WINDOW, "windows": (window("2027"), window("2027-02-03"))},
            ["month-2027-02", "windows"],
        ),
        ({"state": ReleaseState.DATED, "windows": (window("2027-02-03"),)}, ["month-2027-02"]),
        (
            {
                "state": ReleaseState.AIRING,
                "premiere": date(2026, 11, 15),
                "air_days": (date(2026, 11, 15), date(2026, 11, 22), date(2026, 12, 1)),
                "windows": (window("2026-11-15"),),
            },
            ["month-2026-11", "month-2026-12"],
        ),
        (
            {
                "state": ReleaseState.RELEASED,
                "premiere": date(2022, 1, 1),
                "air_days": (date(2022, 1, 1),),
                "windows": (window("2022-01-01"),),
            },
            ["out"],
        ),
    ],
)
def test_calendar_has_each_season_in_its_place(values: dict[str, Any], expected: list[str]) -> None:
    """Days by month, then windows, then promises without a time, then what is out."""
    calendar = calendar_view(site(show("a", replace(NOTHING, **values))))

    assert [group.id for group in calendar.groups] == expected
    assert all(len(group.entries) == 1 for group in calendar.groups)


def test_scorecard_says_what_stands_and_what_was_before() -> None:
    """A season is a row; a decision that was taken back is only history."""
    grades = (
        ListedGrade(Renewal.RENEWED, date(2026, 2, 1), Confidence.OFFICIAL),
        ListedGrade(Renewal.UNDECIDED, date(2026, 1, 1), Confidence.RUMOUR, stands=False),
    )
    first = replace(NOTHING, grades=grades, production=Production.FILMING)
    second = replace(NOTHING, number=2, grades=grades[1:])
    [group] = scorecard_view(site(show("a", first, second))).groups

    undecided, renewed = group.rows
    assert (renewed.now, [grade.label for grade in renewed.before]) == ("Renewed", ["Undecided"])
    assert (renewed.production, renewed.mark is not None) == ("Filming", True)
    assert (undecided.now, undecided.mark, len(undecided.before)) == ("Undecided", None, 1)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, "No date"),
        ({"state": ReleaseState.NEVER, "windows": (window("2027"),)}, "Not coming"),
        ({"state": ReleaseState.WINDOW, "windows": (window("2027-H1"),)}, "First half of 2027"),
        (
            {"state": ReleaseState.WINDOW, "windows": (window("2027"),), "is_contested": True},
            "Reports disagree",
        ),
        ({"state": ReleaseState.RELEASED, "premiere": date(2022, 1, 2)}, "Jan 2, 2022"),
    ],
)
def test_scorecard_says_when(values: dict[str, Any], expected: str) -> None:
    """The day it came, else what is promised, else how it stands."""
    [group] = scorecard_view(site(show("a", replace(NOTHING, **values)))).groups

    assert group.rows[0].release == expected


def test_board_groups_theories_by_state() -> None:
    """States without a theory are left out; links lead to where the theory stands."""

    def theory(slug: str, state: TheoryState, **values: Any) -> ListedTheory:
        known = {"spoils": "none", "anchor": f"theory-{slug}", **values}
        return ListedTheory(slug, slug, state, 2, 1, **known)

    season = replace(
        NOTHING,
        theories=(theory("a", TheoryState.DEBUNKED), theory("b", TheoryState.OPEN)),
    )
    hidden = replace(NOTHING, number=2, theories=(theory("c", TheoryState.OPEN, anchor=""),))
    board = board_view(site(show("x", season, hidden)))

    assert [(group.name, group.is_dead) for group in board.groups] == [
        ("Open", False),
        ("Debunked", True),
    ]
    assert [row.url for group in board.groups for row in group.rows] == [
        "/shows/x/season-1/#theory-b",
        "/shows/x/season-2/",
        "/shows/x/season-1/#theory-a",
    ]
    assert [(url, counts) for _, url, counts in board.counts] == [
        ("/shows/x/season-1/#theories", (1, 1)),
        ("/shows/x/season-2/", (1, 0)),
    ]


MANY = tuple(show(f"show-{number:03d}", NOTHING, title=f"Show {number}") for number in range(230))


def test_home_of_many_shows_has_the_latest_only() -> None:
    """Past what a page can hold, the way to all shows stands beneath the latest."""
    latest = replace(NOTHING, modified=date(2026, 5, 1))
    home = home_view(site(*MANY, show("newest", latest)))

    assert home.more == More("/shows/", 231)
    assert len(home.shows) == LATEST_SHOWS
    assert home.shows[0].url == "/shows/newest/"


def test_long_lists_continue_on_pages() -> None:
    """Every row of a list is on one of its pages, in order."""
    many = site(*MANY)
    urls = [url for _, url in pages_of(len(MANY), "shows")]
    tiles = [
        tile
        for number, _ in enumerate(urls, start=1)
        for tile in shows_view(many, pager(number, urls)).shows
    ]
    assert urls == ["shows/index.html", "shows/page-2/index.html"]
    assert [tile.title for tile in tiles] == sorted(one.title for one in MANY)

    [group] = calendar_view(many).groups
    assert (len(group.entries), group.more) == (100, More("/calendar/without-a-date/", 230))
    listed = calendar_list_view(many, WITHOUT_A_DATE, pager(2, urls))
    assert [len(one.entries) for one in listed.groups] == [30]


def test_scorecard_of_many_seasons_has_pages_by_network() -> None:
    """The counts lead to them; two spellings of one name are one network."""
    others = [show("a", NOTHING, network="Net!"), show("b", network="\ub137")]
    many = site(*MANY, *others)
    card = scorecard_view(many)

    assert card.groups == ()
    assert [(one.network, one.url) for one in card.counts] == [
        ("Net", "/networks/net/"),
        ("\ub137", "/networks/network-2f7280f5/"),
    ]
    first, second = networks(many.rows)
    later = network_view(many, first, pager(2, ["1", "2"]))
    assert (len(later.group.rows), later.shows, later.coming) == (31, (), None)
    alone = network_view(many, second, pager(1, ["1"]))
    assert ([tile.title for tile in alone.shows], alone.group.rows) == (["B"], ())


def test_board_of_many_theories_has_pages_by_state() -> None:
    """The board has the first of each state; too many seasons are not counted one by one."""
    theory = ListedTheory("t", "T", TheoryState.OPEN, 1, 0, "none", "theory-t")
    many = site(*(replace(one, seasons=(replace(NOTHING, theories=(theory,)),)) for one in MANY))
    board = board_view(many)

    [group] = board.groups
    assert (len(group.rows), group.total) == (50, 230)
    assert group.more == More("/theories/open/", 230)
    assert board.counts == ()
    listed = board_list_view(many, TheoryState.OPEN, pager(2, ["1", "2"]))
    assert len(listed.group.rows) == 30


@pytest.mark.parametrize(("number", "expected"), [(1, [1, 2, 3, 9]), (5, [1, 3, 4, 5, 6, 7, 9])])
def test_pager_leads_to_the_ends_and_the_neighbours(number: int, expected: list[int]) -> None:
    """A reader can always go to the first and last page, and a few on either side."""
    assert [one.number for one in pager(number, ["u"] * 9).links] == expected
    assert pager(1, ["u"]).links == ()
