"""The forms of a picture: whatever is handed in, what comes out is plain, upright and small."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageDraw

from seasontracker.media.credits import Credit
from seasontracker.media.renditions import FALLBACK_WIDTHS, WIDTHS

SECRET = "51.5007, -0.1246"
SPACES = {
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}


def photograph(size=(900, 600), mode="RGB"):
    """Return a picture of many colours whose upper left corner is red."""
    picture = Image.effect_mandelbrot(size, (-2, -1.2, 1, 1.2), 60).convert("RGB")
    noise = Image.effect_noise(size, 60).convert("RGB")
    picture = Image.blend(picture, noise, 0.4)
    ImageDraw.Draw(picture).rectangle((0, 0, size[0] // 3, size[1] // 3), "red")
    return picture.convert(mode)


def saved(picture, kind, **how):
    with BytesIO() as file:
        picture.save(file, kind, **how)
        return file.getvalue()


def opened(form):
    picture = Image.open(BytesIO(form.data))
    picture.load()
    return picture


def formats(picture):
    """Return the formats of a picture with the widths of each, in order."""
    found = {}
    for form in picture.forms:
        found.setdefault(form.media_type, []).append(form.width)
    return found


def test_renditions_of_a_photograph_suit_the_layout(load, shelf):
    """There are AVIF, WebP and JPEG, the lightest first, in the layout's widths."""
    picture, found = load("roof.jpg", saved(photograph((2000, 1000)), "JPEG"), shelf)

    assert found == []
    assert formats(picture) == {
        "image/avif": list(WIDTHS),
        "image/webp": list(WIDTHS),
        "image/jpeg": list(FALLBACK_WIDTHS),
    }
    weights = {form.media_type: len(form.data) for form in picture.forms}
    assert weights["image/avif"] < weights["image/webp"] < weights["image/jpeg"]
    for form in picture.forms:
        assert opened(form).size == (form.width, form.height)
        assert form.height == form.width // 2


@pytest.mark.parametrize("width", [1, 7, 360, 380, 719, 721, 1599, 1601])
def test_renditions_are_never_larger_than_the_picture(load, shelf, width):
    """A small picture stays what it is; widths rise, and the last is the picture's own."""
    picture, _ = load("roof.png", saved(photograph((width, 9)), "PNG"), shelf)

    for widths in formats(picture).values():
        assert widths == sorted(set(widths))
        assert widths[-1] == min(width, WIDTHS[-1])


@pytest.mark.parametrize("orientation", range(1, 9))
def test_renditions_are_upright(load, shelf, orientation):
    """However a telephone was held, the corner that was up and left is so in every form."""
    turns = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    picture = photograph((600, 300))
    if orientation > 1:
        picture = picture.transpose(Image.Transpose(turns[orientation]))
    exif = Image.Exif()
    exif[0x0112] = orientation
    loaded, found = load("roof.jpg", saved(picture, "JPEG", exif=exif, quality=95), shelf)

    assert found == []
    for form in loaded.forms:
        shown = opened(form).convert("RGB")
        assert shown.size == (form.width, form.height)
        assert form.width == 2 * form.height
        red, green, blue = shown.getpixel((20, 20))
        assert red > 200
        assert max(green, blue) < 60
        assert not opened(form).getexif()


@pytest.mark.parametrize(
    ("name", "kind"), [("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP"), ("a.avif", "AVIF")]
)
def test_renditions_say_whose_they_are_and_nothing_else(load, shelf, name, kind):
    """Where and with what a photograph was taken is dropped; credit and licence are added."""
    exif = Image.Exif()
    exif[0x010E] = SECRET  # ImageDescription
    exif[0x0110] = "A telephone"  # Model
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{SECRET}</x:xmpmeta>".encode()
    extra = {"exif": exif} if kind == "PNG" else {"exif": exif, "xmp": xmp}
    data = saved(photograph((400, 300)), kind, **extra)
    assert SECRET.encode() in data

    picture, _ = load(name, data, shelf)

    for form in picture.forms:
        assert SECRET.encode() not in form.data
        assert b"telephone" not in form.data
        told = opened(form).info
        packet = told.get("xmp") or told["XML:com.adobe.xmp"].encode()
        described = ET.fromstring(packet).find(".//rdf:Description", SPACES)
        assert described.findtext("photoshop:Credit", "", SPACES) == "Kim Lee"
        assert described.findtext(".//dc:rights//rdf:li", "", SPACES) == "Kim Lee, CC-BY-4.0"
        address = described.findtext("xmpRights:WebStatement", "", SPACES)
        assert address == "https://creativecommons.org/licenses/by/4.0/"


def test_renditions_of_cmyk_are_rgb(load, shelf):
    """What was made for print has the colours of a screen."""
    inks = Image.new("CMYK", (400, 300), (0, 255, 255, 0))
    picture, found = load("ink.jpg", saved(inks, "JPEG", quality=95), shelf)

    assert found == []
    for form in picture.forms:
        shown = opened(form)
        assert shown.mode in ("RGB", "P")
        red, green, blue = shown.convert("RGB").getpixel((9, 9))
        assert red > 200
        assert max(green, blue) < 60


def test_renditions_are_in_srgb(load, shelf):
    """A profile is worked into the colours, since it does not travel along."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    wide = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for icc in (wide, profile.tobytes(), b"no profile"):
        data = saved(photograph((300, 200)), "JPEG", icc_profile=icc)
        picture, found = load("roof.jpg", data, shelf)

        assert found == []
        assert all("icc_profile" not in opened(form).info for form in picture.forms)


def test_renditions_of_sixteen_bits_keep_their_greys(load, shelf):
    """A ramp from black to white is one, and not mostly white."""
    ramp = Image.new("I;16", (256, 20))
    for x in range(256):
        for y in range(20):
            ramp.putpixel((x, y), x * 257)
    picture, found = load("ramp.png", saved(ramp, "PNG"), shelf)

    assert found == []
    for form in picture.forms:
        shown = opened(form).convert("L")
        levels = [shown.getpixel((x, 10)) for x in (0, 64, 128, 192, 255)]
        for level, wanted in zip(levels, (0, 64, 128, 192, 255), strict=True):
            assert abs(level - wanted) <= 6, (form.media_type, levels)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_renditions_stay_transparent(load, shelf, mode):
    """What one could see through one still can, in every format, and nothing stands in for it."""
    clear = photograph((300, 200)).convert("RGBA")
    ImageDraw.Draw(clear).rectangle((150, 0, 300, 200), (0, 0, 0, 0))
    picture, found = load("logo.png", saved(clear.convert(mode), "PNG"), shelf)

    assert found == []
    assert picture.tone == ""
    assert picture.largest.media_type == "image/png"
    for form in picture.forms:
        shown = opened(form).convert("RGBA")
        assert shown.getpixel((form.width - 5, 9))[3] == 0
        assert shown.getpixel((5, 9))[3] == 255


def test_renditions_of_an_opaque_alpha_channel_are_photographs(load, shelf):
    """A channel that hides nothing costs nobody a PNG."""
    picture, _ = load("a.png", saved(photograph((300, 200)).convert("RGBA"), "PNG"), shelf)

    assert picture.largest.media_type == "image/jpeg"


def test_renditions_of_a_grey_photograph_are_light(load, shelf):
    """Two hundred greys are no diagram."""
    picture, _ = load("a.png", saved(photograph((300, 200), "L"), "PNG"), shelf)

    assert picture.largest.media_type == "image/jpeg"


def test_renditions_of_a_diagram_are_exact(load, shelf):
    """A picture of few colours is not blurred by JPEG."""
    diagram = Image.new("RGB", (300, 200), "white")
    ImageDraw.Draw(diagram).line((0, 0, 299, 199), "black", 3)
    picture, _ = load("a.png", saved(diagram, "PNG"), shelf)

    assert set(formats(picture)) <= {"image/webp", "image/png"}
    for form in picture.forms:
        assert opened(form).convert("RGB").tobytes() == diagram.tobytes()


def test_tone_is_the_colour_of_most_of_the_picture(load, shelf):
    """It is not the mean, which no part of a picture may have."""
    picture = Image.new("RGB", (400, 300), (20, 60, 120))
    ImageDraw.Draw(picture).rectangle((0, 0, 120, 300), (250, 240, 10))
    loaded, _ = load("a.png", saved(picture, "PNG"), shelf)

    red, green, blue = (int(loaded.tone[at : at + 2], 16) for at in (1, 3, 5))
    assert abs(red - 20) + abs(green - 60) + abs(blue - 120) < 12


def test_renditions_are_made_once(load, shelf):
    """The same picture is not made again, whatever it is called; another one is."""
    data = saved(photograph((300, 200)), "JPEG")
    first, _ = load("a.jpg", data, shelf)
    kept = dict(shelf.kept)
    again, _ = load("b.jpg", data, shelf)

    assert [form.data for form in again.forms] == [form.data for form in first.forms]
    assert shelf.kept == kept
    load("a.jpg", saved(photograph((300, 201)), "JPEG"), shelf)
    assert len(shelf.kept) == 2


def test_renditions_of_a_misnamed_copy_are_refused(load, shelf):
    """That the same bytes are kept under their right name does not make a wrong name right."""
    data = saved(photograph((300, 200)), "JPEG")
    load("a.jpg", data, shelf)
    picture, found = load("a.png", data, shelf)

    assert picture is None
    assert [one.message for one in found] == ["`a.png` holds JPEG, not PNG"]


def test_renditions_change_with_their_credit(load, shelf):
    """Whose a picture is stands in its files, so other words make other files."""
    data = saved(photograph((300, 200)), "JPEG")
    first, _ = load("a.jpg", data, shelf)
    other, _ = load("a.jpg", data, shelf, Credit("Bo", "CC0-1.0"))

    assert {form.name for form in other.forms}.isdisjoint(form.name for form in first.forms)
    assert b"Kim Lee" not in other.largest.data


def test_renditions_that_cannot_be_read_are_made_again(load, shelf):
    """What was kept by another version of the program, say, is no picture."""
    data = saved(photograph((300, 200)), "JPEG")
    first, _ = load("a.jpg", data, shelf)
    [key] = shelf.kept
    shelf.found = {key: b"of another version"}
    shelf.kept.clear()
    again, _ = load("a.jpg", data, shelf)

    assert again == first
    assert list(shelf.kept) == [key]


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30
)
@given(
    mode=st.sampled_from(["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16", "YCbCr", "F", "LAB"]),
    kind=st.sampled_from(["JPEG", "PNG", "WEBP", "GIF", "AVIF"]),
    size=st.tuples(st.integers(1, 40), st.integers(1, 40)),
)
def test_renditions_of_any_picture_can_be_opened(load, shelf, mode, kind, size):
    """Whatever Pillow can write, every form of it can be read, and is of its size."""
    picture = Image.effect_noise(size, 90).convert("RGB")
    picture = picture.convert("L").convert(mode) if mode in ("I;16", "F") else picture
    if mode not in ("LAB", "I;16", "F"):
        picture = picture.convert(mode)
    try:
        data = saved(picture, kind)
    except (OSError, ValueError):
        return  # no such file can exist
    shelf.kept.clear()
    loaded, found = load(f"a.{'jpg' if kind == 'JPEG' else kind.lower()}", data, shelf)

    assert found == []
    assert (loaded.largest.width, loaded.largest.height) == size
    for form in loaded.forms:
        shown = opened(form)
        assert f"image/{shown.format.lower()}" == form.media_type
        assert shown.size == (form.width, form.height)
        assert shown.mode in ("RGB", "RGBA", "P", "L", "1")
