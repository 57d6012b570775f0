"""The claim log for programs: each claim, what became of it, and what stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from msgspec import Struct

from seasontracker.clock import Clock
from seasontracker.codec import about
from seasontracker.dates import PartialDate
from seasontracker.exports.api.values import ApiDate, SourceIds, Spoils, api_date
from seasontracker.models import CastClaim, Claim
from seasontracker.models.vocabulary import Confidence
from seasontracker.tracking.axis import Step, StepKind
from seasontracker.tracking.changes import claim_keys
from seasontracker.tracking.claims import ClaimState, JudgedClaim, judged_apart
from seasontracker.tracking.positions import HARMLESS, worst
from seasontracker.tracking.said import first_day, has_been_said
from seasontracker.tracking.season import SeasonStanding

_MOVES = frozenset(
    {
        StepKind.NARROWED,
        StepKind.WIDENED,
        StepKind.SLIPPED,
        StepKind.BROUGHT_FORWARD,
        StepKind.WITHDRAWN,
        StepKind.DISPUTED,
    }
)


class ApiClaim(Struct, frozen=True):
    """What somebody said about one axis, and what has become of that."""

    spoils: Spoils
    key: Annotated[str, about("Names the claim within its season, the same for ever.")]
    axis: Annotated[
        str,
        about("renewal, production, release, episode_order, pattern, cast or notice."),
    ]
    value: Annotated[
        ApiDate | str | int | None,
        about("A date for release, a number for episode_order, null for a notice, else a word."),
    ]
    said: ApiDate
    added: Annotated[date, about("When the site told it.")]
    confidence: Confidence
    state: ClaimState
    ended: Annotated[date | None, about("The day on which it came true or ceased to stand.")]
    sources: SourceIds
    by: str
    headline: str
    note: str
    because: Annotated[str, about("The premises of a speculation.")]
    quote: str


class ApiStanding(Struct, frozen=True):
    """What holds on an axis now."""

    spoils: Spoils
    axis: str
    value: ApiDate | str | int
    confidence: Confidence
    since: Annotated[date, about("When the claim that holds was made.")]
    contested: Annotated[bool, about("Whether claims of the same rank say something else.")]
    claims: Annotated[
        tuple[str, ...], about("Keys of the claims that stand, the one that holds first.")
    ]


class ApiMove(Struct, frozen=True):
    """A step of how the promised release moved."""

    spoils: Spoils
    claim: Annotated[str, about("The key of the claim that moved it.")]
    day: date
    kind: Annotated[
        str, about("narrowed, widened, slipped, brought-forward, withdrawn or disputed.")
    ]
    before: ApiDate
    after: ApiDate
    days: Annotated[int | None, about("How far it moved; positive is later.")]


def season_claims(season: SeasonStanding, clock: Clock) -> Iterator[ApiClaim]:
    """Yield every claim of a season's log, in the order of the log, axis by axis."""
    whole = season.whole
    keys = claim_keys(whole.claims)
    for (axis, state), (_, all_of_it) in zip(season.axes, whole.axes, strict=True):
        windows = (season.windows, whole.windows) if axis == "release" else ()
        for judged in judged_apart(state, all_of_it, *windows):
            yield api_claim(judged, axis, f"{keys[judged.entry.position]}:{axis}")
    for position, claim in whole.claims.items():
        if not claim.axes:
            yield _notice(claim, keys[position], clock)


def season_standings(season: SeasonStanding) -> Iterator[ApiStanding]:
    """Yield what holds on each axis of a season, and then what does with all that spoils."""
    keys = claim_keys(season.whole.claims)
    for (axis, state), (_, whole) in zip(season.axes, season.whole.axes, strict=True):
        for one in (state,) if state is whole else (state, whole):
            current = one.current
            if current is None:
                continue
            standing = (current, *one.rivals)
            spoils = worst(entry.claim.spoils for entry in standing)
            if one is state or spoils not in HARMLESS:
                yield ApiStanding(
                    spoils=spoils,
                    axis=axis,
                    value=_value(current.value),
                    confidence=current.confidence,
                    since=current.said,
                    contested=one.is_contested,
                    claims=tuple(f"{keys[entry.position]}:{axis}" for entry in standing),
                )


def season_moves(season: SeasonStanding) -> Iterator[ApiMove]:
    """Yield how the promised release moved, the oldest step first; then with all that spoils."""
    keys = claim_keys(season.whole.claims)
    steps = list(season.axes.release.steps)
    if season.beyond is not None:
        steps += [step for step in season.beyond.axes.release.steps if _gives_away(step)]
    for step in steps:
        before = step.previous
        if step.kind not in _MOVES or before is None:
            continue
        yield ApiMove(
            spoils=worst((before.claim.spoils, step.entry.claim.spoils)),
            claim=f"{keys[step.entry.position]}:release",
            day=step.day,
            kind=step.kind.value,
            before=api_date(before.value),
            after=api_date(step.entry.value),
            days=step.days_moved,
        )


def _gives_away(step: Step[Any]) -> bool:
    entries = (step.entry, step.previous)
    return any(entry is not None and entry.claim.spoils not in HARMLESS for entry in entries)


def api_claim(judged: JudgedClaim, axis: str, key: str) -> ApiClaim:
    """Return a claim for programs."""
    return _claim(
        judged.entry.claim, axis, key, _value(judged.entry.value), judged.state, judged.ended
    )


def _claim(
    claim: Claim | CastClaim,
    axis: str,
    key: str,
    value: ApiDate | str | int | None,
    state: ClaimState,
    ended: date | None,
) -> ApiClaim:
    return ApiClaim(
        spoils=claim.spoils,
        key=key,
        axis=axis,
        value=value,
        said=api_date(claim.date),
        added=claim.added or first_day(claim.date),
        confidence=claim.confidence,
        state=state,
        ended=ended,
        sources=claim.source,
        by=claim.by or "",
        headline=(claim.headline or "") if isinstance(claim, Claim) else "",
        note=claim.note or "",
        because=claim.because or "",
        quote=(claim.quote or "") if isinstance(claim, Claim) else "",
    )


def _notice(claim: Claim, key: str, clock: Clock) -> ApiClaim:
    if claim.retracted is not None and has_been_said(claim.retracted, clock):
        ended = first_day(claim.retracted)
        return _claim(claim, "notice", key, None, ClaimState.RETRACTED, ended)
    return _claim(claim, "notice", key, None, ClaimState.CURRENT, None)


def _value(value: Any) -> ApiDate | str | int:
    if isinstance(value, PartialDate):
        return api_date(value)
    return value if isinstance(value, int) else str(value)
