"""Profile a cold build and one of a site in which nothing changed, and keep both as text.

    .venv/bin/python bench/profiling.py [--seasons 300] [--output docs/performance]

Both run in one process (`--jobs 1`), since cProfile sees no others. It makes Python slower, calls
of small functions most of all, so that the shares matter and not the seconds.
"""

from __future__ import annotations

import argparse
import pstats
import re
import shutil
import subprocess
import sys
from io import StringIO
from pathlib import Path

from claims import TODAY
from generators import BENCH, REPOSITORY, TRACKER
from run import prepare_corpus

_TOP = 40
# The path of a function's file, up to what says which one it is.
_FOLDERS = re.compile(r"\S*/(?:site-packages|src|lib/python3\.\d+|dist-packages)/")


def main() -> int:
    """Write cold.txt and warm.txt."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seasons", type=int, default=300)
    parser.add_argument("--output", type=Path, default=REPOSITORY / "docs" / "performance")
    options = parser.parse_args()
    site = BENCH / "profile"
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(prepare_corpus(options.seasons) / "seasontracker", site)
    options.output.mkdir(parents=True, exist_ok=True)
    for name, title in (("cold", "A cold build"), ("warm", "A build in which nothing changed")):
        head = f"{title} of {options.seasons} seasons in one process, under cProfile.\n"
        (options.output / f"{name}.txt").write_text(head + profile_build(site), "utf-8")
    shutil.rmtree(site)
    return 0


def profile_build(site: Path) -> str:
    """Build a site under cProfile, and return the functions that took most time."""
    collected = site / "profile.bin"
    python = str(TRACKER.with_name("python"))
    command = [python, "-m", "cProfile", "-o", str(collected), "-m", "seasontracker"]
    command += ["build", "--quiet", "--jobs", "1", "--today", TODAY.isoformat()]
    subprocess.run(command, cwd=site, check=True)
    text = StringIO()
    stats = pstats.Stats(str(collected), stream=text)
    collected.unlink()
    for order in ("cumulative", "tottime"):
        stats.sort_stats(order).print_stats(_TOP)
    return _without_folders(text.getvalue())


def _without_folders(text: str) -> str:
    """Leave out the date, the name of the profile, and the folders of this machine."""
    kept = [line.rstrip() for line in text.splitlines() if "profile.bin" not in line]
    text = _FOLDERS.sub("", "\n".join(kept)).replace(f"{REPOSITORY}/", "")
    text = re.sub(r" at 0x[0-9a-f]+", "", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


if __name__ == "__main__":
    sys.exit(main())
