"""The feed itself: what RFC 4287 requires, whatever the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from types import SimpleNamespace
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import feedparser
from hypothesis import given
from hypothesis import strategies as st

from seasontracker.exports.feeds import Feed, FeedEntry, render_atom, season_entries
from seasontracker.exports.plain_text import legal_text, one_line
from seasontracker.models import SiteSettings
from seasontracker.models.vocabulary import Confidence
from seasontracker.site.listing import ListedChange, ListedSource
from seasontracker.site.permalinks import Permalinks
from seasontracker.wording.catalogue import load_words

NS = "{http://www.w3.org/2005/Atom}"
XHTML = "{http://www.w3.org/1999/xhtml}"
XML = "{http://www.w3.org/XML/1998/namespace}"
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
SETTINGS = SiteSettings.model_validate(
    {
        "title": "Seasons",
        "base_url": "https://example.org",
        "language": "en-GB",
        "timezone": "Asia/Seoul",
        "publisher": {"name": "Press & Co", "url": "https://press.example/"},
    }
)


def entry(name: str = "a", day: int = 5, **values: Any) -> FeedEntry:
    """Return an entry of January 2026."""
    told = date(2026, 1, day)
    known: dict[str, Any] = {
        "id": f"tag:example.org,2026:{name}",
        "title": name,
        "url": "https://example.org/a/",
        "updated": told,
        "published": told,
        "summary": "",
        "said": told,
        "content": '<p>A &amp; <a href="https://example.org/a/">B</a></p>',
        "author": "Press & Co",
    }
    return FeedEntry(**{**known, **values})


def feed(
    entries: Sequence[FeedEntry],
    title: str = "T",
    text: str = "All.",
    updated: date | None = None,
) -> bytes:
    """Return a feed."""
    told = Feed(
        id="tag:example.org,2026:feed",
        title=title,
        text=text,
        page="https://example.org/",
        entries=tuple(entries),
        updated=updated,
    )
    return render_atom(told, SETTINGS, Permalinks.of(SETTINGS), load_words("en"))


def links(element: Element) -> dict[str | None, str | None]:
    """Return an element's links by their relation."""
    return {link.get("rel"): link.get("href") for link in element.findall(f"{NS}link")}


def check(data: bytes) -> Element:
    """Check what RFC 4287 requires (its sections 4.1.1, 4.1.2 and 3.3), and return the feed."""
    root = fromstring(data)
    assert root.tag == f"{NS}feed"
    assert links(root)["self"]
    assert root.find(f"{NS}author/{NS}name") is not None
    ids = []
    for element in [root, *root.findall(f"{NS}entry")]:
        for tag in ("id", "title", "updated"):
            assert len(element.findall(f"{NS}{tag}")) == 1
        for tag in ("updated", "published"):
            for found in element.findall(f"{NS}{tag}"):
                assert DATE.fullmatch(found.text or "")
        assert all((url or "").startswith("https://") for url in links(element).values())
        ids.append(element.findtext(f"{NS}id"))
    assert len(ids) == len(set(ids))
    return root


def test_feed_is_complete() -> None:
    """Language, links, author and generator are there, and nothing of our version."""
    data = feed([entry(summary="S", category="official", category_label="Official")])
    root = check(data)
    (one,) = root.findall(f"{NS}entry")

    assert data.startswith(
        b"<?xml version='1.0' encoding='utf-8'?>\n"
        b'<?xml-stylesheet type="text/css" href="/feed.css"?>\n'
    )
    assert root.get(f"{XML}lang") == "en-GB"
    assert {link.get("type"): link.get("href") for link in root.findall(f"{NS}link")} == {
        "application/atom+xml": "https://example.org/feed.xml",
        "text/html": "https://example.org/",
        "application/feed+json": "https://example.org/feed.json",
    }
    assert root.findtext(f"{NS}author/{NS}uri") == "https://press.example/"
    assert root.find(f"{NS}generator") is not None
    assert root.find(f"{NS}generator").attrib == {}  # type: ignore[union-attr]
    assert one.findtext(f"{NS}summary") == "S"
    assert one.find(f"{NS}content").get("type") == "xhtml"  # type: ignore[union-attr]
    assert one.findtext(f"{NS}content/{XHTML}div/{XHTML}p") == "A & "
    assert one.find(f"{NS}content/{XHTML}div/{XHTML}p/{XHTML}a") is not None
    assert one.find(f"{NS}category").attrib == {  # type: ignore[union-attr]
        "term": "official",
        "label": "Official",
    }
    assert one.find(f"{NS}author") is None


def test_feed_names_another_author() -> None:
    """An entry by somebody else says so."""
    root = check(feed([entry(author="Kim")]))

    assert root.findtext(f"{NS}entry/{NS}author/{NS}name") == "Kim"


def test_feed_is_as_new_as_its_newest_entry() -> None:
    """Without entries, the day that is given stands in; without that, none is invented."""
    newest = check(feed([entry("a", 5), entry("b", 9)], updated=date(2026, 6, 1)))
    empty = check(feed([], updated=date(2026, 6, 1)))

    assert newest.findtext(f"{NS}updated") == "2026-01-09T00:00:00+09:00"
    assert empty.findtext(f"{NS}updated") == "2026-06-01T00:00:00+09:00"
    assert (check(feed([])).findtext(f"{NS}updated") or "").startswith("1970-01-01")


@given(st.text(), st.text(), st.text())
def test_feed_holds_any_text(title: str, summary: str, text: str) -> None:
    """Whatever an editor writes, the feed is well formed and its titles are what they were."""
    data = feed([entry(title=title, summary=summary, category="a")], title=title, text=text)
    root = check(data)

    assert root.findtext(f"{NS}title") == one_line(title)
    assert root.findtext(f"{NS}entry/{NS}title") == one_line(title)


@given(st.text(), st.text())
def test_entry_holds_any_text(note: str, source: str) -> None:
    """What a claim says, and whom it names, stays text in the feed of a season."""
    change = ListedChange(
        key="a",
        day=date(2026, 1, 5),
        added=date(2026, 1, 5),
        title="A",
        note=note,
        confidence=Confidence.OFFICIAL,
        spoils="none",
        sources=(ListedSource(source, "https://wire.example/"),),
    )
    season = SimpleNamespace(number=2, name="S2", name_within="", changes=(change,))
    show = SimpleNamespace(slug="harbor", id="harbor", title="Harbour")
    links = Permalinks.of(SETTINGS)
    told = season_entries(show, season, links, SETTINGS, load_words("en"))  # type: ignore[arg-type]
    root = check(feed(told))

    paragraphs = root.findall(f"{NS}entry/{NS}content/{XHTML}div/{XHTML}p")
    assert all(len(one) <= 1 for one in paragraphs)
    linked = "".join(paragraphs[-2].itertext()).removeprefix("Source: ")
    assert linked == legal_text(source)


@given(st.text(), st.text())
def test_feed_reads_the_same_every_time(title: str, text: str) -> None:
    """The same entries give the same bytes."""
    entries = [entry(title=title)]

    assert feed(entries, text=text) == feed(entries, text=text)


def test_feed_is_read_by_feedparser() -> None:
    """A known reader finds everything where it looks for it, and nothing to complain about."""
    told = [entry("a", 9, summary="S & T", category="official", category_label="Official")]
    found = feedparser.parse(feed([*told, entry("b", 5)], title="A & B", text="Each <change>."))

    assert not found.bozo
    assert found.version == "atom10"
    assert found.feed.title == "A & B"
    assert found.feed.id == "tag:example.org,2026:feed"
    assert found.feed.link == "https://example.org/"
    assert found.feed.subtitle.startswith("<p>Each &lt;change&gt;.</p>")
    assert found.feed.updated_parsed[:3] == (2026, 1, 8)  # midnight in Seoul
    assert [one.id for one in found.entries] == [
        "tag:example.org,2026:a",
        "tag:example.org,2026:b",
    ]
    one = found.entries[0]
    assert (one.title, one.summary, one.link) == ("a", "S & T", "https://example.org/a/")
    assert one.tags == [{"term": "official", "label": "Official", "scheme": None}]
    assert one.content[0].type == "application/xhtml+xml"
    assert '<a href="https://example.org/a/">B</a>' in one.content[0].value
