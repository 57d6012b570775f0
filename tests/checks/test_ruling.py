"""A site sets how much a finding matters, and a comment silences one where it stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SITE = "title: Seasons\nbase_url: https://example.org\n"
STATUS = "content/shows/severance/season-1/status.yaml"
DAY = ("--today", "2022-05-01")
UNSOURCED = "- date: 2022-04-06\n  renewal: renewed\n  confidence: official\n"


@pytest.mark.parametrize("name", ["ST401", "missing-source"])
@pytest.mark.parametrize(
    ("level", "code", "shown"), [("off", 0, ""), ("warning", 0, "warning"), ("error", 1, "error")]
)
def test_level_is_set_by_code_or_name(
    make_project: Callable[..., Path],
    run: Callable[..., Any],
    name: str,
    level: str,
    code: int,
    shown: str,
) -> None:
    """What `site.yaml` sets decides whether a finding shows and whether it stops the build."""
    make_project({"content/site.yaml": f"{SITE}checks:\n  {name}: {level}\n", STATUS: UNSOURCED})

    outcome = run("check", *DAY)

    assert outcome.code == code
    assert (f": {shown}[ST401]" in outcome.stderr) is bool(shown)
    assert len(outcome.headlines) == bool(shown)


def test_level_of_a_kept_warning_stays(
    make_project: Callable[..., Path], run: Callable[..., Any]
) -> None:
    """A build in which nothing changed repeats a softened finding as it was."""
    make_project({"content/site.yaml": f"{SITE}checks: {{ST401: warning}}\n", STATUS: UNSOURCED})

    assert run("build", *DAY).stderr == run("build", *DAY).stderr
    assert ": warning[ST401]" in run("build", *DAY).stderr


def test_level_of_the_sites_own_files(
    make_project: Callable[..., Path], run: Callable[..., Any]
) -> None:
    """Findings beside the shows have their level too."""
    files = {"content/notes.txt": "x"}
    make_project(files | {"content/site.yaml": f"{SITE}checks: {{unused-file: error}}\n"})
    assert run("check", *DAY).code == 1

    make_project(files | {"content/site.yaml": f"{SITE}checks: {{unused-file: off}}\n"})
    assert run("check", *DAY).stderr == ""


@pytest.mark.parametrize(
    ("checks", "finding"),
    [
        ("{missing-sorce: off}", "`missing-sorce` is not a check"),
        ("{ST999: off}", "`ST999` is not a check"),
        ("{ST202: off}", "`ST202` cannot be set"),
        ("{ST401: none}", "`none` is not a word"),
        ("{ST401: off, missing-source: error}", "are the same check"),
    ],
)
def test_settings_are_refused(
    make_project: Callable[..., Path], run: Callable[..., Any], checks: str, finding: str
) -> None:
    """A check that does not exist, or without which no page could be made, cannot be set."""
    make_project({"content/site.yaml": f"{SITE}checks: {checks}\n"})

    outcome = run("check", *DAY)

    assert outcome.code == 1
    assert finding in outcome.headlines[0]
    assert outcome.headlines[0].startswith("content/site.yaml:3:")


def test_settings_suggest_the_check(
    make_project: Callable[..., Path], run: Callable[..., Any]
) -> None:
    """A misspelt name brings the one that was meant."""
    make_project({"content/site.yaml": f"{SITE}checks:\n  missing-sorce: off\n"})

    outcome = run("check", *DAY)

    assert outcome.headlines[0].startswith("content/site.yaml:4:3: error[ST203]")
    assert "did you mean `missing-source`?" in outcome.stderr


BECAUSE = "because the letter is not published"


@pytest.mark.parametrize(
    "status",
    [
        f"# st: off ST401 {BECAUSE}\n{UNSOURCED}",
        f"# st: off useless-silence, ST401 {BECAUSE}\n\n# A note.\n{UNSOURCED}",
        UNSOURCED.replace("\n", f"  # st: off missing-source {BECAUSE}\n", 1),
    ],
)
def test_silence_covers_its_value(
    make_project: Callable[..., Path], run: Callable[..., Any], status: str
) -> None:
    """A comment above a value, or behind its first line, silences what is found in it."""
    make_project({STATUS: status})

    outcome = run("check", *DAY, "--strict")

    assert [line for line in outcome.headlines if "ST401" in line] == []


def test_silence_ends_with_its_value(
    make_project: Callable[..., Path], run: Callable[..., Any]
) -> None:
    """The next entry is checked again."""
    make_project({STATUS: f"# st: off ST401 {BECAUSE}\n{UNSOURCED}{UNSOURCED.replace('04', '05')}"})

    outcome = run("check", *DAY)

    assert [line.split(" ")[0] for line in outcome.headlines if "ST401" in line] == [
        f"{STATUS}:5:3:"
    ]


@pytest.mark.parametrize(
    ("comment", "finding"),
    [
        ("# st: off ST401", "silenced without a reason"),
        ("# st: off ST401 because", "silenced without a reason"),
        (f"# st: off ST405x {BECAUSE}", "`ST405x` is not a check"),
        (f"# st: off ST202 {BECAUSE}", "`ST202` cannot be silenced"),
        (f"# st: off missing-reason {BECAUSE}", "`missing-reason` has nothing to say here"),
    ],
)
def test_silence_that_is_none_is_found(
    make_project: Callable[..., Path], run: Callable[..., Any], comment: str, finding: str
) -> None:
    """A comment without reason, without check, or without effect is a finding itself."""
    make_project(
        {
            "content/site.yaml": f"{SITE}checks: {{ST401: off}}\n",
            STATUS: f"{comment}\n{UNSOURCED}",
        }
    )

    outcome = run("check", *DAY, "--strict")

    assert outcome.code == 1
    assert finding in outcome.stderr


def test_silence_of_a_check_that_is_off_is_left_alone(
    make_project: Callable[..., Path], run: Callable[..., Any]
) -> None:
    """What a check would have said is not known when it is off."""
    site = f"{SITE}checks: {{ST401: off}}\n"
    make_project({"content/site.yaml": site, STATUS: f"# st: off ST401 {BECAUSE}\n{UNSOURCED}"})

    assert run("check", *DAY, "--strict").stderr == ""


def test_silence_in_a_text_is_not_one(
    make_project: Callable[..., Path], run: Callable[..., Any]
) -> None:
    """In prose only a comment silences; the sign of YAML begins a heading there."""
    index = "content/shows/severance/season-1/index.md"
    front = "---\nheadline: Severance season 1\npublished: 2022-02-18\n---\n\n"
    make_project({index: f"{front}The sign is `# st: off ST401`.\n"})

    assert run("check", *DAY, "--strict").stderr == ""


def test_silences_of_what_only_the_web_tells_are_not_useless(
    make_project: Callable[..., Path], run: Callable[..., Any]
) -> None:
    """A run that asks nobody cannot know that they silence nothing."""
    comment = "# st: off dead-address because the host refuses programs\n"
    make_project({STATUS: comment + UNSOURCED + "  source: wire\n"})

    assert [line for line in run("check", *DAY).headlines if "ST419" in line] == []


@pytest.mark.parametrize("sign", ["st: off", "st:off", "st:  off"])
def test_silence_is_read_however_it_is_spaced(
    make_project: Callable[..., Path], run: Callable[..., Any], sign: str
) -> None:
    """A comment that looks like a silence is one, and never ignored without a word."""
    article = "---\nheadline: Severance\npublished: 2022-02-18\n---\n\n"
    make_project(
        {
            STATUS.replace("status.yaml", "index.md"): (
                f"{article}<!-- {sign} ST510 {BECAUSE} -->\nIt is out next year.\n"
            )
        }
    )

    assert run("check", *DAY).stderr == ""
