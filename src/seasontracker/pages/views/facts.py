"""The key facts of a season: computed from the log, and those that editors add."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from seasontracker.models.vocabulary import CrewRole
from seasontracker.pages.views.citations import Cite
from seasontracker.pages.views.context import PageContext
from seasontracker.pages.views.folds import Fold
from seasontracker.pages.views.marks import Mark, confidence_mark, sentence_case
from seasontracker.site.networks import network_slug
from seasontracker.tracking.fold import AxisState, Entry
from seasontracker.tracking.release import ReleaseState
from seasontracker.tracking.said import has_been_said
from seasontracker.tracking.season import SeasonStanding
from seasontracker.wording.dates import number_label, window_label
from seasontracker.wording.labels import label

_CREW = (CrewRole.CREATOR, CrewRole.SHOWRUNNER, CrewRole.DIRECTOR, CrewRole.WRITER)


class Fact(Struct, frozen=True):
    """A line of the list."""

    term: str
    value: str
    mark: Mark | None = None
    cites: tuple[Cite, ...] = ()
    fold: Fold | None = None
    original: str = ""
    """The value in its original script."""
    language: str = ""
    url: str = ""
    label: str = ""
    """What it is about, where only those may read that who may read the value."""


def key_facts(context: PageContext, season: SeasonStanding) -> tuple[Fact, ...]:
    """Return what there is to know at a glance."""
    return (*_status(context, season), *_making(context, season), *_own(context, season))


def _status(context: PageContext, season: SeasonStanding) -> Iterator[Fact]:
    words, axes = context.words, season.axes
    is_coming = not season.state.has_begun and season.state is not ReleaseState.NEVER
    if season.state.has_begun:
        # What was once decided about it no longer tells how it stands.
        yield Fact(words.gettext("Status"), label(words, season.state))
    elif axes.renewal.current:
        yield _stated(context, words.gettext("Status"), axes.renewal)
    if axes.production.current and not season.state.has_begun:
        yield _stated(context, words.gettext("Production"), axes.production)
    yield _release(context, season)
    network = context.unit.loaded.show.value.network.name
    url = context.links.network(network_slug(network))
    yield Fact(words.gettext("Network"), network, url=url)
    if axes.episode_order.current:
        entry = axes.episode_order.current
        yield Fact(
            words.gettext("Episodes"),
            number_label(words, entry.value),
            confidence_mark(words, entry.confidence),
            context.numbers.cite(entry.claim.source),
        )
    elif is_coming:
        yield Fact(words.gettext("Episodes"), words.gettext("Not announced"))
    if axes.pattern.current:
        yield _stated(context, words.gettext("Release pattern"), axes.pattern)
    if is_coming:
        trailer = words.gettext("Published") if season.has_trailer else words.gettext("None yet")
        yield Fact(words.gettext("Trailer"), trailer)


def _release(context: PageContext, season: SeasonStanding) -> Fact:
    words, release = context.words, season.axes.release
    term = words.gettext("Release")
    entry = release.fulfilled or release.current
    if season.state is ReleaseState.NEVER:
        return Fact(term, label(words, season.state))
    if season.state is ReleaseState.OVERDUE:
        return Fact(term, words.gettext("Overdue; no new date announced"))
    if entry is None or not entry.value.is_known:
        return Fact(term, words.gettext("No date announced"))
    if release.is_contested:
        return Fact(term, words.gettext("No official date; reports disagree"))
    return Fact(
        term,
        sentence_case(window_label(words, entry.value)),
        confidence_mark(words, entry.confidence),
        context.numbers.cite(entry.claim.source),
    )


def _making(context: PageContext, season: SeasonStanding) -> Iterator[Fact]:
    words, show = context.words, context.unit.loaded.show.value
    for role in _CREW:
        members = [
            member
            for member in show.crew
            if member.role is role and (not member.seasons or season.number in member.seasons)
        ]
        if members:
            yield Fact(
                label(words, role),
                ", ".join(member.name for member in members),
                cites=context.numbers.cite(_sources(member.source for member in members)),
            )
    if show.production_companies:
        yield Fact(words.gettext("Made by"), ", ".join(show.production_companies))
    material = show.source_material
    if material is not None:
        parts = {"title": material.title, "kind": material.kind, "author": material.author or ""}
        text = (
            words.gettext("%(title)s, %(kind)s by %(author)s")
            if material.author
            else words.gettext("%(title)s, %(kind)s")
        )
        yield Fact(
            words.gettext("Made from"),
            text % parts,
            cites=context.numbers.cite(material.source),
            original=material.original_title or "",
            language=show.language,
        )


def _own(context: PageContext, season: SeasonStanding) -> Iterator[Fact]:
    for fact in season.season.key_facts:
        if fact.date is not None and not has_been_said(fact.date, context.clock):
            continue
        fold = context.fold(fact.spoils)
        yield Fact(
            context.words.gettext("Also") if fold else fact.label,
            fact.value,
            confidence_mark(context.words, fact.confidence),
            context.numbers.cite(fact.source),
            fold=fold,
            label=fact.label if fold else "",
        )


def _stated(context: PageContext, term: str, axis: AxisState[Any]) -> Fact:
    entry: Entry[Any] | None = axis.current
    assert entry is not None
    return Fact(
        term,
        label(context.words, entry.value),
        confidence_mark(context.words, entry.confidence),
        context.numbers.cite(entry.claim.source),
    )


def _sources(lists: Iterable[Iterable[str]]) -> list[str]:
    return [source_id for sources in lists for source_id in sources]
