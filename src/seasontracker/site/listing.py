"""What the rest of the site may know of a show: small, and without its prose."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from seasontracker.dates import PartialDate
from seasontracker.models.vocabulary import CastStatus, Confidence, Production, Renewal, TheoryState
from seasontracker.tracking.release import ReleaseState
from seasontracker.tracking.status import ShowStatus


class SourceSet(Struct, frozen=True):
    """A picture in one format, in several widths."""

    type: str
    srcset: str
    """For the `srcset` attribute."""


class ListedPicture(Struct, frozen=True):
    """The picture that stands for a season."""

    url: str
    width: int
    height: int
    alt: str
    sources: tuple[SourceSet, ...] = ()
    """The formats that go before the one of `url`."""
    srcset: str = ""
    """`url` and its narrower forms, if it has any."""


class ListedWindow(Struct, frozen=True):
    """A release window that stands, or the day of a release."""

    window: PartialDate
    confidence: Confidence
    said: date


class ListedTheory(Struct, frozen=True):
    """A theory's question and how it stands."""

    slug: str
    title: str
    state: TheoryState
    evidence_for: int
    evidence_against: int
    spoils: str
    """What its question or the state it is in gives away."""
    anchor: str = ""
    """Where it stands on the season's page; empty when that leaves it out."""


class ListedSource(Struct, frozen=True):
    """Where a change was read."""

    name: str
    """Publisher and title."""
    url: str
    """Empty where there is nothing to link to."""


class ListedChange(Struct, frozen=True):
    """A significant change, told."""

    key: str
    """Names the change within its season, the same for ever."""
    day: date
    added: date
    title: str
    note: str
    confidence: Confidence | None
    """None for what the site itself says."""
    spoils: str
    told_as: PartialDate | None = None
    """When it was said, where `added` was derived from that."""
    cast_status: CastStatus | None = None
    """What it says of parts, when it is about casting."""
    parts: int = 0
    """How many parts it is about."""
    sources: tuple[ListedSource, ...] = ()
    by: str = ""
    """Who said it, when that is not the source itself."""
    quote: str = ""
    because: str = ""
    """What a speculation rests on."""


class ListedGrade(Struct, frozen=True):
    """A decision about a season, and when it was first said."""

    renewal: Renewal
    said: date
    confidence: Confidence
    stands: bool = True
    """Whether it is what holds today; none does after the last one was retracted."""


class ListedSeason(Struct, frozen=True):
    """What the rest of the site may know of a season."""

    number: int
    name: str
    headline: str
    deck: str
    answer: str
    answer_confidence: Confidence | None
    is_contested: bool
    state: ReleaseState
    windows: tuple[ListedWindow, ...]
    """Those that stand, newest first."""
    premiere: date | None
    air_days: tuple[date, ...]
    grades: tuple[ListedGrade, ...]
    """The one that stands first, then what was decided before, newest first."""
    production: Production | None
    production_confidence: Confidence | None
    theories: tuple[ListedTheory, ...]
    changes: tuple[ListedChange, ...]
    """Significant ones, newest first."""
    published: date | None
    modified: date | None
    picture: ListedPicture | None
    name_within: str = ""
    """The name inside a sentence, where that differs: `season 2`."""

    @property
    def is_promised(self) -> bool:
        """Whether it is not out yet, and somebody has named a time."""
        return bool(self.windows) and self.state in (ReleaseState.WINDOW, ReleaseState.DATED)


class ShowListing(Struct, frozen=True):
    """What the rest of the site may know of a show."""

    slug: str
    id: str
    """What feeds and calendars know it by."""
    title: str
    original_title: str
    language: str
    network: str
    summary: str
    status: ShowStatus
    seasons: tuple[ListedSeason, ...]
    """By number."""
    taken_as_known: str = "-1"
    """How far readers of pages about several shows are taken to have watched it."""

    @property
    def latest(self) -> ListedSeason | None:
        """The season that the site speaks of first."""
        return self.seasons[-1] if self.seasons else None

    @property
    def modified(self) -> date | None:
        """The last significant change of any season."""
        days = [season.modified for season in self.seasons if season.modified]
        return max(days, default=None)
