"""The published hook for pre-commit is one that pre-commit can use."""

from __future__ import annotations

from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]


def test_hook_checks_the_content_once() -> None:
    """It runs our command, for content only, and is not given the names of files."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))

    assert hook["id"] == "seasontracker-check"
    assert hook["entry"] == "seasontracker check"
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False
