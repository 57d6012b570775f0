"""The Nu HTML checker finds no error in any page, style sheet or drawing."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

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


def test_files_are_valid(site: Any, nu_checker: Path, tmp_path: Path) -> None:
    """Every file is valid, as far as the checker knows it; what is wrong beside them is found."""
    page = '<!DOCTYPE html><html lang="en"><title>A</title><p id="a"><p id="a"><blink>B</blink>'
    (tmp_path / "wrong.html").write_text(page)
    (tmp_path / "wrong.css").write_text("p { colour: red }")
    (tmp_path / "wrong.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><p/></svg>')
    files = [one for one in site.folder.rglob("*") if one.suffix in (".html", ".css", ".svg")]
    # One of two hundred shows that differ by a number.
    alike = re.compile("many/(shows/show|networks).*")
    read = [one for one in files if not alike.match(one.relative_to(site.folder).as_posix())]
    read += (site.folder / "many/shows/show-7").rglob("*.html")
    tolerated = re.compile("|".join(LIMITATIONS))

    found = errors(nu_checker, [*read, *tmp_path.iterdir()])

    wrong = [(name, said) for name, said in found if not tolerated.search(said)]
    ours = [one for one in wrong if one[0].is_relative_to(site.folder)]
    assert ours == []
    assert {name.name for name, _ in wrong} == {"wrong.html", "wrong.css", "wrong.svg"}
    assert len(read) > 50


def errors(jar: Path, files: list[Path]) -> list[tuple[Path, str]]:
    """Run the checker once, and return its errors with the file of each."""
    java = shutil.which("java")
    assert java is not None, "these tests need Java: apt-get install default-jre-headless"
    options = ["--errors-only", "--format", "json", "--also-check-css", "--also-check-svg"]
    # It runs for seconds: the quick compiler is enough.
    command = [java, "-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", str(jar)]
    ended = subprocess.run(
        [*command, *options, *map(str, files)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    return sorted(
        (Path(unquote(urlsplit(one["url"]).path)), f"{one.get('lastLine', 0)}: {one['message']}")
        for one in json.loads(ended.stderr)["messages"]
    )
