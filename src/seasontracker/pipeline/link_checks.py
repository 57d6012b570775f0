"""Checks links between the site's pages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from seasontracker.codec import unpack
from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.diagnostics.suggest import suggestion
from seasontracker.output.lists import ListTables
from seasontracker.pages.links import OutgoingLink
from seasontracker.pipeline.inputs import SHOW


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


def check_links_between(
    records: ListTables, changed: Iterable[str], broken: Collection[str], shows: str
) -> Iterator[Diagnostic]:
    """Report what is wrong with links of changed shows, and with those of others to them.

    `shows` is the path that the addresses of all shows begin with. Pages of a show that is `broken`
    are not known.
    """
    links: dict[OutgoingLink, None] = {}
    for name in sorted(changed):
        for data in (*records.links_of(name), *records.links_to(name)):
            links[unpack(data, OutgoingLink)] = None
    pages: dict[str, frozenset[str]] = {}
    everything: list[str] = []
    for link in links:
        if link_owner(link, shows) in broken:
            continue
        anchors = records.anchors(link.permalink)
        if anchors is None and not everything:
            # Not those about several shows, which a first build does not have yet.
            everything = records.permalinks(SHOW)
        if anchors is not None:
            pages[link.permalink] = anchors
        yield from check_links([link], pages, everything)


def link_owner(link: OutgoingLink, shows: str) -> str:
    """Return the name of the unit whose page a link leads to; empty when it is no show's."""
    if not link.permalink.startswith(shows):
        return ""
    return SHOW + link.permalink.removeprefix(shows).partition("/")[0]


def _hint(link: OutgoingLink, pages: Collection[str]) -> str:
    form = "write `show:slug/season-2`, or the path of its `index.md` from this file"
    if not link.permalink:
        return form
    close = suggestion(link.permalink, sorted(pages))
    if "/shows/" not in close:
        return form
    inside = close.split("/shows/", 1)[1].rstrip("/?`")
    return f"did you mean `show:{inside}`?"
