"""Lists that are too long for one page."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

PER_PAGE = 200
"""How many rows of a list one page holds."""


class More(Struct, frozen=True):
    """The way from the beginning of a list to all of it."""

    url: str
    total: int


class PageLink(Struct, frozen=True):
    """The way to one of a list's pages."""

    number: int
    url: str
    is_here: bool


class Pager(Struct, frozen=True):
    """Where a page stands among those of its list; without links when it is the only one."""

    number: int
    total: int
    links: tuple[PageLink, ...]

    @property
    def start(self) -> int:
        """How many rows come before this page."""
        return (self.number - 1) * PER_PAGE


def pages_of(rows: int, folder: str) -> Iterator[tuple[int, str]]:
    """Yield number and output path of each page of a list that begins in a folder."""
    for number in range(1, max(1, -(-rows // PER_PAGE)) + 1):
        inside = "" if number == 1 else f"page-{number}/"
        yield number, f"{folder}/{inside}index.html"


def pager(number: int, urls: list[str]) -> Pager:
    """Return the links of one page: the first and last, and those around it."""
    total = len(urls)
    near = {1, total, *range(number - 2, number + 3)}
    links = tuple(
        PageLink(one, url, one == number)
        for one, url in enumerate(urls, start=1)
        if one in near and total > 1
    )
    return Pager(number, total, links)
