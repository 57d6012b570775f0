"""Directives on their way through Markdown: tokens in the text, segments out of the HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct, field

from seasontracker.pages.markdown.directives import DirectiveLine, Step
from seasontracker.pages.markdown.manuscript import Manuscript
from seasontracker.pages.markdown.places import with_places
from seasontracker.pages.markdown.reserved import SLOT_CLOSE, SLOT_OPEN
from seasontracker.pages.markdown.values import DirectiveSegment, HtmlSegment, Segment

_TOKEN = re.compile(f"{SLOT_OPEN}d([0-9]+){SLOT_CLOSE}")

Finish = Callable[[str, str], str]
"""Makes final HTML of a stretch, given the argument of the spoiler around it."""


def with_tokens(manuscript: Manuscript, lines: Sequence[DirectiveLine]) -> str:
    """Return the text with a paragraph in place of each directive, and places in all the rest.

    Markdown reads the text in one piece, so that footnotes and link labels work everywhere.
    """
    parts: list[str] = []
    start = 0
    for number, line in enumerate(lines):
        token = "" if line.step is Step.NOTHING else f"{SLOT_OPEN}d{number}{SLOT_CLOSE}"
        parts += with_places(manuscript, start, line.start), f"\n\n{token}\n\n"
        start = line.end
    parts.append(with_places(manuscript, start, len(manuscript.text)))
    return "".join(parts)


class _Level(Struct):
    """A container that is being filled, or the text itself."""

    line: DirectiveLine | None
    segments: list[Segment] = field(default_factory=list)


def assemble(html: str, lines: Sequence[DirectiveLine], finish: Finish) -> tuple[Segment, ...]:
    """Return the segments of a text whose HTML has tokens where its directives stood."""
    levels = [_Level(None)]
    for stretch, line in _stretches(html, lines):
        finished = finish(stretch, _spoiler(levels))
        if finished:
            levels[-1].segments.append(HtmlSegment(finished))
        if line and line.step is Step.PLACE:
            levels[-1].segments.append(DirectiveSegment(line.name, line.argument, line.location))
        elif line and line.step is Step.OPEN:
            levels.append(_Level(line))
        elif len(levels) > 1:
            _close(levels)
    while len(levels) > 1:
        _close(levels)
    return tuple(levels[0].segments)


def _stretches(
    html: str, lines: Sequence[DirectiveLine]
) -> Iterator[tuple[str, DirectiveLine | None]]:
    start = 0
    for match in _TOKEN.finditer(html):
        first, last = match.span()
        if html.endswith("<p>", start, first) and html.startswith("</p>", last):
            first, last = first - len("<p>"), last + len("</p>")
        yield html[start:first], lines[int(match[1])]
        start = last
    yield html[start:], None


def _spoiler(levels: list[_Level]) -> str:
    spoilers = [level.line for level in levels if level.line and level.line.name == "spoiler"]
    return spoilers[-1].argument if spoilers else ""


def _close(levels: list[_Level]) -> None:
    closed = levels.pop()
    if closed.line:
        segment = DirectiveSegment(
            closed.line.name, closed.line.argument, closed.line.location, tuple(closed.segments)
        )
        levels[-1].segments.append(segment)
