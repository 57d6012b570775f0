"""Release windows as bars: those that stand, and how the date moved."""

from __future__ import annotations

from collections.abc import Sequence

from seasontracker.pages.views.citations import Cite
from seasontracker.pages.views.context import PageContext
from seasontracker.pages.views.horizon import Bar, Horizon, Present, draw_horizon, present
from seasontracker.pages.views.marks import confidence_mark, said_moment, sentence_case
from seasontracker.tracking.fold import StepKind
from seasontracker.tracking.release import ReleaseState
from seasontracker.tracking.season import SeasonStanding
from seasontracker.tracking.windows import Window, WindowFate
from seasontracker.wording.dates import window_label
from seasontracker.wording.labels import label

_STANDING = frozenset({WindowFate.CURRENT, WindowFate.RIVAL, WindowFate.FULFILLED})


def standing_windows(season: SeasonStanding) -> tuple[Window, ...]:
    """Return the windows that stand, newest first; none for what will not be made."""
    if season.state is ReleaseState.NEVER:
        return ()
    return tuple(window for window in reversed(season.windows) if window.fate in _STANDING)


def standing_horizon(context: PageContext, season: SeasonStanding) -> Horizon | None:
    """Return the windows that stand, for beneath the short answer."""
    caption = context.words.gettext("A bar is as wide as the doubt; a dot is a date.")
    bars = [_bar(context, season, window) for window in standing_windows(season)]
    return draw_horizon(bars, _present(context, season, bars), caption=caption)


def date_history(context: PageContext, season: SeasonStanding) -> Horizon | None:
    """Return how the date moved: every window ever named, newest on top."""
    words = context.words
    caption = words.gettext(
        "Newest on top. The small dot is the day it was said;"
        " the line runs to the time it promised."
    )
    bars = [
        _bar(context, season, window, cites=context.numbers.cite(window.entry.claim.source))
        for window in reversed(season.windows)
    ]
    return draw_horizon(bars, _present(context, season, bars), caption=caption)


def _present(context: PageContext, season: SeasonStanding, bars: Sequence[Bar]) -> Present | None:
    """Return where the line of the present stands; what is out or given up has none."""
    if season.state is ReleaseState.NEVER or season.state.has_begun:
        return None
    return present(context.words, context.clock, bars)


def _bar(
    context: PageContext, season: SeasonStanding, window: Window, cites: tuple[Cite, ...] = ()
) -> Bar:
    words = context.words
    said = said_moment(words, window.entry.claim.date).label
    dead = label(words, window.fate) if window.fate.is_dead else ""
    if season.state is ReleaseState.NEVER and not dead:
        # Nobody took the window back, and the season that it was for is gone.
        dead = label(words, season.state)
    step = label(words, window.step)
    if window.days_moved and window.step in (StepKind.SLIPPED, StepKind.BROUGHT_FORWARD):
        step = words.ngettext(
            "%(step)s by %(number)d day", "%(step)s by %(number)d days", abs(window.days_moved)
        ) % {"step": step, "number": abs(window.days_moved)}
    notes = [said, step] + ([dead] if dead else [])
    return Bar(
        window=window.value,
        mark=confidence_mark(words, window.entry.confidence),
        label=sentence_case(window_label(words, window.value)),
        said=window.entry.said,
        dead=dead,
        note=" · ".join(notes),
        cites=cites,
        came_true=window.value.earliest if window.fate is WindowFate.FULFILLED else None,
    )
