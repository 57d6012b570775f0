"""The Nu HTML checker finds no error in any page or style sheet."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

# What the checker (25.11.3) calls an error and no specification does; each with its reason.
LIMITATIONS: tuple[tuple[str, str], ...] = (
    # Descriptors of @font-face: https://www.w3.org/TR/css-fonts-5/#size-adjust-desc and
    # https://www.w3.org/TR/css-fonts-4/#font-metrics-override-desc; in all engines since 2021.
    (r"“(size-adjust|ascent-override|descent-override|line-gap-override)”", "font descriptors"),
)


def test_pages_are_valid(site: Any, nu_checker: Path) -> None:
    """Every page is valid HTML."""
    assert complaints(nu_checker, "--skip-non-html", str(site.folder)) == []


def test_style_sheets_are_valid(site: Any, nu_checker: Path) -> None:
    """Every style sheet is valid CSS, as far as the checker knows CSS."""
    sheets = sorted(map(str, site.folder.rglob("*.css")))
    assert sheets

    assert complaints(nu_checker, "--skip-non-css", *sheets) == []


def test_pictures_are_valid(site: Any, nu_checker: Path) -> None:
    """Every drawing is valid SVG."""
    drawings = sorted(map(str, site.folder.rglob("*.svg")))
    assert drawings

    assert complaints(nu_checker, "--skip-non-svg", *drawings) == []


def test_limitations_are_needed(site: Any, nu_checker: Path) -> None:
    """No error is tolerated that the checker does not raise."""
    raised = "\n".join(
        [
            *messages(nu_checker, "--skip-non-html", str(site.folder)),
            *messages(nu_checker, "--skip-non-css", *map(str, site.folder.rglob("*.css"))),
        ]
    )

    assert [why for pattern, why in LIMITATIONS if not re.search(pattern, raised)] == []


def complaints(jar: Path, *arguments: str) -> list[str]:
    """Return the checker's errors that are not among its own limitations."""
    return [
        line
        for line in messages(jar, *arguments)
        if not any(re.search(pattern, line) for pattern, _ in LIMITATIONS)
    ]


def messages(jar: Path, *arguments: str) -> list[str]:
    """Run the checker and return its errors, one a line."""
    java = shutil.which("java")
    assert java is not None, "these tests need Java: apt-get install default-jre-headless"
    command = [java, "-Xss4m", "-jar", str(jar), "--errors-only", "--format", "json", *arguments]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    found = json.loads(ended.stderr)["messages"]
    return sorted(
        f"{one.get('url', '').rsplit('/build/', 1)[-1]}:{one.get('lastLine', 0)}: "
        f"{one['message']} | {' '.join(one.get('extract', '').split())}"
        for one in found
    )
