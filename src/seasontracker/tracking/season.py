"""A season as it stands on the clock's day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from seasontracker.clock import Clock
from seasontracker.models import (
    CastEntry,
    Claim,
    Episode,
    Fate,
    Season,
    SiteSettings,
    Theory,
    Video,
)
from seasontracker.models.vocabulary import CastStatus, VideoKind
from seasontracker.tracking.axes import SeasonAxes, fold_axes, fold_cast_status
from seasontracker.tracking.fold import AxisState
from seasontracker.tracking.release import ReleaseState, air_days, release_state
from seasontracker.tracking.said import has_been_said
from seasontracker.tracking.theories import TheoryStanding, stand
from seasontracker.tracking.windows import Window, windows


@dataclass(frozen=True, slots=True)
class CastStanding:
    """A character's part in a season as it stands."""

    character_id: str
    entry: CastEntry
    status: AxisState[CastStatus]
    fate_before: Fate | None
    """What had become of the character when the season before ended."""
    fate_after: Fate | None

    @property
    def status_now(self) -> CastStatus:
        return self.status.value or CastStatus.UNKNOWN


@dataclass(frozen=True, slots=True)
class SeasonStanding:
    """Everything that follows from one season's files on the clock's day."""

    number: int
    season: Season
    claims: Mapping[int, Claim]
    """Those made so far, by their place in the file."""
    axes: SeasonAxes
    state: ReleaseState
    windows: tuple[Window, ...]
    """Oldest first."""
    air_days: tuple[date, ...]
    cast: tuple[CastStanding, ...]
    theories: Mapping[str, TheoryStanding]
    videos: Mapping[str, Video]
    """Those published so far."""
    episodes: tuple[Episode, ...]

    @property
    def has_trailer(self) -> bool:
        """Whether moving pictures of this season itself have been published."""
        return any(
            video.kind in (VideoKind.TRAILER, VideoKind.TEASER)
            and video.season in (None, self.number)
            for video in self.videos.values()
        )


@dataclass(frozen=True, slots=True)
class SeasonContent:
    """What tracking needs of a season, without the places in files."""

    number: int
    season: Season
    claims: tuple[Claim, ...]
    cast: Mapping[str, CastEntry]
    episodes: tuple[Episode, ...]
    videos: Mapping[str, Video]
    theories: Sequence[tuple[str, Theory]]


def track_season(
    content: SeasonContent,
    clock: Clock,
    settings: SiteSettings,
    *,
    previous_cast: Mapping[str, CastEntry],
) -> SeasonStanding:
    """Return how a season stands; `previous_cast` is that of the season before."""
    axes = fold_axes(content.claims, clock, settings.zone)
    state = release_state(
        release=axes.release,
        renewal=axes.renewal.value,
        production=axes.production.value,
        pattern=axes.pattern.value,
        episode_order=axes.episode_order.value,
        episodes=content.episodes,
        clock=clock,
    )
    days: tuple[date, ...] = ()
    if axes.release.fulfilled and axes.release.fulfilled.value.earliest:
        days = air_days(
            axes.release.fulfilled.value.earliest,
            axes.pattern.value,
            axes.episode_order.value,
            content.episodes,
        )
    standings = {}
    for slug, theory in sorted(content.theories, key=lambda pair: (pair[1].order, pair[0])):
        standing = stand(theory, clock)
        if standing is not None:
            standings[slug] = standing
    return SeasonStanding(
        number=content.number,
        season=content.season,
        claims={
            position: claim
            for position, claim in enumerate(content.claims)
            if has_been_said(claim.date, clock)
        },
        axes=axes,
        state=state,
        windows=windows(axes.release, clock),
        air_days=days,
        cast=tuple(_cast(content, previous_cast, clock)),
        theories=standings,
        videos={
            video_id: video
            for video_id, video in content.videos.items()
            if clock.has_come(video.published)
        },
        episodes=content.episodes,
    )


def _cast(
    content: SeasonContent, previous_cast: Mapping[str, CastEntry], clock: Clock
) -> list[CastStanding]:
    found = []
    for character_id, entry in content.cast.items():
        status = fold_cast_status(entry.claims, clock)
        if entry.claims and not status.entries:
            continue  # nothing had been said about this part yet
        before = previous_cast.get(character_id)
        found.append(
            CastStanding(character_id, entry, status, before.fate if before else None, entry.fate)
        )
    return found
