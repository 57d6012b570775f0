"""The addresses of the pages that the last build changed or removed, for whoever tells crawlers.

IndexNow (indexnow.org) wants such a list; sending it is left to whoever publishes the site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from seasontracker.output.publish import write_whole

_PAGE = "index.html"


def write_changed_urls(file: Path, urls: Iterable[str]) -> None:
    """Replace the list, one address a line; after a build without changes it is empty.

    Raises `OSError`.
    """
    data = "".join(f"{url}\n" for url in urls).encode()
    if data or not _is_empty(file):
        write_whole(file, data)


def changed_pages(paths: Iterable[str]) -> Iterator[str]:
    """Yield those output paths that are pages with an address of their own."""
    for path in sorted(paths):
        if path == _PAGE or path.endswith(f"/{_PAGE}"):
            yield path


def _is_empty(file: Path) -> bool:
    try:
        return file.stat().st_size == 0
    except FileNotFoundError:
        return True
