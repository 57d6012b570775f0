"""Headline and description are no longer than `site.yaml` allows; search results cut them there."""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.models import Located, Season
from seasontracker.site.unit import ShowUnit


def check(unit: ShowUnit) -> Iterator[Diagnostic]:
    limits = unit.settings.value.limits
    for loaded in unit.loaded.seasons:
        season = loaded.season
        yield from _long(
            season, Code.LONG_HEADLINE, "headline", season.value.headline, limits.headline_length
        )
        # What a page has no description for is described by its deck.
        key = "description" if season.value.description else "deck"
        text = season.value.description or season.value.deck or ""
        yield from _long(season, Code.LONG_DESCRIPTION, key, text, limits.description_length)


def _long(
    season: Located[Season], code: Code, key: str, text: str, most: int
) -> Iterator[Diagnostic]:
    if len(text) > most:
        hint = "cut it" if key != "deck" else "cut it, or write a shorter `description:`"
        yield season.diagnostic(
            code, (key,), f"the {key} has {len(text)} characters, more than {most}", hint
        )
