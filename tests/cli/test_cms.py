"""`cms` prints the configuration of a CMS, or writes its folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml


@pytest.fixture
def project(make_project: Any) -> None:
    """A site with two shows."""
    show = "title: {}\nnetwork: Northlight\nsummary: A show.\n"
    make_project(
        {
            # As Windows writes it.
            "content/shows/one/show.yaml": "\ufeff" + show.format("1923").replace("\n", "\r\n"),
            "content/shows/two/show.yaml": show.format("Two"),
            "content/shows/two/season-1/index.md": (
                "---\nheadline: Season 1\npublished: 2022-02-18\n---\nIt ran.\n"
            ),
        }
    )


@pytest.mark.usefixtures("project")
def test_configuration_is_printed(run: Any) -> None:
    """What is printed is YAML, with the repository and the shows as their files call them."""
    outcome = run("cms", "--backend", "gitlab", "--repo", "a/b", "--branch", "live")

    found = yaml.safe_load(outcome.stdout)
    assert outcome.code == 0
    assert found["backend"] == {"name": "gitlab", "repo": "a/b", "branch": "live"}
    shows = next(one for one in found["collections"] if one["name"] == "shows")
    labels = {file["name"]: file["label"] for file in shows["files"]}
    assert (labels["one"], labels["two"]) == ("1923", "Two")


@pytest.mark.usefixtures("project")
def test_folder_is_written_over_an_older_one(tmp_path: Path, run: Any) -> None:
    """The page loads nothing but files beside it; other files stay."""
    (tmp_path / "admin").mkdir()
    (tmp_path / "admin/index.html").write_text("old", "utf-8")
    (tmp_path / "admin/mine.js").write_text("", "utf-8")
    outcome = run("cms", "--write", "admin", "--show", "two", "--bundle", "decap-cms.js")

    assert outcome.code == 0, outcome.stderr
    names = {file.name for file in (tmp_path / "admin").iterdir()}
    assert names == {"config.yml", "index.html", "forms.js", "shapes.js", "mine.js"}
    page = (tmp_path / "admin/index.html").read_text("utf-8")
    assert 'src="decap-cms.js"' in page
    assert "//" not in page
    assert "shows/one/" not in (tmp_path / "admin/config.yml").read_text("utf-8")


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    "arguments", [("--bundle", "https://example.org/cms.js"), ("--show", "tow")]
)
def test_wrong_use_is_told(run: Any, arguments: tuple[str, ...]) -> None:
    """A script from elsewhere and a show that is not there are refused."""
    outcome = run("cms", *arguments)

    assert outcome.code == 2
    assert outcome.stderr
