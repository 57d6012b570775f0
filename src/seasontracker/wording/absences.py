"""Says why something is not there for readers, where a preview shows it nevertheless."""

from __future__ import annotations

from seasontracker.site.visibility import Absence, Absent
from seasontracker.wording.catalogue import Words
from seasontracker.wording.dates import window_label


def absent_label(words: Words, absent: Absent | None) -> str:
    """Return such as `Draft`, `Embargoed until 1 December 2026`; empty for what is there."""
    if absent is None:
        return ""
    when = {"when": window_label(words, absent.when) if absent.when else ""}
    match absent.kind:
        case Absence.DRAFT:
            return words.gettext("Draft")
        case Absence.SCHEDULED:
            return words.gettext("Published from %(when)s") % when
        case Absence.EMBARGOED:
            return words.gettext("Embargoed until %(when)s") % when
        case Absence.EXPIRED:
            return words.gettext("Expired on %(when)s") % when
