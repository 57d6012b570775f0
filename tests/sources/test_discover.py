"""A content folder is listed, sorted, and what has no place in it is a finding."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seasontracker.sources import ContentFiles, SeasonFiles, ShowFiles, discover_content

SHOW = "content/shows/dark"
SEASON = f"{SHOW}/season-1"


def write(root: Path, *paths: str) -> Path:
    """Write empty files."""
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).touch()
    return root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project of one show with one season."""
    return write(tmp_path, "content/site.yaml", f"{SHOW}/show.yaml", f"{SEASON}/index.md")


def findings(root: Path) -> list[tuple[str, str, str]]:
    """Return code, path in the show's folder, and message of what is found."""
    _, found = discover_content(root, PurePosixPath("content"))
    return [(one.code.name, str(one.location.path), one.message) for one in found]


def hints(root: Path) -> list[str]:
    """Return the hints of what is found."""
    return [one.hint for one in discover_content(root, PurePosixPath("content"))[1]]


def test_discover_content_lists_every_file(root: Path) -> None:
    """Each file of a full site has its place; what is hidden is passed over."""
    names = ("status.yaml", "cast.yaml", "episodes.yaml", "media.yaml")
    write(root, "content/sources.yaml", f"{SHOW}/sources.yaml", f"{SHOW}/cast.yaml")
    write(root, *(f"{SEASON}/{name}" for name in names), "content/.DS_Store", f"{SHOW}/_draft/x")
    write(root, f"{SEASON}/theories/b.md", f"{SEASON}/theories/a.md", f"{SEASON}/images/Roof.svg")

    files, found = discover_content(root, PurePosixPath("content"))

    show, season = PurePosixPath(SHOW), PurePosixPath(SEASON)
    assert found == []
    assert files == ContentFiles(
        site=PurePosixPath("content/site.yaml"),
        sources=PurePosixPath("content/sources.yaml"),
        shows=(
            ShowFiles(
                slug="dark",
                folder=show,
                show=show / "show.yaml",
                sources=show / "sources.yaml",
                cast=show / "cast.yaml",
                seasons=(
                    SeasonFiles(
                        number=1,
                        folder=season,
                        index=season / "index.md",
                        status=season / "status.yaml",
                        cast=season / "cast.yaml",
                        episodes=season / "episodes.yaml",
                        media=season / "media.yaml",
                        theories=(season / "theories/a.md", season / "theories/b.md"),
                        images=(season / "images/Roof.svg",),
                    ),
                ),
            ),
        ),
    )


def test_discover_content_of_a_new_site_is_empty(tmp_path: Path) -> None:
    """A site without shows is a site."""
    files, found = discover_content(write(tmp_path, "content/site.yaml"), PurePosixPath("content"))

    assert (files.shows, found) == ((), [])


def test_discover_content_sorts_seasons_by_number(root: Path) -> None:
    """Season 10 comes after season 9, and specials are season 0."""
    write(root, *(f"{SHOW}/season-{number}/index.md" for number in (10, 9, 0)))

    files, _ = discover_content(root, PurePosixPath("content"))

    assert [season.number for season in files.shows[0].seasons] == [0, 1, 9, 10]


def test_discover_content_reports_missing_files(root: Path) -> None:
    """A show needs its `show.yaml`, a season its `index.md`."""
    write(root, "content/shows/lost/season-2/status.yaml")

    assert findings(root) == [
        ("MISSING_FILE", "content/shows/lost/show.yaml", "a show needs `show.yaml`"),
        ("MISSING_FILE", "content/shows/lost/season-2/index.md", "a season needs `index.md`"),
    ]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("season-01", "call it `season-1`"),
        ("Season 2", "call it `season-2`"),
        ("s03", "call it `season-3`"),
        ("sesaon-2", "call it `season-1`, `season-2` ..."),
    ],
)
def test_discover_content_refuses_almost_seasons(root: Path, name: str, hint: str) -> None:
    """A season whose folder is misnamed is not silently left out."""
    write(root, f"{SHOW}/{name}/index.md")

    assert findings(root) == [
        ("BAD_SLUG", f"{SHOW}/{name}", f"`{name}` is not a name for a season's folder")
    ]
    assert hints(root) == [hint]


def test_discover_content_refuses_names_that_are_no_addresses(root: Path) -> None:
    """Shows, theories and pictures have names that can stand in an address."""
    write(root, "content/shows/The Wire/show.yaml", f"{SEASON}/theories/Who?.md")
    write(root, f"{SEASON}/images/a b.png", f"{SEASON}/images/c.PNG")

    assert [(code, path.rsplit("/")[-1]) for code, path, _ in findings(root)] == [
        ("BAD_SLUG", "The Wire"),
        ("BAD_SLUG", "Who?.md"),
        ("BAD_SLUG", "a b.png"),
        ("BAD_SLUG", "c.PNG"),
    ]


def test_discover_content_warns_of_what_nothing_reads(root: Path) -> None:
    """A misspelt file name is suggested; a file that is there already is not."""
    write(root, "content/x.txt", f"{SHOW}/shw.yaml", f"{SEASON}/statu.yaml")
    write(root, f"{SEASON}/theories/a.txt", f"{SEASON}/images/a.txt", "content/shows/y.md")

    assert {path for _, path, _ in findings(root)} == {
        "content/x.txt",
        "content/shows/y.md",
        f"{SHOW}/shw.yaml",
        f"{SEASON}/statu.yaml",
        f"{SEASON}/theories/a.txt",
        f"{SEASON}/images/a.txt",
    }
    assert {code for code, _, _ in findings(root)} == {"UNUSED_FILE"}
    assert hints(root).count("did you mean `status.yaml`?") == 1
    assert "did you mean `show.yaml`?" not in hints(root)


def test_discover_content_reports_folder_for_file_once(root: Path) -> None:
    """A folder called `index.md` is one finding, not also a missing file."""
    (root / SEASON / "index.md").unlink()
    write(root, f"{SEASON}/index.md/x", f"{SEASON}/status.yaml/x")

    assert findings(root) == [
        ("UNREADABLE_FILE", f"{SEASON}/index.md", "`index.md` is a folder"),
        ("UNREADABLE_FILE", f"{SEASON}/status.yaml", "`status.yaml` is a folder"),
    ]


def test_discover_content_reports_file_for_folder(root: Path) -> None:
    """A file called `theories` is no folder of theories."""
    write(root, f"{SEASON}/theories")

    assert findings(root) == [("UNREADABLE_FILE", f"{SEASON}/theories", "`theories` is a file")]


def test_discover_content_refuses_pipes_everywhere(root: Path) -> None:
    """A pipe is refused before anything opens it, also among the pictures."""
    write(root, f"{SEASON}/images/a.svg", f"{SEASON}/theories/a.md")
    for path in ("status.yaml", "images/b.svg", "theories/b.md"):
        os.mkfifo(root / SEASON / path)

    files, _ = discover_content(root, PurePosixPath("content"))
    season = files.shows[0].seasons[0]

    assert [code for code, _, _ in findings(root)] == ["UNREADABLE_FILE"] * 3
    assert (season.status, len(season.images), len(season.theories)) == (None, 1, 1)


@pytest.mark.parametrize("link", ["content/shows/away", f"{SEASON}/images", f"{SHOW}/cast.yaml"])
def test_discover_content_refuses_links_outside(root: Path, link: str) -> None:
    """A link out of the content is refused, wherever it stands and whatever it leads to."""
    write(root, "private/key.svg")
    (root / link).symlink_to(root / "private")

    assert [(code, path) for code, path, _ in findings(root)] == [("LINK_OUTSIDE", link)]


def test_discover_content_survives_links_in_circles(root: Path) -> None:
    """A link to itself or to nothing is one finding."""
    (root / SEASON / "status.yaml").symlink_to("status.yaml")
    (root / SEASON / "cast.yaml").symlink_to("nothing")

    assert [code for code, _, _ in findings(root)] == ["MISSING_FILE", "UNREADABLE_FILE"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(seed=st.integers())
def test_discover_content_does_not_depend_on_the_order_of_writing(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    """The same files give the same listing, sorted, in whatever order they were made."""
    paths = [f"content/shows/{slug}/season-{n}/index.md" for slug in "cab" for n in (2, 1)]
    paths += [f"content/shows/a/season-1/theories/{slug}.md" for slug in "zyx"]
    shuffled = list(paths)
    Random(seed).shuffle(shuffled)
    first = discover_content(write(tmp_path_factory.mktemp("a"), *paths), PurePosixPath("content"))
    second = discover_content(
        write(tmp_path_factory.mktemp("b"), *shuffled), PurePosixPath("content")
    )

    assert first == second
    assert [show.slug for show in first[0].shows] == ["a", "b", "c"]
