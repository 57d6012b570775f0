"""What can be mended by rule is, once, and nothing else of a file changes."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import PurePosixPath
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasontracker.checks.external.answers import Answer, Fate
from seasontracker.clock import Clock
from seasontracker.diagnostics import Code
from seasontracker.editing.content_folder import findings_in
from seasontracker.editing.edits import read_raw
from seasontracker.editing.mend_dates import with_mended_dates
from seasontracker.editing.mending import mended
from seasontracker.models import Claim, validate
from seasontracker.tracking.fold import Entry, fold

LOG = PurePosixPath("content/shows/dark/season-1/status.yaml")
SOURCES = PurePosixPath("content/sources.yaml")


def test_dates_with_one_meaning_are_mended() -> None:
    """Quotes and comments stay; what may mean two things is left to the editor."""
    text = (
        "a:\n  publisher: A\n  published: '2026.1.5' # as printed\n"
        "b:\n  publisher: B\n  published: 25/12/2026\n"
        "c:\n  publisher: C\n  published: 05/06/2026\n"
        "d:\n  publisher: D\n  published: winter 2026\n"
        "e:\n  publisher: E\n  published: 26-10\n"
    )

    assert mended(SOURCES, text, {}) == text.replace("2026.1.5", "2026-01-05").replace(
        "25/12/2026", "2026-12-25"
    )


def test_dates_that_would_be_wrong_all_the_same_are_left() -> None:
    """An open date is no day on which something was said."""
    text = "- date: unknown\n  confidence: rumour\n  release: TBC\n  headline: x\n"

    assert mended(LOG, text, {}) == text.replace("TBC", "tba")


def test_dates_in_front_matter_are_mended_and_prose_is_not() -> None:
    """Only values that a model reads as dates change."""
    day = "October 14, 2026"
    text = f"---\nheadline: On {day}\npublished: {day}\n---\n\n{day}.\n"

    assert mended(PurePosixPath("content/shows/dark/season-1/index.md"), text, {}) == text.replace(
        "published: October 14, 2026", "published: 2026-10-14"
    )


def test_claims_are_put_in_order_with_their_comments() -> None:
    """Comments right above an entry, behind its values and inside it go where it goes."""
    text = (
        "# yaml-language-server: $schema=x\n"
        "# The strike.\n"
        "- date: 2024-01-02 # late\n"
        "  confidence: rumour\n"
        "  headline: second\n"
        "  # checked\n"
        "\n"
        "# Stands by itself.\n"
        "\n"
        "# On stage.\n"
        "- date: 2022-06\n"
        "  note: >-\n"
        "    # no comment\n"
        "\n"
        "    more\n"
        "  confidence: rumour\n"
        "  headline: first"
    )

    assert mended(LOG, text, {}) == (
        "# yaml-language-server: $schema=x\n"
        "# On stage.\n"
        "- date: 2022-06\n"
        "  note: >-\n"
        "    # no comment\n"
        "\n"
        "    more\n"
        "  confidence: rumour\n"
        "  headline: first\n"
        "\n"
        "# Stands by itself.\n"
        "\n"
        "# The strike.\n"
        "- date: 2024-01-02 # late\n"
        "  confidence: rumour\n"
        "  headline: second\n"
        "  # checked"
    )


@pytest.mark.parametrize(
    "text",
    [
        "[{date: 2024, C, headline: x}, {date: 2022, C, headline: y}]\n",
        "-\n  date: 2024\n  C\n  headline: x\n-\n  date: 2022\n  C\n  headline: y\n",
        "- date: 2024\n  C\n  headline: &h x\n- date: 2022\n  C\n  headline: *h\n",
        "- date: 2024\n  C\n  headline: |+\n    x\n\n- date: 2022\n  C\n  headline: y\n",
        "- date: 2024\n  Ced\n  headline: x\n- date: 2022\n  C\n  headline: y\n",
    ],
)
def test_claims_stay_where_moving_them_is_not_safe(text: str) -> None:
    """A log on one line, with anchors, or with findings is left as it is, or says what it said."""
    text = text.replace("C", "confidence: rumour")
    after = mended(LOG, text, {})
    document, found = findings_in(LOG, text)
    changed, left = findings_in(LOG, after)

    assert document is not None
    assert changed is not None
    assert [one.code for one in found] == [one.code for one in left]
    assert Counter(map(repr, document.value)) == Counter(map(repr, changed.value))
    if "|+" not in text:
        assert after == text


def moved(**targets: str) -> dict[str, Answer]:
    """Return what the web would say of `http://old.example/<name>`."""
    return {
        f"http://old.example/{name}": Answer(Fate.MOVED, "moved", target)
        for name, target in targets.items()
    }


def test_moved_addresses_are_mended_wherever_they_stand() -> None:
    """Each place changes, and the place on the page stays."""
    text = (
        "a:\n  publisher: A\n  url: 'http://old.example/a' # old\n"
        "b:\n  publisher: B\n  url: http://old.example/a#part\n  note: see http://old.example/a\n"
    )

    assert mended(SOURCES, text, moved(a="https://new.example/a?x=1&y=2")) == (
        "a:\n  publisher: A\n  url: 'https://new.example/a?x=1&y=2' # old\n"
        "b:\n  publisher: B\n  url: https://new.example/a?x=1&y=2#part\n"
        "  note: see http://old.example/a\n"
    )


@pytest.mark.parametrize(
    "target",
    [
        "https://new.example/",
        "https://new.example/a)",
        "https://new.example/'a",
        "https://new.example/a:",
        "https://kim:x@new.example/a",
        "https://new.example/a b",
        'https://new.example/"><script>',
        "ftp://new.example/a",
    ],
)
def test_moved_addresses_that_mean_something_else_are_left(target: str) -> None:
    """A front page, or an address with signs that YAML or Markdown read, is not written."""
    text = "a:\n  publisher: A\n  url: http://old.example/a\n"

    assert mended(SOURCES, text, moved(a=target)) == text


def test_raw_text_keeps_mark_and_line_ends() -> None:
    """A changed file has the bytes of the old one otherwise; mixed ends are not touched."""
    raw = read_raw(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")

    assert raw is not None
    assert raw.with_text(raw.text.replace("2", "3")) == b"\xef\xbb\xbfa: 1\r\nb: 3\r\n"
    assert read_raw(b"a: 1\r\nb: 2\n") is None
    assert read_raw(b"\xff") is None


FORMS = st.sampled_from(
    ["{:%Y-%m-%d}", "{:%Y.%m.%d}", "{:%B %d, %Y}", "{:%Y-%m}", "{:%Y/%m}", "{:%d.%m.%Y}"]
)
DAYS = st.dates(date(2025, 1, 1), date(2026, 12, 31))


@st.composite
def _entry(draw: st.DrawFn) -> str:
    said = draw(FORMS).format(draw(DAYS))
    above = draw(st.sampled_from(["", "# On stage.\n", "\n", "\n# By itself.\n\n", "\n# Of it.\n"]))
    behind = draw(st.sampled_from(["", "  # checked\n", "\n"]))
    release = draw(st.sampled_from(["2026-10", "2026/10", "Q3 2026", "tba", "tbc", "fall 2026"]))
    rank = draw(st.sampled_from(["official", "rumour", "reported"]))
    mark = draw(st.sampled_from(["", " # why", "  "]))
    number = draw(st.integers(0, 10**9))
    return (
        f"{above}- date: {said}{mark}\n  confidence: {rank}\n  release: {release}\n"
        f"  because: reason {number}\n  source: a\n{behind}"
    )


LOGS = st.builds(
    lambda head, entries, end: head + "".join(entries) + end,
    st.sampled_from(["", "# yaml-language-server: $schema=x\n", "---\n", "# A log.\n\n"]),
    st.lists(_entry(), min_size=1, max_size=6),
    st.sampled_from(["", "\n", "# The end.\n", "...\n"]),
)


def words(text: str) -> Counter[str]:
    """Return the lines without those that hold dates."""
    return Counter(
        line for line in text.split("\n") if not line.lstrip("- ").startswith(("date:", "release:"))
    )


def release(text: str, day: date) -> Any:
    """Return what a log's claims come to, without their places in the file."""
    document, _ = findings_in(LOG, text)
    assert document is not None
    located, found = validate(document, tuple[Claim, ...], "the claim log")
    assert located is not None, found
    state = fold(
        [Entry(claim, claim.release, at) for at, claim in enumerate(located.value)], Clock(day)
    )
    return [(step.day, step.kind, step.entry.claim) for step in state.steps], [
        entry.claim for entry in state.alive
    ]


@given(LOGS, DAYS)
def test_mending_twice_changes_nothing_more(text: str, today: date) -> None:
    """A second run finds nothing; all other lines stay; and what the log comes to is the same."""
    once = mended(LOG, text, {})

    assert mended(LOG, once, {}) == once
    assert words(once) == words(text)
    document, found = findings_in(LOG, once)
    assert document is not None
    if found:
        # A date that may mean two days is the editor's to mend, and then so is the order.
        assert {one.code for one in found} == {Code.BAD_DATE}
        assert once == with_dates(text)
        return
    said = [entry["date"] for entry in document.value]
    assert [f"{day}-01"[:10] for day in said] == sorted(f"{day}-01"[:10] for day in said)
    dates_only = with_dates(text)
    assert release(once, today) == release(dates_only, today)


def with_dates(text: str) -> str:
    """Return a log with its dates mended and its order as it was."""
    return with_mended_dates(LOG, text)
