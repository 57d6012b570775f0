"""The claim log as readers see it: one claim one entry, and each change told once."""

from __future__ import annotations

from typing import Any

from seasontracker.pages.views.folds import Fold
from seasontracker.pages.views.timeline import TimelineEntry, UpdateLine, timeline, update_log

CAST = """
people: {p: Pat, q: Quinn}
characters:
  x: {name: Xan, played_by: p}
  y: {name: Yve, played_by: q, spoils: S01E03}
"""


def entries(built: Any) -> tuple[TimelineEntry, ...]:
    return timeline(built.context(), built.season(), built.changes())


def updates(built: Any) -> tuple[UpdateLine, ...]:
    return update_log(built.context(), built.season(), built.changes())


def test_timeline_of_nothing_is_empty(stage: Any) -> None:
    """Before anything was said there are no entries."""
    log = "- {date: 2025-01-01, renewal: ordered, confidence: official, source: a}\n"
    built = stage({"season-1/status.yaml": log}, today="2020-01-01")

    assert (entries(built), updates(built)) == ((), ())


def test_timeline_has_one_entry_for_a_claim(stage: Any) -> None:
    """A claim that speaks of three things is one entry, the decision first; newest on top."""
    log = """
- date: 2025-01-01
  episode_order: 8
  production: writing
  renewal: ordered
  confidence: official
  source: [a, b]
  note: N
- {date: 2025-06, production: filming, confidence: reported, source: c}
"""
    newest, oldest = entries(stage({"season-1/status.yaml": log}))

    assert (newest.when.iso, newest.title) == ("2025-06", "In production")
    assert (oldest.when.iso, oldest.note) == ("2025-01-01", "N")
    assert oldest.title.split("; ")[0] == "Season ordered"
    assert len(oldest.title.split("; ")) == 3
    assert [cite.number for cite in newest.cites + oldest.cites] == [1, 2, 3]


def test_timeline_tells_an_ending_by_itself(stage: Any) -> None:
    """A guess that ran out is struck through, and that it ran out is an entry of that day."""
    log = "- {date: 2025-01-01, release: 2025-H1, confidence: rumour, source: a, note: N}\n"
    ended, said = entries(stage({"season-1/status.yaml": log}))

    assert (ended.when.iso, ended.note, ended.dead) == ("2025-07-01", "", "")
    assert (said.when.iso, said.note, said.dead) == ("2025-01-01", "N", "Expired")


def test_timeline_tells_equal_claims_apart(stage: Any) -> None:
    """Two claims that read the same are two entries, each with what became of it."""
    line = "- {date: 2025-01-01, release: 2027, confidence: reported, source: a}\n"
    fates = [entry.dead for entry in entries(stage({"season-1/status.yaml": line * 2}))]

    assert len(fates) == 2
    assert sum(bool(fate) for fate in fates) == 1


def test_timeline_strikes_only_what_is_all_dead(stage: Any) -> None:
    """A claim that also said something that stands is not struck through."""
    log = "- {date: 2025-01-01, renewal: ordered, release: 2025-H1, confidence: reported"
    log += ", source: a}\n"

    assert [entry.dead for entry in entries(stage({"season-1/status.yaml": log}))] == ["", ""]


def test_timeline_has_the_day_of_the_release(stage: Any) -> None:
    """The day comes true in an entry of its own, unless it was named on that day."""
    promised = "- {date: 2025-01-01, release: 2025-03-01, confidence: official, source: a}\n"
    told = "- {date: 2025-03-01, release: 2025-03-01, confidence: official, source: a}\n"

    assert [one.when.iso for one in entries(stage({"season-1/status.yaml": promised}))] == [
        "2025-03-01",
        "2025-01-01",
    ]
    assert len(entries(stage({"season-1/status.yaml": told}))) == 1


def test_timeline_folds_what_spoils(stage: Any) -> None:
    """A claim or video that gives the season away is folded."""
    log = "- {date: 2025-01-01, headline: H, confidence: official, source: a, spoils: S01E01}\n"
    media = "videos:\n  v: {title: T, video_id: aaaaaaaaaaa, kind: clip, published: 2025-02-01"
    files = {"season-1/status.yaml": log, "season-1/media.yaml": f"{media}, spoils: S01}}\n"}

    assert [entry.fold for entry in entries(stage(files))] == [
        Fold("S01", is_open=False),
        Fold("S01E01", is_open=False),
    ]


def test_update_log_tells_a_line_once(stage: Any) -> None:
    """Two claims of one day with one headline are one line; minor ones are none."""
    log = """
- {date: 2025-01-01, renewal: ordered, headline: H, confidence: official, source: a}
- {date: 2025-01-01, production: writing, headline: H, confidence: official, source: a}
- {date: 2025-02-01, headline: Minor, confidence: official, source: a, minor: true}
"""

    assert [line.text for line in updates(stage({"season-1/status.yaml": log}))] == ["H"]


def test_update_log_is_in_the_order_of_telling(stage: Any) -> None:
    """What was said early and added late is late news."""
    log = """
- {date: 2025-01-01, added: 2025-05-01, headline: Late, confidence: official, source: a}
- {date: 2025-02-01, headline: Early, confidence: official, source: a}
"""
    lines = updates(stage({"season-1/status.yaml": log}))

    assert [(line.when.iso, line.text) for line in lines] == [
        ("2025-05-01", "Late"),
        ("2025-02-01", "Early"),
    ]


def test_update_log_parts_casting_that_spoils(stage: Any) -> None:
    """Of two parts cast on one day, the one that gives the season away is folded by itself."""
    claim = "claims: [{date: 2025-01-01, status: new, confidence: official, source: a}]"
    built = stage({"cast.yaml": CAST, "season-1/cast.yaml": f"x: {{{claim}}}\ny: {{{claim}}}\n"})

    assert [(line.text, line.fold) for line in updates(built)] == [
        ("Cast joining: Pat (Xan)", None),
        ("Cast joining: Quinn (Yve)", Fold("S01E03", is_open=False)),
    ]
