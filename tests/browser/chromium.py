"""The machine's own Chromium, and how it is started; the tests download none."""

from __future__ import annotations

import shutil

# Chromium as root has no sandbox; the others keep it from calling home, which a closed network
# answers with refusals that slow the start down.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def program() -> str:
    """Return where it is."""
    found = shutil.which("chromium")
    assert found is not None, "these tests need Chromium: apt-get install chromium"
    return found
