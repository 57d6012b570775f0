"""Writes the invented shows as a site of Pelican.

Pelican's metadata are lines of text; a list is several lines, and what has several parts is one
line with bars between them, which the templates split.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from facts import Keys, Show, Value
from peer_page import items, keys, peer_body, peer_page

SKELETON = Path(__file__).parent / "sites" / "pelican"

_ROWS = {
    "facts": ("label", "value", "source"),
    "claims": ("date", "text", "confidence", "note", "sources"),
    "cast": ("actor", "original_name", "character", "billing", "status", "confidence", "note"),
    "episodes": ("number", "title", "airdate", "runtime", "summary"),
    "theories": ("question", "claim", "proposed", "verdict"),
    "sources": ("publisher", "title", "url", "published"),
}
_RENAMED = {"description": "summary", "lastmod": "modified"}


def write_site(folder: Path) -> None:
    """Write settings and templates."""
    shutil.copytree(SKELETON, folder)
    (folder / "content").mkdir()


def write_show(folder: Path, show: Show) -> None:
    """Write a show's seasons; the folder is Pelican's category, whose page is the show's."""
    into = folder / "content" / show.outline.slug
    into.mkdir()
    for season in show.seasons:
        page = peer_page(show, season)
        text = f"{metadata(page)}\n[TOC]\n\n{peer_body(show, season)}"
        (into / f"season-{season.number}.md").write_text(text, "utf-8")


def metadata(page: Keys) -> str:
    """Return a page's front matter as Pelican's lines."""
    lines = [f"slug: {page['show_slug']}-season-{page['number']}"]
    for key, value in page.items():
        if columns := _ROWS.get(key):
            lines += _several(key, [row(keys(entry), columns) for entry in items(value)])
        elif value != "":
            lines.append(f"{_RENAMED.get(key, key)}: {_cell(value)}")
    for number, theory in enumerate(map(keys, items(page["theories"])), 1):
        lines.append(f"theory_{number}: {theory['text']}")
        pieces = [keys(piece) for piece in items(theory["evidence"])]
        columns = ("date", "bears", "text", "source")
        lines += _several(f"evidence_{number}", [row(piece, columns) for piece in pieces])
    return "\n".join(lines) + "\n"


def row(entry: Keys, columns: tuple[str, ...]) -> str:
    """Return one entry of a list on one line."""
    return " | ".join(_cell(entry[column]) for column in columns)


def _cell(value: Value) -> str:
    if isinstance(value, (str, int)):
        return str(value)
    return ", ".join(str(inner) for inner in items(value))


def _several(key: str, rows: list[str]) -> list[str]:
    if not rows:
        return []
    return [f"{key}: {rows[0]}", *(f"    {line}" for line in rows[1:])]
