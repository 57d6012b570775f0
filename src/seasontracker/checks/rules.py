"""All rules about one show, in the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from seasontracker.checks import (
    authors_known,
    cards_drawn,
    characters_known,
    claims_distinct,
    claims_made,
    claims_sourced,
    counts_agree,
    dates_agree,
    episodes_agree,
    episodes_in_order,
    episodes_inside,
    filming_first,
    folders_renamed,
    headings_nested,
    headings_single,
    headline_lengths,
    ids_unique,
    licenses_known,
    links_worded,
    media_known,
    names_agree,
    offers_checked,
    official_sources,
    people_known,
    pictures_credited,
    pictures_described,
    pictures_open,
    pictures_shown,
    pictures_told_apart,
    premieres_renewed,
    promises_kept,
    renewals_first,
    seasons_heard_of,
    sections_there,
    sources_dated,
    sources_distinct,
    sources_known,
    sources_used,
    spoilers_reachable,
    stronger_stays,
    theories_settled,
    time_is_named,
    verdicts_resolved,
    visible_once,
    windows_answered,
)
from seasontracker.checks.passages import ShowTexts
from seasontracker.checks.tracked import TrackedShow
from seasontracker.diagnostics import Diagnostic
from seasontracker.site.unit import ShowUnit

RULES: tuple[Callable[[ShowUnit], Iterator[Diagnostic]], ...] = (
    sources_known.check,
    characters_known.check,
    people_known.check,
    authors_known.check,
    media_known.check,
    ids_unique.check,
    folders_renamed.check,
    claims_sourced.check,
    verdicts_resolved.check,
    spoilers_reachable.check,
    pictures_open.check,
    visible_once.check,
    official_sources.check,
    claims_distinct.check,
    sources_dated.check,
    sources_used.check,
    sources_distinct.check,
    headline_lengths.check,
    pictures_told_apart.check,
    pictures_described.check,
    pictures_credited.check,
    licenses_known.check,
)
"""Rules about what the files say."""
TEXT_RULES: tuple[Callable[[ShowTexts], Iterator[Diagnostic]], ...] = (
    time_is_named.check,
    headings_nested.check,
    headings_single.check,
    links_worded.check,
)
"""Rules about the words of articles and theories."""
TRACKED_RULES: tuple[Callable[[TrackedShow], Iterator[Diagnostic]], ...] = (
    stronger_stays.check,
    windows_answered.check,
    claims_made.check,
    premieres_renewed.check,
    renewals_first.check,
    filming_first.check,
    episodes_in_order.check,
    episodes_inside.check,
    offers_checked.check,
    seasons_heard_of.check,
    theories_settled.check,
    promises_kept.check,
    sections_there.check,
    dates_agree.check,
    counts_agree.check,
    episodes_agree.check,
    names_agree.check,
    pictures_shown.check,
    cards_drawn.check,
)
"""Rules about what follows from it on the clock's day."""


def check_show(unit: ShowUnit) -> list[Diagnostic]:
    """Apply every rule about what the files of a show say."""
    return [found for rule in RULES for found in rule(unit)]


def check_texts(texts: ShowTexts) -> list[Diagnostic]:
    """Apply every rule about the words of a show's texts."""
    return [found for rule in TEXT_RULES for found in rule(texts)]


def check_tracked(show: TrackedShow) -> list[Diagnostic]:
    """Apply every rule about what follows from a show's files."""
    return [found for rule in TRACKED_RULES for found in rule(show)]
