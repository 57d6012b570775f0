"""The episodes of a season, in `episodes.yaml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from seasontracker.models.base import (
    ContentModel,
    SaidOn,
    Several,
    Slug,
    Spoils,
    Text,
    When,
    Whole,
)
from seasontracker.models.vocabulary import EpisodeType


class EpisodeMove(ContentModel):
    """That an episode got another day."""

    noun = "a move of an episode"

    date: SaidOn
    """When that was said; a partial date counts from its first day."""
    was: When
    """When it was to come out until then; `tba` where nobody had said."""
    source: Several[Slug] = ()
    """Ids of sources that say so."""


class Episode(ContentModel):
    """One episode."""

    noun = "an episode"

    number: Annotated[Whole, Field(ge=0, le=9999)]
    """Within the season."""
    title: Text | None = None
    """Such as `The Ninth Berth`."""
    original_title: Text | None = None
    """In its own script. Such as `아홉 번째`."""
    airdate: When | None = None
    """When it comes out, as far as that is known."""
    moved: tuple[EpisodeMove, ...] = ()
    """What became of earlier days; calendars follow `airdate` only when this says that it moved."""
    runtime: Annotated[Whole, Field(ge=1, le=1000)] | None = None
    """Minutes."""
    summary: Text | None = None
    """A sentence or two. Such as `The pilot goes on board.`"""
    type: EpisodeType = EpisodeType.STANDARD
    """What makes it special."""
    source: Several[Slug] = ()
    """Ids of sources that say so."""
    spoils: Spoils | None = None
    """What the summary gives away; unless given, this episode."""
