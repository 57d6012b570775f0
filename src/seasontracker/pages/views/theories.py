"""Fan theories as cards: the question, the verdict, and the evidence on both sides."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from seasontracker.models import Evidence
from seasontracker.models.vocabulary import Bears, TheoryState
from seasontracker.pages.views.anchors import PageIds, evidence_anchor, theory_anchor
from seasontracker.pages.views.citations import Cite
from seasontracker.pages.views.context import PageContext
from seasontracker.pages.views.folds import Fold
from seasontracker.pages.views.marks import Moment, evidence_key, said_moment, theory_key
from seasontracker.tracking.theories import SETTLED, TheoryStanding
from seasontracker.wording.labels import label


class EvidenceItem(Struct, frozen=True):
    """One piece of evidence."""

    id: str
    key: str
    """The line it is drawn with."""
    text: str
    kind: str
    at: str
    """The place in an episode, such as `S01E12 00:48:10`."""
    cites: tuple[Cite, ...]
    settles: bool
    fold: Fold | None


class Side(Struct, frozen=True):
    """The evidence that points one way."""

    name: str
    items: tuple[EvidenceItem, ...]


class TheoryCard(Struct, frozen=True):
    """A theory as it stands."""

    id: str
    question: str
    claim: str
    state: str
    key: str
    """The line it is drawn with: that of an open one where the outcome is folded away."""
    is_dead: bool
    verdict: str
    verdict_fold: Fold | None
    verdict_key: str
    verdict_date: Moment | None
    verdict_cites: tuple[Cite, ...]
    proposed: Moment
    proposed_by: str
    cites: tuple[Cite, ...]
    sides: tuple[Side, ...]
    neutral: tuple[EvidenceItem, ...]
    fold: Fold | None
    spoils: str
    absent: str
    """Why it is not there for readers; empty but in previews."""


def theory_card(
    context: PageContext, slug: str, standing: TheoryStanding, ids: PageIds
) -> TheoryCard:
    """Return a theory's card; its ids are taken from those of the page."""
    words = context.words
    theory, verdict = standing.theory, standing.verdict
    anchor = theory_anchor(slug, theory.spoils)
    fold = context.fold(theory.spoils)
    outcome = theory.outcome_spoils(verdict) if verdict else "none"
    verdict_fold = context.fold(outcome, theory.spoils)
    shown_state = TheoryState.OPEN if verdict_fold else standing.state
    card_id = ids.free(anchor)
    settles = standing.resolution

    def items(evidence: Sequence[Evidence]) -> tuple[EvidenceItem, ...]:
        return tuple(
            EvidenceItem(
                id=ids.free(evidence_anchor(slug, theory, item)) if item.id else "",
                key=evidence_key(item.kind),
                text=item.text,
                kind=label(words, item.kind),
                at=item.at or "",
                cites=context.numbers.cite(item.source),
                settles=item is settles and standing.state in SETTLED,
                fold=context.fold(item.spoils, theory.spoils),
            )
            for item in evidence
        )

    return TheoryCard(
        id=card_id,
        question=theory.question,
        claim=theory.claim or "",
        state=label(words, standing.state),
        key=theory_key(shown_state),
        is_dead=shown_state in (TheoryState.DEBUNKED, TheoryState.MOOT),
        verdict=(verdict.note or "") if verdict else "",
        verdict_fold=verdict_fold,
        verdict_key=theory_key(standing.state),
        verdict_date=said_moment(words, verdict.date) if verdict else None,
        verdict_cites=context.numbers.cite(verdict.source) if verdict else (),
        proposed=said_moment(words, theory.proposed),
        proposed_by=theory.proposed_by or "",
        cites=context.numbers.cite(theory.source),
        sides=(
            Side(label(words, Bears.FOR), items(standing.evidence_for)),
            Side(label(words, Bears.AGAINST), items(standing.evidence_against)),
        ),
        neutral=items(standing.evidence_neutral),
        fold=fold,
        spoils=theory.spoils,
        absent=context.absent_label(theory),
    )
