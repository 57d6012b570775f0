"""A terminal to sit at."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable

import click
import pytest

from seasontracker.cli import main


class _Terminal(io.StringIO):
    """Text that comes from, or goes to, somebody."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def at_terminal(
    monkeypatch: pytest.MonkeyPatch, run: Callable[..., object]
) -> Callable[..., tuple[int, str]]:
    """Run `seasontracker` for somebody who types answers; return its code and all that is shown.

    The terminal has 80 columns; colours are left out.
    """
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm")

    def call(*arguments: str, answers: str = "") -> tuple[int, str]:
        shown = _Terminal()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", _Terminal(answers))
            patch.setattr(sys, "stdout", shown)
            patch.setattr(sys, "stderr", shown)
            code = main(list(arguments))
        return code, click.unstyle(shown.getvalue())

    return call
