"""Ids of feeds and entries."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from seasontracker.exports.tags import entry_id, feed_id
from seasontracker.models import SiteSettings

# RFC 4151, section 2.1; `specific` is RFC 3986's pchar, slash and question mark.
TAG = re.compile(
    r"tag:[a-z0-9.-]+,\d{4}(-\d\d(-\d\d)?)?:"
    r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-F]{2})*"
)


def settings(base_url: str) -> SiteSettings:
    return SiteSettings.model_validate({"title": "Seasons", "base_url": base_url})


def test_entry_id_outlives_a_change_of_addresses() -> None:
    """Neither the scheme, nor a port, nor the site's folder is part of it."""
    bases = ("https://example.org", "http://EXAMPLE.org:8000/", "https://example.org/tracker")

    assert {entry_id(settings(base), "harbor", 2, "renewed:renewal") for base in bases} == {
        "tag:example.org,2026:harbor/season-2/renewed:renewal"
    }


def test_feed_id_of_the_site() -> None:
    """The site's own feed has a name that no show's has."""
    assert feed_id(settings("https://example.org")) == "tag:example.org,2026:feed"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_entry_id_is_a_tag(key: str) -> None:
    """Any key makes an id of RFC 4151, such as that of a claim dated `early 2026`."""
    assert TAG.fullmatch(entry_id(settings("https://example.org"), "harbor", 2, key))
