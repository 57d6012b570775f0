"""The sitemap and robots.txt."""

from __future__ import annotations

from datetime import date, timedelta
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasontracker.clock import Clock
from seasontracker.exports.sitemap import (
    MOST_NEWS,
    NewsEntry,
    SitemapEntry,
    has_news,
    news_entries,
    news_row,
    render_news_sitemap,
    render_robots,
    render_sitemaps,
    sitemap_entries,
    sitemap_row,
)
from seasontracker.models import SiteSettings
from seasontracker.output.records import open_records
from seasontracker.site.permalinks import Permalinks

SETTINGS = SiteSettings.model_validate({"title": "S", "base_url": "https://example.org/tracker/"})
LINKS = Permalinks.of(SETTINGS)
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
NS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def listed(root: Element, tag: str) -> list[tuple[str | None, str | None]]:
    """Return addresses and days of a sitemap."""
    return [
        (one.findtext(f"{NS}loc"), one.findtext(f"{NS}lastmod")) for one in root.iter(f"{NS}{tag}")
    ]


def test_sitemap_is_sorted_and_honest() -> None:
    """Addresses are in order; a page without a known day has none."""
    with open_records(None, "test") as records:
        for url, day in (("b/?a=1&b=2", None), ("a/", date(2026, 2, 5))):
            row = sitemap_row(f"https://example.org/tracker/{url}", day)
            records.set_rows(url, [row])
        entries = sitemap_entries(records)

    ((path, data),) = render_sitemaps(entries, LINKS)

    assert path == "sitemap.xml"
    assert listed(fromstring(data), "url") == [
        ("https://example.org/tracker/a/", "2026-02-05"),
        ("https://example.org/tracker/b/?a=1&b=2", None),
    ]


def test_sitemap_past_the_limit_is_an_index() -> None:
    """More addresses than one file may hold are split; a part with an unknown day has none."""
    entries = [
        SitemapEntry(f"https://example.org/tracker/{name}/", day)
        for name, day in zip(
            "abcde",
            (date(2026, 1, 1), date(2026, 1, 3), date(2026, 1, 2), None, date(2026, 1, 4)),
            strict=True,
        )
    ]

    (index_path, index), *parts = render_sitemaps(entries, LINKS, most=2)

    assert index_path == "sitemap.xml"
    assert listed(fromstring(index), "sitemap") == [
        ("https://example.org/tracker/sitemap-1.xml", "2026-01-03"),
        ("https://example.org/tracker/sitemap-2.xml", None),
        ("https://example.org/tracker/sitemap-3.xml", "2026-01-04"),
    ]
    assert [path for path, _ in parts] == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    assert sum(len(listed(fromstring(data), "url")) for _, data in parts) == len(entries)


@given(
    st.lists(
        st.tuples(st.text("ab\N{HANGUL SYLLABLE HA}", max_size=9), st.booleans()), max_size=40
    ),
    st.integers(1, 9),
    st.integers(300, 3000),
)
def test_no_file_of_the_sitemap_is_too_large(
    pages: list[tuple[str, bool]], most: int, most_bytes: int
) -> None:
    """Neither too many addresses nor too many bytes stand in one, and none is lost."""
    entries = [
        SitemapEntry(f"https://example.org/tracker/{name}/", None, "https://x/y" if image else "")
        for name, image in pages
    ]
    files = render_sitemaps(entries, LINKS, most=most, most_bytes=most_bytes)
    parts = files[1:] or files

    found = [url for _, data in parts for url, _ in listed(fromstring(data), "url")]
    assert found == [entry.url for entry in entries]
    for _, data in parts:
        urls = listed(fromstring(data), "url")
        assert len(urls) <= most
        # Around the addresses stands the root element, which is the same in every file.
        assert len(urls) <= 1 or len(data) - 210 <= most_bytes
    assert len(files) == 1 or len(parts) > 1


def test_sitemap_names_the_picture_of_a_page() -> None:
    """The picture at a page's head is in the sitemap, in Google's own words."""
    entry = SitemapEntry("https://example.org/a/", None, "https://example.org/a/roof.png?a=1&b=2")

    ((_, data),) = render_sitemaps([entry, SitemapEntry("https://example.org/b/", None)], LINKS)

    images = [one.findtext(f"{IMAGE}image/{IMAGE}loc") for one in fromstring(data)]
    assert images == ["https://example.org/a/roof.png?a=1&b=2", None]


def test_news_is_news_for_two_days() -> None:
    """An article has `news:news` on the day of its first publication and on the next."""
    published = date(2026, 11, 20)
    news = []
    for day in (20, 21, 22):
        clock = Clock(date(2026, 11, day))
        row = news_row("https://example.org/a/", "A & B", published, date(2026, 11, 21), clock)
        with open_records(None, "test") as records:
            records.set_rows("a", [row])
            assert has_news(records)
            root = fromstring(render_news_sitemap(news_entries(records), SETTINGS))
        (found,) = root
        assert found.findtext(f"{NS}loc") == "https://example.org/a/"
        assert found.findtext(f"{NS}lastmod") == "2026-11-21"
        news.append(found.find(f"{NEWS}news"))
        assert clock.valid_until == (None if day == 22 else date(2026, 11, 22))

    assert [one is not None for one in news] == [True, True, False]
    assert news[0] is not None
    assert [(one.tag.removeprefix(NEWS), one.text) for one in news[0].iter() if len(one) == 0] == [
        ("name", "S"),
        ("language", "en"),
        ("publication_date", "2026-11-20"),
        ("title", "A & B"),
    ]


@pytest.mark.parametrize(
    ("language", "expected"), [("pt-BR", "pt"), ("zh-TW", "zh-tw"), ("ko", "ko")]
)
def test_news_names_its_language(language: str, expected: str) -> None:
    """Google wants two letters, but for two forms of Chinese."""
    settings = SETTINGS.model_copy(update={"language": language})
    entry = NewsEntry("https://example.org/a/", "A", date(2026, 1, 1), None, is_new=True)

    root = fromstring(render_news_sitemap([entry], settings))

    assert [one.text for one in root.iter(f"{NEWS}language")] == [expected]


def test_news_is_as_long_as_it_may_be() -> None:
    """Of more articles than a sitemap of news may hold, the newest are there."""
    clock = Clock(date(2026, 11, 20))
    with open_records(None, "test") as records:
        rows = [
            news_row(
                f"https://example.org/{at}/", "A", date(2000, 1, 1) + timedelta(at), None, clock
            )
            for at in range(MOST_NEWS + 5)
        ]
        records.set_rows("a", rows)
        entries = news_entries(records)

    assert len(entries) == MOST_NEWS
    assert entries[0].url == f"https://example.org/{MOST_NEWS + 4}/"


def test_robots_names_the_sitemaps() -> None:
    """Everybody may read everything."""
    alone = "User-agent: *\nDisallow:\n\nSitemap: https://example.org/tracker/sitemap.xml\n"
    news = "Sitemap: https://example.org/tracker/news-sitemap.xml\n"

    assert render_robots(SETTINGS, LINKS, has_news=False) == alone
    assert render_robots(SETTINGS, LINKS, has_news=True) == alone + news


def test_robots_of_a_hidden_site_shuts_everybody_out() -> None:
    """A site that is not to be listed says so for its own folder."""
    hidden = SETTINGS.model_copy(update={"indexable": False})
    at_root = hidden.model_copy(update={"base_url": "https://example.org"})

    assert render_robots(hidden, LINKS, has_news=True) == "User-agent: *\nDisallow: /tracker/\n"
    assert render_robots(at_root, Permalinks.of(at_root), has_news=False) == (
        "User-agent: *\nDisallow: /\n"
    )
