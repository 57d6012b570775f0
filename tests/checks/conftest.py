"""Runs one rule, or all, on content that loads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath

import pytest

from seasontracker.diagnostics import Diagnostic
from seasontracker.site.load import load_settings, load_show, load_sources
from seasontracker.site.shared_sources import SharedSources
from seasontracker.site.unit import ShowUnit
from seasontracker.sources import discover_content

SHOW = "content/shows/severance/"
SEASON = f"{SHOW}season-1/"

Rule = Callable[[ShowUnit], Iterator[Diagnostic]]


@pytest.fixture
def found_by(make_project: Callable[..., Path]) -> Callable[..., list[str]]:
    """Return what a rule finds in the minimal site and the given files of its show.

    A finding is its code, the file's name with line and column, and its message.
    """

    def found(rule: Rule, files: Mapping[str, str]) -> list[str]:
        inside = {
            path if path.startswith("content/") else SHOW + path: files[path] for path in files
        }
        root = make_project(inside)
        listed, _ = discover_content(root, PurePosixPath("content"))
        settings, _ = load_settings(root, listed.site)
        shared, _ = load_sources(root, listed.sources)
        loaded, _ = load_show(root, listed.shows[0])
        assert settings is not None
        assert loaded is not None
        unit = ShowUnit(loaded, settings, SharedSources(shared.value if shared else {}))
        return [
            f"{finding.code.value} {finding.location.path.relative_to(SHOW)}:"
            f"{finding.location.line}:{finding.location.column} {finding.message}"
            for finding in rule(unit)
        ]

    return found
