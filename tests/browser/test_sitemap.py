"""The sitemaps validate against the schema of sitemaps.org."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, parse

import pytest
import xmlschema

pytestmark = pytest.mark.browser
OURS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.mark.parametrize("name", ["sitemap.xml", "news-sitemap.xml", "many/sitemap.xml"])
def test_sitemap_is_valid(site: Any, sitemap_schema: Path, name: str) -> None:
    """All that is sitemaps.org's own in a sitemap is as its schema has it."""
    root = parse(site.folder / name).getroot()
    extensions = [one for url in root for one in url if not one.tag.startswith(OURS)]
    for url in root:
        for one in extensions:
            if one in list(url):
                url.remove(one)

    xmlschema.XMLSchema(sitemap_schema).validate(root)
    assert len(root) > 3
    # What the schema leaves to others stands where it lets it stand: last.
    assert {one.tag.partition("}")[0] for one in extensions} <= {
        "{http://www.google.com/schemas/sitemap-image/1.1",
        "{http://www.google.com/schemas/sitemap-news/0.9",
    }


def test_schema_finds_what_is_wrong(sitemap_schema: Path) -> None:
    """The schema is the real one: it refuses what is no sitemap."""
    schema = xmlschema.XMLSchema(sitemap_schema)
    root = Element(f"{OURS}urlset")
    assert not schema.is_valid(root)
    url = Element(f"{OURS}url")
    for tag, text in (("loc", "https://example.org/"), ("lastmod", "yesterday")):
        one = Element(f"{OURS}{tag}")
        one.text = text
        url.append(one)
    root.append(url)
    assert not schema.is_valid(root)
    url[1].text = "2026-11-22"
    assert schema.is_valid(root)
