"""Pictures are made once, kept for as long as a page shows them, and published with their page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from seasontracker.media import loading
from seasontracker.pipeline import pool

SEASON = "content/shows/severance/season-1"
MEDIA = (
    "images:\n  hall: {file: images/hall.jpg, alt: A hall, credit: Kim Lee, license: CC-BY-4.0,"
    " acquire_url: 'https://kim.example/licences'}\n"
)
ARTICLE = (
    "---\nheadline: Severance season 1\npublished: 2022-02-18\npicture: hall\n---\n\nA season.\n\n"
    "::: image hall\n"
)

Run = Callable[..., Any]


def photograph(seed: int = 0) -> bytes:
    picture = Image.effect_mandelbrot((600, 400), (-2, -1.2, 1 + seed, 1.2), 60).convert("RGB")
    noise = Image.merge("RGB", [picture.getchannel(0).rotate(9 * turn) for turn in range(3)])
    with BytesIO() as file:
        noise.save(file, "JPEG", quality=92)
        return file.getvalue()


@pytest.fixture
def files() -> dict[str, str | bytes]:
    """Return a season with a photograph at its head and in its text."""
    return {
        f"{SEASON}/index.md": ARTICLE,
        f"{SEASON}/media.yaml": MEDIA,
        f"{SEASON}/images/hall.jpg": photograph(),
    }


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that grows by one with each picture that is made."""
    count: list[int] = []
    make = loading.make_renditions

    def counted(*given: Any) -> Any:
        count.append(1)
        return make(*given)

    monkeypatch.setattr(loading, "make_renditions", counted)
    return count


def output(root: Path) -> Mapping[str, bytes]:
    build = root / "build"
    return {
        file.relative_to(build).as_posix(): file.read_bytes()
        for file in build.rglob("*")
        if file.is_file()
    }


def kept(root: Path) -> list[Path]:
    return sorted((root / ".seasontracker" / "pictures").glob("*/*.jpg"))


def test_page_offers_its_pictures_in_every_form(make_project, run: Run, files) -> None:
    """Formats, widths and size are there; the one at the head comes first, the other is lazy."""
    root = make_project(files)
    assert run("build").code == 0
    page = (root / "build/shows/severance/season-1/index.html").read_text()
    head, body = re.findall(r"<picture>.*?</picture>", page, re.DOTALL)

    for shown in (head, body):
        types = re.findall(r'<source type="image/(\w+)" srcset="', shown)
        assert types in (["avif", "webp"], ["webp"])
        assert 'width="600" height="400" alt="A hall"' in shown
        named = re.findall(r"(/shows/\S+?\.(?:avif|webp|jpg)) (\d+)w", shown)
        assert len(named) == 2 * len(types)
        for path, width in named:
            with Image.open(f"{root}/build{path}") as picture:
                assert picture.width == int(width)
    assert 'fetchpriority="high"' in head
    assert "loading=" not in head
    assert 'loading="lazy"' in body
    assert "fetchpriority" not in body
    assert " style=" not in page
    [tone] = set(re.findall(r'class="(tone-[0-9a-f]{6})"', page))
    [sheet] = (root / "build/assets/shows").glob("severance.*.css")
    assert f".{tone}{{background:#{tone.removeprefix('tone-')}}}" in sheet.read_text()


def test_page_says_whose_its_pictures_are(make_project, run: Run, files) -> None:
    """Credit, licence and where to get one are shown, and are in the structured data."""
    root = make_project(files)
    assert run("build").code == 0
    page = (root / "build/shows/severance/season-1/index.html").read_text()

    address = "https://creativecommons.org/licenses/by/4.0/"
    assert f'Kim Lee, <a href="{address}" rel="license">CC-BY-4.0</a>' in page
    assert '<a href="https://kim.example/licences">' in page
    for told in (
        '"creditText":"Kim Lee"',
        f'"license":"{address}"',
        '"acquireLicensePage":"https://kim.example/licences"',
    ):
        assert told in page


def test_original_is_not_published(make_project, run: Run, files) -> None:
    """What the editor handed in, with all that a camera wrote into it, stays where it is."""
    root = make_project(files)
    assert run("build").code == 0

    original = files[f"{SEASON}/images/hall.jpg"]
    assert not any(data == original for data in output(root).values())


def test_second_build_makes_no_picture(make_project, run: Run, files, made: list[int]) -> None:
    """Neither a page that is made again, nor a build from nothing, makes pictures again."""
    root = make_project(files)
    assert run("build").code == 0
    first = output(root)
    assert made == [1]

    (root / SEASON / "index.md").write_text(ARTICLE.replace("A season", "The season"))
    assert run("build").code == 0
    assert run("build", "--clean").code == 0
    (root / ".seasontracker/build.sqlite3").unlink()
    assert run("build").code == 0
    (root / SEASON / "index.md").write_text(ARTICLE)
    assert run("build").code == 0

    assert made == [1]
    assert output(root) == first


def test_damaged_picture_is_made_again(make_project, run: Run, files, made: list[int]) -> None:
    """Damage to what is kept never reaches a page."""
    root = make_project(files)
    assert run("build").code == 0
    first = output(root)
    [file] = kept(root)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 8
    file.write_bytes(data)

    assert run("build", "--clean").code == 0
    assert output(root) == first
    assert made == [1, 1]


def test_unused_picture_is_forgotten(make_project, run: Run, files) -> None:
    """What no page shows any more is not kept, whichever way it went."""
    root = make_project(files)
    assert run("build").code == 0
    [before] = kept(root)

    (root / SEASON / "images/hall.jpg").write_bytes(photograph(1))
    assert run("build").code == 0
    [after] = kept(root)
    assert after != before

    (root / SEASON / "media.yaml").write_text("images: {}\n")
    (root / SEASON / "images/hall.jpg").unlink()
    (root / SEASON / "index.md").write_text(
        "---\nheadline: A season\npublished: 2022-02-18\n---\n\nNone.\n"
    )
    assert run("build").code == 0
    assert kept(root) == []
    assert not any("hall" in path for path in output(root))


def test_picture_of_two_seasons_is_kept_for_the_other(
    make_project, run: Run, files, made: list[int]
) -> None:
    """A picture is kept as long as anybody shows it."""
    other = {path.replace("severance", "silo"): data for path, data in files.items()}
    show = {"content/shows/silo/show.yaml": "title: Silo\nnetwork: A\nsummary: B.\n"}
    root = make_project({**files, **other, **show})
    assert run("build").code == 0
    assert made == [1]
    (root / SEASON / "images/hall.jpg").write_bytes(photograph(1))
    assert run("build").code == 0
    assert len(kept(root)) == 2


def test_failed_build_keeps_what_it_made(make_project, run: Run, files, made: list[int]) -> None:
    """An error elsewhere costs no picture."""
    root = make_project({**files, "content/shows/severance/cast.yaml": "a: {nmae: x}\n"})
    assert run("build").code == 1
    (root / "content/shows/severance/cast.yaml").unlink()
    assert run("build").code == 0

    assert made == [1]


def test_check_makes_nothing(make_project, run: Run, files, made: list[int]) -> None:
    """A check looks into each picture, and leaves no trace."""
    root = make_project(files)
    assert run("check").code == 0
    assert made == []
    assert kept(root) == []

    (root / SEASON / "images/hall.jpg").write_bytes(photograph()[:9000])
    assert "hall.jpg` is damaged" in run("check").stderr


def test_pictures_are_the_same_from_many_processes(
    make_project, run: Run, files, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who made a picture does not show."""
    root = make_project(files)
    for name in ("one", "two", "three"):
        make_project(
            {
                f"content/shows/{name}/show.yaml": f"title: {name}\nnetwork: A\nsummary: B.\n",
                **{
                    path.replace("severance", name): data
                    for path, data in files.items()
                    if isinstance(data, str)
                },
                f"content/shows/{name}/season-1/images/hall.jpg": photograph(len(name)),
            }
        )
    assert run("build", "--jobs", "1").code == 0
    alone = output(root)
    (root / ".seasontracker").rename(root / "elsewhere")
    monkeypatch.setattr(pool, "POOL_FROM", 2)
    monkeypatch.setattr(pool, "_BATCH", 1)

    assert run("build", "--jobs", "2", "--clean").code == 0
    assert output(root) == alone
