"""`new` asks for what it was not given, and at once again for what cannot be taken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

TODAY = ("--today", "2026-11-24")
SHOW = "content/shows/severance"
LOG = f"{SHOW}/season-1/status.yaml"
Terminal = Callable[..., tuple[int, str]]


@pytest.fixture
def site(make_project: Callable[..., Path]) -> Path:
    """Return a project with one show, one season and one source."""
    wire = "wire: {publisher: The Wire, url: 'https://example.com/a', published: 2026-01-05}\n"
    return make_project({f"{SHOW}/sources.yaml": f"# Ours.\n{wire}"})


def answers(*lines: str) -> str:
    """Return what somebody types, a line each."""
    return "".join(f"{line}\n" for line in lines)


def test_answers_alone_make_a_claim_without_warnings(
    site: Path, run: Any, at_terminal: Terminal
) -> None:
    """Everything that a check would miss is asked for, with what is likely as the default."""
    said = answers(
        "severance", "1", "2026-11-02", "renewal", "renewed", "official",
        "apple-may", "Apple", "Severance returns", "https://example.org/press", "", "",
    )  # fmt: skip
    code, shown = at_terminal("new", "claim", *TODAY, answers=said)

    assert code == 0, shown
    assert (
        (site / f"{SHOW}/sources.yaml")
        .read_text("utf-8")
        .endswith(
            "apple-may:\n  publisher: Apple\n  title: Severance returns\n"
            "  url: https://example.org/press\n  published: 2026-11-02\n  tier: official\n"
        )
    )
    assert (
        (site / LOG)
        .read_text("utf-8")
        .endswith(
            "- date: 2026-11-02\n  renewal: renewed\n  confidence: official\n  source: apple-may\n"
        )
    )
    # The other source is used by nothing here.
    (site / f"{SHOW}/sources.yaml").write_text(
        "".join((site / f"{SHOW}/sources.yaml").read_text("utf-8").splitlines(True)[2:]), "utf-8"
    )
    checked = run("check", "--strict", *TODAY)
    assert (checked.code, checked.stderr) == (0, "")


def test_answer_that_cannot_be_taken_is_asked_for_again(site: Path, at_terminal: Terminal) -> None:
    """What was answered before is kept."""
    said = answers(
        "severence", "severance", "7", "one", "1", "sometime", "2026-11-02",
        "release", "sometime", "2027-H2", "surely", "reported",
        "Deadline!", "deadline", "Deadline", "", "www", "https://example.org/x",
        "soon", "2026-11", "",
    )  # fmt: skip
    code, shown = at_terminal("new", "claim", *TODAY, answers=said)

    assert code == 0, shown
    for told in (
        "there is no show `severence`",
        "`severance` has no season 7",
        "`one` is not the number of a season",
        "`sometime` is not a date",
        "'surely' is not one of",
        "`Deadline!` cannot be an id",
        "`www` ",
        "`soon` is not a date",
    ):
        assert f"Error: {told}" in shown
    assert shown.count("`sometime` is not a date") == 2
    assert "release: 2027-H2\n" in (site / LOG).read_text("utf-8")
    assert (
        (site / f"{SHOW}/sources.yaml")
        .read_text("utf-8")
        .endswith(
            "deadline:\n  publisher: Deadline\n"
            "  url: https://example.org/x\n  published: 2026-11\n  tier: press\n"
        )
    )


def test_known_sources_are_named(site: Path, at_terminal: Terminal) -> None:
    """One of them needs no more questions."""
    told = ("--release", "2027", "--confidence", "reported", "--date", "2026-01-05")
    code, shown = at_terminal("new", "claim", "severance", "1", *told, answers="wire\n")

    assert code == 0
    assert "The source's id (wire; any other is added): " in shown
    assert (site / LOG).read_text("utf-8").endswith("  source: wire\n")


def test_number_of_episodes_is_one(site: Path, at_terminal: Terminal) -> None:
    """It stands without quotes, as it does when it is an option."""
    said = answers("episode_order", "many", "8", "reported", "wire")
    told = ("--date", "2026-01-05")
    assert at_terminal("new", "claim", "severance", "1", *told, answers=said)[0] == 0

    assert "  episode_order: 8\n" in (site / LOG).read_text("utf-8")


@pytest.mark.parametrize(
    "option", [("--release", "sometime"), ("--source-url", "www"), ("--source-published", "soon")]
)
def test_options_are_looked_at_before_questions(
    site: Path, at_terminal: Terminal, option: tuple[str, str]
) -> None:
    """Nobody answers questions for a command that cannot succeed."""
    code, shown = at_terminal("new", "claim", "severance", "1", *option)

    assert code == 2
    assert f"`{option[1]}`" in shown
    assert "When was it said" not in shown


def test_new_season_and_theory_ask_of_which_show(site: Path, at_terminal: Terminal) -> None:
    """The shows there are stand in the question; Enter is the last season."""
    code, shown = at_terminal(
        "new", "season", *TODAY, answers=answers("severance", "1", "two", "", "What is known")
    )
    assert code == 0
    assert "Which show (severance): " in shown
    assert "Which season is it [2]: " in shown
    assert "Error: `severance` has a season 1 already" in shown
    assert "Error: `two` is not the number of a season" in shown
    assert (site / f"{SHOW}/season-2/index.md").exists()

    said = answers("severance", "", "Who is Helly's father?")
    code, shown = at_terminal("new", "theory", *TODAY, answers=said)
    assert code == 0
    assert "Which season (1, 2) [2]: " in shown
    assert (site / f"{SHOW}/season-2/theories/who-is-hellys-father.md").exists()


def test_new_show_asks_again_for_an_address_that_is_taken(
    site: Path, at_terminal: Terminal
) -> None:
    """Before it asks for all the rest."""
    said = answers("지금 우리 학교는", "Große", "severance", "all-of-us-are-dead", "N", "S.")
    code, shown = at_terminal("new", "show", answers=said)

    assert code == 0, shown
    assert "Error: `Große` cannot be an address" in shown
    assert "Error: there is a show `severance` already" in shown
    assert (site / "content/shows/all-of-us-are-dead/show.yaml").exists()


def test_init_asks_again_for_settings_that_no_build_takes(
    tmp_path: Path, at_terminal: Terminal
) -> None:
    """An address without a host, a language and a zone that are none."""
    said = answers(
        "T", "example", "https://a.example/", "english!", "en", "Mars/Olympus", "Asia/Seoul"
    )
    code, shown = at_terminal("init", "new", *TODAY, answers=said)

    assert code == 0, shown
    assert shown.count("Error: ") == 3
    settings = (tmp_path / "new/content/site.yaml").read_text("utf-8")
    assert "base_url: https://a.example/\n" in settings
    assert "timezone: Asia/Seoul\n" in settings


def test_nothing_to_choose_from_is_told(make_project: Any, at_terminal: Terminal) -> None:
    """There is no question that nobody could answer."""
    make_project({f"{SHOW}/show.yaml": None, f"{SHOW}/season-1/index.md": None})
    code, shown = at_terminal("new", "claim")

    assert code == 2
    assert "there is no show yet\nhint: `seasontracker new show` makes one" in shown
