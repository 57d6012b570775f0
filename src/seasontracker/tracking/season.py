"""A season as it stands on the clock's day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from seasontracker.clock import Clock
from seasontracker.models import (
    CastClaim,
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
from seasontracker.tracking.episodes import scheduled
from seasontracker.tracking.fold import AxisState
from seasontracker.tracking.positions import HARMLESS
from seasontracker.tracking.release import ReleaseState, air_days, release_state
from seasontracker.tracking.said import has_been_said
from seasontracker.tracking.theories import TheoryStanding, stand
from seasontracker.tracking.windows import Window, windows


class CastStanding(Struct, frozen=True):
    """A character's part in a season as it stands."""

    character_id: str
    entry: CastEntry
    status: AxisState[CastStatus]
    fate_before: Fate | None
    """What had become of the character when the season before ended."""
    fate_after: Fate | None
    """What has become of the character when this one ends; None until it is out."""

    @property
    def status_now(self) -> CastStatus:
        return self.status.value or CastStatus.UNKNOWN


class SeasonStanding(Struct, frozen=True):
    """Everything that follows from one season's files on the clock's day.

    Claims that give something away count for nothing in it, so that whoever prints it gives
    nothing away; what stands in a place of its own is told by `whole`.
    """

    number: int
    season: Season
    claims: Mapping[int, Claim]
    """Those made so far, by their place in the file."""
    axes: SeasonAxes
    state: ReleaseState
    windows: tuple[Window, ...]
    """Oldest first."""
    air_days: tuple[date, ...]
    next_air_day: date | None
    """The first of these that has not come."""
    cast: tuple[CastStanding, ...]
    theories: Mapping[str, TheoryStanding]
    videos: Mapping[str, Video]
    """Those published so far."""
    episodes: tuple[Episode, ...]
    beyond: SeasonStanding | None = None
    """The same with all claims counted; None where none gives anything away."""

    @property
    def whole(self) -> SeasonStanding:
        """How the season stands for those who have watched all of it."""
        return self.beyond or self

    @property
    def has_trailer(self) -> bool:
        """Whether moving pictures of this season itself have been published."""
        return any(
            video.kind in (VideoKind.TRAILER, VideoKind.TEASER)
            and video.season in (None, self.number)
            for video in self.videos.values()
        )


class SeasonContent(Struct, frozen=True):
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
    previous: SeasonStanding | None,
) -> SeasonStanding:
    """Return how a season stands; `previous` is the season before it."""
    whole = _track(content, clock, settings, previous)
    if not _gives_away(content):
        return whole
    return replace(_track(content, clock, settings, previous, only_open=True), beyond=whole)


def _gives_away(content: SeasonContent) -> bool:
    said: list[Claim | CastClaim] = [*content.claims]
    said += [claim for entry in content.cast.values() for claim in entry.claims]
    return any(claim.spoils not in HARMLESS for claim in said)


def _track(
    content: SeasonContent,
    clock: Clock,
    settings: SiteSettings,
    previous: SeasonStanding | None,
    *,
    only_open: bool = False,
) -> SeasonStanding:
    axes = fold_axes(content.claims, clock, settings.zone, only_open=only_open)
    episodes = tuple(scheduled(one, clock, settings.zone) for one in content.episodes)
    state = release_state(
        release=axes.release,
        renewal=axes.renewal.value,
        production=axes.production.value,
        pattern=axes.pattern.value,
        episode_order=axes.episode_order.value,
        episodes=episodes,
        clock=clock,
    )
    days: tuple[date, ...] = ()
    if axes.release.fulfilled and axes.release.fulfilled.value.earliest:
        days = air_days(
            axes.release.fulfilled.value.earliest,
            axes.pattern.value,
            axes.episode_order.value,
            episodes,
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
            if has_been_said(claim.date, clock) and (not only_open or claim.spoils in HARMLESS)
        },
        axes=axes,
        state=state,
        windows=windows(axes.release, clock),
        air_days=days,
        next_air_day=next((day for day in days if not clock.has_come(day)), None),
        cast=tuple(_cast(content, previous, state, clock, only_open=only_open)),
        theories=standings,
        videos={
            video_id: video
            for video_id, video in content.videos.items()
            if clock.has_come(video.published)
        },
        episodes=episodes,
    )


def _cast(
    content: SeasonContent,
    previous: SeasonStanding | None,
    state: ReleaseState,
    clock: Clock,
    *,
    only_open: bool,
) -> list[CastStanding]:
    # How a season ends is not known before it is out. Where the log never speaks of a release,
    # an article that tells fates is about a season that was.
    has_ended = state.has_begun or not any(claim.release for claim in content.claims)
    # The season before tells its fates once it is out, and so does this one what went before.
    before = previous.whole.cast if previous else ()
    fates = {part.character_id: part.fate_after for part in before}
    found = []
    for character_id, entry in content.cast.items():
        status = fold_cast_status(entry.claims, clock, only_open=only_open)
        if entry.claims and not status.entries:
            continue  # nothing had been said about this part yet
        found.append(
            CastStanding(
                character_id=character_id,
                entry=entry,
                status=status,
                fate_before=fates.get(character_id),
                fate_after=entry.fate if has_ended else None,
            )
        )
    return found
