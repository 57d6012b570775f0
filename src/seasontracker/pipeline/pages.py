"""Renders one page, and notes what other pages may link to in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from seasontracker.output.publish import OutputFile
from seasontracker.pages.environment import render
from seasontracker.pages.views.head import Head
from seasontracker.pipeline.workshop import Workshop

_ID = re.compile(r'<[a-z][^<>]*?\sid="([^"]+)"')


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
        anchors=possible_anchors | frozenset(_ID.findall(html)),
        modified=modified,
        indexable=head.indexable and bool(head.canonical),
    )
