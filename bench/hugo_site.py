"""Writes the invented shows as a site of Hugo."""

from __future__ import annotations

import shutil
from pathlib import Path

from facts import Keys, Show
from peer_page import keys, peer_body, peer_page
from yaml_out import yaml_text

SKELETON = Path(__file__).parent / "sites" / "hugo"


def write_site(folder: Path) -> None:
    """Write settings and templates."""
    shutil.copytree(SKELETON, folder)
    shows = folder / "content" / "shows"
    shows.mkdir(parents=True)
    # The home page lists the shows, so that their folder needs no page of its own.
    only: Keys = {"title": "Shows", "build": {"render": "never", "list": "never"}}
    (shows / "_index.md").write_text(f"---\n{yaml_text(only)}---\n", "utf-8")


def write_show(folder: Path, show: Show) -> None:
    """Write one show's page and those of its seasons."""
    into = folder / "content" / "shows" / show.outline.slug
    into.mkdir()
    front: Keys = {
        "title": show.outline.title,
        "original_title": show.keys.get("original_title", ""),
        "description": show.keys["summary"],
        "network": keys(show.keys["network"])["name"],
        "genres": show.keys["genres"],
        "language": show.keys["language"],
    }
    (into / "_index.md").write_text(f"---\n{yaml_text(front)}---\n", "utf-8")
    for season in show.seasons:
        text = f"---\n{yaml_text(peer_page(show, season))}---\n\n{peer_body(show, season)}"
        (into / f"season-{season.number}.md").write_text(text, "utf-8")
