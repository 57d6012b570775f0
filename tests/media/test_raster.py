"""Pictures of pixels: their size, and everything that a damaged or hostile one can be."""

import struct
import warnings
import zlib
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from seasontracker.media.raster import MEDIA_TYPES

FORMATS = {
    "roof.avif": "AVIF",
    "roof.gif": "GIF",
    "roof.jpg": "JPEG",
    "roof.jpeg": "JPEG",
    "roof.png": "PNG",
    "roof.webp": "WEBP",
}


def _picture(kind: str, size: tuple[int, int] = (60, 40), **settings: object) -> bytes:
    image = Image.effect_noise(size, 80).convert("RGB")
    with BytesIO() as file:
        image.save(file, kind, **settings)
        return file.getvalue()


def _frames(kind: str) -> bytes:
    first, second = Image.new("RGB", (60, 40), "red"), Image.new("RGB", (60, 40), "blue")
    with BytesIO() as file:
        first.save(file, kind, save_all=True, append_images=[second])
        return file.getvalue()


def _png_that_claims(width: int, height: int) -> bytes:
    def chunk(name: bytes, content: bytes) -> bytes:
        check = zlib.crc32(name + content)
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(1000))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("name", FORMATS)
def test_open_raster_reads_every_kind(load, name):
    """Each kind that an editor may use is measured."""
    picture, found = load(name, _picture(FORMATS[name]))

    assert found == []
    assert picture is not None
    assert (picture.largest.width, picture.largest.height) == (60, 40)
    assert picture.largest.media_type == MEDIA_TYPES[picture.path.suffix]


@pytest.mark.parametrize(("orientation", "size"), [(1, (60, 40)), (3, (60, 40)), (6, (40, 60))])
def test_open_raster_turns_as_a_browser_does(load, orientation, size):
    """A photograph taken with the telephone on its side is as high as it is shown."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture, _ = load("roof.jpg", _picture("JPEG", exif=exif))

    assert picture is not None
    assert (picture.largest.width, picture.largest.height) == size


def test_open_raster_takes_the_first_of_a_telephones_pictures(load):
    """A JPEG with a depth map is a JPEG to browsers."""
    picture, found = load("roof.jpg", _frames("MPO"))

    assert found == []
    assert picture is not None
    assert picture.largest.media_type == "image/jpeg"


@pytest.mark.parametrize(("name", "kind"), [("a.gif", "GIF"), ("a.png", "PNG"), ("a.webp", "WEBP")])
def test_open_raster_refuses_what_moves(problems, name, kind):
    """Readers cannot stop a moving picture."""
    assert problems(name, _frames(kind)) == [f"1:1+1 ST808 `{name}` moves"]


@pytest.mark.parametrize(
    ("name", "kind", "told"),
    [
        ("roof.png", "JPEG", "holds JPEG, not PNG"),
        ("roof.jpg", "PNG", "holds PNG, not JPEG"),
        ("roof.webp", "GIF", "holds GIF, not WEBP"),
        ("roof.gif", "AVIF", "holds AVIF, not GIF"),
        ("roof.png", "BMP", "does not hold a picture"),
        ("roof.svg", "PNG", "does not hold a drawing"),
    ],
)
def test_open_raster_refuses_a_wrong_name(problems, name, kind, told):
    """A name that says something else than the content is refused."""
    assert problems(name, _picture(kind)) == [f"1:1+1 ST808 `{name}` {told}"]


@pytest.mark.parametrize(
    "data", [b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF8", b"\0" * 99]
)
def test_open_raster_refuses_what_is_no_picture(problems, data):
    """Text and noise under a picture's name are refused."""
    assert problems("roof.png", data) == ["1:1+1 ST808 `roof.png` does not hold a picture"]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_open_raster_refuses_a_picture_that_is_cut_short(problems, name, part):
    """Half a picture is not published, even if its size can be read."""
    data = _picture(FORMATS[name])

    assert len(problems(name, data[: int(len(data) * part)])) == 1


@pytest.mark.parametrize("size", [(40_000, 40_000), (9000, 9000), (11_000, 9000), (2**31 - 1, 1)])
def test_open_raster_refuses_a_bomb(problems, size):
    """A small file that claims a huge picture is refused before it is decoded."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")

        assert problems("roof.png", _png_that_claims(*size)) == [
            "1:1+1 ST808 `roof.png` has more than 40 million pixels"
        ]


def test_open_raster_refuses_a_picture_without_pixels(problems):
    """A width of nothing is damage."""
    assert len(problems("roof.png", _png_that_claims(0, 10))) == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.sampled_from(sorted(FORMATS)),
    st.lists(st.tuples(st.integers(0, 10**6), st.binary(min_size=1, max_size=8)), max_size=6),
)
def test_open_raster_never_fails(load, name, changes):
    """Whatever is wrong with a file, it is a picture or a finding."""
    data = bytearray(_picture(FORMATS[name], (16, 12)))
    for place, noise in changes:
        start = place % len(data)
        data[start : start + len(noise)] = noise
    picture, found = load(name, bytes(data))

    assert (picture is None) == bool(found)
