"""Addresses of networks tell their names apart."""

from __future__ import annotations

import pytest

from seasontracker.site.networks import network_slug
from seasontracker.site.slugs import latin_slug


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Netflix", "netflix"),
        ("NETFLIX", "netflix"),
        ("Apple TV+", "apple-tv-plus"),
        ("A&E", "a-and-e"),
        ("Télé-Québec", "tele-quebec"),
        ("Int\u2019l Channel", "intl-channel"),
        ("TV\u30004!", "tv-4"),
    ],
)
def test_name_of_latin_letters_is_spelled(name: str, slug: str) -> None:
    """Letters lose their accents, signs that tell names apart are words, all else divides words."""
    assert network_slug(name) == slug


def test_names_that_no_address_can_spell_have_addresses_of_their_own() -> None:
    """Letters of other scripts, signs alone and very long names are told apart by a digest."""
    names = ["👻📺", "🎬🎬", "???", "!!!", "网络", "فضائية", "فضائي", "a" * 101, "a" * 102]
    slugs = {network_slug(name) for name in names}

    assert len(slugs) == len(names)
    assert all(slug == latin_slug(slug) for slug in slugs)
    assert "network" not in slugs
    assert {network_slug(name) for name in names} == slugs
