"""Theories as cards."""

from __future__ import annotations

from typing import Any

from seasontracker.pages.views.anchors import PageIds
from seasontracker.pages.views.folds import Fold
from seasontracker.pages.views.theories import TheoryCard, theory_card

THEORY = """---
question: Q
title: T
proposed: 2024
spoils: {spoils}
evidence:
  - {{id: e, date: 2025-01-01, bears: for, kind: on-screen, text: For, at: S01E02, source: a}}
  - {{date: 2025-01-01, bears: against, kind: interview, text: Against, source: b, spoils: source}}
  - {{date: 2025-01-01, bears: neutral, kind: marketing, text: Neither, source: c}}
  - {{date: 2030, bears: for, kind: official, text: Later, source: a}}
verdicts:
  - {{date: 2025-02-01, state: {state}, resolved_by: e, note: N, source: b}}
---
"""


def card(stage: Any, state: str = "confirmed", spoils: str = "none", **values: Any) -> TheoryCard:
    built = stage({"season-1/theories/why.md": THEORY.format(state=state, spoils=spoils)}, **values)
    standing = built.season().theories["why"]
    return theory_card(built.context(1), "why", standing, PageIds())


def test_theory_has_its_evidence_on_two_sides(stage: Any) -> None:
    """For, against and neither; what is not known yet is on none of them."""
    found = card(stage)

    assert [(side.name, [item.text for item in side.items]) for side in found.sides] == [
        ("For", ["For"]),
        ("Against", ["Against"]),
    ]
    assert [item.text for item in found.neutral] == ["Neither"]
    [item] = found.sides[0].items
    assert (item.id, item.at, item.key, item.settles) == (
        "theory-why-e",
        "S01E02",
        "official",
        True,
    )


def test_theory_evidence_may_give_more_away(stage: Any) -> None:
    """What the work behind the show tells is folded where the theory is not."""
    found = card(stage)

    assert found.fold is None
    source = Fold("source", is_open=False)
    assert [item.fold for side in found.sides for item in side.items] == [None, source]
    assert card(stage, spoils="S01E01").fold == Fold("S01E01", is_open=False)


def test_theory_before_its_verdict_is_open(stage: Any) -> None:
    """On an earlier day neither verdict nor evidence are there."""
    found = card(stage, today="2024-06-01")

    assert (found.state, found.verdict, found.verdict_date, found.is_dead) == (
        "Open",
        "",
        None,
        False,
    )
    assert not any(side.items for side in found.sides)


def test_theory_that_is_dead(stage: Any) -> None:
    """What did not come true is struck through."""
    assert card(stage, state="debunked").is_dead
    assert card(stage, state="moot").is_dead
    assert not card(stage, state="confirmed").is_dead


def test_theory_numbers_sources_as_they_stand(stage: Any) -> None:
    """The verdict is read first, then both sides."""
    found = card(stage)
    cites = [*found.verdict_cites, *found.cites]
    cites += [cite for side in found.sides for item in side.items for cite in item.cites]

    assert [cite.number for cite in cites] == [1, 2, 1]


def test_theory_hides_an_outcome_that_gives_away_more(stage: Any) -> None:
    """A verdict gives away what the evidence does that settles it, and so does how it is drawn."""
    evidence = "{id: e, date: 2022-01-02, bears: against, kind: on-screen, text: E, spoils: S01E09}"
    verdict = "{date: 2022-01-03, state: debunked, resolved_by: e%s}"
    theory = "---\nquestion: Q\nproposed: 2022-01-01\nevidence: [%s]\nverdicts: [%s]\n---\n"

    def made(more: str) -> Any:
        built = stage({"season-1/theories/why.md": theory % (evidence, verdict % more)})
        standing = built.season().theories["why"]
        return theory_card(built.context(1), "why", standing, PageIds())

    hidden, told = made(""), made(", spoils: none")
    assert hidden.verdict_fold == Fold("S01E09", is_open=False)
    assert (hidden.key, hidden.is_dead, hidden.verdict_key) == ("speculation", False, "official")
    assert told.verdict_fold is None
    assert (told.key, told.is_dead) == ("official", True)
