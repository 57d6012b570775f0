"""The state of a whole show, derived from its seasons, in our words and those of others."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from msgspec import Struct

from seasontracker.models.vocabulary import Production, Renewal
from seasontracker.tracking.release import ReleaseState
from seasontracker.tracking.season import SeasonStanding


class ShowStatus(Enum):
    """Where a show stands."""

    PLANNED = "planned"
    IN_PRODUCTION = "in-production"
    RETURNING = "returning"
    RUNNING = "running"
    UNDECIDED = "undecided"
    CANCELLED = "cancelled"
    ENDED = "ended"


class ExportedStatus(Struct, frozen=True):
    """A show's status in the words of three databases."""

    tvmaze: str
    tmdb: str
    trakt: str


_EXPORTS = {
    ShowStatus.PLANNED: ExportedStatus("In Development", "Planned", "planned"),
    ShowStatus.IN_PRODUCTION: ExportedStatus("In Development", "In Production", "in production"),
    ShowStatus.RETURNING: ExportedStatus("Running", "Returning Series", "returning series"),
    ShowStatus.RUNNING: ExportedStatus("Running", "Returning Series", "returning series"),
    ShowStatus.UNDECIDED: ExportedStatus(
        "To Be Determined", "Returning Series", "returning series"
    ),
    ShowStatus.CANCELLED: ExportedStatus("Ended", "Canceled", "canceled"),
    ShowStatus.ENDED: ExportedStatus("Ended", "Ended", "ended"),
}
_ON_THE_AIR = frozenset({ReleaseState.TODAY, ReleaseState.AIRING, ReleaseState.ON_BREAK})
_GOING_ON = frozenset(
    {Renewal.ORDERED, Renewal.RENEWED, Renewal.RENEWED_FINAL, Renewal.REVIVED, Renewal.MOVED}
)
_BEING_MADE = frozenset(
    {
        Production.FILMING,
        Production.PAUSED,
        Production.WRAPPED,
        Production.POST_PRODUCTION,
        Production.COMPLETED,
    }
)


def exported(status: ShowStatus) -> ExportedStatus:
    """Return a status as TVmaze (`status`), TMDB (`status`) and Trakt (`status`) write it."""
    return _EXPORTS[status]


def show_status(seasons: Sequence[SeasonStanding], *, ended: bool = False) -> ShowStatus:
    """Return where a show stands; `ended` is the editor's word that it is over."""
    # What is on the air runs on, whatever was decided about its future (Sonarr's lesson).
    if any(season.state in _ON_THE_AIR for season in seasons):
        return ShowStatus.RUNNING
    has_aired = any(season.state.has_begun for season in seasons)
    for season in seasons:
        if _is_coming(season):
            # Whoever tracks a second season from its renewal may not have written up the first.
            if has_aired or season.number > 1:
                return ShowStatus.RETURNING
            being_made = season.axes.production.value in _BEING_MADE
            return ShowStatus.IN_PRODUCTION if being_made else ShowStatus.PLANNED
    return _without_a_future(seasons, ended=ended, has_aired=has_aired)


def _is_coming(season: SeasonStanding) -> bool:
    if season.state.has_begun or season.state is ReleaseState.NEVER:
        return False
    decided = season.axes.renewal.value in _GOING_ON
    return decided or season.axes.production.value is not None


def _without_a_future(
    seasons: Sequence[SeasonStanding], *, ended: bool, has_aired: bool
) -> ShowStatus:
    """Return where a show stands of which nothing more is being made."""
    # The newest decision counts: a series that was cancelled may have been revived since.
    decided = [season for season in seasons if season.axes.renewal.value is not None]
    newest = max(decided, key=lambda season: season.number, default=None)
    decision = newest.axes.renewal.value if newest else None
    if decision is Renewal.CONCLUDED:
        return ShowStatus.ENDED
    if decision is Renewal.CANCELLED or (newest and newest.state is ReleaseState.NEVER):
        return ShowStatus.CANCELLED
    if ended or decision is Renewal.RENEWED_FINAL:
        return ShowStatus.ENDED
    return ShowStatus.UNDECIDED if has_aired else ShowStatus.PLANNED
