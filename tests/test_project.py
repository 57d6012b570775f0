"""A project is found where its content is, and output never goes where it would harm."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from seasontracker.project import ProjectError, find_project


def test_find_project_has_folders_beside_the_content(
    make_project: Callable[..., Path],
) -> None:
    """Without options everything stands beside `content/`."""
    root = make_project({})
    project = find_project(root)

    assert (project.root, project.content) == (root, PurePosixPath("content"))
    assert (project.output, project.state) == (root / "build", root / ".seasontracker")
    assert project.templates is None
    assert (project.package_templates / "assets").is_dir()


def test_find_project_takes_options(make_project: Callable[..., Path]) -> None:
    """Folders may have other names, inside the project and outside."""
    root = make_project({})
    (root / "content").rename(root / "text")
    (root / "theme").mkdir()
    project = find_project(
        root / "theme", content=Path("../text"), templates=Path(), output=root / "out" / "site"
    )

    assert (project.root, project.content) == (root, PurePosixPath("text"))
    assert (project.templates, project.output) == (root / "theme", root / "out" / "site")


def test_find_project_remembers_beside_a_linked_content_folder(
    make_project: Callable[..., Path],
) -> None:
    """Where `content/` is a link, nothing is written beside what it leads to."""
    root = make_project({})
    (root / "site").mkdir()
    (root / "site" / "content").symlink_to("../content")
    project = find_project(root / "site")

    assert (project.root, project.state) == (root / "site", root / "site" / ".seasontracker")


@pytest.mark.parametrize(
    ("files", "options", "message"),
    [
        ({}, {"content": Path("text")}, "there is no folder `text` here"),
        ({}, {"content": Path("content/site.yaml")}, "there is no folder `content/site.yaml` here"),
        ({"content/site.yaml": None}, {}, "`content/` has no `site.yaml`"),
        ({}, {"templates": Path("theme")}, "there is no folder `theme`"),
        ({}, {"output": Path("content")}, "the output `content` holds the content"),
        ({}, {"output": Path()}, "holds the content"),
        ({}, {"output": Path("/")}, "holds the content"),
        ({}, {"output": Path("content/out")}, "the output would be written into the content"),
        ({}, {"output": Path("x/../content/y")}, "the output would be written into the content"),
        ({"templates/a": ""}, {"output": Path("templates")}, "holds the templates"),
        ({"templates/a": ""}, {"output": Path("templates/b")}, "written into the templates"),
        ({}, {"output": Path(".seasontracker/out")}, "written into `.seasontracker/`"),
        ({"out": ""}, {"output": Path("out")}, "the output `out` is a file"),
    ],
)
def test_find_project_refuses(
    make_project: Callable[..., Path],
    files: dict[str, str],
    options: dict[str, Path],
    message: str,
) -> None:
    """What cannot be worked on is said in a sentence, with a hint."""
    root = make_project(files)

    with pytest.raises(ProjectError) as caught:
        find_project(root, **options)
    assert message in str(caught.value)
    assert "\nhint: " in str(caught.value)


def test_find_project_refuses_output_through_a_link(make_project: Callable[..., Path]) -> None:
    """A link called `build` that leads to the content is seen through."""
    root = make_project({})
    (root / "build").symlink_to("content")

    with pytest.raises(ProjectError, match="holds the content"):
        find_project(root)


def test_output_is_not_written_through_a_link_out_of_the_project(
    make_project: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A change that brings a link along writes nowhere else; who names the link wants it."""
    root, elsewhere = make_project({}), tmp_path_factory.mktemp("www")
    (root / "build").symlink_to(elsewhere)

    with pytest.raises(ProjectError, match="leads out of the project"):
        find_project(root)
    assert find_project(root, output=Path("build")).output == elsewhere
