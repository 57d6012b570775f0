"""Says who stands behind a statement, where that is not the maker itself."""

from __future__ import annotations

from seasontracker.models.vocabulary import Confidence
from seasontracker.wording.catalogue import Words
from seasontracker.wording.catalogue import mark as _

_HEDGED = {
    Confidence.REPORTED: _("%(statement)s, according to press reports"),
    Confidence.LISTING: _("%(statement)s, according to a listing"),
    Confidence.RUMOUR: _("%(statement)s, it is rumoured"),
    Confidence.SPECULATION: _("%(statement)s, but that is a guess"),
}
_BOTH_HEDGED = {
    Confidence.REPORTED: _("According to press reports, %(one)s, and %(other)s"),
    Confidence.LISTING: _("According to listings, %(one)s, and %(other)s"),
    Confidence.RUMOUR: _("It is rumoured that %(one)s, and that %(other)s"),
    Confidence.SPECULATION: _("It is a guess that %(one)s, and that %(other)s"),
}


def hedged(words: Words, statement: str, confidence: Confidence | None) -> str:
    """Return a statement without its full stop, and by whom it is made."""
    if confidence not in _HEDGED:
        return statement
    return words.gettext(_HEDGED[confidence]) % {"statement": statement}


def both_hedged(
    words: Words,
    one: tuple[str, Confidence | None],
    other: tuple[str, Confidence | None],
) -> str:
    """Return two statements as one, each with who makes it, or both with the same."""
    if one[1] == other[1] and one[1] in _BOTH_HEDGED:
        return words.gettext(_BOTH_HEDGED[one[1]]) % {"one": one[0], "other": other[0]}
    clauses = {"one": hedged(words, *one), "other": hedged(words, *other)}
    return words.gettext("%(one)s; %(other)s") % clauses
