"""All rules about one show, in the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from seasontracker.checks import (
    authors_known,
    characters_known,
    claims_sourced,
    ids_unique,
    media_known,
    people_known,
    pictures_open,
    sources_known,
    spoilers_reachable,
    verdicts_resolved,
    visible_once,
)
from seasontracker.diagnostics import Diagnostic
from seasontracker.site.unit import ShowUnit

RULES: tuple[Callable[[ShowUnit], Iterator[Diagnostic]], ...] = (
    sources_known.check,
    characters_known.check,
    people_known.check,
    authors_known.check,
    media_known.check,
    ids_unique.check,
    claims_sourced.check,
    verdicts_resolved.check,
    spoilers_reachable.check,
    pictures_open.check,
    visible_once.check,
)


def check_show(unit: ShowUnit) -> list[Diagnostic]:
    """Apply every rule to a show."""
    return [found for rule in RULES for found in rule(unit)]
