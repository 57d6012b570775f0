"""Walks over everything in a show that names sources or makes a claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from seasontracker.models import CastClaim, Claim, Located
from seasontracker.models.base import ContentModel
from seasontracker.site.load import LoadedSeason
from seasontracker.site.unit import ShowUnit
from seasontracker.sources import Step


def sourced_values(
    unit: ShowUnit,
) -> Iterator[tuple[Located[Any], tuple[Step, ...], Sequence[str]]]:
    """Yield every value that names sources, with its place."""
    show = unit.loaded.show
    for index, member in enumerate(show.value.crew):
        yield show, ("crew", index), member.source
    if show.value.source_material:
        yield show, ("source_material",), show.value.source_material.source
    for season in unit.loaded.seasons:
        yield from _of_season(season)


def claims(unit: ShowUnit) -> Iterator[tuple[Claim | CastClaim, Located[Any], tuple[Step, ...]]]:
    """Yield every claim about a season or a part in it, with its place."""
    for season in unit.loaded.seasons:
        if season.claims:
            for index, claim in enumerate(season.claims.value):
                yield claim, season.claims, (index,)
        if season.cast:
            for character_id, entry in season.cast.value.items():
                for index, cast_claim in enumerate(entry.claims):
                    yield cast_claim, season.cast, (character_id, "claims", index)


def _of_season(
    season: LoadedSeason,
) -> Iterator[tuple[Located[Any], tuple[Step, ...], Sequence[str]]]:
    article = season.season
    if article.value.quote:
        yield article, ("quote",), article.value.quote.source
    if article.value.synopsis:
        yield article, ("synopsis",), article.value.synopsis.source
    for index, fact in enumerate(article.value.key_facts):
        yield article, ("key_facts", index), fact.source
    if season.claims:
        for index, claim in enumerate(season.claims.value):
            yield season.claims, (index,), claim.source
    if season.cast:
        for character_id, entry in season.cast.value.items():
            for index, cast_claim in enumerate(entry.claims):
                yield season.cast, (character_id, "claims", index), cast_claim.source
            if entry.fate:
                yield season.cast, (character_id, "fate"), entry.fate.source
    if season.episodes:
        for index, episode in enumerate(season.episodes.value):
            yield season.episodes, (index,), episode.source
            for place, move in enumerate(episode.moved):
                yield season.episodes, (index, "moved", place), move.source
    if season.media:
        for video_id, video in season.media.value.videos.items():
            yield season.media, ("videos", video_id), video.source
        for index, offer in enumerate(season.media.value.offers):
            yield season.media, ("offers", index), offer.source
    for loaded in season.theories:
        theory = loaded.theory
        yield theory, (), theory.value.source
        for index, evidence in enumerate(theory.value.evidence):
            yield theory, ("evidence", index), evidence.source
        for index, verdict in enumerate(theory.value.verdicts):
            yield theory, ("verdicts", index), verdict.source


def spoiler_positions(
    unit: ShowUnit,
) -> Iterator[tuple[str, Located[Any], tuple[Step, ...]]]:
    """Yield every spoiler position that is written in data, with its place."""
    loaded = unit.loaded
    wholes: list[Located[Any] | None] = [loaded.sources, loaded.cast]
    for season in loaded.seasons:
        wholes += [season.season, season.claims, season.cast, season.episodes, season.media]
        wholes += [one.theory for one in season.theories]
    for located in wholes:
        if located is not None and "spoils" in located.document.source.text:
            for position, steps in _positions(located.value, ()):
                yield position, located, steps


def _positions(value: Any, steps: tuple[Step, ...]) -> Iterator[tuple[str, tuple[Step, ...]]]:
    if isinstance(value, ContentModel):
        for key in value.model_fields_set:
            inner = getattr(value, key)
            if key == "spoils" and isinstance(inner, str):
                yield inner, (*steps, key)
            elif isinstance(inner, dict | tuple | ContentModel):
                yield from _positions(inner, (*steps, key))
    elif isinstance(value, dict | tuple):
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for step, inner in pairs:
            if isinstance(inner, ContentModel):
                yield from _positions(inner, (*steps, step))
