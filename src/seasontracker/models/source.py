"""A source that claims point to, in `sources.yaml`."""

from __future__ import annotations

from seasontracker.models.base import ContentModel, Language, SaidOn, Text, Url
from seasontracker.models.vocabulary import SourceTier


class Source(ContentModel):
    """Something published that a claim rests on."""

    noun = "a source"

    publisher: Text
    title: Text | None = None
    url: Url | None = None
    published: SaidOn | None = None
    tier: SourceTier = SourceTier.PRESS
    archived_url: Url | None = None
    language: Language = "en"
    by: Text | None = None
    """The writer, or who is interviewed."""
    via: Text | None = None
    """Where the text was read when that is a copy of, or a report on, what the publisher wrote."""
    note: Text | None = None
