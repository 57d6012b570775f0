"""Lines in several fonts: each sign is drawn as it is alone, and in its place."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops

from seasontracker.media.card import Card, compose_card
from seasontracker.media.drawing import draw_pixels
from seasontracker.media.font_face import load_face
from seasontracker.media.line import Line
from seasontracker.media.typesetting import PLAIN, STRONG, measure, set_lines

SIZE, WIDE, HIGH = 60, 1400, 120


def drawn(line: Line) -> Image.Image:
    """Return what a line's ink covers, as shades of grey."""
    parts = "".join(
        f'<text xml:space="preserve" x="{10 + piece.place * SIZE}" y="80" font-size="{SIZE}">'
        f"{piece.markup}</text>"
        for piece in line.pieces
    )
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDE}" height="{HIGH}">{parts}</svg>'
    return draw_pixels(svg, tuple(line.fonts), width=WIDE).getchannel("A")


def columns(picture: Image.Image) -> tuple[int, int]:
    box = picture.getbbox()
    assert box is not None
    return box[0], box[2]


def set_line(text: str, *, turned: bool | None = None) -> Line:
    [line] = set_lines(text, PLAIN, SIZE, WIDE - 20, 1, turned=turned)
    return line


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("On ", "مدرسة الروابي للبنات"),
        ("On ", "الطريق إلى العائلة"),
        ("Season 2 · ", "ما وراء الطبيعة"),
        ("Игра ", "فضائية"),
        ("지금 ", "فَضائيّة"),
        ("On ", "ที่นี่"),
        ("On ", "שָׁלוֹם"),
        ("Tom é ", "x\u0323\u0302 Ж\u0301"),
        ("فضائية on ", "ที่นี่"),
        ("ที่นี่ on ", "فضائية"),
    ],
)
def test_text_is_drawn_beside_other_fonts_as_it_is_alone(before: str, text: str) -> None:
    """No dot and no mark is lost or moved because another font is in the line."""
    alone = drawn(set_line(text))
    mixed = drawn(set_line(before + text, turned=False))

    left, right = columns(alone)
    end = columns(mixed)[1]
    apart = ImageChops.difference(
        alone.crop((left, 0, right, HIGH)), mixed.crop((end - (right - left), 0, end, HIGH))
    )
    # A line may start between two pixels, which changes the shade of edges.
    wrong = sum(apart.histogram()[170:])
    assert wrong <= 0.08 * sum(alone.histogram()[170:])


def test_first_words_keep_their_font_beside_one_that_has_their_letters_too() -> None:
    """What was measured in the site's own font is drawn in it."""
    alone, mixed = drawn(set_line("Oily")), drawn(set_line("Oily Игра"))
    box = alone.getbbox()

    assert box is not None
    assert not ImageChops.difference(alone.crop(box), mixed.crop(box)).getbbox()


def test_sentence_that_begins_with_an_arabic_name_ends_on_the_right() -> None:
    """Our words run as their language does, whatever name stands first."""
    words = "فضائية has not said when the next season begins, and nobody else has. " * 3
    first, last = "فضائية", "\N{HORIZONTAL ELLIPSIS}"
    [line] = set_lines(words, PLAIN, SIZE, WIDE - 20, 1, turned=False)
    cut = "".join(run.text for run in line.runs)
    whole, without = drawn(line), drawn(set_line(cut.removesuffix(last), turned=False))

    assert cut.startswith(first)
    assert cut.endswith(last)
    changed = ImageChops.difference(whole, without).getbbox()
    assert changed is not None
    assert changed[0] >= columns(without)[1] - 1


def test_card_sets_our_words_in_the_direction_of_their_language() -> None:
    """An Arabic name at the start of an English answer does not turn it round, nor the reverse."""
    answers = ("فضائية has renewed it.", "Netflix جددت المسلسل.")
    turned = [
        "\u202b" in drawing.svg
        for right_to_left in (False, True)
        for answer in answers
        if (drawing := compose_card(Card("S", "T", "#000000", "", answer, "", "", right_to_left)))
    ]

    assert turned == [False, False, True, True]


def test_pieces_of_a_line_that_runs_against_its_card_stay_in_order() -> None:
    """On the card of an Arabic title, English is still read from the left."""
    answer = "One \N{WAVING WHITE FLAG}\ufe0f\u200d\N{RAINBOW} two"
    drawing = compose_card(Card("S", "عثمان", "#000000", answer=answer))

    assert drawing is not None
    places = [
        float(text.partition('x="')[2].partition('"')[0])
        for text in drawing.svg.split("<text")
        if ">One " in text or "\u200d" in text or "two<" in text
    ]
    assert len(places) == 3
    assert places == sorted(places)


def test_composed_and_decomposed_letters_are_one() -> None:
    """How a letter was typed is not seen, and takes no other room."""
    assert set_line("Café") == set_line("Cafe\u0301")
    assert measure("Café", STRONG, SIZE) == measure("Cafe\u0301", STRONG, SIZE)


def test_marks_are_drawn_in_a_font_that_has_them() -> None:
    """A letter goes to where its marks are, even if an earlier font has the letter alone."""
    [run] = set_line("x\u0323\u0302").runs

    assert set(map(ord, run.text)) <= set(run.face.advances)
    assert ord("x") in load_face(PLAIN[0]).advances
