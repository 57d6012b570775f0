"""A document becomes a model, or all that is wrong with it."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasontracker.models import (
    CastEntry,
    CastRegister,
    Claim,
    Episode,
    Located,
    Media,
    Season,
    Show,
    SiteSettings,
    Source,
    Theory,
    validate,
)
from seasontracker.models.vocabulary import Renewal
from seasontracker.sources import Document, SourceText, load_yaml

MODELS: dict[str, tuple[Any, str]] = {
    "site.yaml": (SiteSettings, "the site"),
    "show.yaml": (Show, "a show"),
    "sources.yaml": (dict[str, Source], "the list of sources"),
    "register.yaml": (CastRegister, "the cast register"),
    "status.yaml": (tuple[Claim, ...], "the claim log"),
    "cast.yaml": (dict[str, CastEntry], "the season's cast"),
    "episodes.yaml": (tuple[Episode, ...], "the list of episodes"),
    "media.yaml": (Media, "the season's media"),
    "index.md": (Season, "an article"),
    "theory.md": (Theory, "a theory"),
}
CLAIM = "- date: 2022\n  renewal: renewed\n  confidence: official\n"


def read(name: str, text: str) -> tuple[Located[Any] | None, list[str]]:
    """Validate a text and return the model, and line, column, code and message of findings."""
    document, _ = load_yaml(SourceText(PurePosixPath(name), text))
    assert document is not None
    located, found = validate(document, *MODELS[name])
    return located, [
        f"{one.location.line}:{one.location.column} {one.code.title}: {one.message}"
        for one in found
    ]


def findings(name: str, text: str) -> list[str]:
    """Return the findings about a text."""
    return read(name, text)[1]


def hint(name: str, text: str) -> str:
    """Return the hint of the only finding."""
    document, _ = load_yaml(SourceText(PurePosixPath(name), text))
    assert document is not None
    (found,) = validate(document, *MODELS[name])[1]
    return found.hint


def test_validate_returns_the_model_with_its_places() -> None:
    """A document in order is a model that knows where its values stand."""
    located, found = read("status.yaml", CLAIM)

    assert found == []
    assert located is not None
    assert located.value[0].renewal is Renewal.RENEWED
    assert located.locate(0, "renewal").line == 2
    assert located.value[0].model_config["frozen"]


@pytest.mark.parametrize(
    ("name", "text", "finding"),
    [
        (
            "status.yaml",
            f"{CLAIM}  renewel: x\n",
            "4:3 unknown-key: `renewel` is not a key of a claim",
        ),
        ("sources.yaml", "a: {title: x}\n", "1:4 missing-key: a source needs `publisher`"),
        ("theory.md", "proposed: 2022\n", "1:1 missing-key: a theory needs `question`"),
        ("index.md", "published: 2022-01-01\n", "1:1 missing-key: an article needs `headline`"),
        ("site.yaml", "base_url: https://a.b\n", "1:1 missing-key: the site needs `title`"),
        (
            "register.yaml",
            "people:\n  kim: {nam: Kim, name: Kim}\n",
            "2:9 unknown-key: `nam` is not a key of a person",
        ),
        (
            "register.yaml",
            "people:\n  kim: {name: Kim, ids: {tmbd: 1}}\n",
            "2:26 unknown-key: `tmbd` is not a key of the ids",
        ),
        (
            "register.yaml",
            "characters:\n  a: {description: x}\n",
            "2:6 missing-key: a character needs `played_by`",
        ),
        (
            "cast.yaml",
            "mark:\n  claims:\n    - {date: 2022, status: new}\n",
            "3:7 missing-key: a claim needs `confidence`",
        ),
        ("cast.yaml", "mark: {fate: {note: x}}\n", "1:14 missing-key: a fate needs `state`"),
        ("cast.yaml", "mark: {biling: main}\n", "1:8 unknown-key: `biling` is not a key of a part"),
        (
            "theory.md",
            "question: Q\nproposed: 2022\nevidence:\n"
            "  - {date: 2022, bears: for, kind: official, text: T, sorce: a}\n",
            "4:55 unknown-key: `sorce` is not a key of a piece of evidence",
        ),
        (
            "media.yaml",
            "offers:\n  - {provider: Apple TV}\n",
            "2:5 missing-key: an offer needs `type`",
        ),
        (
            "show.yaml",
            "title: T\nsummary: S\nnetwork: {kind: network}\n",
            "3:10 missing-key: a network needs `name`",
        ),
    ],
)
def test_validate_names_what_holds_a_key(name: str, text: str, finding: str) -> None:
    """At any depth a message says what thing has or lacks a key."""
    assert findings(name, text) == [finding]


@pytest.mark.parametrize(
    ("name", "text", "finding"),
    [
        ("site.yaml", "- a\n", "1:1 wrong-nesting: `site.yaml` must hold keys, not a list"),
        ("site.yaml", "a\n", "1:1 wrong-nesting: `site.yaml` must hold keys, not text"),
        ("sources.yaml", "- a\n", "1:1 wrong-nesting: `sources.yaml` must hold keys, not a list"),
        ("status.yaml", "a: b\n", "1:1 wrong-nesting: `status.yaml` must hold a list, not keys"),
        ("index.md", "- a\n", "1:1 wrong-nesting: the front matter must hold keys, not a list"),
        ("status.yaml", "- a\n", "1:3 wrong-nesting: a claim must be keys, not text"),
        ("sources.yaml", "a: Variety\n", "1:4 wrong-nesting: `a` must be keys, not text"),
        ("sources.yaml", "a: [b]\n", "1:4 wrong-nesting: `a` must be keys, not a list"),
        (
            "sources.yaml",
            "a: {publisher: [b]}\n",
            "1:16 wrong-nesting: `publisher` must be one value, not a list",
        ),
        (
            "sources.yaml",
            "a: {publisher: {b: c}}\n",
            "1:16 wrong-nesting: `publisher` must be one value, not keys",
        ),
        (
            "episodes.yaml",
            "- {number: [1]}\n",
            "1:12 wrong-nesting: `number` must be one value, not a list",
        ),
        ("register.yaml", "people: [a]\n", "1:9 wrong-nesting: `people` must be keys, not a list"),
        ("media.yaml", "offers: x\n", "1:9 wrong-nesting: `offers` must be a list, not text"),
        (
            "status.yaml",
            f"{CLAIM}  alongside: [x]\n",
            "4:14 wrong-nesting: `alongside` must be one value, not a list",
        ),
        (
            "status.yaml",
            "- {date: 2022, renewal: {a: b}, confidence: official}\n",
            "1:25 wrong-nesting: `renewal` must be one value, not keys",
        ),
        ("status.yaml", f"{CLAIM}  release: [a]\n", "4:12 wrong-nesting: a date must be one value"),
        (
            "status.yaml",
            f"{CLAIM}  source: [[a]]\n",
            "4:12 wrong-nesting: an entry of `source` must be one value, not a list",
        ),
    ],
)
def test_validate_reports_wrong_nesting(name: str, text: str, finding: str) -> None:
    """A list, keys or a value in the wrong place is found at every level."""
    assert findings(name, text) == [finding]


@pytest.mark.parametrize(
    ("name", "text", "finding"),
    [
        ("sources.yaml", "a: {publisher: ''}\n", "1:16 missing-value: `publisher` is empty"),
        ("episodes.yaml", "- number: -1\n", "1:11 bad-number: `number` must be at least 0"),
        ("episodes.yaml", "- number: 10000\n", "1:11 bad-number: `number` must be at most 9999"),
        ("episodes.yaml", "- number: 1.5\n", "1:11 bad-number: `1.5` is not a whole number"),
        (
            "status.yaml",
            f"{CLAIM}  pattern: wekly\n",
            "4:12 unknown-word: `wekly` is not a word for `pattern`",
        ),
        ("status.yaml", f"{CLAIM}  minor: perhaps\n", "4:10 bad-value: `perhaps` is not yes or no"),
        (
            "status.yaml",
            "- {date: 2022, confidence: official}\n",
            "1:3 missing-key: a claim says nothing",
        ),
        ("media.yaml", "images:\n  Big Roof: {}\n", "2:3 bad-slug: `Big Roof` is not an id"),
    ],
)
def test_validate_reports_bad_values(name: str, text: str, finding: str) -> None:
    """A value that cannot be is found where it stands."""
    assert finding in findings(name, text)


def test_validate_reports_everything_at_once() -> None:
    """No finding hides another, in one entry or the next."""
    text = "- date: 2022-13\n  renewal: x\n- y\n- {date: 2022, confidence: z, note: ''}\n"

    assert [finding.split(" ")[0] for finding in findings("status.yaml", text)] == [
        "1:9", "2:12", "1:3", "3:3", "4:28", "4:37",
    ]  # fmt: skip


def test_validate_does_not_report_a_misspelt_key_as_missing() -> None:
    """One slip of the finger is one finding."""
    assert findings("index.md", "headlin: x\npublished: 2022-01-01\n") == [
        "1:1 unknown-key: `headlin` is not a key of an article"
    ]


def test_validate_reports_each_key_that_an_empty_document_needs() -> None:
    """Empty front matter is told what an article needs."""
    assert findings("index.md", "# nothing\n") == [
        "1:1 missing-key: an article needs `headline`",
        "1:1 missing-key: an article needs `published`",
    ]


def test_validate_leaves_missing_values_to_the_reader() -> None:
    """A key without a value was reported where the file was read."""
    assert findings("index.md", "headline:\npublished: 2022-01-01\ntags:\n") == []


def test_validate_goes_on_without_unknown_keys() -> None:
    """With only unknown keys wrong, rules across files can go on with the rest."""
    located, found = read("status.yaml", f"{CLAIM}  renewel: x\n{CLAIM}  sorce: y\n")

    assert len(found) == 2
    assert located is not None
    assert [claim.renewal for claim in located.value] == [Renewal.RENEWED] * 2
    assert read("status.yaml", f"{CLAIM}  renewel: x\n- y\n")[0] is None


def test_validate_suggests() -> None:
    """A hint names what was probably meant, or what is possible."""
    assert hint("status.yaml", f"{CLAIM}  relase: 2023\n") == "did you mean `release`?"
    assert hint("status.yaml", f"{CLAIM}  pattern: dayly\n") == "did you mean `daily`?"
    assert hint("status.yaml", f"{CLAIM}  pattern: now\n") == (
        "one of: all-at-once, weekly, batch, daily"
    )
    assert hint("cast.yaml", "a: {fate: {state: alive, xyz: b}}\n") == (
        "one of: note, source, spoils, state"
    )


plain = st.recursive(
    st.none() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["date", "source", "claims", "people", "a", "fate", "[key]"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)


@given(plain, st.sampled_from(sorted(MODELS)))
def test_validate_never_raises(value: Any, name: str) -> None:
    """Any value is a model or findings in whole sentences of our own."""
    document = Document(SourceText(PurePosixPath(name), ""), value)

    located, found = validate(document, *MODELS[name])

    assert located is not None or found or "None" in repr(value)
    for finding in found:
        assert not {"pydantic", "Input", "str_", "dict"} & set(finding.message.split())
