"""No heading skips a level, so that a page has an outline (WCAG 2.2, technique G141)."""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.checks.headings import headings
from seasontracker.checks.passages import ShowTexts
from seasontracker.diagnostics import Code, Diagnostic


def check(texts: ShowTexts) -> Iterator[Diagnostic]:
    for season in texts.seasons.values():
        for passage in (season.article, *season.theories):
            before: int | None = None
            for heading in headings(passage):
                if before is not None and heading.level > before + 1:
                    marks = "#" * (before + 1)
                    yield passage.diagnostic(
                        Code.SKIPPED_HEADING,
                        heading.start,
                        heading.end,
                        f"a heading of level {heading.level} below one of level {before}",
                        f"begin it with `{marks}`",
                    )
                before = heading.level
