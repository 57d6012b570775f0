"""Checks links between the site's pages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.diagnostics.suggest import suggestion
from seasontracker.pages.links import OutgoingLink


def check_links(
    outgoing: Iterable[OutgoingLink],
    pages: Mapping[str, Collection[str]],
    others: Collection[str] = (),
) -> Iterator[Diagnostic]:
    """Report links to pages and anchors that are not there.

    `pages` has the ids of every page that is linked to; `others` are more addresses to suggest.
    """
    for link in outgoing:
        if link.permalink not in pages:
            yield Diagnostic(
                Code.BROKEN_LINK,
                link.location,
                f"`{link.target}` is no page of this site",
                _hint(link, others or pages),
                link.excerpt,
            )
        elif link.anchor and link.anchor not in pages[link.permalink]:
            yield Diagnostic(
                Code.BROKEN_ANCHOR,
                link.location,
                f"`#{link.anchor}` is no place on that page",
                suggestion(
                    link.anchor,
                    sorted(pages[link.permalink]),
                    otherwise="anchors are made from headings and component names",
                ),
                link.excerpt,
            )


def _hint(link: OutgoingLink, pages: Collection[str]) -> str:
    form = "write `show:slug/season-2`, or the path of its `index.md` from this file"
    if not link.permalink:
        return form
    close = suggestion(link.permalink, sorted(pages))
    if "/shows/" not in close:
        return form
    inside = close.split("/shows/", 1)[1].rstrip("/?`")
    return f"did you mean `show:{inside}`?"
