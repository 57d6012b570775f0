"""Characters and people of a season are in the show's register."""

from __future__ import annotations

from collections.abc import Callable

from seasontracker.checks import characters_known, people_known

REGISTER = (
    "people:\n  adam-scott: Adam Scott\ncharacters:\n"
    "  mark: {played_by: adam-scott}\n  helly: {played_by: [adam-scott, brit-lower]}\n"
)


def test_characters_known_points_at_the_key(found_by: Callable[..., list[str]]) -> None:
    """A part of somebody who is not in the register is found at its id."""
    files = {"cast.yaml": REGISTER, "season-1/cast.yaml": "mark: {billing: main}\nirv: {note: N}\n"}

    assert found_by(characters_known.check, files) == [
        "ST302 season-1/cast.yaml:2:1 `irv` is not a character in the show's `cast.yaml`"
    ]


def test_characters_known_needs_a_register(found_by: Callable[..., list[str]]) -> None:
    """Without a register no character is known."""
    files = {"season-1/cast.yaml": "mark: {billing: main}\n"}

    assert len(found_by(characters_known.check, files)) == 1


def test_people_known_points_at_the_id(found_by: Callable[..., list[str]]) -> None:
    """Players are looked up for the register's characters and the season's parts."""
    files = {"cast.yaml": REGISTER, "season-1/cast.yaml": "mark: {played_by: adam-scot}\n"}

    assert found_by(people_known.check, files) == [
        "ST303 cast.yaml:5:35 `brit-lower` is not among the `people` of `cast.yaml`",
        "ST303 season-1/cast.yaml:1:19 `adam-scot` is not among the `people` of `cast.yaml`",
    ]


def test_cast_known_trusts_a_register_with_errors(found_by: Callable[..., list[str]]) -> None:
    """One mistake in the register does not make every reference to it a finding."""
    files = {
        "cast.yaml": "people: [x]\n",
        "season-1/cast.yaml": "mark: {played_by: adam-scott}\n",
    }

    assert found_by(characters_known.check, files) == []
    assert found_by(people_known.check, files) == []
