"""One thing that changed about a season."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any

from msgspec import Struct

from seasontracker.dates import PartialDate
from seasontracker.models import CastClaim, Claim, Theory, Verdict, Video
from seasontracker.models.vocabulary import Confidence
from seasontracker.tracking.axis import Step


class Subject(Enum):
    """What a change is about."""

    RENEWAL = "renewal"
    PRODUCTION = "production"
    RELEASE = "release"
    EPISODE_ORDER = "episode_order"
    PATTERN = "pattern"
    CAST = "cast"
    THEORY = "theory"
    VIDEO = "video"
    NOTICE = "notice"
    REVISION = "revision"


class Change(Struct, frozen=True):
    """One thing that changed."""

    day: date
    """When it was said or happened."""
    added: date
    """When the site told it; the order of news."""
    subject: Subject
    key: str
    """Names the change within its season, the same for ever."""
    is_significant: bool
    confidence: Confidence | None = None
    """None for what the site itself says: its verdicts and revisions."""
    told_as: PartialDate | None = None
    """When it was said, where `added` was derived from that."""
    source_ids: tuple[str, ...] = ()
    step: Step[Any] | None = None
    claim: Claim | CastClaim | None = None
    name: str = ""
    """The theory's or video's id, or the text of a revision."""
    characters: tuple[str, ...] = ()
    """Ids of the characters whose parts changed so on one day, in billing order."""
    verdict: Verdict | None = None
    theory: Theory | None = None
    video: Video | None = None
