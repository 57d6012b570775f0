"""The state of a whole show, derived from its seasons, in our words and those of others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

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


@dataclass(frozen=True, slots=True)
class ExportedStatus:
    """A show's status in the words of three databases."""

    tvmaze: str
    tmdb: str
    trakt: str


_EXPORTS = {
    ShowStatus.PLANNED: ExportedStatus("In Development", "Planned", "planned"),
    ShowStatus.IN_PRODUCTION: ExportedStatus("In Development", "In Production", "in production"),
    ShowStatus.RETURNING: ExportedStatus("Running", "Returning Series", "returning series"),
    ShowStatus.RUNNING: ExportedStatus("Running", "Returning Series", "returning series"),
    ShowStatus.UNDECIDED: ExportedStatus("To Be Determined", "Returning Series", "continuing"),
    ShowStatus.CANCELLED: ExportedStatus("Ended", "Canceled", "canceled"),
    ShowStatus.ENDED: ExportedStatus("Ended", "Ended", "ended"),
}
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
    if any(
        season.state in (ReleaseState.TODAY, ReleaseState.AIRING, ReleaseState.ON_BREAK)
        for season in seasons
    ):
        return ShowStatus.RUNNING
    has_aired = any(season.state is ReleaseState.RELEASED for season in seasons)
    for season in seasons:
        coming = season.axes.renewal.value in _GOING_ON or season.axes.production.value is not None
        if coming and not season.state.has_begun and season.state is not ReleaseState.NEVER:
            if has_aired:
                return ShowStatus.RETURNING
            being_made = season.axes.production.value in _BEING_MADE
            return ShowStatus.IN_PRODUCTION if being_made else ShowStatus.PLANNED
    decisions = {season.axes.renewal.value for season in seasons}
    if Renewal.CONCLUDED in decisions:
        return ShowStatus.ENDED
    if Renewal.CANCELLED in decisions:
        return ShowStatus.CANCELLED
    if ended or Renewal.RENEWED_FINAL in decisions:
        return ShowStatus.ENDED
    return ShowStatus.UNDECIDED if has_aired else ShowStatus.PLANNED
