"""Earlier addresses of pages, and where each leads today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from msgspec import Struct

from seasontracker.codec import pack, unpack
from seasontracker.diagnostics import Code, Diagnostic, Location
from seasontracker.models import Located, Season, Show, SiteSettings
from seasontracker.rows import ListRow, RowSource
from seasontracker.site.permalinks import Permalinks
from seasontracker.site.unit import ShowUnit

MOVED = "moved"


class MovedAddress(Struct, frozen=True):
    """An address that something was at, and where it is now."""

    source: str
    """From the root of the site, in the form that `models.address` gives it."""
    target: str
    """A path of the host or an address elsewhere, as it is sent."""
    location: Location
    excerpt: str

    def diagnostic(self, code: Code, message: str, hint: str) -> Diagnostic:
        """Return a finding about the place where it is written."""
        return Diagnostic(code, self.location, message, hint, self.excerpt)


def moved_rows(unit: ShowUnit, links: Permalinks) -> Iterator[ListRow]:
    """Yield the earlier addresses of a show's pages."""
    hub = unit.loaded.show
    found = list(_aliases(hub, hub.value.aliases, links.show(unit.slug)))
    for season in unit.loaded.seasons:
        target = links.season(unit.slug, season.number)
        found += _aliases(season.season, season.season.value.aliases, target)
    for moved in found:
        yield ListRow(MOVED, moved.source, pack(moved))


def moved_addresses(
    rows: RowSource, settings: Located[SiteSettings], links: Permalinks
) -> list[MovedAddress]:
    """Return all earlier addresses, those that the site's own file names first."""
    return [
        *_redirects(settings, links),
        *(unpack(data, MovedAddress) for data in rows.list_rows(MOVED)),
    ]


def _aliases(
    page: Located[Show] | Located[Season], aliases: Sequence[str], target: str
) -> Iterator[MovedAddress]:
    for index, source in enumerate(aliases):
        location = page.locate("aliases", index)
        yield MovedAddress(source, target, location, page.document.source.line(location.line))


def _redirects(settings: Located[SiteSettings], links: Permalinks) -> Iterator[MovedAddress]:
    for source, target in settings.value.redirects.items():
        # The key may be written in another form than it has here.
        written = _key(settings, source)
        location = settings.document.locate_key("redirects", written)
        line = settings.document.source.line(location.line)
        yield MovedAddress(source, _sent(target, links), location, line)


def _sent(target: str, links: Permalinks) -> str:
    if not target.startswith("/"):
        return target
    path, mark, anchor = target.partition("#")
    return links.prefix + quote(path) + mark + quote(anchor)


def _key(settings: Located[SiteSettings], source: str) -> str:
    plain = settings.document.value
    written = plain.get("redirects") if isinstance(plain, dict) else None
    keys = list(written) if isinstance(written, dict) else []
    known = list(settings.value.redirects)
    return keys[known.index(source)] if len(keys) == len(known) else source
