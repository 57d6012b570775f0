"""What the short answer says, sentence by sentence; `wording` says it in the site's language."""

from __future__ import annotations

from datetime import date
from enum import Enum

from msgspec import Struct

from seasontracker.dates import PartialDate
from seasontracker.models.vocabulary import Confidence, Pattern, Production, Renewal
from seasontracker.tracking.release import ReleaseState


class When(Enum):
    """What there is to say about the release of a season that is not out."""

    DATED = "dated"
    WINDOW = "window"
    GUESS = "guess"
    DISPUTED = "disputed"
    OVERDUE = "overdue"
    NOTHING = "nothing"


class Decision(Struct, frozen=True):
    """Whether the season is coming, and how far the work on it is."""

    renewal: Renewal | None
    production: Production | None
    confidence: Confidence | None
    """None when nobody has said anything."""
    renewal_confidence: Confidence | None
    production_confidence: Confidence | None


class Coming(Struct, frozen=True):
    """When it is coming, as far as anybody has said."""

    when: When
    windows: tuple[PartialDate, ...]
    """One; none when nothing has been said; several, in the order of time, when they disagree."""
    confidence: Confidence | None
    """None when nothing has been said."""

    @property
    def official(self) -> bool:
        """Whether the date is the maker's own."""
        return self.confidence is Confidence.OFFICIAL and self.when is not When.NOTHING


class Lapsed(Struct, frozen=True):
    """A guess whose time has run out."""

    window: PartialDate
    confidence: Confidence


class NoTrailer(Struct, frozen=True):
    """No moving pictures of the season have been published.

    An absence is nobody's claim, so it has no confidence.
    """

    confidence: None = None


class Released(Struct, frozen=True):
    """The season is out, or coming out."""

    state: ReleaseState
    first: date
    last: date | None
    next: date | None
    pattern: Pattern | None
    episode_order: int | None
    confidence: Confidence


class Never(Struct, frozen=True):
    """There will be no such season."""

    renewal: Renewal | None
    """Cancelled or concluded; None when the work on it was given up."""
    said: PartialDate
    confidence: Confidence


Sentence = Decision | Coming | Lapsed | NoTrailer | Released | Never


class ShortAnswer(Struct, frozen=True):
    """One to three sentences, each with its confidence."""

    sentences: tuple[Sentence, ...]

    @property
    def confidence(self) -> Confidence | None:
        """That of what the reader asks first: when it comes, else whether, if anybody has said."""
        for sentence in self.sentences:
            if isinstance(sentence, Coming) and sentence.when is not When.NOTHING:
                return sentence.confidence
        return self.sentences[0].confidence
