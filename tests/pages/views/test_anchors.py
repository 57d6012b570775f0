"""Ids on an article's page, and which of them may be linked to although they are not there."""

from __future__ import annotations

from typing import Any

import pytest

from seasontracker.models import Evidence, Theory
from seasontracker.pages.views.anchors import (
    FRAME,
    PageIds,
    evidence_anchor,
    theory_anchor,
    wordless,
)

THEORY = "---\nquestion: Why?\nproposed: 2022-01-01\n---\n\n## Ground\n\nText.\n"


def test_page_ids_are_given_once() -> None:
    """An id that is taken gets a number."""
    ids = PageIds()
    ids.reserve(["cast"])

    assert [ids.free("cast"), ids.free("cast"), ids.free("dates")] == ["cast-2", "cast-3", "dates"]
    assert not ids.take("dates")
    assert ids.take("timeline")


def test_page_ids_begin_with_those_of_the_frame() -> None:
    """What every page has, no component gets."""
    assert PageIds().free("sources") == "sources-2"
    assert not any(PageIds().take(one) for one in FRAME)


def test_possible_anchors_hold_what_comes_on_other_days(stage: Any) -> None:
    """A theory that nobody has proposed yet, its headings, and components with nothing today."""
    late = "---\nquestion: Why?\nproposed: 2030\nevidence:\n"
    late += "  - {id: e, date: 2031, bears: for, kind: official, text: T, source: a}\n"
    late += "---\n\n## Ground\n"
    status = "- {date: 2030, release: 2031, confidence: rumour, source: a}\n"
    built = stage(
        {
            "season-1/theories/late.md": late,
            "season-1/status.yaml": status,
            "season-1/cast.yaml": "x: {}\n",
            "cast.yaml": "people: {p: P}\ncharacters: {x: {played_by: p}}\n",
        }
    )

    _, builder = built.article()

    assert builder.possible_anchors >= {
        "theories",
        "theory-late",
        "theory-late-e",
        "theory-late-ground",
        "dates",
        "timeline",
        "cast",
        "updates",
        "sources",
    }
    assert not builder.possible_anchors & {"synopsis", "videos", "episodes", "where-to-watch"}


@pytest.mark.parametrize(
    ("body", "is_possible"), [("", False), ("::: theory why", True), ("::: theories", True)]
)
def test_possible_anchors_leave_out_what_is_hidden(
    stage: Any, body: str, is_possible: bool
) -> None:
    """What the article hides is there on no day, unless the article places it."""
    front = "---\nheadline: H\npublished: 2022-02-18\nhide: theories\n---\n\n"
    built = stage({"season-1/theories/why.md": THEORY, "season-1/index.md": f"{front}{body}\n"})

    _, builder = built.article()

    assert ("theory-why" in builder.possible_anchors) is is_possible


def test_anchor_of_what_spoils_has_no_words() -> None:
    """The address of a theory or of evidence says nothing where that would give something away."""
    proof = Evidence.model_construct(id="he-dies", spoils="S01E09")
    harmless = Theory.model_construct(spoils="none")
    spoiling = Theory.model_construct(spoils="S01E09")

    assert theory_anchor("he-dies", "premise") == "theory-he-dies"
    assert theory_anchor("he-dies", "S01E09") == f"theory-{wordless('he-dies')}"
    assert evidence_anchor("who", harmless, proof) == f"theory-who-{wordless('he-dies')}"
    assert evidence_anchor("who", spoiling, proof).startswith(f"theory-{wordless('who')}-")
    assert len(wordless("he-dies")) == 8
    assert wordless("he-dies") != wordless("he-lives")
