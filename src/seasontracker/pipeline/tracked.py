"""What rules look at when the seasons of a show have been laid out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from seasontracker.checks.passages import SeasonTexts, ShowTexts
from seasontracker.checks.tracked import TrackedSeason, TrackedShow, Unset
from seasontracker.media.typesetting import PLAIN, STRONG, missing_marks
from seasontracker.pages.markdown import DirectiveSegment, Prose, Segment
from seasontracker.pages.views.people import people_with_pages
from seasontracker.pipeline.desk import SeasonDesk, ShowDesk


def tracked_show(desk: ShowDesk, seasons: Iterable[SeasonDesk], texts: ShowTexts) -> TrackedShow:
    """Return a show with how its seasons stand."""
    seasons = tuple(seasons)
    tracked = (_tracked(season, texts.seasons[season.loaded.number]) for season in seasons)
    unset = _unset(desk, seasons)
    return TrackedShow(desk.unit, desk.clock, tuple(tracked), texts.is_english, unset)


def _unset(desk: ShowDesk, seasons: Iterable[SeasonDesk]) -> Unset:
    show, cast = desk.unit.loaded.show.value, desk.unit.loaded.cast
    people = {
        person: marks
        for person, entry in (cast.value.people if cast else {}).items()
        if (marks := missing_marks(entry.name, STRONG))
    }
    if people:
        standings = [season.standing for season in seasons]
        shown = people_with_pages(desk.unit.characters, standings)
        people = {person: marks for person, marks in people.items() if person in shown}
    return Unset(missing_marks(show.title, STRONG), missing_marks(show.network.name, PLAIN), people)


def _tracked(season: SeasonDesk, texts: SeasonTexts) -> TrackedSeason:
    return TrackedSeason(
        season.loaded,
        texts,
        season.standing.whole,
        {
            image_id: picture.width
            for image_id, picture in season.pictures.items()
            if not picture.url.endswith(".svg")
        },
        frozenset(_placed(season.prose.values())),
    )


def _placed(texts: Iterable[Prose]) -> Iterator[str]:
    for text in texts:
        yield from (picture.file for picture in text.pictures)
        yield from _directives(text.segments)


def _directives(segments: Iterable[Segment]) -> Iterator[str]:
    for segment in segments:
        if isinstance(segment, DirectiveSegment):
            if segment.name == "image":
                yield segment.argument
            yield from _directives(segment.children)
