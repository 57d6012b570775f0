"""The question how far a reader has watched a show, and its answers."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from seasontracker.pages.views.context import PageContext
from seasontracker.pages.views.folds import as_attribute
from seasontracker.pages.views.names import season_name
from seasontracker.tracking.positions import EVERYTHING, NOTHING, needed
from seasontracker.tracking.season import SeasonStanding

_NUMBERS_OF_YEARS = 100
"""Seasons with such numbers are called by years, and none need have come before."""


class WatchedAnswer(Struct, frozen=True):
    """An answer that a reader can choose."""

    value: str
    text: str


class WatchedView(Struct, frozen=True):
    """How far readers of a page are taken to have watched, and what they can say themselves."""

    show_slug: str
    taken_as_known: str
    answers: tuple[WatchedAnswer, ...]
    """Empty where nothing on the page gives anything away."""


def watched_view(context: PageContext, seasons: Iterable[SeasonStanding]) -> WatchedView:
    """Return the question for a page whose parts have all been built.

    It can be answered by the seasons that are out, and by those that the page gives away.
    """
    words, folds = context.words, context.folds
    numbers = {season.number for season in seasons if season.state.has_begun}
    numbers |= {int(needed(one)) for one in folds.positions if needed(one) != EVERYTHING}
    highest = max(numbers, default=0)
    if highest < _NUMBERS_OF_YEARS:
        # Those before it too, whether the site has them or not. Nobody watches specials before the
        # rest, so who knows season 1 is taken to know them.
        numbers = set(range(1, highest + 1))
    names = {one.number: one.season.value.name for one in context.unit.loaded.seasons}
    answers = [
        WatchedAnswer("", words.gettext("I have not said")),
        WatchedAnswer(as_attribute(NOTHING), words.gettext("Nothing yet")),
        *(
            WatchedAnswer(as_attribute(number), season_name(words, number, names.get(number)))
            for number in sorted(numbers)
        ),
        WatchedAnswer(as_attribute(EVERYTHING), words.gettext("Everything: hide nothing")),
    ]
    return WatchedView(
        show_slug=context.unit.slug,
        taken_as_known=as_attribute(folds.known),
        answers=tuple(answers) if folds.positions else (),
    )
