"""What an editor can say about one season, in the front matter of its `index.md`."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from seasontracker.models.address import SitePath
from seasontracker.models.base import (
    ContentModel,
    Day,
    DayOrInstant,
    Flag,
    SaidOn,
    Several,
    Slug,
    Spoils,
    Text,
    Written,
)
from seasontracker.models.vocabulary import Component, Confidence


def _quoted(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


class Quote(ContentModel):
    """The quotation that opens an article."""

    noun = "a quotation"

    text: Text
    """The words. Such as `We are writing.`"""
    speaker: Text | None = None
    """Who said it. Such as `The director`."""
    note: Text | None = None
    """What is known of where it comes from. Such as `In an interview, in June.`"""
    source: Several[Slug] = ()
    """Ids of sources that have it."""
    spoils: Spoils = "none"
    """How far one must have watched to read it."""


class Synopsis(ContentModel):
    """What a season is about."""

    noun = "a synopsis"

    text: Text
    """Such as `The survivors leave the city.`"""
    confidence: Confidence = Confidence.OFFICIAL
    """How sure it is."""
    source: Several[Slug] = ()
    """Ids of sources that have it."""
    date: SaidOn | None = None
    """Since when it is known."""
    spoils: Spoils = "premise"
    """How far one must have watched to read it."""


class KeyFact(ContentModel):
    """A fact for the list beside the text, added to those that are computed."""

    noun = "a key fact"

    label: Text
    """Such as `Filming place`."""
    value: Text
    """Such as `Andong`."""
    confidence: Confidence = Confidence.REPORTED
    """How sure it is."""
    source: Several[Slug] = ()
    """Ids of sources that say so."""
    date: SaidOn | None = None
    """Since when it is known; the fact does not exist before."""
    spoils: Spoils = "none"
    """How far one must have watched to read it."""


class Revision(ContentModel):
    """A significant change to the article that no claim records."""

    noun = "a revision"

    date: Day
    """When the article changed."""
    note: Text
    """What changed. Such as `Rewritten after the finale.`"""


class Season(ContentModel):
    """One season of a show, and the article about it."""

    noun = "an article"

    headline: Text
    """The article's title. Such as `Severance season 3: what is known`."""
    deck: Text | None = None
    """A sentence beneath the headline. Such as `Nobody has said when it comes.`"""
    description: Text | None = None
    """For search results and link previews; unless given, the deck. Such as `What is official.`"""
    name: Text | None = None
    """The season's own name; unless given, its number. Such as `The Final Season`."""
    authors: Several[Slug] = ()
    """Ids from `site.yaml`."""
    published: Day
    """The first day on which the article is there."""
    revisions: tuple[Revision, ...] = ()
    """Significant changes that no claim records."""
    quote: Annotated[Quote, BeforeValidator(_quoted), Written("bare")] | None = None
    """The quotation that opens the article: its text, or more about it. Such as
    `We are writing.`"""
    synopsis: Annotated[Synopsis, BeforeValidator(_quoted), Written("bare")] | None = None
    """What the season is about: a text, or more about it. Such as `The survivors leave.`"""
    key_facts: tuple[KeyFact, ...] = ()
    """Facts added to those that are computed."""
    picture: Slug | None = None
    """The id of the image at the head of the article, from `media.yaml`."""
    hide: Several[Component] = ()
    """Components that the article leaves out."""
    tags: Several[Text] = ()
    """Words for search engines. Such as `zombies`."""
    aliases: Several[SitePath] = ()
    """Earlier addresses of the page, which lead to it."""
    draft: Flag = False
    """Checked with the rest, and not published."""
    expires: Day | None = None
    """The first day on which it is no longer there."""
    embargo_until: DayOrInstant | None = None
    """Until then nothing of it is anywhere in the output."""

    @property
    def hidden(self) -> frozenset[str]:
        """The names of the components that the article leaves out."""
        return frozenset(one.value for one in self.hide)
