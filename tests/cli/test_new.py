"""`new` writes what `check` finds nothing wrong with, and says what it needs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

TODAY = ("--today", "2026-11-24")
SEASON = "content/shows/severance/season-1"


@pytest.fixture
def site(make_project: Any) -> Path:
    """Return a project with one show and one season."""
    root: Path = make_project({})
    return root


def test_new_show_and_season_pass_the_checks(site: Path, run: Any) -> None:
    """A folder named after the title, and the season after the last."""
    made = run("new", "show", "Löwe & Söhne", "--network", "ZDF", "--summary", "A family.")
    season = run("new", "season", "lowe-sohne", "--headline", "What is known", *TODAY)

    assert made.stdout.startswith("wrote content/shows/lowe-sohne/show.yaml\n")
    assert season.stdout.startswith("wrote content/shows/lowe-sohne/season-1/index.md\n")
    assert "published: 2026-11-24\n" in (
        site / "content/shows/lowe-sohne/season-1/index.md"
    ).read_text("utf-8")
    assert run("check", "--strict", *TODAY).code == 0


def test_help_of_new_season_promises_what_is_written(site: Path, run: Any) -> None:
    """The log is begun by the first claim."""
    made = run("new", "season", "severance", "2", "--headline", "X", *TODAY)

    assert [line for line in made.stdout.splitlines() if line.startswith("wrote")] == [
        "wrote content/shows/severance/season-2/index.md"
    ]
    help_text = " ".join(run("new", "season", "--help").stdout.split())
    assert "Write a new season's article;" in help_text
    assert "`new claim` begins its log." in help_text


def test_title_in_another_script_needs_a_slug(site: Path, run: Any) -> None:
    """An address is made of Latin letters."""
    arguments = ("new", "show", "지금 우리 학교는", "--network", "N", "--summary", "S.")
    refused = run(*arguments)

    assert refused.code == 2
    assert "give --slug" in refused.stderr
    assert run(*arguments, "--slug", "all-of-us-are-dead").code == 0


@pytest.mark.parametrize("slug", ["../x", "a/b", "Große", "-", "a--b"])
def test_slug_leads_nowhere_else(site: Path, run: Any, slug: str) -> None:
    """Nothing is written outside the content folder or under a name that cannot be an address."""
    before = sorted(site.rglob("*"))
    outcome = run("new", "show", "X", "--network", "N", "--summary", "S.", "--slug", slug)

    assert outcome.code == 2
    assert sorted(site.rglob("*")) == before


def test_new_theory_stands_on_the_board(site: Path, run: Any) -> None:
    """Its file is named after the question."""
    made = run(
        "new", "theory", "severance", "1", "Who is Helly's father?", "--spoils", "S01", *TODAY
    )

    assert made.stdout == f"wrote {SEASON}/theories/who-is-hellys-father.md\n"
    assert run("check", "--strict", *TODAY).code == 0


def test_new_claim_changes_what_is_known(site: Path, run: Any) -> None:
    """The log and the source it names are there, and the build tells of it."""
    source = ("--source", "apple", "--source-publisher", "Apple", "--source-tier", "official")
    told = ("--renewal", "renewed", "--confidence", "official", "--date", "2026-11-02")
    made = run("new", "claim", "severance", "1", *told, *source, *TODAY)

    assert made.stdout.splitlines() == [
        "wrote content/shows/severance/sources.yaml",
        f"wrote {SEASON}/status.yaml",
    ]
    assert (site / SEASON / "status.yaml").read_text("utf-8") == (
        "# yaml-language-server: $schema=../../../../schemas/status.schema.json\n"
        "- date: 2026-11-02\n  renewal: renewed\n  confidence: official\n  source: apple\n"
    )
    assert run("build", *TODAY).code == 0
    assert "enewed" in (site / "build/shows/severance/season-1/index.html").read_text("utf-8")


def test_wrong_claim_writes_nothing(site: Path, run: Any) -> None:
    """A date that is none is shown where it would stand; neither file is touched."""
    source = ("--source", "apple", "--source-publisher", "Apple")
    told = ("--release", "soon", "--confidence", "rumour")
    outcome = run("new", "claim", "severance", "1", *told, *source)

    assert outcome.code == 2
    assert (
        f"{SEASON}/status.yaml:3:12: error[ST206] bad-date: `soon` is not a date" in outcome.stderr
    )
    assert not (site / SEASON / "status.yaml").exists()
    assert not (site / "content/shows/severance/sources.yaml").exists()


def test_claim_in_a_broken_log_is_refused(site: Path, run: Any) -> None:
    """A log that cannot be read is left as it is."""
    log = site / SEASON / "status.yaml"
    log.write_text("- date: [\n", "utf-8")
    told = ("--release", "2027", "--confidence", "speculation", "--because", "A guess.")

    assert run("new", "claim", "severance", "1", *told).code == 2
    assert log.read_text("utf-8") == "- date: [\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("new", "season", "severence"), "did you mean `severance`?"),
        (
            ("new", "claim", "severance", "3"),
            "`severance` has no season 3\n"
            "hint: there are: 1; or begin it: seasontracker new season severance 3",
        ),
        (
            ("new", "claim", "severance", "1", "--release", "2030", "--confidence", "speculation"),
            "give --because",
        ),
        (("new", "claim", "severance", "1"), "give what is claimed, such as --release"),
        (("new", "claim", "severance", "1", "--renewal", "maybe"), "'maybe' is not one of"),
        (("new", "season", "severance", "1", "--headline", "x"), "is there already"),
        (("new", "show"), "give TITLE"),
    ],
)
def test_what_is_missing_or_wrong_is_said(
    site: Path, run: Any, arguments: tuple[str, ...], said: str
) -> None:
    """In a pipe nothing is asked for; the message names the option."""
    before = sorted(site.rglob("*"))
    outcome = run(*arguments)

    assert outcome.code == 2
    assert said in outcome.stderr
    assert sorted(site.rglob("*")) == before


GUESS = ("--release", "2030", "--confidence", "speculation", "--because", "A guess.")


def test_claim_keeps_line_ends_and_mark(site: Path, run: Any) -> None:
    """A file that Windows wrote is still one, but for the new lines."""
    before = (
        b"\xef\xbb\xbf# Ours.\r\n- date: 2026-01-05\r\n  headline: x\r\n"
        b"  confidence: rumour\r\n  source: a\r\n"
    )
    (site / SEASON / "status.yaml").write_bytes(before)
    assert run("new", "claim", "severance", "1", *GUESS, *TODAY).code == 0

    assert (site / SEASON / "status.yaml").read_bytes() == before + (
        b"- date: 2026-11-24\r\n  release: 2030\r\n  confidence: speculation\r\n"
        b"  because: A guess.\r\n"
    )


@pytest.mark.parametrize("arguments", [GUESS, (*GUESS, "--date", "2026-02-30")])
def test_day_that_no_month_has_is_a_finding(
    site: Path, run: Any, arguments: tuple[str, ...]
) -> None:
    """In the log, in the register, or given: it is told with its place, and nothing is written."""
    entry = "- date: 2026-02-30\n  headline: x\n  confidence: rumour\n  source: a\n"
    (site / SEASON / "status.yaml").write_text("" if "--date" in arguments else entry, "utf-8")
    outcome = run("new", "claim", "severance", "1", *arguments, *TODAY)

    assert outcome.code == 2
    line = 2 if "--date" in arguments else 1
    place = f"{SEASON}/status.yaml:{line}:9"
    assert f"{place}: error[ST206] bad-date: `2026-02-30`" in outcome.stderr


def test_word_that_no_file_may_hold_is_shown(site: Path, run: Any) -> None:
    """It is told of the word, and not of the log."""
    outcome = run("new", "claim", "severance", "1", *GUESS, "--note", "a\x07b", *TODAY)

    assert outcome.code == 2
    assert "error[ST" in outcome.stderr
    assert "U+0007" in outcome.stderr


def test_bad_day_in_the_register_is_a_finding(site: Path, run: Any) -> None:
    """It stands in a file that would be written to as well."""
    register = site / "content/shows/severance/sources.yaml"
    register.write_text("a:\n  publisher: A\n  published: 2026-02-30\n", "utf-8")
    new = ("--source", "b", "--source-publisher", "B")
    told = ("--release", "2030", "--confidence", "rumour")
    outcome = run("new", "claim", "severance", "1", *told, *new, *TODAY)

    assert outcome.code == 2
    assert "sources.yaml:3:14: error[ST206]" in outcome.stderr


def test_read_only_file_is_not_replaced(site: Path, run: Any) -> None:
    """Whoever made it read-only meant it; no other file is written either."""
    log = site / SEASON / "status.yaml"
    log.write_text("[]\n", "utf-8")
    log.chmod(0o444)
    new = ("--source", "b", "--source-publisher", "B")
    told = ("--release", "2030", "--confidence", "rumour")
    outcome = run("new", "claim", "severance", "1", *told, *new, *TODAY)

    assert outcome.code == 2
    assert f"`{SEASON}/status.yaml` cannot be written: it is read-only\nhint: " in outcome.stderr
    assert log.read_text("utf-8") == "[]\n"
    assert not (site / "content/shows/severance/sources.yaml").exists()


def test_log_that_leads_outside_is_not_written_through(
    site: Path, run: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A link to a file elsewhere is refused, as it is by a build."""
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "log.yaml"
    elsewhere.write_text("[]\n", "utf-8")
    (site / SEASON / "status.yaml").symlink_to(elsewhere)
    outcome = run("new", "claim", "severance", "1", *GUESS, *TODAY)

    assert outcome.code == 2
    assert "is a link that leads outside" in outcome.stderr
    assert elsewhere.read_text("utf-8") == "[]\n"


def test_file_in_the_place_of_a_season_is_none(site: Path, run: Any) -> None:
    """There is no such season, and nothing can be written into it."""
    (site / "content/shows/severance/season-2").write_text("x", "utf-8")

    claim = run("new", "claim", "severance", "2", *GUESS, *TODAY)
    season = run("new", "season", "severance", "2", "--headline", "X", *TODAY)
    assert (claim.code, season.code) == (2, 2)
    assert "`severance` has no season 2" in claim.stderr
    assert "cannot be written" in season.stderr
