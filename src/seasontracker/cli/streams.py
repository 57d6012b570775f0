"""The standard streams, which a program may be started without, and whose reader may leave."""

from __future__ import annotations

import os
import sys
from typing import TextIO


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether somebody sits at a stream."""
    return stream is not None and stream.isatty()


def replace_missing() -> None:
    """Put an empty stream in the place of each that was closed before we began, as by `2>&-`.

    Without it the first file that is opened gets the free number, and is then written to by
    whatever writes to standard error by number.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            opened = os.open(os.devnull, os.O_RDWR)
            mode = "w" if number else "r"
            setattr(sys, name, os.fdopen(opened, mode, encoding="utf-8", closefd=False))


def flush_or_leave() -> bool:
    """Write out what waits for standard output; return whether anybody still reads it."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        # What is left would be tried again, and complained of, when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return False
    return True
