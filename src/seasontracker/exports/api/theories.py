"""Fan theories for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from seasontracker.codec import about
from seasontracker.exports.api.values import (
    ApiDate,
    SourceIds,
    Spoils,
    api_date,
)
from seasontracker.models import Evidence, Verdict
from seasontracker.models.vocabulary import Bears, EvidenceKind, TheoryState
from seasontracker.tracking.season import SeasonStanding


class ApiEvidence(Struct, frozen=True):
    """Something that speaks for or against a theory."""

    spoils: Spoils
    id: Annotated[str, about("Given where a verdict rests on it.")]
    date: ApiDate
    bears: Bears
    kind: EvidenceKind
    text: str
    at: Annotated[str, about("The episode in which it is seen.")]
    sources: SourceIds


class ApiVerdict(Struct, frozen=True):
    """How a theory stood from a day on."""

    spoils: Spoils
    date: ApiDate
    state: TheoryState
    note: str
    resolved_by: Annotated[str, about("The id of the evidence that settles it.")]
    sources: SourceIds


class ApiTheoryStanding(Struct, frozen=True):
    """How a theory stands now."""

    spoils: Spoils
    state: TheoryState


class ApiTheory(Struct, frozen=True):
    """A question that viewers argue about."""

    spoils: Spoils
    id: str
    title: str
    question: str
    claim: Annotated[str, about("What the theory holds.")]
    standing: ApiTheoryStanding
    proposed: ApiDate
    proposed_by: str
    sources: SourceIds
    verdicts: Annotated[tuple[ApiVerdict, ...], about("The newest last.")]
    evidence: tuple[ApiEvidence, ...]


def season_theories(season: SeasonStanding) -> Iterator[ApiTheory]:
    """Yield the theories of a season in their order."""
    for slug, standing in season.theories.items():
        theory = standing.theory
        evidence = (
            *standing.evidence_for,
            *standing.evidence_against,
            *standing.evidence_neutral,
        )
        yield ApiTheory(
            spoils=theory.spoils,
            id=slug,
            title=theory.title or theory.question,
            question=theory.question,
            claim=theory.claim or "",
            standing=ApiTheoryStanding(
                theory.outcome_spoils(standing.verdict) if standing.verdict else "none",
                standing.state,
            ),
            proposed=api_date(theory.proposed),
            proposed_by=theory.proposed_by or "",
            sources=theory.source,
            verdicts=tuple(_verdict(one, theory.outcome_spoils(one)) for one in standing.verdicts),
            evidence=tuple(_evidence(one) for one in evidence),
        )


def _verdict(verdict: Verdict, spoils: str) -> ApiVerdict:
    return ApiVerdict(
        spoils,
        api_date(verdict.date),
        verdict.state,
        verdict.note or "",
        verdict.resolved_by or "",
        verdict.source,
    )


def _evidence(item: Evidence) -> ApiEvidence:
    return ApiEvidence(
        item.spoils,
        item.id or "",
        api_date(item.date),
        item.bears,
        item.kind,
        item.text,
        item.at or "",
        item.source,
    )
