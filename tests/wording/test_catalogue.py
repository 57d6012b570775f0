"""Catalogues of messages: ours, a site's own, and damaged ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from seasontracker.wording.catalogue import CatalogueError, load_words


def write(folder: Path, name: str, *messages: tuple[str, str]) -> None:
    """Write a catalogue."""
    entries = "".join(f'\nmsgid "{one}"\nmsgstr "{other}"\n' for one, other in messages)
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
    (folder / name).write_text(header + entries, encoding="utf-8")


def test_english_stands_in_for_what_is_not_translated(tmp_path: Path) -> None:
    """A site's own catalogue need not be complete, nor be there."""
    write(tmp_path, "de.po", ("Official", "Offiziell"))

    words = load_words("de", tmp_path)
    assert (words.gettext("Official"), words.gettext("Reported")) == ("Offiziell", "Reported")
    assert load_words("fr", tmp_path).gettext("Official") == "Official"


def test_narrower_language_goes_before_the_wider(tmp_path: Path) -> None:
    """`de-AT` is used where it has a word, and `de` where it has none."""
    write(tmp_path, "de.po", ("January", "Januar"), ("Official", "Offiziell"))
    write(tmp_path, "de-AT.po", ("January", "Jänner"))

    words = load_words("de-AT", tmp_path)
    assert (words.gettext("January"), words.gettext("Official")) == ("Jänner", "Offiziell")


def test_plural_forms_are_those_of_the_language(tmp_path: Path) -> None:
    """A language has as many plurals as its catalogue says."""
    (tmp_path / "pl.po").write_text(
        'msgid ""\nmsgstr "Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 &&'
        ' (n%100<10 || n%100>=20) ? 1 : 2);\\n"\n\n'
        'msgid "%(number)d episode"\nmsgid_plural "%(number)d episodes"\n'
        'msgstr[0] "%(number)d odcinek"\nmsgstr[1] "%(number)d odcinki"\n'
        'msgstr[2] "%(number)d odcinków"\n'
    )

    words = load_words("pl", tmp_path)
    assert [
        words.ngettext("%(number)d episode", "%(number)d episodes", number) % {"number": number}
        for number in (1, 2, 5)
    ] == ["1 odcinek", "2 odcinki", "5 odcinków"]


def test_edited_catalogue_is_read_again(tmp_path: Path) -> None:
    """A running program sees a changed translation."""
    write(tmp_path, "de.po", ("Official", "Amtlich"))
    assert load_words("de", tmp_path).gettext("Official") == "Amtlich"

    write(tmp_path, "de.po", ("Official", "Offiziell, endlich"))
    assert load_words("de", tmp_path).gettext("Official") == "Offiziell, endlich"


@pytest.mark.parametrize("language", ["xx", "klingon-lang", "q"])
def test_unknown_language_is_refused(language: str) -> None:
    """A language whose dates nobody knows cannot be used."""
    with pytest.raises(CatalogueError, match=f"`{language}` is not a language known to CLDR"):
        load_words(language)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"msgid \xff", "`de.po` is not a catalogue"),
        (b"this is no catalogue", "`de.po` is not a catalogue"),
        (b'msgid "in %(year)s"\nmsgstr "in %(jahr)s"\n', "`de.po`, line 1: unknown named"),
    ],
)
def test_damaged_catalogue_is_refused(tmp_path: Path, text: bytes, message: str) -> None:
    """A catalogue that cannot be read, or would fail on a page, is named beforehand."""
    (tmp_path / "de.po").write_bytes(text)

    with pytest.raises(CatalogueError, match=message):
        load_words("de", tmp_path)


def test_fuzzy_translation_is_not_used(tmp_path: Path) -> None:
    """What a translator has not looked at stays English, whatever it says."""
    (tmp_path / "de.po").write_text('#, fuzzy\nmsgid "in %(year)s"\nmsgstr "%(bad)s"\n')

    assert load_words("de", tmp_path).gettext("in %(year)s") == "in %(year)s"
