"""The key facts of a season."""

from __future__ import annotations

from typing import Any

from seasontracker.pages.views.facts import key_facts
from seasontracker.pages.views.folds import Fold


def facts(built: Any, number: int = 1) -> dict[str, str]:
    return {fact.term: fact.value for fact in key_facts(built.context(), built.season(number))}


def test_facts_of_nothing(stage: Any) -> None:
    """Before anything was said the list says that."""
    assert facts(stage()) == {
        "Release": "No date announced",
        "Network": "Apple TV",
        "Episodes": "Not announced",
        "Trailer": "None yet",
    }


def test_facts_of_what_will_not_be_made(stage: Any) -> None:
    """Nobody waits for the episodes or trailer of a cancelled season."""
    log = """
- {date: 2025-01-01, release: 2027, confidence: official, source: a}
- {date: 2025-02-01, renewal: cancelled, confidence: official, source: a}
"""
    found = facts(stage({"season-1/status.yaml": log}))

    assert found["Release"] == "Not coming"
    assert not {"Episodes", "Trailer"} & set(found)


def test_facts_say_that_reports_disagree(stage: Any) -> None:
    """No one of two windows is the release."""
    log = """
- {date: 2025-01-01, release: 2027-Q1, confidence: reported, source: a}
- {date: 2025-02-01, release: 2027-Q3, confidence: reported, source: b, alongside: true}
"""
    assert facts(stage({"season-1/status.yaml": log}))["Release"] == (
        "No official date; reports disagree"
    )


def test_facts_of_editors_wait_for_their_day(stage: Any) -> None:
    """A fact does not exist before it is known, and may be folded together with its label."""
    front = "---\nheadline: H\npublished: 2022-02-18\nkey_facts:\n"
    front += "  - {label: Now, value: A, spoils: S01E01, source: a}\n"
    front += "  - {label: Later, value: B, date: 2030}\n---\n"
    built = stage({"season-1/index.md": front})
    last = key_facts(built.context(), built.season())[-1]

    assert (last.term, last.label, last.value) == ("Also", "Now", "A")
    assert last.fold == Fold("S01E01", is_open=False)


def test_facts_name_the_crew_of_the_season(stage: Any) -> None:
    """Whoever worked on other seasons only is not named."""
    show = "title: S\nnetwork: N\nsummary: S\ncrew:\n"
    show += "  - {name: Ada, role: director, seasons: 1}\n"
    show += "  - {name: Bea, role: director, seasons: [2, 3]}\n"
    show += "  - {name: Cleo, role: director}\n  - {name: Dot, role: composer}\n"

    found = facts(stage({"show.yaml": show}))
    assert found["Director"] == "Ada, Cleo"
    assert "Dot" not in found.values()
