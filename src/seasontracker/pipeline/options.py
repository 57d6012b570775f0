"""What a build is asked to do, and what it did."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from seasontracker.diagnostics import DiagnosticLog
from seasontracker.output.publish import Published

Progress: TypeAlias = Callable[[str, int, int], None]
"""Told the stage, how many shows are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What the command line asks of a build."""

    base_url: str | None = None
    today: str | None = None
    strict: bool = False
    jobs: int | None = None
    clean: bool = False


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build found and did."""

    log: DiagnosticLog
    shows: int
    seasons: int
    pages: int
    published: Published | None
    """None when nothing was published, for errors or since that was not asked."""
    reasons: Mapping[str, str] = field(default_factory=dict)
    """Why each unit that was made again was, by its name."""
    day: date | None = None
    """The site's day; None where it could not be told."""
