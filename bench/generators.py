"""The generators that are compared: how each is called, and what it keeps where."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from claims import TODAY

REPOSITORY = Path(__file__).parents[1]
BENCH = REPOSITORY / ".bench"
"""Git-ignored: corpora, work folders, results, and the peers' virtual environment."""
LOCK = REPOSITORY / "locks" / "bench.txt"
PEERS = BENCH / "venv"
TRACKER = REPOSITORY / ".venv" / "bin" / "seasontracker"
TITLES = {"seasontracker": "seasontracker", "hugo": "Hugo", "pelican": "Pelican"}


@dataclass(frozen=True, slots=True)
class Generator:
    """One generator as the benchmark sees it; its folders are relative to its site."""

    name: str
    command: tuple[str, ...]
    version: tuple[str, ...]
    """The command that prints its version."""
    output: str
    cache: str | None
    """What a second build may use besides the output."""

    @property
    def kept(self) -> tuple[str, ...]:
        """What is carried over to a fresh clone."""
        return (self.output, self.cache) if self.cache else (self.output,)


def find_generators() -> dict[str, Generator]:
    """Return all generators by name; `make_environment` must have been called."""
    tracker = str(TRACKER)
    found = sorted(PEERS.glob("lib/python3*/site-packages/hugo/binaries/hugo*"))
    if not found:
        raise SystemExit(f"no Hugo binary in {PEERS.relative_to(REPOSITORY)}")
    # The binary itself: the Python script of that name around it would only make Hugo look slower.
    hugo, pelican = str(found[0]), str(PEERS / "bin" / "pelican")
    generators = (
        Generator(
            "seasontracker",
            (tracker, "build", "--today", TODAY.isoformat()),
            (tracker, "--version"),
            "build",
            ".seasontracker",
        ),
        Generator("hugo", (hugo, "--quiet"), (hugo, "version"), "public", None),
        Generator(
            "pelican",
            (pelican, "--settings", "pelicanconf.py", "--quiet"),
            (pelican, "--version"),
            "output",
            "cache",
        ),
    )
    return {generator.name: generator for generator in generators}


def make_environment() -> None:
    """Install the peers' pinned versions, unless that has been done."""
    stamp = PEERS / "ready"
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == digest:
        return
    print(f"installing the peers into {PEERS.relative_to(REPOSITORY)}", flush=True)
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(PEERS)], check=True)
    pip = [str(PEERS / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    pip += ["--disable-pip-version-check", "--require-hashes", "-r", str(LOCK)]
    subprocess.run(pip, check=True)
    stamp.write_text(digest)


def environment(work: Path) -> dict[str, str]:
    """Return the environment of all builds: the caller's, with the programs' caches kept inside.

    There seasontracker finds no compiled templates when it builds cold.
    """
    caches = {"HUGO_CACHEDIR": str(work / "hugo-cache"), "XDG_CACHE_HOME": str(work / "cache")}
    # Where bytecode may not be written, every start would compile the whole program.
    usual = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**usual, **caches, "PYTHONHASHSEED": "random"}
