"""What a build is asked to do, and what it did."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from seasontracker.diagnostics import DiagnosticLog
from seasontracker.output.publish import Published

if TYPE_CHECKING:
    from seasontracker.checks.statistics import ClaimCounts

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
    preview: bool = False
    """Whether drafts, and what is scheduled, embargoed or expired, are shown and marked."""
    asks_due: bool = False
    """Whether the report is to say when each unit changes by itself."""
    asks_claims: bool = False
    """Whether the report is to count the claims of all shows."""


@dataclass(frozen=True, slots=True)
class OutsideOptions:
    """What the command line asks of a look at outside addresses."""

    most_seconds: float = 300.0
    pause: float = 1.0
    allow_private: bool = False


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
    now: str = ""
    """The site's day or instant, as `read_clock` reads it; empty where it could not be told."""
    due: Mapping[str, int] = field(default_factory=dict)
    """When units change by themselves, in Unix seconds, if `BuildOptions.asks_due`."""
    claims: ClaimCounts | None = None
    """If `BuildOptions.asks_claims`; None where some file cannot be read."""
