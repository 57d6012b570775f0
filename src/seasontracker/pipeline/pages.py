"""What a page is rendered from, and rendering it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from msgspec import Struct

from seasontracker.output.publish import OutputFile
from seasontracker.pages.environment import render
from seasontracker.pages.views.head import Head
from seasontracker.pipeline.workshop import Press

_ID = 'id="'


class PageContent(Struct, frozen=True):
    """A compiled page: all that it is rendered from, beside templates and what all pages share."""

    template: str
    output_path: str
    head: Head
    view: Any
    """A frozen dataclass of `pages.views`."""
    modified: date | None
    possible_anchors: frozenset[str] = frozenset()
    """Ids that are on the page only on other days."""

    @property
    def indexable(self) -> bool:
        """Whether search engines are to know it."""
        return self.head.indexable and bool(self.head.canonical)


class RenderedPage(Struct, frozen=True):
    """A page ready to be published."""

    permalink: str
    file: OutputFile
    anchors: frozenset[str]
    """The ids that other pages may link to."""


def render_page(press: Press, page: PageContent) -> RenderedPage:
    """Render a page through its template; raises what Jinja raises."""
    html = render(
        press.environment,
        page.template,
        site=press.workshop.frame,
        head=page.head,
        page=page.view,
    )
    return RenderedPage(
        permalink=press.workshop.links.path(page.output_path),
        file=OutputFile(page.output_path, html.encode()),
        anchors=page.possible_anchors | frozenset(_ids(html)),
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
