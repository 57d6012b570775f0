"""The title of a show can be set in the fonts of social cards; else its pages have none."""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.checks.tracked import TrackedShow
from seasontracker.diagnostics import Code, Diagnostic


def check(show: TrackedShow) -> Iterator[Diagnostic]:
    if show.unset and show.unit.settings.value.social_cards:
        yield show.unit.loaded.show.diagnostic(
            Code.UNDRAWN_CARD,
            ("title",),
            f"our fonts lack {', '.join(f'`{mark}`' for mark in show.unset[:3])}, so no page of "
            "the show gets a social card",
            "write the title in Latin letters and this one as `original_title`; pages share their "
            "head picture until then",
        )
