"""What feeds tell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from msgspec.structs import replace

from seasontracker.exports.feeds import FEED, FeedEntry, feed_rows, season_entries, site_entries
from seasontracker.models import SiteSettings
from seasontracker.models.vocabulary import Confidence
from seasontracker.output.records import open_records
from seasontracker.site.listing import ListedChange, ListedSeason, ListedSource, ShowListing
from seasontracker.site.permalinks import Permalinks
from seasontracker.tracking.release import ReleaseState
from seasontracker.tracking.status import ShowStatus
from seasontracker.wording.catalogue import load_words

SETTINGS = SiteSettings.model_validate({"title": "Seasons", "base_url": "https://example.org/t"})
LINKS = Permalinks.of(SETTINGS)
WORDS = load_words("en")
URL = "https://example.org/t/shows/harbor/season-2/"


def change(key: str, day: int, title: str = "", **values: Any) -> ListedChange:
    """Return a change of January 2026."""
    told = date(2026, 1, day)
    known: dict[str, Any] = {"note": "", "confidence": Confidence.OFFICIAL, "spoils": "none"}
    return ListedChange(key=key, day=told, added=told, title=title or key, **{**known, **values})


def season(*changes: ListedChange) -> ListedSeason:
    """Return a season with changes, newest first."""
    return ListedSeason(
        number=2,
        name="Season\N{NO-BREAK SPACE}2",
        headline="H",
        deck="",
        answer="",
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
        changes=changes,
        published=None,
        modified=None,
        picture=None,
    )


def show(*seasons: ListedSeason, slug: str = "harbor") -> ShowListing:
    """Return a show with seasons."""
    return ShowListing(slug, slug, "Harbour", "", "en", "TV", "", ShowStatus.RETURNING, seasons)


def entries(one: ListedSeason, slug: str = "harbor") -> tuple[FeedEntry, ...]:
    """Return a season's entries."""
    return season_entries(show(one, slug=slug), one, LINKS, SETTINGS, WORDS)


def ids(*changes: ListedChange) -> list[str]:
    """Return what is last in the ids of a season's entries."""
    return [entry.id.rsplit("/", 1)[1] for entry in entries(season(*changes))]


def test_entry_says_what_changed_and_who_says_so() -> None:
    """The title names the season and the change; the text has certainty, note, source and link."""
    sources = (ListedSource("Wire, A <b>", "https://wire.example/?a=1&b=2"), ListedSource("Me", ""))
    told = change("renewed:renewal", 5, "Season renewed", note="By A & B.", sources=sources)

    (entry,) = entries(season(told))

    assert entry.id == "tag:example.org,2026:/t:harbor/season-2/renewed:renewal"
    assert entry.title == "Harbour, Season 2: Season renewed"
    assert (entry.url, entry.author) == (URL, "Seasons")
    assert (entry.category, entry.category_label) == ("official", "Official")
    assert (entry.updated, entry.published) == (date(2026, 1, 5), date(2026, 1, 5))
    assert entry.summary == "By A & B."
    assert entry.content == (
        "<p>Official</p><p>By A &amp; B.</p>"
        '<p>Source: <a href="https://wire.example/?a=1&amp;b=2">Wire, A &lt;b&gt;</a>; Me</p>'
        f'<p><a href="{URL}">Harbour, Season\N{NO-BREAK SPACE}2</a></p>'
    )


def test_entry_holds_the_words_and_the_reason() -> None:
    """Whoever reads only the feed learns who said it, how, and what a guess rests on."""
    said = change("a", 5, confidence=Confidence.ON_RECORD, by="The <director>", quote="We & I.")
    guess = change("b", 4, confidence=Confidence.SPECULATION, because="A year from then.")
    link = f'<p><a href="{URL}">Harbour, Season\N{NO-BREAK SPACE}2</a></p>'

    assert [entry.content for entry in entries(season(said, guess))] == [
        f"<p>On record: The &lt;director&gt;</p><blockquote><p>We &amp; I.</p></blockquote>{link}",
        f"<p>Speculation</p><p>A year from then.</p>{link}",
    ]


def test_entry_of_the_site_itself_has_no_certainty() -> None:
    """What the site says of itself is neither official nor rumoured."""
    (entry,) = entries(season(change("b", 4, confidence=None)))

    assert (entry.category, entry.category_label) == ("", "")
    assert entry.content == f'<p><a href="{URL}">Harbour, Season\N{NO-BREAK SPACE}2</a></p>'


def test_entries_leave_out_what_spoils() -> None:
    """Only what harms nobody is told in feeds."""
    assert ids(
        change("a", 5, spoils="premise"),
        change("b", 4, spoils="S01E08"),
        change("c", 3, spoils="source"),
    ) == ["a"]


def test_entries_tell_a_headline_once() -> None:
    """A claim that moves two axes under one headline is one entry; a later repeat is another."""
    assert ids(
        change("x:release", 5, "Same"), change("x:production", 5, "Same"), change("y", 4, "Same")
    ) == ["x:release", "y"]


def test_entries_of_one_key_differ() -> None:
    """Two revisions of one day have two ids, and leaving one out does not rename the other."""
    first, second = change("revision:2026-01-05", 5, "One"), change("revision:2026-01-05", 5, "Two")
    hidden = replace(first, spoils="S01")

    assert sorted(ids(first, second)) == ["revision:2026-01-05", "revision:2026-01-05:2"]
    assert ids(hidden, second) == ["revision:2026-01-05:2"]


def test_entries_are_newest_first_by_when_they_were_told() -> None:
    """What was said long ago and told today is today's news."""
    late = replace(change("late", 1), added=date(2026, 3, 1))

    assert ids(change("b", 9), change("a", 9), late) == ["late", "b", "a"]


def test_site_entries_hold_the_newest_of_all_shows() -> None:
    """All seasons' entries are merged, and only the newest are kept."""
    shows = [
        show(season(change("a", 1), change("b", 3)), slug="one"),
        show(season(change("c", 2), change("d", 4)), slug="two"),
    ]

    with open_records(None, "test") as records:
        for listing in shows:
            told = season_entries(listing, listing.seasons[0], LINKS, SETTINGS, WORDS)
            records.set_rows(listing.slug, feed_rows(FEED, told))
        newest = site_entries(records, most=3)

    assert [entry.id[-1] for entry in newest] == ["d", "b", "c"]


def test_site_feed_takes_so_many_of_one_show() -> None:
    """A show with much to tell leaves room for others, and its newest are taken."""
    told = entries(season(*(change(f"c{day:02d}", day) for day in range(1, 31))))
    rows = list(feed_rows(FEED, told))

    assert len(rows) == 20
    assert min(row.sort for row in rows) > told[20].updated.isoformat()


def test_entries_of_a_real_log_have_lasting_ids(views: Callable[..., Any]) -> None:
    """Ids stay the same when the article's addresses, headline and publication change."""
    index = "content/shows/harbor/season-2/index.md"

    def told(made: Any) -> list[str]:
        listing = made.listing
        told = season_entries(listing, listing.seasons[1], made.links, made.settings, WORDS)
        return [entry.id for entry in told]

    before = told(views())
    after = told(views({index: "---\nheadline: New\npublished: 2025-01-01\n---\n"}))

    assert len(before) == len(set(before)) > 3
    assert before == after
