"""An editor sees every mistake in one run."""

from __future__ import annotations

from typing import Any

INDEX = """---
headline: A season
published: 2026-01-01
---

[a](show:severence/season-1) [b](../season-9/index.md) [c](#nowhere)

::: video trailer

See [@nosource].
"""


def test_rules_prose_and_links_are_reported_together(make_project: Any, run: Any) -> None:
    """A claim without a source does not hide what is wrong with the prose, nor its links."""
    make_project(
        {
            "content/shows/severance/season-2/index.md": INDEX,
            "content/shows/severance/season-2/status.yaml": (
                "- {date: 2026-01-01, renewal: renewed, confidence: reported}\n"
            ),
            "content/shows/other/show.yaml": "title: Other\nnetwork: N\nsummary: S.\n",
            "content/shows/other/season-1/index.md": INDEX,
            "content/shows/other/season-1/status.yaml": "- {date: 2026, renewel: renewed}\n",
        }
    )
    codes = [line.split("[")[1][:5] for line in run("check").headlines]
    severance = [
        line.split("[")[1][:5]
        for line in run("check").headlines
        if line.startswith("content/shows/severance/")
    ]

    assert sorted(severance) == ["ST301", "ST306", "ST401", "ST801"]
    assert "ST202" in codes


def test_a_broken_file_does_not_make_what_refers_to_it_wrong(make_project: Any, run: Any) -> None:
    """What a file that cannot be read would have defined is not reported as unknown."""
    make_project(
        {
            "content/shows/severance/season-1/index.md": INDEX.replace("[@nosource]", "it"),
            "content/shows/severance/season-1/media.yaml": "videos:\n\ttrailer: x\n",
        }
    )

    assert [line.split("[")[1][:5] for line in run("check").headlines] == ["ST104"]
