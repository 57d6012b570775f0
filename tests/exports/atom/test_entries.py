"""What feeds tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from seasontracker.exports.atom import feed_rows, season_entries, site_entries
from seasontracker.models import SiteSettings
from seasontracker.models.vocabulary import Confidence
from seasontracker.output.records import open_records
from seasontracker.site.listing import ListedChange, ListedSeason, ShowListing
from seasontracker.site.permalinks import Permalinks
from seasontracker.tracking.release import ReleaseState
from seasontracker.tracking.status import ShowStatus
from seasontracker.wording.catalogue import load_words

SETTINGS = SiteSettings.model_validate({"title": "Seasons", "base_url": "https://example.org/t"})
LINKS = Permalinks.of(SETTINGS)
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
    return ShowListing(slug, "Harbour", "", "en", "TV", "", ShowStatus.RETURNING, seasons)


def ids(*changes: ListedChange) -> list[str]:
    """Return what is last in the ids of a season's entries."""
    one = season(*changes)
    return [entry.id.rsplit("/", 1)[1] for entry in season_entries(show(one), one, LINKS, SETTINGS)]


def test_entry_says_what_changed_and_no_more() -> None:
    """The title names the season and the change; the text holds the note and a link."""
    one = season(change("renewed:renewal", 5, "Season renewed", note='By A & B, said "yes".'))

    (entry,) = season_entries(show(one), one, LINKS, SETTINGS)

    assert entry.id == "tag:example.org,2026:harbor/season-2/renewed:renewal"
    assert entry.title == "Harbour, Season 2: Season renewed"
    assert (entry.url, entry.author, entry.category) == (URL, "Seasons", "official")
    assert (entry.updated, entry.published) == (date(2026, 1, 5), date(2026, 1, 5))
    assert entry.summary == 'By A & B, said "yes".'
    assert entry.content_html == (
        '<p>By A &amp; B, said "yes".</p>'
        f'<p><a href="{URL}">Harbour, Season\N{NO-BREAK SPACE}2</a></p>'
    )


def test_entry_says_how_certain_it_is() -> None:
    """With words, certainty is told to people too; what the site itself says has none."""
    one = season(
        change("a:release", 5, confidence=Confidence.REPORTED), change("b", 4, confidence=None)
    )

    claimed, own = season_entries(show(one), one, LINKS, SETTINGS, load_words("en"))

    assert (claimed.category, claimed.category_label) == ("reported", "Reported")
    assert claimed.content_html.startswith("<p>Reported</p>")
    assert (own.category, own.category_label) == ("", "")


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
            records.set_rows(listing.slug, feed_rows(listing, LINKS, SETTINGS))
        entries = site_entries(records, most=3)

    assert [entry.id[-1] for entry in entries] == ["d", "b", "c"]


def test_entries_of_a_real_log_have_lasting_ids(views: Callable[..., Any]) -> None:
    """Ids stay the same when the article's addresses, headline and publication change."""
    index = "content/shows/harbor/season-2/index.md"

    def told(made: Any) -> list[str]:
        listing = made.listing
        entries = season_entries(listing, listing.seasons[1], made.links, made.settings)
        return [entry.id for entry in entries]

    before = told(views())
    after = told(views({index: "---\nheadline: New\npublished: 2025-01-01\n---\n"}))

    assert len(before) == len(set(before)) > 3
    assert before == after
