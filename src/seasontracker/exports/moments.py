"""Days as instants, for formats that know nothing shorter than an instant."""

from __future__ import annotations

from datetime import date, datetime, time, tzinfo
from functools import lru_cache


@lru_cache(maxsize=4096)
def midnight(day: date, zone: tzinfo) -> str:
    """Return a day's first instant in the site's zone, as RFC 3339 writes it."""
    moment = datetime.combine(day, time(), tzinfo=zone)
    offset = moment.utcoffset()
    if offset is None or offset.total_seconds() % 60:
        # Before standard time a zone's offset has seconds, which RFC 3339 cannot write.
        return f"{day.isoformat()}T00:00:00Z"
    return moment.isoformat()
