"""The episodes of a season, in `episodes.yaml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from seasontracker.models.base import ContentModel, Several, Slug, Spoils, Text, When, Whole
from seasontracker.models.vocabulary import EpisodeType


class Episode(ContentModel):
    """One episode."""

    noun = "an episode"

    number: Annotated[Whole, Field(ge=0, le=9999)]
    title: Text | None = None
    original_title: Text | None = None
    airdate: When | None = None
    runtime: Annotated[Whole, Field(ge=1, le=1000)] | None = None
    """Minutes."""
    summary: Text | None = None
    type: EpisodeType = EpisodeType.STANDARD
    source: Several[Slug] = ()
    spoils: Spoils | None = None
    """What the summary gives away; unless given, this episode."""
