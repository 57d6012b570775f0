"""Social cards: every script in its place, nothing outside of the card, the same law of lines."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from seasontracker.media.card import HEIGHT, WIDTH, Card, compose_card
from seasontracker.media.drawing import draw_png
from seasontracker.media.font_face import FONTS, load_face
from seasontracker.media.typesetting import (
    ELLIPSIS,
    PLAIN,
    STRONG,
    can_set,
    measure,
    set_lines,
)
from seasontracker.site.palette import PAPER
from seasontracker.wording.direction import is_right_to_left

ACCENT = "#a32a1c"
EDGE = 40
"""Pixels beside the band, and on the other side, that no text may reach."""
TITLES = (
    "1899",
    "지금 우리 학교는",
    "المؤسس عثمان",
    "Игра в кальмара",
    "ชั่วโมงโกงความตาย",
    "שטיסל",
    "Show 🎉👩‍👩‍👧🇰🇷👍🏽❤️",
    "A very long title of a show that goes on and on until nobody remembers how it began, and "
    "then goes on a little further",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
)


def drawn(card: Card) -> Image.Image:
    drawing = compose_card(card)
    assert drawing is not None
    data = draw_png(drawing.svg, drawing.fonts, width=WIDTH)
    assert len(data) < 60_000
    picture = Image.open(BytesIO(data))
    assert picture.size == (WIDTH, HEIGHT)
    assert picture.mode == "P"
    return picture.convert("RGB")


def inked(picture: Image.Image) -> tuple[int, int, int, int]:
    """Return the box around all that is not paper, the band at the edge left out."""
    inside = picture.crop((30, 0, WIDTH - 30, HEIGHT))
    apart = ImageChops.difference(inside, Image.new("RGB", inside.size, PAPER)).convert("L")
    # With few colours, paper is a shade off.
    box = apart.point(lambda value: 255 if value > 20 else 0).getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize("title", TITLES, ids=range(len(TITLES)))
def test_card_sets_titles_of_all_scripts_inside_its_edges(title: str) -> None:
    """Whatever the script and length, a title is drawn, and nothing is cut off."""
    card = Card(
        "Pencilled In", title, ACCENT, "Season 2", "It is coming. " * 30, "rumour", "Rumour"
    )
    left, top, right, bottom = inked(drawn(card))

    assert left >= EDGE
    assert right <= WIDTH - 30 - EDGE
    assert top > 40
    assert bottom < HEIGHT - 40
    bare = drawn(Card("Pencilled In", " ".join(["."]), ACCENT))
    assert ImageChops.difference(drawn(Card("Pencilled In", title, ACCENT)), bare).getbbox()


@pytest.mark.parametrize("title", ["日本沈没", "", "\U0001f9ff\U0010fffd"])
def test_card_of_a_script_without_font_is_not_drawn(title: str) -> None:
    """No card is better than one of empty boxes."""
    assert compose_card(Card("Pencilled In", title, ACCENT)) is None


def test_card_leaves_out_lines_that_it_cannot_set() -> None:
    """Beside a title, the name in another script is dispensable."""
    with_it = compose_card(Card("S", "Japan Sinks", ACCENT, "日本沈没", "日本沈没"))

    assert with_it == compose_card(Card("S", "Japan Sinks", ACCENT))


def test_card_draws_certainty_as_the_site_does() -> None:
    """Each form of line is told by its dashes and node, and not by colour alone."""
    forms = {}
    for key in ("official", "reported", "rumour", "speculation"):
        drawing = compose_card(Card("S", "Title", ACCENT, "", "Answer.", key, "Word"))
        assert drawing is not None
        [circle] = re.findall(r"<circle .*?/>", drawing.svg)
        dashes = re.findall(r'stroke-dasharray="(.*?)"', drawing.svg)
        forms[key] = (f'fill="{PAPER}"' in circle, len(dashes), "round" in circle)

    assert forms == {
        "official": (False, 0, False),
        "reported": (True, 0, False),
        "rumour": (True, 3, False),
        "speculation": (True, 3, True),
    }


def test_card_is_mirrored_for_a_title_from_right_to_left() -> None:
    """The band stands where reading begins."""
    left, right = drawn(Card("S", "Title", ACCENT)), drawn(Card("S", "عثمان", ACCENT))

    assert left.getpixel((5, 300)) == right.getpixel((WIDTH - 5, 300)) == (163, 42, 28)
    assert right.getpixel((5, 300)) != (163, 42, 28)


def test_card_takes_text_as_text() -> None:
    """Markup in a title is drawn, and is no part of the drawing."""
    drawing = compose_card(Card("<g>", '</text><script x="1">&', ACCENT, "a & b"))

    assert drawing is not None
    assert "<script" not in drawing.svg
    draw_png(drawing.svg, drawing.fonts, width=WIDTH)


def test_lines_end_in_an_ellipsis_when_cut() -> None:
    """The last line that fits says that there is more, and is no wider than the others may be."""
    lines = set_lines("One two three four five six seven eight nine ten", STRONG, 40, 300, 2)
    texts = ["".join(run.text for run in line.runs) for line in lines]

    assert len(texts) == 2
    assert texts[1].endswith(ELLIPSIS)
    assert all(measure(text, STRONG, 40) <= 300 for text in texts)


@settings(max_examples=60, deadline=None)
@given(
    st.text("ab cé지금 우리عثمان שלום ไทย0123.,!🎉❤️👩‍👧🇰🇷🏽'\"<&", min_size=1, max_size=80),
    st.floats(120, 900),
)
def test_lines_keep_every_character_and_their_width(text: str, width: float) -> None:
    """However a text is mixed, nothing is lost, and each line fits unless one sign is too wide."""
    lines = set_lines(text, PLAIN, 30, width, 999)
    texts = ["".join(run.text for run in line.runs) for line in lines]

    if not is_right_to_left(text):
        assert "".join("".join(texts).split()) == "".join(text.split())
    assert all(measure(one, PLAIN, 30) <= width for one in texts)


@settings(max_examples=25, deadline=None)
@given(st.text("a é지عש ไ🎉❤️👩‍🇰🇷🏽👍'<&", min_size=1, max_size=24))
def test_any_mixture_can_be_drawn(text: str) -> None:
    """No mixture of scripts and signs makes the library give up."""
    drawing = compose_card(Card("S", text, ACCENT, text, text))
    assert (drawing is None) == (not can_set(text, STRONG) or not text)
    if drawing is not None:
        assert draw_png(drawing.svg, drawing.fonts, width=WIDTH)


@pytest.mark.parametrize("name", [file.stem for file in sorted(FONTS.glob("*.ttf"))])
def test_faces_are_read(name: str) -> None:
    """Each of our fonts has characters, and widths that a letter can have."""
    face = load_face(name)

    assert len(face.advances) > 80
    assert all(0 <= width <= 4 for width in face.advances.values())
    assert "ext" in name or face.advances[ord(" ")] > 0.1


def test_faces_agree_with_freetype() -> None:
    """What we read of a font is what another library reads."""
    from PIL import ImageFont  # noqa: PLC0415

    face = load_face(STRONG[0])
    font = ImageFont.truetype(str(face.file), 1000, layout_engine=ImageFont.Layout.BASIC)
    for mark in "Awi.Ж"[:4]:
        assert abs(font.getlength(mark) - 1000 * face.advances[ord(mark)]) <= 1
