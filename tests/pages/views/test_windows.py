"""Release windows as bars."""

from __future__ import annotations

from typing import Any

from seasontracker.pages.views.windows import date_history, standing_horizon

LOG = """
- {date: 2024-01-01, release: 2024-H1, confidence: speculation, because: B, source: a}
- {date: 2025-01-01, release: 2027, confidence: reported, source: b}
- {date: 2025-02-01, release: 2027-H2, confidence: reported, source: [c, b], alongside: true}
"""


def test_answer_has_the_windows_that_stand(stage: Any) -> None:
    """Of rivals both, newest first; what is dead is not below the answer."""
    built = stage({"season-1/status.yaml": LOG})
    figure = standing_horizon(built.context(), built.season())

    assert figure is not None
    assert [row.bar.label for row in figure.rows] == ["Second half of 2027", "2027"]
    assert not any(row.bar.dead for row in figure.rows)


def test_history_has_every_window(stage: Any) -> None:
    """Newest on top, each with its sources; what is dead is struck through."""
    built = stage({"season-1/status.yaml": LOG})
    figure = date_history(built.context(), built.season())

    assert figure is not None
    assert [(row.bar.label, bool(row.bar.dead)) for row in figure.rows] == [
        ("Second half of 2027", False),
        ("2027", False),
        ("First half of 2024", True),
    ]
    assert [[cite.number for cite in row.bar.cites] for row in figure.rows] == [[1, 2], [2], [3]]


def test_nothing_stands_of_what_will_not_be_made(stage: Any) -> None:
    """The window of a cancelled season is dead, though nobody took it back."""
    log = LOG + "- {date: 2025-03-01, renewal: cancelled, confidence: official, source: a}\n"
    built = stage({"season-1/status.yaml": log})
    history = date_history(built.context(), built.season())

    assert standing_horizon(built.context(), built.season()) is None
    assert history is not None
    assert all(row.bar.dead and row.strike for row in history.rows)


def test_before_anything_was_said(stage: Any) -> None:
    """There is no figure."""
    built = stage({"season-1/status.yaml": LOG}, today="2020-01-01")

    assert standing_horizon(built.context(), built.season()) is None
    assert date_history(built.context(), built.season()) is None
