"""Shared sources remember what a show asked of them, and know when they would answer otherwise."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from seasontracker.models import Source
from seasontracker.site.shared_sources import SharedSources
from seasontracker.site.sources_asked import SourcesAsked


def sources(**publishers: str) -> SharedSources:
    """Return sources by id, each at an address of its own."""
    return SharedSources(
        {
            name: Source.model_validate(
                {
                    "publisher": publisher,
                    "url": f"https://{name}.example/{publisher}/",
                    "published": "2022-05",
                }
            )
            for name, publisher in publishers.items()
        }
    )


BEFORE = sources(one="Kim", two="Lee")


@pytest.mark.parametrize(
    ("ask", "after", "same"),
    [
        (lambda known: known["one"], sources(one="Kim", two="Doe", three="Roe"), True),
        (lambda known: known["one"], sources(one="Kit", two="Lee"), False),
        (lambda known: known.get("one"), sources(two="Lee"), False),
        (lambda known: "three" in known, sources(one="Kim"), True),
        (lambda known: "three" in known, sources(one="Kim", two="Lee", three="Roe"), False),
        (list, sources(one="Kim", two="Lee"), True),
        (list, sources(two="Lee", one="Kim"), False),
        (len, sources(one="Kim", two="Lee", three="Roe"), False),
        (lambda known: known.at("http://www.two.example/Lee#a"), sources(two="Lee"), True),
        (lambda known: known.at("https://two.example/Lee"), sources(two="Doe"), False),
        (lambda known: known.at("https://three.example/Roe"), sources(one="Kim"), True),
        (lambda known: known.at("https://three.example/Roe"), sources(three="Roe"), False),
        (lambda known: None, sources(), True),
    ],
)
def test_only_another_answer_counts(
    ask: Callable[[SharedSources], object], after: SharedSources, same: bool
) -> None:
    """Sources that were not asked for may come, change and go."""
    watched = BEFORE.watched()
    ask(watched)

    assert BEFORE.answers_the_same(watched.asked)
    assert after.answers_the_same(watched.asked) is same


def test_questions_of_one_show_are_its_own() -> None:
    """What one show looks up is no question of another."""
    first, second = BEFORE.watched(), BEFORE.watched()
    assert first["one"].publisher == "Kim"

    assert first.asked.questions == ("one",)
    assert second.asked == SourcesAsked()


def test_sources_are_a_mapping() -> None:
    """They are used like any register."""
    assert list(BEFORE) == ["one", "two"]
    assert BEFORE.at("https://one.example/Kim/") == "one"
    assert BEFORE.at("https://four.example/") == ""
    with pytest.raises(KeyError):
        BEFORE["four"]
