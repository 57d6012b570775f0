"""One fan theory: the front matter of `theories/<theory>.md`."""

from __future__ import annotations

from pydantic import Field

from seasontracker.models.base import (
    ContentModel,
    Count,
    Day,
    DayOrInstant,
    EpisodeMark,
    Flag,
    SaidOn,
    Several,
    Slug,
    Spoils,
    Text,
)
from seasontracker.models.vocabulary import Bears, EvidenceKind, TheoryState


class Evidence(ContentModel):
    """Something that speaks for or against a theory."""

    noun = "a piece of evidence"

    id: Slug | None = None
    """Needed where a verdict names it in `resolved_by`."""
    date: SaidOn
    """When it became known."""
    bears: Bears
    """Which way it points."""
    kind: EvidenceKind
    """Where it comes from."""
    text: Text
    """In a sentence. Such as `Only one ring is found.`"""
    at: EpisodeMark | None = None
    """Where it is seen."""
    source: Several[Slug] = ()
    """Ids of sources that have it."""
    spoils: Spoils = "none"
    """How far one must have watched to read it."""


class Verdict(ContentModel):
    """How a theory stood from a day on."""

    noun = "a verdict"

    date: SaidOn
    """From when on."""
    state: TheoryState
    """How it stands."""
    note: Text | None = None
    """A sentence on it. Such as `The finale shows him alive.`"""
    resolved_by: Slug | None = None
    """The id of the evidence that settles it."""
    source: Several[Slug] = ()
    """Ids of sources that settle it."""
    spoils: Spoils | None = None
    """What the outcome gives away; unless given, what the evidence in `resolved_by` does."""


class Theory(ContentModel):
    """A question that viewers argue about."""

    noun = "a theory"

    question: Text
    """Such as `Did the coach survive the fire?`"""
    claim: Text | None = None
    """What the theory holds, in a sentence. Such as `The coach left before the fire.`"""
    title: Text | None = None
    """A short name for tables; unless given, the question. Such as `The coach lives`."""
    order: Count = 100
    """Where it stands among the season's theories."""
    proposed: SaidOn
    """When it came up."""
    proposed_by: Text | None = None
    """Such as `Viewers on Reddit`."""
    source: Several[Slug] = ()
    """Ids of sources that tell of it."""
    spoils: Spoils = "none"
    """How far one must have watched to read it."""
    evidence: tuple[Evidence, ...] = ()
    """What speaks for and against it."""
    verdicts: tuple[Verdict, ...] = Field(default=())
    """Newest last; none means open."""
    draft: Flag = False
    """Checked with the rest, and not published."""
    published: Day | None = None
    """The first day on which it is there; unless given, any day."""
    expires: Day | None = None
    """The first day on which it is no longer there."""
    embargo_until: DayOrInstant | None = None
    """Until then nothing of it is anywhere in the output."""

    def outcome_spoils(self, verdict: Verdict) -> str:
        """Return what a verdict of this theory gives away."""
        if verdict.spoils is not None:
            return verdict.spoils
        settling = (item.spoils for item in self.evidence if item.id == verdict.resolved_by)
        return next(settling, "none") if verdict.resolved_by else "none"
