"""An editor's words inside a message."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from seasontracker.diagnostics.quote import quoted, visible


def test_quoted_is_on_one_line() -> None:
    """Line breaks and indentation become single blanks."""
    assert quoted("one\n  two") == "`one two`"


def test_quoted_is_short() -> None:
    """A long value is cut so that the message stays readable."""
    assert quoted("x" * 1000) == f"`{'x' * 76} ...`"
    assert quoted("x" * 80) == f"`{'x' * 80}`"


@given(st.text())
def test_visible_keeps_the_length(text: str) -> None:
    """Each character stays one character, so that columns stay where they are."""
    assert len(visible(text)) == len(text)
    assert "\n" not in visible(text)
    assert "\x1b" not in visible(text)
