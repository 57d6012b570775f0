"""Rules about words find what is plainly wrong, and leave alone what may be right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from seasontracker.checks.passages import show_texts
from seasontracker.checks.rules import check_show, check_texts, check_tracked
from seasontracker.checks.tracked import TrackedSeason, TrackedShow
from seasontracker.clock import Clock
from seasontracker.models import Located
from seasontracker.site.load import load_settings, load_show
from seasontracker.site.shared_sources import SharedSources
from seasontracker.site.unit import ShowUnit
from seasontracker.sources import discover_content
from seasontracker.tracking.season import SeasonContent, track_season

SHOW = "content/shows/severance/"
FILES = {
    f"{SHOW}sources.yaml": "apple: {publisher: Apple, published: 2022-01-01, tier: official}\n",
    f"{SHOW}season-1/status.yaml": (
        "- date: 2022-01-01\n  release: 2022-02-18\n  episode_order: 9\n  pattern: all-at-once\n"
        "  confidence: official\n  source: apple\n"
    ),
    f"{SHOW}season-1/episodes.yaml": (
        "- number: 1\n  title: Good News About Hell\n- number: 2\n  title: Half Loop\n"
    ),
    f"{SHOW}cast.yaml": (
        "people:\n  adam-scott: Adam Scott\n  britt-lower: Britt Lower\n"
        "  park-ji-hu: Park Ji-hu\n"
        "characters:\n  mark:\n    name: Mark Scout\n    played_by: adam-scott\n"
        "  helly:\n    name: Helly Riggs\n    played_by: britt-lower\n"
        "  herself:\n    name: Park Ji-hu\n    played_by: park-ji-hu\n"
    ),
}


@pytest.fixture
def found_in(make_project: Callable[..., Path]) -> Callable[..., list[str]]:
    """Return code, place in the body and message of what all rules find in an article's prose.

    The season is out unless `today` is before; without `is_dated` nobody knows when it comes.
    """
    make_project(FILES)
    root = make_project({})
    listed, _ = discover_content(root, PurePosixPath("content"))
    site, _ = load_settings(root, listed.site)
    loaded, _ = load_show(root, listed.shows[0])
    assert site is not None
    assert loaded is not None
    season = loaded.seasons[0]
    first = season.season.document.body_line

    def found(
        body: str, today: date = date(2022, 5, 1), *, is_dated: bool = True, **keys: str
    ) -> list[str]:
        document = replace(season.season.document, body=body)
        article = season.season.value.model_copy(update=keys)
        changed = replace(season, season=Located(article, document))
        unit = ShowUnit(replace(loaded, seasons=(changed,)), site, SharedSources({}))
        clock, texts = Clock(today), show_texts(unit)
        claims = season.claims.value if season.claims and is_dated else ()
        standing = track_season(
            SeasonContent(
                number=1,
                season=article,
                claims=claims,
                cast={},
                episodes=season.episodes.value if season.episodes else (),
                videos={},
                theories=(),
            ),
            clock,
            site.value,
            previous=None,
        )
        tracked = TrackedSeason(changed, texts.seasons[1], standing, {}, frozenset())
        show = TrackedShow(unit, clock, (tracked,), texts.is_english)
        everything = [*check_show(unit), *check_texts(texts), *check_tracked(show)]
        return [
            f"{one.code.value} {one.location.line - first + 1}:{one.location.column} {one.message}"
            for one in everything
        ]

    return found


@pytest.mark.parametrize(
    ("prose", "finding"),
    [
        ("Season 1 premiered on 18 March 2022.", "ST610 1:23 `18 March 2022` is not the date"),
        ("The first season was released on\nMarch 18, 2022.", "ST610 2:1 `March 18, 2022` is not"),
        ("Season one of *Severance* arrived on Apple TV on 2022-03-18.", "ST610 1:50 `2022-03-18`"),
        ("The first season has eight episodes.", "ST611 1:22 `eight episodes` is not the number"),
        ("Season 1 consists of 10 episodes in all.", "ST611 1:22 `10 episodes` is not"),
        ("It opens in S01E10.", "ST612 1:13 `S01E10` is beyond season 1, which has 9 episodes"),
        ("See season 1, episode 12.", "ST612 1:5 `season 1, episode 12` is beyond"),
        (
            "In episode 1, \u201cHalf Loop,\u201d it opens.",
            "ST612 1:4 `Half Loop` is not the title",
        ),
        ("Adam Scot is seen.", "ST613 1:1 `Adam Scot` is spelt otherwise"),
        ("Here is Park Ji-hoo.", "ST613 1:9 `Park Ji-hoo` is spelt otherwise"),
        ("Britt Lower plays Mark Scout.", "ST613 1:1 `Mark Scout` is not played by `Britt Lower`"),
        ("Season 1 premiered March 18, 2022.", "ST610 1:20 `March 18, 2022` is not the date"),
        ("Season 1 came out in 2021.", "ST610 1:22 `2021` is not the date"),
        ("The season premiered in\nMarch 2022.", "ST610 2:1 `March 2022` is not the date"),
        ("The 9 episodes are released on 18 March 2022.", "ST610 1:32 `18 March 2022` is not"),
        ("There are ten episodes.", "ST611 1:11 `ten episodes` is not the number"),
        ("## Episodes\n\nThere are ten episodes in this season.", "ST611 3:11 `ten episodes"),
        ("Apple ordered a 10-episode season.", "ST611 1:17 `10-episode season` is not"),
        ("Season 1 will consist of ten episodes.", "ST611 1:26 `ten episodes` is not"),
        ("All ten episodes arrive at once.", "ST611 1:5 `ten episodes` is not the number"),
        ("The new season has ten episodes.", "ST611 1:20 `ten episodes` is not"),
        ("\u201cHalf Loop\u201d is the first episode.", "ST612 1:1 `Half Loop` is not the title"),
        ("Here is Park Jihu.", "ST613 1:9 `Park Jihu` is spelt otherwise"),
        ("Mark Scout is played by Britt Lower.", "ST613 1:1 `Mark Scout` is not played by"),
        ("See Mark Scout, played by Britt Lower.", "ST613 1:5 `Mark Scout` is not played by"),
        ("It is out next year.", "ST510 1:11 `next year` means"),
        ("It comes later\nthis year.", "ST510 1:10 `later this year` means"),
        ("It is coming soon, stay tuned!", "ST510 1:7 `coming soon` means"),
        ("It arrives tomorrow.", "ST510 1:4 `arrives tomorrow` means"),
        ("It is out next Friday.", "ST510 1:11 `next Friday` means"),
        ("It airs this\nDecember.", "ST510 1:9 `this December` means"),
        ("A trailer came two weeks ago.", "ST510 1:16 `two weeks ago` means"),
        ("It returns in two months.", "ST510 1:4 `returns in two months` means"),
        ("News is due any day now.", "ST510 1:13 `any day now` means"),
        ("Apple has recently confirmed it.", "ST510 1:11 `recently confirmed` means"),
        ("## A\n\n#### B", "ST614 3:1 a heading of level 4 below one of level 2"),
        ("Go [](/shows/).", "ST617 1:4 `[](/shows/)` has no words"),
        ("Go [on]( ).", "ST617 1:4 `[on]( )` leads nowhere"),
        ("Go [on](<>).", "ST617 1:4 `[on](<>)` leads nowhere"),
        ("[https://example.com/a](https://example.com/a)", "ST618 1:2 `https://example.com/a`"),
        ("See [on][that].", "ST619 1:5 `[on][that]` is no link, since nothing says where `that`"),
        ("See [that][].", "ST619 1:5 `[that][]` is no link"),
        ("# A\n\n## B\n\n# C", "ST620 5:1 a second heading of level 1"),
        ("See https://example.com/a now.", "ST618 1:5 `https://example.com/a` stands"),
    ],
)
def test_prose_is_found_wrong(
    found_in: Callable[[str], list[str]], prose: str, finding: str
) -> None:
    """What contradicts the data, or says no time, is found at its first word."""
    assert found_in(prose)[0].startswith(finding)


@pytest.mark.parametrize(
    "prose",
    [
        "Season 1 premiered on 18 February 2022, in Korea on 19 February 2022.",
        "Season 1 was to premiere on 18 March 2022.",
        "Season 1 was set to be released on 18 March 2022.",
        "Season 2 premiered on 17 January 2025.",
        "Season 1 of Lost premiered on 22 September 2004.",
        "Unlike *Lost*, season 1 premiered on 22 September 2004.",
        "\u201cSeason 1 premiered on 18 March 2022,\u201d he said.",
        "Season 1 has two episodes that he directed.",
        "The first season has nine episodes.",
        "It opens in S01E09, and S02E12 goes on.",
        "In episode 2, \u201cHalf Loop,\u201d it opens.",
        "Adam Scott plays Mark Scout. Adam Smith and Adam Scotts are others.",
        "Park Ji-hun and Park Ji-hyu are other people.",
        "Adam Scott plays Mark Scout Senior.",
        "The young Mark Scout is played by Britt Lower.",
        "Mark Scout is played by Adam Scott.",
        "Season 1 premiered in 2022. Its trailer came out in 2021.",
        "The teaser premiered in 2021. It premiered on 1 December 2021.",
        "Season 1 premiered in 2024 in Japan, and was released on 18 March 2022 in Korea.",
        "Severance returns on 17 January 2025. It returns January 17, 2025.",
        "The series premiered on 1 January 2020. The festival premiered on 1 January 2020.",
        "The first 3 episodes premiere on 1 March 2022. The two episodes premiere in 2021.",
        "The ten episodes so far, and the two episodes that arrive, are on disc.",
        "There are ten episodes that he directed. The studio wanted a 10-episode season.",
        "Unlike *Lost*, there are ten episodes. Season 2 is ordered. There are ten episodes.",
        "A 10-episode season would have cost more.",
        "\u201cHalf Loop\u201d is the first episode that he directed.",
        "\u201cHalf Loop\u201d is the second episode.",
        "The next year she leaves, and in her last week, in the last year of school, all changes.",
        "Tomorrow they die, and in two months he is free. Next they march on, and this may fail.",
        "The recently divorced Mark is told ten years ago is the day. He shot it in two months.",
        "\u201cIt returns in two months, this December, any day now,\u201d he said.",
        "As soon as it opens, he soon learns of it.",
        "He said: \u201cIt comes next year.\u201d",
        "> It comes next year.",
        "`next year` <!-- next year --> is a phrase.",
        "## A\n\n### B\n\n## C",
        "```\n# A\n\n#### next year https://example.com/\n```",
        "Go [on](https://example.com/this-year), or [@apple].",
        '[a]: https://example.com/ "This year"\n\nSee [a].',
        "See [on][That  one] and [that one][].\n\n[that one]: https://example.com/",
        "`[on][that]` and `[on]()`, \\[on][that], [@apple][@apple] <!-- [on][that] [on]() -->",
        "# A\n\n```\n# B\n```",
    ],
)
def test_prose_is_left_alone(found_in: Callable[[str], list[str]], prose: str) -> None:
    """Plans, quotations, code, other shows and other people are no contradiction."""
    assert found_in(prose) == []


BEFORE = date(2022, 1, 15)


@pytest.mark.parametrize(
    ("prose", "when"),
    [
        ("It premieres on March 18, 2022", "March 18, 2022"),
        ("Season 1 is ordered. It premieres March 18, 2022.", "March 18, 2022"),
        ("The new season arrives on 18 March 2022.", "18 March 2022"),
        ("Severance returns on Apple TV on 2022-03-18.", "2022-03-18"),
        ("In Korea, *Severance* returns for its first season in 2023.", "2023"),
        ("The release date is March 18, 2022.", "March 18, 2022"),
        ("Season 1\u2019s release date is March 18, 2022.", "March 18, 2022"),
        ("Season 1 is set to premiere in March 2022.", "March 2022"),
    ],
)
def test_season_ahead_is_dated_otherwise(
    found_in: Callable[..., list[str]], prose: str, when: str
) -> None:
    """While a season is to come, its page may speak of it without its number."""
    column = prose.index(when) + 1
    said = f"ST610 1:{column} `{when}` is not the date of season 1 in its `status.yaml`"

    assert found_in(prose, BEFORE) == [said]


@pytest.mark.parametrize(
    "prose",
    [
        "It premieres on February 18, 2022. Severance returns in February 2022.",
        "A trailer is due. It premieres on 20 January 2022. The trailer arrives 20 January 2022.",
        "Inside Severance premieres on 20 January 2022. The making of Severance arrives in 2023.",
        "Season 2 is ordered too. It arrives in 2024. The new season arrives in 2024.",
        "*Lost* returns on 1 March 2023, and *Severance* is not *Lost*: it returns in 2023.",
        "\u201cIt premieres on March 18, 2022\u201d, a fan wrote.",
        "The book\u2019s release date is March 18, 2022. Its release date is in 2023.",
        "Severance returns for its second season in 2024.",
    ],
)
def test_season_ahead_is_left_alone(found_in: Callable[..., list[str]], prose: str) -> None:
    """What comes on another day is something else, when that cannot be ruled out."""
    assert found_in(prose, BEFORE) == []


PROMISED = [
    ("Arrives May 5, 2027", "ST606", "May 5, 2027"),
    ("When does Severance season 1 come out?", "ST606", "When does Severance season 1 come out?"),
    ("The date is set", "ST606", "The date is set"),
    ("Severance, out on 5 May 2027", "ST606", "5 May 2027"),
    ("Severance season 1 release date, and more", "ST606", "release date"),
    ("Severance season 1: trailer", "ST607", "trailer"),
    ("Who is in the cast of Severance, and why", "ST608", "cast"),
    ("Severance season 1 cast, and more", "ST608", "cast"),
    ("All returning cast members", "ST608", "cast"),
]


@pytest.mark.parametrize("key", ["headline", "deck", "description"])
@pytest.mark.parametrize(("words", "code", "promise"), PROMISED)
def test_promise_is_not_kept(
    found_in: Callable[..., list[str]], key: str, words: str, code: str, promise: str
) -> None:
    """What readers see first promises nothing that the data lack."""
    found = found_in("", BEFORE, is_dated=False, **{key: words})

    assert [one.split(" ", 2)[0] for one in found] == [code]
    assert f" the {key} promises `{promise}`, but " in found[0]


@pytest.mark.parametrize(
    "words",
    [
        "Fishermen cast nets, and cast doubt",
        "They cast off: a cast iron alibi",
        "No date is set, and nobody says when it arrives",
        "It may arrive May 5, 2027, a rumour says: it could return May 5, 2027",
        "The book arrives May 5, 2027",
        "Season 2 arrives May 5, 2027",
        "*Lost* arrives May 5, 2027",
        "The series arrived May 5, 2021",
        "When does Severance season 1 come out? No date is known",
        "What is known of when it comes out",
    ],
)
def test_promise_is_none(found_in: Callable[..., list[str]], words: str) -> None:
    """What is denied, doubted or said of something else is not promised."""
    assert found_in("", BEFORE, is_dated=False, deck=words) == []


PIECES = """
season 1 Season one the first of *Lost* premiered on 18 March 2022 has nine episodes . S01E99 next
year soon # #### ``` ` <!-- --> \u201c \u201d " [ ]( ) [@a] https://a.b Adam Scot plays Mark Scout
It Severance returns arrives in 2023 There are ten episodes. a 10-episode season " is the first
episode played by
::: > \\ 31 February \ufffd \u0130
"""
WORDS = st.sampled_from([*PIECES.split(), "\n\n", " "])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(prose=st.one_of(st.text(), st.lists(WORDS, max_size=30).map(" ".join)))
def test_rules_never_raise(found_in: Callable[[str], list[str]], prose: str) -> None:
    """Whatever an article says, rules find something or nothing, inside its lines."""
    lines = prose.split("\n")
    for finding in found_in(prose):
        line, column = (int(number) for number in finding.split(" ")[1].split(":"))
        if finding.startswith(("ST510", "ST61")):
            assert 1 <= line <= len(lines)
            assert 1 <= column <= len(lines[line - 1]) + 1


def test_other_languages_are_left_alone(
    make_project: Callable[..., Path], run: Callable[..., Any]
) -> None:
    """Where there is no list of words, none is looked for."""
    make_project(
        {
            "content/site.yaml": "title: S\nbase_url: https://example.org\nlanguage: ko\n",
            f"{SHOW}season-1/index.md": (
                "---\nheadline: Release date, trailer\npublished: 2022-02-18\n---\n\nNext year.\n"
            ),
        }
    )

    assert run("check", "--today", "2022-05-01").stderr == ""


def test_finding_points_into_folded_yaml(
    make_project: Callable[..., Path], run: Callable[..., Any]
) -> None:
    """The words of a deck are found on the line on which they stand."""
    make_project(
        {
            f"{SHOW}season-1/index.md": (
                "---\nheadline: Severance\npublished: 2022-02-18\ndeck: >-\n  What is known\n"
                "  of it, and next\n  year more.\n---\n"
            ),
        }
    )

    outcome = run("check", "--today", "2022-05-01")

    assert outcome.headlines[0].startswith(f"{SHOW}season-1/index.md:6:14: warning[ST510]")


def test_warning_comes_with_its_day(
    make_project: Callable[..., Path], run: Callable[..., Any]
) -> None:
    """A build in which no file changed tells of a silence from the day on which it is one."""
    make_project(
        {
            f"{SHOW}sources.yaml": FILES[f"{SHOW}sources.yaml"],
            f"{SHOW}season-1/status.yaml": (
                "- date: 2022-01-01\n  renewal: ordered\n  confidence: official\n  source: apple\n"
            ),
        }
    )

    said = [run("build", "--today", f"2023-01-{day}").headlines for day in ("01", "01", "02", "02")]

    assert [len(one) for one in said] == [0, 0, 1, 1]
    assert "[ST509]" in said[2][0]
    assert said[2] == said[3]
