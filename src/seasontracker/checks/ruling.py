"""What a site makes of the findings about a show: their severity, and which it does not want."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from msgspec import Struct, field

from seasontracker.checks.silences import Silence, read_silences, useless
from seasontracker.diagnostics import Code, Diagnostic, Location, Severity, find_code
from seasontracker.models import Located, SiteSettings
from seasontracker.models.checks import CheckLevel, severity_of
from seasontracker.site.load import LoadedShow
from seasontracker.site.unit import ShowUnit
from seasontracker.sources import Document

Levels = Mapping[Code, Severity | None]
"""What `site.yaml` sets; None is off."""


_FOUND_ELSEWHERE = frozenset({Code.DEAD_ADDRESS, Code.MOVED_ADDRESS, Code.PRIVATE_ADDRESS})
"""What only `check --external` looks for, so that silence here means nothing."""


class Ruling(Struct):
    """The settings of checks, the comments that silence some, and which of those did."""

    levels: Levels
    silences: tuple[Silence, ...] = ()
    complaints: tuple[Diagnostic, ...] = ()
    """What is wrong with the comments themselves."""
    _useful: set[Location] = field(default_factory=set)

    def apply(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Return what is left of the findings, each with the severity that it has on this site."""
        return [one for one in at_levels(found, self.levels) if not self._is_silenced(one)]

    def useless_silences(self) -> list[Diagnostic]:
        """Return findings about comments that silenced nothing, when all has been found."""
        return self.apply(
            useless(silence)
            for silence in self.silences
            if silence.location not in self._useful
            and silence.code not in _FOUND_ELSEWHERE
            and self.levels.get(silence.code, "on") is not None
        )

    def _is_silenced(self, found: Diagnostic) -> bool:
        covering = [silence for silence in self.silences if silence.covers(found)]
        self._useful.update(silence.location for silence in covering)
        return bool(covering)


def rule_on(unit: ShowUnit) -> Ruling:
    """Return the ruling on a show."""
    return rule_on_files(unit.settings, _documents(unit.loaded))


def rule_on_files(settings: Located[SiteSettings], documents: Iterable[Document]) -> Ruling:
    """Return the ruling on what is found in some files."""
    silences: list[Silence] = []
    complaints: list[Diagnostic] = []
    for document in documents:
        read, problems = read_silences(document)
        silences += read
        complaints += problems
    return Ruling(levels_of(settings.value.checks), tuple(silences), tuple(complaints))


def levels_of(checks: Mapping[str, CheckLevel]) -> dict[Code, Severity | None]:
    """Return the levels of `site.yaml` by code."""
    by_code = ((find_code(name), level) for name, level in checks.items())
    return {code: severity_of(level) for code, level in by_code if code is not None}


def at_levels(found: Iterable[Diagnostic], levels: Levels) -> Iterator[Diagnostic]:
    """Yield findings with the severity that is set for them, without those that are off."""
    for one in found:
        if one.code not in levels:
            yield one
        elif (level := levels[one.code]) is not None:
            yield one if one.level is level else replace(one, level=level)


def _documents(show: LoadedShow) -> Iterator[Document]:
    """Yield every file of a show that could be read."""
    yield show.show.document
    for located in (show.sources, show.cast):
        if located is not None:
            yield located.document
    for season in show.seasons:
        yield season.season.document
        for part in (season.claims, season.cast, season.episodes, season.media):
            if part is not None:
                yield part.document
        for one in season.theories:
            yield one.theory.document
