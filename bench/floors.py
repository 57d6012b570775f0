"""The floors beside the benchmark: what no generator in Python, or no program at all, can be below.

    python bench/floors.py markdown FOLDER       stock Python-Markdown on all prose of Hugo's site
    python bench/floors.py write FOLDER INTO     the files of a folder, written afresh
    python bench/floors.py scan FOLDER ...       looking at every file of some folders

Each prints its seconds, without the start of Python and without reading what it works on.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from markdown import Markdown

EXTENSIONS = ("toc", "footnotes", "tables", "attr_list", "md_in_html")


def convert_prose(folder: Path) -> float:
    """Convert the prose below a folder, one document after the other in one process."""
    texts = [
        path.read_text("utf-8").split("---\n", 2)[2] for path in sorted(folder.rglob("season-*.md"))
    ]
    started = time.perf_counter()
    converter = Markdown(extensions=list(EXTENSIONS), output_format="html")
    for text in texts:
        converter.reset()
        converter.convert(text)
    return time.perf_counter() - started


def write_files(folder: Path, into: Path) -> float:
    """Write the bytes of all files below a folder into new files of the same names."""
    files = [
        (into / path.relative_to(folder), path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]
    started = time.perf_counter()
    made: set[Path] = set()
    for path, data in files:
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(data)
    return time.perf_counter() - started


def scan(folders: list[Path]) -> float:
    """List some folders all the way down, and ask for the status of every file."""
    started = time.perf_counter()
    for folder in folders:
        _scan(str(folder))
    return time.perf_counter() - started


def _scan(folder: str) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                _scan(entry.path)
            else:
                entry.stat(follow_symlinks=False)


def main(arguments: list[str]) -> int:
    """Print the seconds of the floor that is asked for."""
    name, folders = arguments[0], [Path(argument) for argument in arguments[1:]]
    if name == "markdown":
        print(convert_prose(folders[0]))
    elif name == "write":
        print(write_files(folders[0], folders[1]))
    else:
        print(scan(folders))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
