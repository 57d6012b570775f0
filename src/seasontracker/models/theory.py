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
    kind: EvidenceKind
    text: Text
    at: EpisodeMark | None = None
    source: Several[Slug] = ()
    spoils: Spoils = "none"


class Verdict(ContentModel):
    """How a theory stood from a day on."""

    noun = "a verdict"

    date: SaidOn
    state: TheoryState
    note: Text | None = None
    resolved_by: Slug | None = None
    """The id of the evidence that settles it."""
    source: Several[Slug] = ()
    spoils: Spoils | None = None
    """What the outcome gives away; unless given, what the evidence in `resolved_by` does."""


class Theory(ContentModel):
    """A question that viewers argue about."""

    noun = "a theory"

    question: Text
    claim: Text | None = None
    """What the theory holds, in a sentence."""
    title: Text | None = None
    """A short name for tables; unless given, the question."""
    order: Count = 100
    """Where it stands among the season's theories."""
    proposed: SaidOn
    proposed_by: Text | None = None
    source: Several[Slug] = ()
    spoils: Spoils = "none"
    evidence: tuple[Evidence, ...] = ()
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
