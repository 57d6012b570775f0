"""The documentation says what the program does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_content_reference_is_current() -> None:
    """docs/content.md lists every key and word of the models; `make docs` rewrites it."""
    script = ROOT / "docs" / "make_reference.py"
    done = subprocess.run([sys.executable, str(script), "--check"], check=False)

    assert done.returncode == 0
