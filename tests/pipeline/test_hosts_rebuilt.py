"""What hosts read, and compressed siblings, are kept up to date like everything else."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import brotli

SITE = "title: Seasons\nbase_url: https://example.org/tracker/\nhosts: [netlify, github-pages]\n"
SHOW = "title: {title}\nnetwork: Northlight\nsummary: It is one.\n"
SEASON = "---\nheadline: {title}\npublished: 2024-02-18\n{more}---\n\nText.\n"


def test_hosts_follow_each_edit(make_project: Callable[..., Path], run: Callable[..., Any]) -> None:
    """Aliases and settings come and go, and the output is that of a clean build each time."""
    root = make_project(
        {
            "content/site.yaml": SITE,
            "content/shows/ash/show.yaml": SHOW.format(title="Ash"),
            "content/shows/ash/season-1/index.md": SEASON.format(title="Ash", more=""),
        }
    )
    season = root / "content/shows/ash/season-1/index.md"
    site = root / "content/site.yaml"
    build = root / "build"

    def rebuild() -> None:
        assert run("build").code == 0
        assert run("build", "--verify").code == 0

    rebuild()
    assert not (build / "_redirects").exists()
    assert (build / "_headers").read_text().startswith("/tracker/*\n")

    season.write_text(SEASON.format(title="Ash", more="aliases: [/ashes]\n"))
    rebuild()
    line = "/tracker/ashes/ /tracker/shows/ash/season-1/ 301\n"
    assert line in (build / "_redirects").read_text()
    assert "https://example.org/tracker/shows/ash/" in (build / "ashes/index.html").read_text()

    # Another show may not claim what is taken, whichever was compiled last.
    other = root / "content/shows/birch/show.yaml"
    other.parent.mkdir()
    other.write_text(SHOW.format(title="Birch") + "aliases: /ashes/\n")
    assert "ST311" in run("build").stderr
    other.unlink()
    other.parent.rmdir()

    # A page that appears where an old address leads is found although that show did not change.
    assert run("build").code == 0
    site.write_text(SITE + "redirects: {/shows/birch/: /calendar/}\n")
    rebuild()
    other.parent.mkdir()
    other.write_text(SHOW.format(title="Birch"))
    assert "ST310" in run("build").stderr
    other.unlink()
    other.parent.rmdir()

    season.write_text(SEASON.format(title="Ash", more=""))
    site.write_text("title: Seasons\nbase_url: https://example.org/\n")
    rebuild()
    left = {one.name for one in build.iterdir()}
    assert not left & {"_headers", "_redirects", ".nojekyll", "ashes", "CNAME"}


def test_siblings_follow_each_edit(
    make_project: Callable[..., Path], run: Callable[..., Any]
) -> None:
    """Each text has smaller siblings that hold the same; they are put right, and go with it."""
    root = make_project({})
    site = root / "content/site.yaml"
    plain = site.read_text()
    build = root / "build"
    page = build / "shows/severance/season-1/index.html"

    site.write_text(f"{plain}precompress: yes\n")
    assert run("build").code == 0
    packed = [one for one in build.rglob("*") if one.suffix in (".br", ".gz")]
    assert len(packed) > 10
    for one in packed:
        whole = one.with_suffix("").read_bytes()
        unpack = brotli.decompress if one.suffix == ".br" else gzip.decompress
        assert unpack(one.read_bytes()) == whole
        assert one.stat().st_size < len(whole)
    assert not [one for one in packed if ".woff2" in one.name]

    page.with_name("index.html.br").write_bytes(b"broken")
    page.with_name("index.html.gz").unlink()
    article = root / "content/shows/severance/season-1/index.md"
    article.write_text(f"{article.read_text()}\nMore of it.\n")
    assert run("build").code == 0
    assert run("build", "--verify").code == 0
    assert brotli.decompress(page.with_name("index.html.br").read_bytes()) == page.read_bytes()

    site.write_text(plain)
    assert run("build").code == 0
    assert run("build", "--verify").code == 0
    assert not [one for one in build.rglob("*") if one.suffix in (".br", ".gz")]
