"""What an editor can say about one season, in the front matter of its `index.md`."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

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
    speaker: Text | None = None
    note: Text | None = None
    """What is known of where it comes from."""
    source: Several[Slug] = ()
    spoils: Spoils = "none"


class Synopsis(ContentModel):
    """What a season is about."""

    noun = "a synopsis"

    text: Text
    confidence: Confidence = Confidence.OFFICIAL
    source: Several[Slug] = ()
    date: SaidOn | None = None
    spoils: Spoils = "premise"


class KeyFact(ContentModel):
    """A fact for the list beside the text, added to those that are computed."""

    noun = "a key fact"

    label: Text
    value: Text
    confidence: Confidence = Confidence.REPORTED
    source: Several[Slug] = ()
    date: SaidOn | None = None
    """Since when it is known; the fact does not exist before."""
    spoils: Spoils = "none"


class Revision(ContentModel):
    """A significant change to the article that no claim records."""

    noun = "a revision"

    date: Day
    note: Text


class Season(ContentModel):
    """One season of a show, and the article about it."""

    noun = "an article"

    headline: Text
    deck: Text | None = None
    description: Text | None = None
    """For search results and link previews; unless given, the deck."""
    name: Text | None = None
    """The season's own name; unless given, its number."""
    authors: Several[Slug] = ()
    published: Day
    """The first day on which the article is there."""
    revisions: tuple[Revision, ...] = ()
    quote: Annotated[Quote, BeforeValidator(_quoted), Written("bare")] | None = None
    synopsis: Annotated[Synopsis, BeforeValidator(_quoted), Written("bare")] | None = None
    key_facts: tuple[KeyFact, ...] = ()
    picture: Slug | None = None
    """The id of the image at the head of the article, from `media.yaml`."""
    hide: Several[Component] = ()
    """Components that the article leaves out."""
    tags: Several[Text] = ()
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
