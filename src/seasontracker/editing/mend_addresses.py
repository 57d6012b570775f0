"""Addresses that have moved for good are written as they are now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from seasontracker.checks.external.addresses import Address, find_addresses
from seasontracker.checks.external.answers import Answer, Fate
from seasontracker.checks.external.findings import is_mended
from seasontracker.editing.edits import Edit
from seasontracker.sources import Document


def address_edits(document: Document, answers: Mapping[str, Answer]) -> Iterator[Edit]:
    """Yield an edit for every place where an address stands that has moved for good.

    One that leads to a site's front page, or away from encryption, is left to the editor.
    """
    for address in find_addresses([document]):
        target = _new(address, answers)
        if target:
            for mention in address.mentions:
                place = mention.location
                yield Edit(place.line, place.column, place.length, target)


def _new(address: Address, answers: Mapping[str, Answer]) -> str:
    answer = answers.get(address.asked)
    if answer is None or answer.fate is not Fate.MOVED or not is_mended(address, answer):
        return ""
    return address.moved_to(answer.target)
