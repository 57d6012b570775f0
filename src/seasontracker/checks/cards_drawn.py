"""Titles and names can be set in the fonts of social cards; else cards are not drawn, or say less.

The title in its own script is dispensable beside another, and is left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.checks.tracked import TrackedShow
from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.models import Located, SiteSettings

_SWITCH_OFF = "or leave cards out with `social_cards: no`"


def check(show: TrackedShow) -> Iterator[Diagnostic]:
    if not show.unit.settings.value.social_cards:
        return
    main, cast, unset = show.unit.loaded.show, show.unit.loaded.cast, show.unset
    if unset.title:
        yield main.diagnostic(
            Code.UNDRAWN_CARD,
            ("title",),
            f"{_lacking(unset.title)}, so no page of the show gets a social card",
            "write the title in Latin letters and this one as `original_title`; pages share their "
            "head picture until then",
        )
    elif unset.network:
        yield main.diagnostic(
            Code.UNDRAWN_CARD,
            ("network", "name"),
            f"{_lacking(unset.network)}, so social cards leave out what names the network",
            f"write the network's name in Latin letters, {_SWITCH_OFF}",
        )
    for person, marks in unset.people.items():
        assert cast is not None
        yield cast.diagnostic(
            Code.UNDRAWN_CARD,
            ("people", person, "name"),
            f"{_lacking(marks)}, so the person's page gets no social card",
            "write the name in Latin letters and this one as `original_name`",
        )


def check_site(settings: Located[SiteSettings], unset: str) -> Iterator[Diagnostic]:
    """Yield a finding when the fonts lack characters of the site's title."""
    if unset and settings.value.social_cards:
        yield settings.diagnostic(
            Code.UNDRAWN_CARD,
            ("title",),
            f"{_lacking(unset)}, so social cards do not name the site",
            f"write the title in Latin letters, {_SWITCH_OFF}",
        )


def _lacking(marks: str) -> str:
    return f"our fonts lack {', '.join(f'`{mark}`' for mark in marks[:3])}"
