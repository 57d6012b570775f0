"""Names that are read from the other side than what they stand in."""

from __future__ import annotations

from pathlib import Path

import pytest

from seasontracker.pages.environment import make_environment
from seasontracker.wording.catalogue import load_words
from seasontracker.wording.direction import is_right_to_left, isolated

ARABIC, MIXED, LATIN = "مدرسة الروابي!", "Show 2 שטיסל", "Squid Game!"


@pytest.mark.parametrize(
    ("name", "beside", "is_set_apart"),
    [
        (ARABIC, "season 2", True),
        (MIXED, "season 2", True),
        (LATIN, "season 2", False),
        ("지금 우리 학교는", "season 2", False),
        (ARABIC, "الموسم 2", False),
        (LATIN, "الموسم 2", True),
    ],
)
def test_name_is_set_apart_where_it_would_change_the_order(
    name: str, beside: str, is_set_apart: bool
) -> None:
    """Only a name that is written against the words beside it gets marks around it."""
    assert isolated(name, beside) == (f"\u2068{name}\u2069" if is_set_apart else name)


@pytest.mark.parametrize(
    ("language", "name", "is_set_apart"),
    [
        *(("en", ARABIC, True), ("en", MIXED, True), ("en", "<b>é", False), ("en", LATIN, False)),
        *(("ar", ARABIC, False), ("ar", LATIN, True)),
    ],
)
def test_template_sets_names_apart_and_escapes_them(
    tmp_path: Path, language: str, name: str, is_set_apart: bool
) -> None:
    """On a page the same is done by `<bdi>`, in sentences too, and text stays text."""
    (tmp_path / "a.html").write_text(
        "{{ name|isolate }}, {% trans name=name|isolate %}All of {{ name }}{% endtrans %}"
        "{{ [name]|map('isolate')|join(' · ') }}"
    )
    environment = make_environment(tmp_path, None, load_words(language, Path("nowhere")))
    text = environment.get_template("a.html").render(name=name)

    assert text.count(f"<bdi>{name}</bdi>") == (3 if is_set_apart else 0)
    assert "<b>" not in text
    assert text.count(name.replace("<", "&lt;").replace(">", "&gt;")) == 3


@pytest.mark.parametrize(
    ("text", "turned"), [(ARABIC, True), (MIXED, False), ("1 שטיסל", True), ("123", False)]
)
def test_direction_is_that_of_the_first_letter(text: str, turned: bool) -> None:
    """Digits and signs say nothing of it."""
    assert is_right_to_left(text) is turned
