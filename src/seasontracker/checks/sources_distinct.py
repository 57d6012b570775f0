"""Two sources have two addresses.

Addresses are compared without scheme, `www.`, fragment and a slash at the end, since those lead to
the same text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.site.unit import ShowUnit

_IDLE = re.compile(r"^https?://(?:www\.)?|#.*$|/+(?=#|$)", re.IGNORECASE)


def check(unit: ShowUnit) -> Iterator[Diagnostic]:
    if unit.loaded.sources is None:
        return
    seen = {
        _address(source.url): source_id
        for source_id, source in unit.shared_sources.items()
        if source.url
    }
    located = unit.loaded.sources
    for source_id, source in located.value.items():
        if source.url is None:
            continue
        first = seen.setdefault(_address(source.url), source_id)
        if first != source_id:
            yield located.diagnostic(
                Code.REPEATED_SOURCE,
                (source_id, "url"),
                f"`{source_id}` has the address of `{first}`",
                f"name `{first}` instead, or correct one of the addresses",
            )


def _address(url: str) -> str:
    return _IDLE.sub("", url)
