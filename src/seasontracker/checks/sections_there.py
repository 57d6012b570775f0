"""What headline, deck and description announce has its part of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seasontracker.checks.headings import headings
from seasontracker.checks.tracked import TrackedSeason, TrackedShow
from seasontracker.diagnostics import Code, Diagnostic

_TOPICS = (
    (re.compile(r"\bplot\b", re.I), re.compile(r"plot|story|synopsis|about|happen", re.I)),
    (re.compile(r"\bwhere to (?:watch|stream)\b", re.I), re.compile(r"watch|stream", re.I)),
    (re.compile(r"\btheories\b", re.I), re.compile(r"theor", re.I)),
    (re.compile(r"\bepisode (?:guide|list|titles)\b", re.I), re.compile(r"episode", re.I)),
    (re.compile(r"\brecap\b", re.I), re.compile(r"recap|so far|happened|story|plot|season", re.I)),
    (re.compile(r"\bending explained\b", re.I), re.compile(r"end", re.I)),
)
"""What a promise says, and what the heading of its part says."""


def check(show: TrackedShow) -> Iterator[Diagnostic]:
    if not show.is_english:
        return
    for season in show.seasons:
        texts = season.texts
        for passage in texts.promises:
            for promise, part in _TOPICS:
                match = promise.search(passage.words)
                if match is None or _has_data(season, match[0].lower()):
                    continue
                if any(part.search(heading.text) for heading in headings(texts.article)):
                    continue
                yield passage.diagnostic(
                    Code.MISSING_SECTION,
                    *match.span(),
                    f"the {passage.key} promises `{match[0]}`, but no part of the page is about it",
                    "write the part under a heading of its own, or leave the words out",
                )


def _has_data(season: TrackedSeason, topic: str) -> bool:
    """Return whether the page has a component about a topic."""
    loaded = season.loaded
    if topic == "plot":
        return loaded.season.value.synopsis is not None
    if topic.startswith("where"):
        return bool(loaded.media and loaded.media.value.offers)
    if topic == "theories":
        return bool(loaded.theories)
    return topic.startswith("episode") and bool(season.standing.episodes)
