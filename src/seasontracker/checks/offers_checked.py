"""A place to watch has been checked within the days that `site.yaml` allows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from seasontracker.checks.tracked import TrackedShow
from seasontracker.diagnostics import Code, Diagnostic


def check(show: TrackedShow) -> Iterator[Diagnostic]:
    days = show.unit.settings.value.limits.offer_days
    for season in show.seasons:
        media = season.loaded.media
        for index, offer in enumerate(media.value.offers if media else ()):
            if media is None or offer.checked is None or offer.checked >= _last(days):
                continue
            if offer.ends and offer.ends.latest and show.clock.has_passed(offer.ends.latest):
                continue
            if show.clock.has_come(offer.checked + timedelta(days=days + 1)):
                yield media.diagnostic(
                    Code.UNCHECKED_OFFER,
                    ("offers", index, "checked"),
                    f"`{offer.provider}` was last checked on {offer.checked}, "
                    f"more than {days} days ago",
                    "look whether it is still there, and set `checked:` to that day",
                )


def _last(days: int) -> date:
    """Return the last day to which so many days can be added."""
    return date.max - timedelta(days=days + 1)
