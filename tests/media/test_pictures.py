"""A picture is read from the project only, whole, and with its published name."""

import hashlib
from pathlib import Path, PurePosixPath

import pytest

from seasontracker.diagnostics import Code
from seasontracker.media import pictures
from seasontracker.media.pictures import read_picture
from seasontracker.media.svg import measure_svg

SHIPPED = Path(__file__).parents[2]
FOLDER = PurePosixPath("content/shows/a/season-1/images")
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 8"/>'


@pytest.mark.parametrize(
    "path",
    [file.relative_to(SHIPPED) for file in sorted(SHIPPED.glob("content/**/*.svg"))],
    ids=str,
)
def test_shipped_drawings_are_published(path):
    """Every drawing of the shipped site is accepted as it is."""
    drawing, found = read_picture(SHIPPED, PurePosixPath(path))

    assert found == []
    assert drawing is not None
    assert measure_svg(drawing.path, drawing.data) == ((1200, 675), [])


def test_load_picture_tells_all_that_a_page_needs(load):
    """A picture has its size, bytes, media type, and the digest of those bytes."""
    picture, found = load("roof.svg", DRAWING)

    assert found == []
    assert picture is not None
    assert picture.path == FOLDER / "roof.svg"
    digest = hashlib.sha256(DRAWING.encode()).hexdigest()[:10]
    [form] = picture.forms
    assert (form.name, form.media_type) == (f"roof.{digest}.svg", "image/svg+xml")
    assert (form.width, form.height, form.data) == (12, 8, DRAWING.encode())
    assert picture.tone == ""


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("roof.bmp", b"BM", "`roof.bmp` is not of a kind that is published"),
        ("roof", b"x", "`roof` is not of a kind that is published"),
        ("roof.png", b"", "`roof.png` is empty"),
        ("roof.svg", b"", "`roof.svg` is empty"),
        ("roof.svg", b" " * (2 * 1024**2 + 1), "`roof.svg` is larger than 2 MiB"),
        ("roof.png", b" " * (16 * 1024**2 + 1), "`roof.png` is larger than 16 MiB"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_load_picture_refuses_what_is_no_picture_of_ours(problems, name, data, told):
    """A file of another kind, an empty and a huge one are refused."""
    assert problems(name, data) == [f"1:1+1 ST808 {told}"]


def test_load_picture_reads_no_more_than_it_may(tmp_path, load, monkeypatch):
    """However large the file is, no more than the limit and a byte are held."""
    monkeypatch.setattr(pictures, "MOST_BYTES", 10)

    assert load("roof.svg", DRAWING)[1][0].code is Code.BAD_PICTURE


@pytest.mark.parametrize("absolute", [True, False])
def test_load_picture_follows_no_link_out_of_the_content(tmp_path, absolute):
    """A link in a pull request publishes nothing of the machine that builds."""
    (tmp_path / "secret.svg").write_text(DRAWING)
    link = tmp_path / FOLDER / "roof.svg"
    link.parent.mkdir(parents=True)
    link.symlink_to(tmp_path / "secret.svg" if absolute else "../../../../../secret.svg")

    picture, found = read_picture(tmp_path, FOLDER / "roof.svg")

    assert picture is None
    assert [finding.code for finding in found] == [Code.LINK_OUTSIDE]


def test_load_picture_follows_a_link_within_the_content(tmp_path, load):
    """One drawing may serve two seasons."""
    load("roof.svg", DRAWING)
    (tmp_path / FOLDER / "again.svg").symlink_to("roof.svg")

    picture, found = read_picture(tmp_path, FOLDER / "again.svg")

    assert found == []
    assert picture is not None


@pytest.mark.parametrize("path", ["../secret.svg", "content/../../secret.svg", "/etc/roof.svg"])
def test_load_picture_reads_no_path_that_leads_out(tmp_path, path):
    """A path is refused before anything is opened."""
    (tmp_path / "secret.svg").write_text(DRAWING)
    root = tmp_path / "project"
    (root / "content").mkdir(parents=True)

    picture, found = read_picture(root, PurePosixPath(path))

    assert picture is None
    assert [finding.code for finding in found] == [Code.LINK_OUTSIDE]


def test_load_picture_tells_missing_from_unreadable(tmp_path):
    """A picture that is not there, and a folder of its name, are findings."""
    (tmp_path / FOLDER / "folder.svg").mkdir(parents=True)

    missing, unreadable = (
        read_picture(tmp_path, FOLDER / name)[1] for name in ("gone.svg", "folder.svg")
    )

    assert [finding.code for finding in missing] == [Code.MISSING_FILE]
    assert [finding.code for finding in unreadable] == [Code.UNREADABLE_FILE]
