"""Numbers of sources, and the list that they lead to."""

from __future__ import annotations

from seasontracker.models import Source
from seasontracker.pages.views.citations import Cite, SourceNumbers
from seasontracker.pages.views.folds import Folds
from seasontracker.tracking.positions import EVERYTHING
from seasontracker.wording.catalogue import load_words

SOURCES = {
    "a": Source(publisher="Aurora", title="On the pier", language="ko"),
    "b": Source(publisher="Borealis", title="항구 아홉", language="ko"),
    "c": Source(publisher="Corona", title="Au port", language="fr", url="https://c.example/"),
}


def test_cite_numbers_by_first_citation() -> None:
    """A source keeps its number, and each citation has an id of its own."""
    numbers = SourceNumbers(SOURCES)

    assert numbers.cite(["b"]) == (Cite(1, "cite-1-1"),)
    assert numbers.cite(["c", "b"]) == (Cite(1, "cite-1-2"), Cite(2, "cite-2-1"))
    assert numbers.cite(["a", "a", "zeta"]) == (Cite(3, "cite-3-1"),)
    assert numbers.cite([]) == ()


def test_lines_lead_back_to_each_citation() -> None:
    """The list is in the order of the numbers, and knows where each is cited."""
    numbers = SourceNumbers(SOURCES)
    numbers.cite(["c"])
    numbers.cite(["a", "c"])

    lines = numbers.lines(load_words("en"), "en", Folds(EVERYTHING))

    assert [(line.number, line.publisher, line.backs) for line in lines] == [
        (1, "Corona", ("cite-1-1", "cite-1-2")),
        (2, "Aurora", ("cite-2-1",)),
    ]


def test_lines_mark_the_language_of_a_title_only_where_it_is_sure() -> None:
    """An English description of a Korean source is not Korean."""
    numbers = SourceNumbers(SOURCES)
    numbers.cite(SOURCES)

    assert [line.language for line in numbers.lines(load_words("en"), "en", Folds(EVERYTHING))] == [
        "",
        "ko",
        "",
    ]
    assert [line.language for line in numbers.lines(load_words("ko"), "ko", Folds(EVERYTHING))] == [
        "",
        "",
        "",
    ]
