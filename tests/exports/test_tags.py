"""Ids of feeds and entries."""

from __future__ import annotations

import re
import shutil
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from seasontracker.exports.tags import entry_id, event_uid, feed_id
from seasontracker.models import SiteSettings

# RFC 4151, section 2.1; `specific` is RFC 3986's pchar, slash and question mark.
TAG = re.compile(
    r"tag:[a-z0-9.-]+,\d{4}(-\d\d(-\d\d)?)?:"
    r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-F]{2})*"
)


def settings(base_url: str, site_id: str | None = None) -> SiteSettings:
    return SiteSettings.model_validate({"title": "Seasons", "base_url": base_url, "id": site_id})


def test_entry_id_outlives_a_change_of_addresses() -> None:
    """Neither scheme nor port is part of it, nor the host of a site that says its id."""
    found = {
        entry_id(settings(base, site_id), "harbor", 2, "renewed:renewal")
        for base, site_id in (
            ("https://example.org", None),
            ("http://EXAMPLE.org:8000/", None),
            ("https://new.example/seasons/", "example.org"),
        )
    }

    assert found == {"tag:example.org,2026:harbor/season-2/renewed:renewal"}


def test_sites_on_one_host_have_ids_of_their_own() -> None:
    """Languages in folders and projects of one host tell their feeds and events apart."""
    sites = [
        settings("https://example.org/"),
        settings("https://example.org/en/"),
        settings("https://example.org/de/"),
        settings("https://other.example/", "example.org/fr"),
    ]

    assert [feed_id(one) for one in sites] == [
        "tag:example.org,2026:feed",
        "tag:example.org,2026:/en:feed",
        "tag:example.org,2026:/de:feed",
        "tag:example.org,2026:/fr:feed",
    ]
    assert [event_uid(one, "harbor", 2, "release") for one in sites] == [
        "harbor.season-2.release@example.org",
        "harbor.season-2.release@example.org/en",
        "harbor.season-2.release@example.org/de",
        "harbor.season-2.release@example.org/fr",
    ]


def test_a_renamed_show_keeps_its_ids(make_project: Any, run: Any) -> None:
    """With the old name as `id`, no feed and no calendar takes the old news for new."""
    files = {
        "season-1/index.md": "---\nheadline: Harbour\npublished: 2026-01-01\n---\nIslands.\n",
        "season-1/status.yaml": (
            "- {date: 2026-01-02, release: 2026-12-01, confidence: speculation, because: So.}\n"
            "- {date: 2026-02-01, release: 2026-12-24, confidence: official, source: a}\n"
        ),
        "sources.yaml": "a: {publisher: Net, title: News, url: 'https://a.example/'}\n",
    }
    show = "title: Harbour\nnetwork: Net\nsummary: Ships.\n"
    found = []
    for slug, more in (
        ("harbour-nine", ""),
        ("harbour-nine-uk", "id: harbour-nine\naliases: [/shows/harbour-nine/]\n"),
    ):
        root = make_project(
            {
                **{f"content/shows/{slug}/{name}": text for name, text in files.items()},
                f"content/shows/{slug}/show.yaml": more + show,
            }
        )
        outcome = run("build", "--today", "2026-11-22", "--jobs", "1")
        assert outcome.code == 0, outcome.stderr
        assert "ST315" not in outcome.stderr
        folder = root / "build" / "shows" / slug
        text = "".join(
            (one / name).read_text()
            for one in (folder, folder / "season-1", root / "build")
            for name in ("feed.xml", "feed.json", "calendar.ics", "windows.ics")
        )
        found.append(re.findall(r"<id>.*?</id>|\"id\":\"[^\"]*\"|^UID:.*", text, re.M))

        shutil.rmtree(root / "content/shows" / slug)

    assert found[0] == found[1]
    assert any("season-1" in one for one in found[0])


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_entry_id_is_a_tag(key: str) -> None:
    """Any key makes an id of RFC 4151, such as that of a claim dated `early 2026`."""
    assert TAG.fullmatch(entry_id(settings("https://example.org"), "harbor", 2, key))
