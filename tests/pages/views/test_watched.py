"""The question how far a reader has watched, and its answers."""

from __future__ import annotations

from typing import Any

OUT = "- {date: 2022-01-01, release: 2022-01-01, confidence: official, source: a}\n"


def index(front: str = "", body: str = "") -> str:
    return f"---\nheadline: H\npublished: 2022-02-18\n{front}---\n\n{body}"


def test_nothing_is_asked_where_nothing_is_given_away(stage: Any) -> None:
    """A page without folds has no question."""
    watched = stage({"season-1/index.md": index()}).article()[0].watched

    assert (watched.show_slug, watched.taken_as_known, watched.answers) == ("severance", "0", ())


def test_answers_are_what_is_out_and_what_the_page_gives_away(stage: Any) -> None:
    """Seasons have their own names; what only the source tells is known to who knows everything."""
    built = stage(
        {
            "season-1/index.md": index("name: The Office\n"),
            "season-1/status.yaml": OUT,
            "season-2/index.md": index(
                body="::: spoiler S03E01\nA\n:::\n\n::: spoiler source\nB\n:::\n"
            ),
            "season-3/index.md": index(),
        }
    )
    watched = built.article(2)[0].watched

    assert watched.taken_as_known == "1"
    assert [(one.value, one.text) for one in watched.answers] == [
        ("", "I have not said"),
        ("-1", "Nothing yet"),
        ("1", "The Office"),
        ("2", "Season\N{NO-BREAK SPACE}2"),
        ("3", "Season\N{NO-BREAK SPACE}3"),
        ("all", "Everything: hide nothing"),
    ]


def test_show_may_open_more_or_less_than_its_site(stage: Any) -> None:
    """`spoilers` of a show goes before that of the site."""
    body = index(body="::: spoiler S01\nA\n:::\n")
    show = "title: Severance\nnetwork: Apple TV\nsummary: S.\nspoilers: {}\n"
    files = {"season-1/index.md": index(), "season-2/index.md": body}

    folds = {
        level: stage({**files, "show.yaml": show.format(level)}).block("spoiler", 2).fold.is_open
        for level in ("nothing", "earlier-seasons", "everything")
    }
    assert folds == {"nothing": False, "earlier-seasons": True, "everything": True}
