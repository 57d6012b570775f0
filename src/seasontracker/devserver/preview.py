"""The site as it is being written: its last good build, and what stands in the way of the next."""

from __future__ import annotations

import traceback
from collections.abc import Collection
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from threading import Lock
from time import perf_counter

from msgspec import Struct, field, structs

from seasontracker.clock import ClockError, read_clock
from seasontracker.diagnostics import Diagnostic
from seasontracker.output.publish import OutputError
from seasontracker.pipeline.build import build_site
from seasontracker.pipeline.options import BuildOptions, BuildReport, Progress
from seasontracker.pipeline.warm import Warm
from seasontracker.project import Project, ProjectError

MANY = 12
"""A burst of more files than this is a checkout or the like: everything is looked at."""


class State(Struct, frozen=True):
    """How the preview stands after a build."""

    version: int = 0
    """How many builds have changed what is shown."""
    written: frozenset[str] = frozenset()
    """Which files the last of them changed."""
    is_style: bool = False
    """Whether nothing but style sheets had been edited."""
    now: str = ""
    """The day or instant that is shown."""
    found: tuple[Diagnostic, ...] = ()
    """What the last build found; with an error among it the one before is still shown."""
    failure: str = ""
    """What kept the last build from finding anything, as a disk that is full does."""
    seconds: float = 0.0

    @property
    def is_shown(self) -> bool:
        """Whether what was saved last is what is shown."""
        return not self.failure and all(one.code.is_warning for one in self.found)


class Preview(Struct):
    """Builds a project into a folder of its own, again and again."""

    project: Project
    options: BuildOptions
    prefix: str = ""
    """The path below which the site's addresses lie: empty, or such as `/tracker`."""
    state: State = field(default_factory=State)
    _warm: Warm = field(default_factory=Warm)
    _lock: Lock = field(default_factory=Lock)
    _pending: set[str] | None = None
    """The shows saved since the last build that was shown; None when any may have been."""

    def build(self, edited: Collection[Path] = (), progress: Progress = lambda *_: None) -> State:
        """Build what is stale, and return how the preview stands; nothing stops it for good.

        With `edited` only the shows of these files are looked at, else everything is.
        """
        with self._lock:
            started = perf_counter()
            try:
                self.project = _with_templates(self.project)
                self._look_at(edited)
                report = build_site(self.project, self.options, progress, warm=self._warm)
            except (OutputError, ClockError, ProjectError, OSError) as error:
                failed = structs.replace(self.state, failure=str(error), found=())
            except Exception:  # a mistake of ours must not end an editor's session
                failed = structs.replace(self.state, failure=traceback.format_exc(), found=())
            else:
                self.state = self._after(report, edited, perf_counter() - started)
                return self.state
            self.state = failed
            return self.state

    def _look_at(self, edited: Collection[Path]) -> None:
        """Say which shows the next build looks at: all that may have moved since the last one."""
        if not edited or len(edited) > MANY:
            self._pending = None
        elif self._pending is not None:
            shows = self.project.root / self.project.content / "shows"
            inside = (path.relative_to(shows) for path in edited if path.is_relative_to(shows))
            self._pending |= {path.parts[0] for path in inside if path.parts}
        self._warm.only = self._pending

    def show(self, today: str | None, progress: Progress = lambda *_: None) -> State:
        """Move the clock to a day or an instant, or back to the present; raises `ClockError`."""
        read_clock(today, UTC)
        self.options = replace(self.options, today=today)
        return self.build(progress=progress)

    def _after(self, report: BuildReport, edited: Collection[Path], seconds: float) -> State:
        before = self.state
        self.prefix = self._warm.path_prefix
        found, now = tuple(report.log), report.now or before.now
        published = report.published
        if published is not None:
            self._pending = set()
        changed = frozenset((*published.written, *published.removed)) if published else frozenset()
        if not changed:
            return structs.replace(before, found=found, failure="", now=now, seconds=seconds)
        return State(
            version=before.version + 1,
            written=changed,
            is_style=bool(names := [one.name for one in edited])
            and all(name.endswith(".css") for name in names),
            now=now,
            found=found,
            seconds=seconds,
        )


def _with_templates(project: Project) -> Project:
    """Return a project with its own templates, which may have been made since it was found."""
    own = project.root / "templates"
    if project.templates is None and own.is_dir():
        return replace(project, templates=own)
    return project
