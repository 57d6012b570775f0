"""What one build leaves for the next one in the same process: the opened site, while it holds."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct
from msgspec.structs import replace

from seasontracker.clock import read_clock
from seasontracker.diagnostics import Diagnostic, DiagnosticLog
from seasontracker.pipeline.inputs import Inputs
from seasontracker.pipeline.open import Opened
from seasontracker.pipeline.options import BuildOptions


class Warm(Struct):
    """A site that was opened before, with all that its opening depends on."""

    only: Collection[str] | None = None
    """The shows that may have moved, as a watcher says; None when everything is looked at."""
    _key: tuple[str, tuple[str, ...]] | None = None
    _opened: Opened | None = None
    _found: tuple[Diagnostic, ...] = ()

    def reopen(self, inputs: Inputs, options: BuildOptions, log: DiagnosticLog) -> Opened | None:
        """Return the site with the clock of `options`, unless anything it is made of moved."""
        if self._opened is None or self._key != (inputs.frame, inputs.shows):
            return None
        log.extend(self._found)
        settings = self._opened.press.workshop.settings.value
        return replace(self._opened, clock=read_clock(options.today, settings.zone))

    @property
    def path_prefix(self) -> str:
        """The path of the site's address, as far as a site has been opened."""
        return self._opened.press.workshop.settings.value.path_prefix if self._opened else ""

    def keep(self, inputs: Inputs, opened: Opened, log: DiagnosticLog) -> None:
        """Keep a site that was opened just now, and what was found about it."""
        self._key = (inputs.frame, inputs.shows)
        self._opened, self._found = opened, tuple(log)
