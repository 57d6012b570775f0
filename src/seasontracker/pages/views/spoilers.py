"""What news gives away, so that each page can fold it and other pages leave it out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from seasontracker.pages.views.context import PageContext
from seasontracker.site.load import LoadedSeason
from seasontracker.tracking.axis import Step
from seasontracker.tracking.changes import Change
from seasontracker.tracking.positions import HARMLESS, worst
from seasontracker.tracking.season import SeasonStanding


def image_spoils(loaded: LoadedSeason, image_id: str) -> str:
    """Return what a season's image gives away."""
    image = loaded.media.value.images.get(image_id) if loaded.media else None
    return image.spoils if image else "none"


def told_apart(
    context: PageContext, season: SeasonStanding, change: Change
) -> Iterator[tuple[Change, str]]:
    """Yield a change with what it gives away.

    News of several parts becomes two where only some of them must not be named.
    """
    if change.theory is not None:
        yield change, worst(_theory_positions(change))
    elif change.video is not None:
        yield change, change.video.spoils
    elif change.characters:
        yield from _parts(context, season, change)
    else:
        yield change, change.claim.spoils if change.claim is not None else "none"


def _theory_positions(change: Change) -> Iterator[str]:
    if change.theory is not None:
        yield change.theory.spoils
        if change.verdict is not None:
            yield change.theory.outcome_spoils(change.verdict)


def _parts(
    context: PageContext, season: SeasonStanding, change: Change
) -> Iterator[tuple[Change, str]]:
    spoils = {one: _part_spoils(context, season, change, one) for one in change.characters}
    open_parts = tuple(one for one in change.characters if spoils[one] in HARMLESS)
    hidden = tuple(one for one in change.characters if one not in open_parts)
    for characters in (open_parts, hidden):
        if characters:
            is_whole = characters == change.characters
            told = change if is_whole else replace(change, characters=characters)
            yield told, worst(spoils[one] for one in characters)


def _says_so(step: Step[Any], change: Change) -> bool:
    return change.step is None or step.entry.value is change.step.entry.value


def _part_spoils(
    context: PageContext, season: SeasonStanding, change: Change, character_id: str
) -> str:
    """Return what naming a part gives away: the claim, the part, the character as such."""
    positions = [context.characters[character_id].spoils]
    for part in season.whole.cast:
        if part.character_id == character_id:
            positions.append(part.entry.spoils)
            positions += [
                step.entry.claim.spoils
                for step in part.status.steps
                if step.day == change.day and _says_so(step, change)
            ]
    return worst(positions)
