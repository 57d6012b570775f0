"""Every source that a show names is in its `sources.yaml` or the site's."""

from __future__ import annotations

import re
from collections.abc import Callable

from seasontracker.checks.sources_known import check

SOURCES = "apple-2022:\n  publisher: Apple\n"


def test_sources_known_accepts_own_and_shared(found_by: Callable[..., list[str]]) -> None:
    """A source may stand in the show's file or in the site's."""
    files = {
        "content/sources.yaml": "shared:\n  publisher: Variety\n",
        "sources.yaml": SOURCES,
        "season-1/status.yaml": (
            "- {date: 2022, renewal: renewed, confidence: official, source: [apple-2022, shared]}\n"
        ),
    }

    assert found_by(check, files) == []


def test_sources_known_looks_everywhere(found_by: Callable[..., list[str]]) -> None:
    """Each kind of thing that can name a source is looked at, and points at the id."""
    claim = "{date: 2022, status: new, confidence: official, source: no-14}"
    files = {
        "show.yaml": (
            "title: Severance\nnetwork: Apple TV\nsummary: Office.\n"
            "crew:\n  - {name: Dan, role: creator, source: no-1}\n"
            "source_material: {title: T, kind: novel, source: no-2}\n"
        ),
        "season-1/index.md": (
            "---\nheadline: S\npublished: 2022-02-18\nquote: {text: Q, source: no-3}\n"
            "synopsis: {text: S, source: [no-4]}\nkey_facts:\n"
            "  - {label: L, value: V, source: no-13}\n---\n"
        ),
        "season-1/status.yaml": (
            "- {date: 2022, renewal: renewed, confidence: official, source: no-5}\n"
        ),
        "season-1/cast.yaml": (
            f"mark:\n  claims: [{claim}]\n  fate: {{state: alive, source: no-6}}\n"
        ),
        "season-1/episodes.yaml": "- {number: 1, source: no-7}\n",
        "season-1/media.yaml": (
            "videos:\n  a: {title: T, video_id: xEQP4VVuyrY, kind: clip, published: 2022-01-18,"
            " source: no-8}\noffers:\n  - {provider: Apple TV, type: subscription, source: no-9}\n"
        ),
        "season-1/theories/a.md": (
            "---\nquestion: Q\nproposed: 2022\nsource: no-10\nevidence:\n"
            "  - {date: 2022, bears: for, kind: on-screen, text: T, source: no-11}\nverdicts:\n"
            "  - {date: 2022, state: open, source: no-12}\n---\n"
        ),
    }

    assert [finding.split(" ")[1:3] for finding in found_by(check, files)] == [
        [at("show.yaml", files, 1), "`no-1`"],
        [at("show.yaml", files, 2), "`no-2`"],
        [at("season-1/index.md", files, 3), "`no-3`"],
        [at("season-1/index.md", files, 4), "`no-4`"],
        [at("season-1/index.md", files, 13), "`no-13`"],
        [at("season-1/status.yaml", files, 5), "`no-5`"],
        [at("season-1/cast.yaml", files, 14), "`no-14`"],
        [at("season-1/cast.yaml", files, 6), "`no-6`"],
        [at("season-1/episodes.yaml", files, 7), "`no-7`"],
        [at("season-1/media.yaml", files, 8), "`no-8`"],
        [at("season-1/media.yaml", files, 9), "`no-9`"],
        [at("season-1/theories/a.md", files, 10), "`no-10`"],
        [at("season-1/theories/a.md", files, 11), "`no-11`"],
        [at("season-1/theories/a.md", files, 12), "`no-12`"],
    ]


def test_sources_known_trusts_a_register_with_errors(found_by: Callable[..., list[str]]) -> None:
    """One mistake in `sources.yaml` does not make every reference to it a finding."""
    files = {
        "sources.yaml": "apple-2022:\n  tier: press\n",
        "season-1/episodes.yaml": "- {number: 1, source: apple-2022}\n",
    }

    assert found_by(check, files) == []


def at(path: str, files: dict[str, str], number: int) -> str:
    """Return the place of `no-<number>` in a file."""
    before = re.split(rf"no-{number}\b", files[path])[0]
    return f"{path}:{before.count(chr(10)) + 1}:{len(before.rsplit(chr(10), 1)[-1]) + 1}"
