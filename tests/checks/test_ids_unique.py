"""An id stands for one thing."""

from __future__ import annotations

from collections.abc import Callable

from seasontracker.checks.ids_unique import check


def test_ids_unique_looks_at_claims_episodes_evidence_and_sources(
    found_by: Callable[..., list[str]],
) -> None:
    """The second of two things with one id is found; things without an id are not compared."""
    claim = "- {date: 2022, renewal: renewed, confidence: official"
    evidence = "  - {date: 2022, bears: for, kind: on-screen, text: T"
    files = {
        "content/sources.yaml": "apple: {publisher: Apple}\n",
        "sources.yaml": "apple: {publisher: Apple}\n",
        "season-1/status.yaml": f"{claim}}}\n{claim}}}\n{claim}, id: a}}\n{claim}, id: a}}\n",
        "season-1/episodes.yaml": "- number: 1\n- number: 01\n",
        "season-1/theories/a.md": (
            f"---\nquestion: Q\nproposed: 2022\nevidence:\n{evidence}, id: e}}\n"
            f"{evidence}, id: e}}\n{evidence}}}\n---\n"
        ),
    }

    assert found_by(check, files) == [
        "ST307 season-1/status.yaml:4:60 `a` is given twice",
        "ST307 season-1/episodes.yaml:2:11 `1` is given twice",
        "ST307 season-1/theories/a.md:6:60 `e` is given twice",
        "ST307 sources.yaml:1:1 `apple` is also in the site's `sources.yaml`",
    ]
