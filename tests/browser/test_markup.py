"""The Nu HTML checker finds no error in any page, style sheet or drawing."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

# What the checker (25.11.3) calls an error and the specification of CSS does not.
LIMITATIONS = (
    # https://www.w3.org/TR/css-fonts-5/#size-adjust-desc, in all engines since 2022
    r"CSS: “size-adjust”: Property “size-adjust” doesn.t exist",
    # https://www.w3.org/TR/css-conditional-5/#container-queries, in all engines since 2023
    r"CSS: Unrecognized at-rule “@container”",
    r"CSS: “container-type”: Property “container-type” doesn.t exist",
)


def test_files_are_valid(site: Any, nu_checker: Path) -> None:
    """Every file is valid, as far as the checker knows what it reads."""
    tolerated = re.compile("|".join(LIMITATIONS))

    wrong = [one for one in errors(nu_checker, site.folder) if not tolerated.search(one)]

    assert not wrong, "\n".join(["", *wrong])


def test_checker_objects(nu_checker: Path, tmp_path: Path) -> None:
    """The checker does read pages, style sheets and drawings."""
    page = '<!DOCTYPE html><html lang="en"><title>A</title><p id="a"><p id="a"><blink>B</blink>'
    (tmp_path / "page.html").write_text(page)
    (tmp_path / "sheet.css").write_text("p { colour: red }")
    (tmp_path / "drawing.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><p/></svg>')

    found = errors(nu_checker, tmp_path)

    assert {line.split(":")[0] for line in found} == {"page.html", "sheet.css", "drawing.svg"}


def errors(jar: Path, folder: Path) -> list[str]:
    """Run the checker on a folder and return its errors, one a line."""
    java = shutil.which("java")
    assert java is not None, "these tests need Java: apt-get install default-jre-headless"
    options = ["--errors-only", "--format", "json", "--skip-non-html"]
    options += ["--also-check-css", "--also-check-svg"]
    command = [java, "-Xss4m", "-jar", str(jar), *options, str(folder)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    return sorted(
        f"{one['url'].partition(f'{folder}/')[2]}:{one.get('lastLine', 0)}: "
        f"{one['message']} | {' '.join(one.get('extract', '').split())}"
        for one in json.loads(ended.stderr)["messages"]
    )
