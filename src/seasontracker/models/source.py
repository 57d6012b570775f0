"""A source that claims point to, in `sources.yaml`."""

from __future__ import annotations

from seasontracker.models.base import ContentModel, Language, SaidOn, Spoils, Text, Url
from seasontracker.models.vocabulary import SourceTier


class Source(ContentModel):
    """Something published that a claim rests on."""

    noun = "a source"

    publisher: Text
    """Such as `Variety`."""
    title: Text | None = None
    """Its headline. Such as `Netflix renews four shows`."""
    url: Url | None = None
    """Where it stands."""
    published: SaidOn | None = None
    """When it came out."""
    tier: SourceTier = SourceTier.PRESS
    """What kind of source it is."""
    archived_url: Url | None = None
    """A copy in an archive, for when the page is gone."""
    language: Language = "en"
    """The language it is written in."""
    by: Text | None = None
    """The writer, or who is interviewed. Such as `Kim Doe`."""
    via: Text | None = None
    """Where the text was read when that is a copy of, or a report on, what the publisher wrote.
    Such as `Yahoo News`."""
    note: Text | None = None
    """A sentence on it. Such as `The first paragraph only.`"""
    spoils: Spoils = "none"
    """How far one must have watched to read its title, address, writer and note."""
