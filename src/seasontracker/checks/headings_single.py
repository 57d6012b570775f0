"""A text has no two headings of level 1: they are shown as those of level 2, below the headline."""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.checks.headings import headings
from seasontracker.checks.passages import ShowTexts
from seasontracker.diagnostics import Code, Diagnostic


def check(texts: ShowTexts) -> Iterator[Diagnostic]:
    for season in texts.seasons.values():
        for passage in (season.article, *season.theories):
            if passage.text.count("# ") < 2:
                continue
            titles = [heading for heading in headings(passage) if heading.level == 1]
            for heading in titles[1:]:
                yield passage.diagnostic(
                    Code.SECOND_TITLE,
                    heading.start,
                    heading.end,
                    "a second heading of level 1",
                    "begin it with `##`; the title of the page is its `headline`",
                )
