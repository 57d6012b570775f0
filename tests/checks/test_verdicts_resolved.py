"""A theory is settled by evidence that it names, and its verdicts follow one another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from seasontracker.checks.verdicts_resolved import check

THEORY = (
    "---\nquestion: Q\nproposed: 2022-03\nevidence:\n"
    "  - {id: end, date: 2022, bears: for, kind: on-screen, text: T}\nverdicts:\n"
)


@pytest.mark.parametrize(
    ("verdicts", "findings"),
    [
        (["{date: 2022-04, state: confirmed, resolved_by: end}"], []),
        (["{date: 2022-04, state: open}", "{date: 2022-05, state: moot}"], []),
        (
            ["{date: 2022-04, state: debunked}"],
            ["ST403 {}:7:5 `debunked` without the evidence that settles it"],
        ),
        (
            ["{date: 2022-04, state: confirmed, resolved_by: ende}"],
            ["ST305 {}:7:52 `ende` is not the id of a piece of evidence"],
        ),
        (
            ["{date: 2021, state: open}"],
            ["ST404 {}:7:12 a verdict of 2021 on a theory proposed in 2022-03"],
        ),
        (
            ["{date: 2022-05, state: open}", "{date: 2022-04, state: supported}"],
            ["ST404 {}:8:12 a verdict of 2022-04 after one of 2022-05"],
        ),
        (
            ["{date: 2022-04, state: supported}", "{date: 2022-05, state: supported}"],
            ["ST404 {}:8:28 `supported` cannot follow `supported`"],
        ),
        (
            [
                "{date: 2022-04, state: confirmed, resolved_by: end}",
                "{date: 2022-05, state: debunked, resolved_by: end}",
            ],
            ["ST404 {}:8:28 `debunked` cannot follow `confirmed`"],
        ),
    ],
)
def test_verdicts_resolved_finds(
    found_by: Callable[..., list[str]], verdicts: list[str], findings: list[str]
) -> None:
    """What settles a theory is named and known, and the order of verdicts makes sense."""
    text = THEORY + "".join(f"  - {verdict}\n" for verdict in verdicts) + "---\n"

    found = found_by(check, {"season-1/theories/casey.md": text})

    assert found == [finding.format("season-1/theories/casey.md") for finding in findings]
