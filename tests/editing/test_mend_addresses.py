"""Findings about moved addresses offer the mend where there is one."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from seasontracker.checks.external.addresses import find_addresses
from seasontracker.checks.external.answers import Answer, Fate
from seasontracker.checks.external.findings import findings
from seasontracker.editing.mend_addresses import address_edits
from seasontracker.sources import Document, SourceText


@pytest.mark.parametrize(
    ("target", "is_mended"),
    [
        ("https://example.org/new?a=1&b=%20#c", True),
        ("https://example.org/a%22b:%20[x]", False),
        ("https://example.org/a'b", False),
        ("https://example.org/new:", False),
        ("http://example.org/new", False),
        ("https://example.org/", False),
    ],
)
def test_moved_address_names_the_mend_that_there_is(target: str, is_mended: bool) -> None:
    """`check --fix` is offered for what it mends, and for nothing else."""
    text = "See [it](https://example.org/old).\n"
    document = Document(SourceText(PurePosixPath("content/a.md"), text), None, body=text)
    answers = {"https://example.org/old": Answer(Fate.MOVED, target=target)}

    (found,) = findings(find_addresses([document]), answers)

    assert ("check --fix" in found.hint) is is_mended
    assert bool([*address_edits(document, answers)]) is is_mended
