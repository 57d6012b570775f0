"""The site, its publisher, and the page itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from seasontracker.exports.json_ld.ids import absolute, publisher_id, website_id
from seasontracker.exports.json_ld.nodes import Node, node, ref, refs, script_text
from seasontracker.exports.json_ld.people import person_node
from seasontracker.models import SiteSettings
from seasontracker.pages.views.head import Crumb
from seasontracker.pages.views.people import PersonView
from seasontracker.site.permalinks import Permalinks

_LEAST_CRUMBS = 2
"""A trail of one page leads nowhere."""


def site_graph(
    settings: SiteSettings,
    links: Permalinks,
    *,
    name: str,
    description: str,
    url: str,
    crumbs: Sequence[Crumb],
    person: PersonView | None = None,
) -> str:
    """Return the graph of a page about several shows; without a URL, that of the site alone."""
    nodes = [*site_nodes(settings, links)]
    if url:
        entity = [person_node(links, person)] if person else []
        nodes += page_nodes(
            settings,
            links,
            url,
            crumbs,
            name=name,
            description=description,
            mainEntity=refs(entity),
        )
        nodes += entity
    return script_text(nodes)


def site_nodes(settings: SiteSettings, links: Permalinks) -> tuple[Node, ...]:
    """Return the site and its publisher."""
    home = links.absolute(links.home)
    publisher = settings.publisher
    return (
        node(
            "WebSite",
            website_id(links),
            url=home,
            name=settings.title,
            description=settings.description or settings.tagline or "",
            inLanguage=settings.language,
            publisher=ref(publisher_id(links)),
        ),
        node(
            "Organization",
            publisher_id(links),
            name=publisher.name if publisher else settings.title,
            url=publisher.url if publisher else home,
        ),
    )


def page_nodes(
    settings: SiteSettings,
    links: Permalinks,
    url: str,
    crumbs: Sequence[Crumb],
    **properties: Any,
) -> tuple[Node, ...]:
    """Return a page and the way to it."""
    address = absolute(links, url)
    trail_id = f"{address}#breadcrumb" if len(crumbs) >= _LEAST_CRUMBS else ""
    page = node(
        "WebPage",
        address,
        url=address,
        inLanguage=settings.language,
        isPartOf=ref(website_id(links)),
        breadcrumb=ref(trail_id) if trail_id else None,
        **properties,
    )
    if not trail_id:
        return (page,)
    steps = [
        node(
            "ListItem",
            position=position,
            name=crumb.name,
            item=node("WebPage", absolute(links, crumb.url)) if crumb.url else ref(address),
        )
        for position, crumb in enumerate(crumbs, start=1)
    ]
    return page, node("BreadcrumbList", trail_id, itemListElement=steps)
