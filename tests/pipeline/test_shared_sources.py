"""A source of the site's own file that no show names is found, whatever was built before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

DAY = ("--today", "2022-05-01")
SHARED = "content/sources.yaml"
STATUS = "content/shows/severance/season-1/status.yaml"
FOUND = f"{SHARED}:2:1: warning[ST409] unused-source: nothing names `press`"
SOURCES = (
    "wire: {publisher: Wire, published: 2022, tier: trade}\n"
    "press: {publisher: Press, published: 2022, tier: press}\n"
)


def claim(source: str) -> str:
    return f"- {{date: 2022-04-01, renewal: ordered, confidence: reported, source: {source}}}\n"


@pytest.fixture
def shared(make_project: Callable[..., Path]) -> Path:
    """Return a site with two shared sources of which its only show names one."""
    return make_project({SHARED: SOURCES, STATUS: claim("wire")})


def test_unused_sources_of_the_site_are_told_as_long_as_they_are(shared: Path, run: Any) -> None:
    """Builds with nothing to do tell it too, and the show that names it ends that."""
    assert run("build", *DAY).headlines == [FOUND]
    assert run("build", *DAY).headlines == [FOUND]
    assert run("check", *DAY).headlines == [FOUND]
    (shared / STATUS).write_text(claim("[wire, press]"))
    assert run("build", *DAY).headlines == []
    (shared / STATUS).write_text(claim("press"))
    assert [line.rpartition(" ")[2] for line in run("build", *DAY).headlines] == ["`wire`"]
    (shared / STATUS).write_text(claim("[wire]"))
    assert run("build", *DAY).headlines == [FOUND]
    (shared / SHARED).write_text(SOURCES.partition("\n")[0] + "\n")
    assert run("build", *DAY).headlines == []


def test_sources_that_only_drafts_name_are_used(shared: Path, run: Any) -> None:
    """What waits for its day must not lose its sources before."""
    folder = shared / "content/shows/draft"
    (folder / "season-1").mkdir(parents=True)
    (folder / "show.yaml").write_text("title: Draft\nnetwork: N\nsummary: S.\n")
    (folder / "season-1/index.md").write_text(
        "---\nheadline: Draft\ndraft: true\npublished: 2022-01-01\n---\n\nSo it is.[@press]\n"
    )

    assert run("build", *DAY).headlines == []


def test_silences_and_levels_hold_for_sources_of_the_site(shared: Path, run: Any) -> None:
    """A comment silences it, one that is needless is told, and `site.yaml` weighs it."""
    comment = "# st: off unused-source because it is for next week\n"
    (shared / SHARED).write_text(SOURCES.replace("press:", comment + "press:"))
    assert run("check", *DAY).headlines == []
    (shared / SHARED).write_text(comment + SOURCES.replace("press:", comment + "press:"))
    assert [line.split()[1] for line in run("check", *DAY).headlines] == ["warning[ST419]"]
    (shared / SHARED).write_text(SOURCES)
    site = shared / "content/site.yaml"
    site.write_text(site.read_text() + "checks:\n  unused-source: error\n")
    outcome = run("build", *DAY)
    assert outcome.code == 1
    assert outcome.headlines == [FOUND.replace("warning", "error")]
