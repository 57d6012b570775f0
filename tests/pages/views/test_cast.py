"""The cast by what is known of each part."""

from __future__ import annotations

from typing import Any

import pytest

from seasontracker.pages.views.cast import CastGroup, cast_groups
from seasontracker.pages.views.folds import Fold

CAST = """
people:
  p: {name: Pat, original_name: 팻, also_known_as: [P, Patty]}
  q: Quinn
characters:
  x: {name: Nam On-jo, original_name: 남온조, played_by: [q, p], billing: recurring}
  y: {played_by: q, description: Somebody.}
"""
OUT = "- {date: 2022-01-01, release: 2022-01-01, confidence: official, source: a}\n"


def claimed(character: str, status: str, more: str = "") -> str:
    """Return a part with a claim."""
    claim = f"date: 2022-01-01, status: {status}, confidence: official, source: a{more}"
    return f"{character}: {{claims: [{{{claim}}}]}}\n"


def groups(built: Any, number: int = 1, *only: str) -> tuple[CastGroup, ...]:
    return cast_groups(built.context(number), built.season(number), only)


def names(found: tuple[CastGroup, ...]) -> dict[str, list[str]]:
    return {group.name: [card.id for card in group.people] for group in found}


def test_cast_card_says_who_plays_whom(stage: Any) -> None:
    """The present player stands last; a part without a name has its player's initials."""
    built = stage({"cast.yaml": CAST, "season-1/cast.yaml": "x: {}\ny: {billing: cameo}\n"})

    [group] = groups(built)
    x, y = group.people
    assert (x.initials, x.character, x.character_original) == ("NO", "Nam On-jo", "남온조")
    assert (x.actor, x.actor_original, x.actor_aliases) == ("Pat", "팻", "P, Patty")
    assert (y.initials, y.character, y.actor) == ("Q", "", "Quinn")
    assert (x.mark, x.said, x.cites) == (None, None, ())


def test_cast_part_without_a_player(stage: Any) -> None:
    """A part may be known before anybody plays it."""
    cast = "characters: {x: {name: Xan, played_by: []}, y: {played_by: []}}\n"
    [group] = groups(stage({"cast.yaml": cast, "season-1/cast.yaml": "x: {}\ny: {}\n"}))

    assert [(card.initials, card.actor) for card in group.people] == [("X", ""), ("?", "")]


def test_cast_player_of_a_season_goes_before_the_register(stage: Any) -> None:
    """A season may have another player."""
    built = stage({"cast.yaml": CAST, "season-1/cast.yaml": "x: {played_by: [p, q]}\n"})

    assert groups(built)[0].people[0].actor == "Quinn"


def test_cast_is_grouped_by_status(stage: Any) -> None:
    """Parts stand in the order of what is known, and those leaving are marked."""
    parts = claimed("x", "not-returning") + claimed("y", "returning")
    found = groups(stage({"cast.yaml": CAST, "season-1/cast.yaml": parts}))

    assert names(found) == {"Returning": ["y"], "Not returning": ["x"]}
    assert [card.is_out for group in found for card in group.people] == [False, True]


def test_cast_of_a_season_that_is_out_needs_no_claims(stage: Any) -> None:
    """Who has no claim simply played in it; the claims of others stand."""
    parts = "x: {}\n" + claimed("y", "guest")
    files = {"cast.yaml": CAST, "season-1/cast.yaml": parts}

    assert names(groups(stage(files))) == {"Guest part": ["y"], "Not known": ["x"]}
    assert names(groups(stage({**files, "season-1/status.yaml": OUT}))) == {
        "Cast of the season": ["x"],
        "Guest part": ["y"],
    }


def test_cast_before_it_was_named(stage: Any) -> None:
    """A part that nobody had spoken of on the day is not there."""
    files = {"cast.yaml": CAST, "season-1/cast.yaml": claimed("x", "new")}

    assert groups(stage(files, today="2021-12-31")) == ()


@pytest.mark.parametrize(
    ("only", "expected"), [("returning", ["y"]), ("x", ["x"]), ("new", []), ("", ["y", "x"])]
)
def test_cast_of_some(stage: Any, only: str, expected: list[str]) -> None:
    """A status or a character chooses."""
    parts = claimed("x", "departing") + claimed("y", "returning")
    built = stage({"cast.yaml": CAST, "season-1/cast.yaml": parts})

    found = groups(built, 1, *only.split())
    assert [card.id for group in found for card in group.people] == expected


def test_cast_fate_is_that_before_the_season_until_it_is_out(stage: Any) -> None:
    """Readers of season 2 know how season 1 ended; how season 2 ends is folded."""
    second = "---\nheadline: H\npublished: 2022-02-18\n---\n"
    files = {
        "cast.yaml": CAST,
        "season-1/cast.yaml": "x: {fate: {state: missing, note: At sea., source: b}}\n",
        "season-1/status.yaml": OUT,
        "season-2/cast.yaml": "x: {fate: {state: dead}}\n",
        "season-2/index.md": second,
    }
    before = groups(stage(files), 2)[0].people[0].fate
    after = groups(stage({**files, "season-2/status.yaml": OUT}), 2)[0].people[0].fate

    assert before is not None
    assert after is not None
    assert (before.state, before.note, before.fold) == (
        "Missing",
        "At sea.",
        Fold("S01", is_open=True),
    )
    assert (after.state, after.fold) == ("Dead", Fold("S02", is_open=False))


def test_cast_does_not_tell_how_a_season_ends_that_is_not_out(stage: Any) -> None:
    """A fate of the season before is there once that season is, on the day of the build."""
    coming = "- {date: 2022-01-01, release: 2027-01-01, confidence: official, source: a}\n"
    files = {
        "cast.yaml": CAST,
        "season-1/cast.yaml": "x: {fate: {state: dead}}\n",
        "season-1/status.yaml": coming,
        "season-2/cast.yaml": "x: {}\n",
        "season-2/index.md": "---\nheadline: H\npublished: 2022-02-18\n---\n",
    }

    assert groups(stage(files), 2)[0].people[0].fate is None
    out = groups(stage(files, today="2027-01-01"), 2)[0].people[0].fate
    assert out is not None
    assert (out.state, out.fold) == ("Dead", Fold("S01", is_open=True))


@pytest.mark.parametrize("number", [2, 120])
def test_cast_fate_is_folded_in_its_own_season(stage: Any, number: int) -> None:
    """How a season ends is folded there, also where its number has three digits."""
    files = {
        "cast.yaml": CAST,
        f"season-{number}/cast.yaml": "x: {fate: {state: dead}}\n",
        f"season-{number}/index.md": "---\nheadline: H\npublished: 2022-02-18\n---\n",
        f"season-{number}/status.yaml": OUT,
    }

    fate = groups(stage(files), number)[0].people[0].fate
    assert fate is not None
    assert fate.fold == Fold(f"S{number:02d}", is_open=False)


@pytest.mark.parametrize("place", ["part", "claim", "character"])
def test_cast_card_is_folded_for_what_it_gives_away(stage: Any, place: str) -> None:
    """The character, the part, or what was last said of it may spoil."""
    spoils = "spoils: S01E02"
    cast = CAST.replace("billing: recurring", spoils) if place == "character" else CAST
    part = claimed("x", "new", f", {spoils}" if place == "claim" else "")
    part = part.replace("]}", f"], {spoils}}}") if place == "part" else part
    built = stage({"cast.yaml": cast, "season-1/cast.yaml": part})

    assert groups(built)[0].people[0].fold == Fold("S01E02", is_open=False)
    [known] = cast_groups(built.context(2), built.season())
    assert known.people[0].fold == Fold("S01E02", is_open=True)


def test_cast_status_that_spoils_is_told_by_no_heading(stage: Any) -> None:
    """A part stands where it is said to in the open, and what was said since is opened in it."""
    claim = "status: {}, confidence: official, source: a{}"
    said = claim.format("returning", "")
    gone = claim.format("not-returning", ", note: So she says, spoils: S01E05")
    part = f"x: {{claims: [{{date: 2022-01-01, {said}}}, {{date: 2022-02-01, {gone}}}]}}\n"
    hidden = claimed("y", "departing", ", spoils: S01E05")
    built = stage({"cast.yaml": CAST, "season-1/cast.yaml": part + hidden})

    found = groups(built)
    assert names(found) == {"Returning": ["x"], "Parts that give the story away": ["y"]}
    [card], [other] = (group.people for group in found)
    assert (card.fold, card.is_out, card.status, card.note) == (None, False, "", "")
    assert card.turn is not None
    assert (card.turn.status, card.turn.note) == ("Not returning", "So she says")
    assert card.turn.fold == other.fold == Fold("S01E05", is_open=False)
    assert (other.status, other.turn) == ("Departing", None)
    assert names(groups(built, 1, "returning", "departing")) == {"Returning": ["x"]}


def test_cast_guess_says_why(stage: Any) -> None:
    """A speculation without a note shows its premises."""
    part = "x: {claims: [{date: 2022, status: expected, confidence: speculation, because: B}]}\n"
    card = groups(stage({"cast.yaml": CAST, "season-1/cast.yaml": part}))[0].people[0]

    assert (card.note, card.mark.key) == ("B", "speculation")
