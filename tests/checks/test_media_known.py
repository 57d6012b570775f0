"""Pictures exist where they are declared, and are declared where they are shown."""

from __future__ import annotations

from collections.abc import Callable

from seasontracker.checks.media_known import check

ARTICLE = "---\nheadline: S\npublished: 2022-02-18\npicture: lumon\n---\n"
IMAGES = "images:\n  {}: {{file: images/lumon.svg, alt: A, credit: C, license: CC0-1.0}}\n"


def test_media_known_accepts_what_is_there(found_by: Callable[..., list[str]]) -> None:
    """A declared picture whose file exists may stand at the head."""
    files = {
        "season-1/index.md": ARTICLE,
        "season-1/media.yaml": IMAGES.format("lumon"),
        "season-1/images/lumon.svg": "<svg/>",
    }

    assert found_by(check, files) == []


def test_media_known_finds_missing_file_and_undeclared_head(
    found_by: Callable[..., list[str]],
) -> None:
    """A picture without its file, and a head picture that nothing declares, are found."""
    files = {"season-1/index.md": ARTICLE, "season-1/media.yaml": IMAGES.format("hall")}

    assert found_by(check, files) == [
        "ST804 season-1/media.yaml:2:16 `images/lumon.svg` does not exist",
        "ST306 season-1/index.md:4:10 `lumon` is not an image of `media.yaml`",
    ]


def test_media_known_finds_undeclared_poster(found_by: Callable[..., list[str]]) -> None:
    """The picture that stands for a video is declared as well."""
    video = "{title: T, video_id: xEQP4VVuyrY, kind: clip, published: 2022-01-18, poster: hall}"
    files = {"season-1/media.yaml": f"videos:\n  a: {video}\n"}

    assert found_by(check, files) == [
        "ST306 season-1/media.yaml:2:83 `hall` is not an image of `media.yaml`"
    ]


def test_media_known_without_media_file(found_by: Callable[..., list[str]]) -> None:
    """Without `media.yaml` there is no picture; one with errors is not judged twice."""
    assert len(found_by(check, {"season-1/index.md": ARTICLE})) == 1
    files = {"season-1/index.md": ARTICLE, "season-1/media.yaml": "images: [x]\n"}
    assert found_by(check, files) == []
