"""Looks over a site for an editor: what is not there for readers, and what nobody has touched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from msgspec import Struct

from seasontracker.clock import Clock
from seasontracker.diagnostics import Diagnostic
from seasontracker.models import CastClaim, Claim, Located, Season, Show, SiteSettings, Theory
from seasontracker.pipeline.desk import season_content
from seasontracker.project import Project
from seasontracker.site.load import LoadedSeason, LoadedShow, load_settings, load_show
from seasontracker.site.visibility import Absence, absences
from seasontracker.sources import discover_content
from seasontracker.tracking.release import ReleaseState
from seasontracker.tracking.said import first_day
from seasontracker.tracking.season import track_season

SILENT_DAYS = 180
"""After how many days without a claim a season that is not out counts as stale."""
_OVER = frozenset({ReleaseState.RELEASED, ReleaseState.NEVER})
_KINDS = {
    Absence.DRAFT: "drafts",
    Absence.SCHEDULED: "scheduled",
    Absence.EMBARGOED: "scheduled",
    Absence.EXPIRED: "expired",
}


class Listed(Struct, frozen=True):
    """One line of what an editor asked for."""

    kind: str
    """`drafts`, `scheduled`, `expired`, `stale` or `due`."""
    when: str
    """A day or an instant; empty for a draft."""
    what: str
    why: str
    place: str
    """A file with line and column, or the address of a page."""


def read_settings(project: Project) -> tuple[SiteSettings | None, list[Diagnostic]]:
    """Return the site's settings, or what is wrong with them."""
    files, _ = discover_content(project.root, project.content)
    settings, found = load_settings(project.root, files.site)
    return (settings.value if settings else None), found


def list_absent(project: Project, clock: Clock) -> Iterator[Listed]:
    """Yield all that is not there for readers, show by show."""
    for show in _shows(project):
        for located, steps, absent in absences(show, clock):
            yield Listed(
                kind=_KINDS[absent.kind],
                when=str(absent.when or ""),
                what=_name(show, located, steps),
                why=absent.kind.value,
                place=str(located.locate(*steps)),
            )


def list_stale(
    project: Project, settings: SiteSettings, clock: Clock, days: int = SILENT_DAYS
) -> Iterator[Listed]:
    """Yield seasons that are not out, and of which nothing was said for so many days."""
    limit = clock.today - timedelta(days=days)
    for show in _shows(project):
        for season in show.seasons:
            said = _last_said(season, clock)
            standing = track_season(season_content(season), clock, settings, previous=None).whole
            if said is not None and said < limit and standing.state not in _OVER:
                silent = (clock.today - said).days
                yield Listed(
                    kind="stale",
                    when=said.isoformat(),
                    what=_name(show, season.season, ()),
                    why=f"nothing said for {silent} days",
                    place=str(season.claims.document.path) if season.claims else "",
                )


def list_due(units: dict[str, int], clock: Clock) -> Iterator[Listed]:
    """Yield when each unit of the site changes by itself, the next one first."""
    for name, seconds in sorted(units.items(), key=lambda pair: (pair[1], pair[0])):
        kind, _, rest = name.partition(":")
        when: datetime = clock.at(seconds)
        yield Listed(
            kind="due",
            when=when.isoformat(timespec="minutes"),
            what=f"shows/{rest}/" if kind == "show" else rest,
            why="changes by itself",
            place="",
        )


def _shows(project: Project) -> Iterator[LoadedShow]:
    files, _ = discover_content(project.root, project.content)
    for one in files.shows:
        show, _ = load_show(project.root, one)
        if show is not None:
            yield show


def _name(show: LoadedShow, located: Located[Any], steps: tuple[str | int, ...]) -> str:
    value: Any = located.value
    title = show.show.value.title
    for step in steps:
        is_key = isinstance(step, int) or isinstance(value, Mapping)
        value = value[step] if is_key else getattr(value, str(step))
    folder = located.document.path.parent.name
    season = folder.replace("-", " ") if folder.startswith("season-") else ""
    match value:
        case Show():
            return title
        case Season():
            return f"{title}, {season}"
        case Theory():
            return f"{title}: {value.question}"
        case CastClaim():
            return f"{title}, {season}: {steps[0]} {value.status.value}"
        case Claim():
            said = value.headline or ", ".join(value.axes)
            return f"{title}, {season}: {said}"
    raise AssertionError(value)


def _last_said(season: LoadedSeason, clock: Clock) -> date | None:
    days = [first_day(claim.date) for claim in (season.claims.value if season.claims else ())]
    return max((day for day in days if day <= clock.today), default=None)
