"""The days of a season's episodes, which have no log but say what they were before."""

from __future__ import annotations

from datetime import tzinfo

from seasontracker.clock import Clock
from seasontracker.models import Episode, EpisodeMove
from seasontracker.tracking.said import first_day, has_been_said


def scheduled(episode: Episode, clock: Clock, zone: tzinfo) -> Episode:
    """Return an episode as it was to come out on the clock's day, with its moves until then.

    The oldest move stands first. Instants are told in the site's zone, as a release's are.
    """
    airdate, made = episode.airdate, list[EpisodeMove]()
    moves = sorted(episode.moved, key=lambda one: first_day(one.date))
    for move in reversed(moves):  # of one day's, the order of the file holds
        if has_been_said(move.date, clock):
            made.append(move.model_copy(update={"was": move.was.in_zone(zone)}))
        else:
            airdate = move.was if move.was.is_known else None
    told = airdate.in_zone(zone) if airdate is not None else None
    if told is episode.airdate and not episode.moved:
        return episode
    return episode.model_copy(update={"airdate": told, "moved": tuple(reversed(made))})
