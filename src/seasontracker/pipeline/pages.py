"""Renders one page, and notes what other pages may link to in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from seasontracker.output.publish import OutputFile
from seasontracker.pages.environment import render
from seasontracker.pages.views.head import Head
from seasontracker.pipeline.workshop import Workshop

_ID = 'id="'


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page ready to be published."""

    permalink: str
    file: OutputFile
    anchors: frozenset[str]
    modified: date | None
    indexable: bool


def render_page(
    workshop: Workshop,
    template_name: str,
    output_path: str,
    head: Head,
    view: Any,
    *,
    modified: date | None,
    possible_anchors: frozenset[str] = frozenset(),
) -> RenderedPage:
    """Render a view through its template; some anchors are on the page only on other days."""
    html = render(workshop.environment, template_name, site=workshop.frame, head=head, page=view)
    return RenderedPage(
        permalink=workshop.links.path(output_path),
        file=OutputFile(output_path, html.encode()),
        anchors=possible_anchors | frozenset(_ids(html)),
        modified=modified,
        indexable=head.indexable and bool(head.canonical),
    )


def _ids(html: str) -> Iterator[str]:
    """Yield the ids of elements; the same words in a text are none."""
    # Looking for the few places is many times faster than an expression that looks at every tag.
    place = html.find(_ID)
    while place >= 0:
        start = place + len(_ID)
        end = html.find('"', start)
        if html[place - 1].isspace() and html.rfind("<", 0, place) > html.rfind(">", 0, place):
            yield html[start:end]
        place = html.find(_ID, start)
