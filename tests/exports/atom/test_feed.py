"""The feed itself: what RFC 4287 requires, whatever the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from hypothesis import given
from hypothesis import strategies as st

from seasontracker.exports.atom import FeedEntry, render_feed
from seasontracker.exports.plain_text import one_line
from seasontracker.models import SiteSettings

NS = "{http://www.w3.org/2005/Atom}"
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
        "content_html": "<p>A &amp; B</p>",
        "author": "Press & Co",
    }
    return FeedEntry(**{**known, **values})


def feed(entries: Sequence[FeedEntry], title: str = "T", updated: date | None = None) -> bytes:
    """Return a feed."""
    return render_feed(
        feed_id="tag:example.org,2026:feed",
        title=title,
        self_url="https://example.org/feed.xml",
        page_url="https://example.org/",
        entries=entries,
        settings=SETTINGS,
        updated=updated,
    )


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

    assert data.startswith(b"<?xml version='1.0' encoding='utf-8'?>\n")
    assert root.get(f"{XML}lang") == "en-GB"
    assert links(root)["alternate"] == "https://example.org/"
    assert root.findtext(f"{NS}author/{NS}uri") == "https://press.example/"
    assert root.find(f"{NS}generator") is not None
    assert root.find(f"{NS}generator").attrib == {}  # type: ignore[union-attr]
    assert one.findtext(f"{NS}summary") == "S"
    assert one.findtext(f"{NS}content") == "<p>A &amp; B</p>"
    assert one.find(f"{NS}content").get("type") == "html"  # type: ignore[union-attr]
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
def test_feed_holds_any_text(title: str, summary: str, html: str) -> None:
    """Whatever an editor writes, the feed is well formed and its titles are what they were."""
    data = feed([entry(title=title, summary=summary, content_html=html, category="a")], title=title)
    root = check(data)

    assert root.findtext(f"{NS}title") == one_line(title)
    assert root.findtext(f"{NS}entry/{NS}title") == one_line(title)


@given(st.text(), st.text())
def test_feed_reads_the_same_every_time(title: str, html: str) -> None:
    """The same entries give the same bytes."""
    entries = [entry(title=title, content_html=html)]

    assert feed(entries) == feed(entries)
