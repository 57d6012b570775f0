"""Two sources have two addresses.

Addresses are compared without scheme, `www.`, the case of the host, fragment, a slash at the end
and what campaigns add (`utm_source`), since those lead to the same text.
"""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.site.shared_sources import idle_free
from seasontracker.site.unit import ShowUnit


def check(unit: ShowUnit) -> Iterator[Diagnostic]:
    if unit.loaded.sources is None:
        return
    seen: dict[str, str] = {}
    located = unit.loaded.sources
    for source_id, source in located.value.items():
        if source.url is None:
            continue
        own = seen.setdefault(idle_free(source.url), source_id)
        first = unit.shared_sources.at(source.url) or own
        if first != source_id:
            yield located.diagnostic(
                Code.REPEATED_SOURCE,
                (source_id, "url"),
                f"`{source_id}` has the address of `{first}`",
                f"name `{first}` instead, or correct one of the addresses",
            )
