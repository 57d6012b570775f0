"""The catalogue that translators start from holds every message of the program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

REPOSITORY = Path(__file__).parents[2]
CATALOGUES = REPOSITORY / "src/seasontracker/wording/catalogues"
KEYWORDS = {**DEFAULT_KEYWORDS, "mark": None, "pgettext": ((1, "c"), 2)}
MessageId = str | tuple[str, ...]


def extracted() -> Iterator[MessageId]:
    """Yield the messages of the source and the templates, as `make messages` finds them."""
    with (REPOSITORY / "babel.cfg").open() as stream:
        methods, options = parse_mapping_cfg(stream)
    for folder in ("src/seasontracker", "templates"):
        for _, _, message, _, _ in extract_from_dir(
            REPOSITORY / folder, methods, options, KEYWORDS
        ):
            yield message


def held_by(name: str) -> set[MessageId]:
    """Return the messages of a catalogue."""
    with (CATALOGUES / name).open("rb") as stream:
        return {message.id for message in read_po(stream) if message.id}


@pytest.mark.parametrize("name", ["seasontracker.pot", "en.po"])
def test_catalogue_is_current(name: str) -> None:
    """Every message is in the catalogue, and nothing else; `make messages` makes it so."""
    assert held_by(name) == set(extracted())


@pytest.mark.parametrize("name", ["seasontracker.pot", "en.po"])
def test_catalogue_is_the_same_everywhere(name: str) -> None:
    """No path of a machine, no line number and no date stands in a catalogue."""
    text = (CATALOGUES / name).read_text(encoding="utf-8")

    assert str(REPOSITORY) not in text
    assert "Date:" not in text
    places = [line for line in text.splitlines() if line.startswith("#: ")]
    assert all(not part.rpartition(":")[2].isdigit() for line in places for part in line.split())


def test_english_needs_no_translation() -> None:
    """Our English is that of the messages themselves."""
    with (CATALOGUES / "en.po").open("rb") as stream:
        said = [message.string for message in read_po(stream) if message.id]

    assert all(not any(one) if isinstance(one, tuple) else not one for one in said)
