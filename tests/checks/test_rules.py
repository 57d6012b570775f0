"""The rules are listed by hand, and none is forgotten."""

from __future__ import annotations

from pathlib import Path

import seasontracker.checks
from seasontracker.checks.rules import RULES, TEXT_RULES, TRACKED_RULES


def test_rules_list_every_module_with_a_check() -> None:
    """Each module that defines `check` is in the list once."""
    (folder,) = seasontracker.checks.__path__
    defined = {
        f"seasontracker.checks.{path.stem}"
        for path in Path(folder).glob("*.py")
        if "\ndef check(" in path.read_text(encoding="utf-8")
    }

    assert sorted(rule.__module__ for rule in (*RULES, *TEXT_RULES, *TRACKED_RULES)) == sorted(
        defined
    )
