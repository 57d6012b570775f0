"""The commands: exit codes, what goes where, and what is never shown."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from seasontracker import __version__
from seasontracker.cli import main

BROKEN = {"content/shows/severance/show.yaml": "title: Severance\n"}


def test_build_prints_one_summary_line(make_project: Any, run: Any) -> None:
    """A build says on stdout what it did, in a line, and nothing on stderr."""
    make_project({})
    first = run("build", "--today", "2026-11-22")
    second = run("build", "--today", "2026-11-22")

    assert first.code == 0
    assert first.stderr == ""
    assert first.stdout.startswith("Built 1 show, 1 season, 9 pages, ")
    assert first.stdout.count("\n") == 1
    assert " 0 written, " in second.stdout
    assert " 0 removed, 0 warnings in " in second.stdout


def test_build_with_an_error_writes_nothing(make_project: Any, run: Any) -> None:
    """With any error the old site stays as it was."""
    root = make_project({})
    run("build", "--today", "2026-11-22")
    before = {path: path.read_bytes() for path in (root / "build").rglob("*") if path.is_file()}
    make_project(BROKEN)
    outcome = run("build", "--today", "2026-11-22")
    after = {path: path.read_bytes() for path in (root / "build").rglob("*") if path.is_file()}

    assert outcome.code == 1
    assert outcome.stdout.startswith("Built nothing: 1 show, 1 season, 2 errors, 0 warnings in ")
    assert len(outcome.headlines) == 2
    assert before == after


def test_build_reports_all_problems_of_all_files(make_project: Any, run: Any) -> None:
    """Findings of every file come together, sorted by place."""
    make_project(
        {
            **BROKEN,
            "content/site.yaml": "title: Seasons\n",
            "content/shows/severance/season-1/status.yaml": "- date: 2022\n  renewel: renewed\n",
        }
    )
    headlines = run("check").headlines
    places = [line.split(": ", 1)[0] for line in headlines]

    assert places == sorted(places)
    assert {place.split(":")[0] for place in places} == {
        "content/site.yaml",
        "content/shows/severance/show.yaml",
        "content/shows/severance/season-1/status.yaml",
    }


def test_build_strict_stops_at_a_warning(make_project: Any, run: Any) -> None:
    """--strict makes warnings stop the build."""
    root = make_project({"content/shows/severance/notes.txt": "x"})

    assert run("build", "--strict").code == 1
    assert not (root / "build").exists()
    assert run("check", "--strict").code == 1
    assert run("check").code == 0
    assert run("build").code == 0


def test_check_writes_nothing(make_project: Any, run: Any) -> None:
    """`check` leaves no file behind."""
    root = make_project({})
    before = sorted(root.rglob("*"))
    outcome = run("check")

    assert outcome.code == 0
    assert outcome.stdout.startswith("Checked 1 show, 1 season, 0 warnings in ")
    assert sorted(root.rglob("*")) == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["build", "--today", "yesterday"], "`yesterday` is not a day; write it as 2026-11-22"),
        (["build", "--jobs", "0"], "0 is not in the range"),
        (["build", "--base-url", "example.org"], "write a whole address"),
        (["build", "--quiet", "--verbose"], "exclude each other"),
        (["build", "--templates", "nowhere"], "there is no folder `nowhere`"),
        (["build", "--content", "nowhere"], "there is no folder `nowhere`"),
        (["build", "--output", "content/build"], "into the content"),
        (["build", "--output", "."], "holds the content"),
        (["bild"], "No such command"),
    ],
)
def test_wrong_usage_is_told_with_exit_code_2(
    make_project: Any, run: Any, arguments: list[str], told: str
) -> None:
    """Wrong usage says what to write, and exits with 2."""
    make_project({})
    outcome = run(*arguments)

    assert outcome.code == 2
    assert told in outcome.stderr
    assert "Traceback" not in outcome.stderr


def test_no_project_is_told_with_exit_code_2(run: Any) -> None:
    """A folder without content/ is no project."""
    outcome = run("build")

    assert outcome.code == 2
    assert "there is no folder `content` here" in outcome.stderr
    assert "hint: " in outcome.stderr


def test_source_date_epoch_is_the_day_in_the_sites_zone(
    make_project: Any, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SOURCE_DATE_EPOCH becomes the day that it is in the site's time zone."""
    root = make_project(
        {
            "content/site.yaml": (
                "title: Seasons\nbase_url: https://example.org\ntimezone: Pacific/Auckland\n"
            ),
        }
    )
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796040000")  # 2026-11-30T12:00:00Z

    assert run("build").code == 0
    assert "December 2026" in (root / "build/calendar/index.html").read_text()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert run("build").code == 2


def test_quiet_says_nothing_and_verbose_names_files(make_project: Any, run: Any) -> None:
    """--quiet prints nothing when all is well; --verbose names every file written."""
    make_project({})

    assert run("build", "--quiet").stdout == ""
    verbose = run("build", "--verbose", "--clean").stdout
    assert "wrote shows/severance/season-1/index.html\n" in verbose


def test_clean_removes_only_what_was_ours(make_project: Any, run: Any) -> None:
    """--clean forgets and rewrites our files, and leaves those of others."""
    root = make_project({})
    run("build")
    (root / "build/CNAME").write_text("example.org")
    outcome = run("build", "--clean")

    assert " 0 unchanged, " in outcome.stdout
    assert (root / "build/CNAME").read_text() == "example.org"


def test_base_url_option_moves_the_site_below_a_path(make_project: Any, run: Any) -> None:
    """--base-url puts its path before every link."""
    root = make_project({})
    run("build", "--base-url", "https://example.net/tracker/")
    page = (root / "build/shows/severance/season-1/index.html").read_text()

    assert 'href="https://example.net/tracker/shows/severance/season-1/"' in page
    assert 'href="/tracker/calendar/"' in page
    assert 'href="/calendar/"' not in page


def test_version_and_module_and_script_agree() -> None:
    """`python -m seasontracker --version` prints the version."""
    done = subprocess.run(
        [sys.executable, "-m", "seasontracker", "--version"],
        check=True,
        capture_output=True,
        text=True,
    )

    assert done.stdout == f"seasontracker, version {__version__}\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(run: Any, shell: str) -> None:
    """Each shell gets a script that asks us for completions."""
    outcome = run("completion", shell)

    assert outcome.code == 0
    assert "_SEASONTRACKER_COMPLETE" in outcome.stdout


def test_a_bug_of_ours_is_told_as_such(
    make_project: Any, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An exception nobody expects exits with 3 and says that it is our fault."""
    make_project({})

    def broken(*_arguments: object, **_options: object) -> None:
        raise RuntimeError("unexpected")

    monkeypatch.setattr("seasontracker.cli.check.check_site", broken)
    outcome = run("check")

    assert outcome.code == 3
    assert "this is a bug in seasontracker" in outcome.stderr


def test_interrupting_exits_with_130(
    make_project: Any, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C exits as shells expect, and says that nothing is half-written."""
    make_project({})

    def interrupted(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("seasontracker.cli.check.check_site", interrupted)

    assert run("check").code == 130


def test_own_template_replaces_one_of_ours(make_project: Any, run: Any) -> None:
    """A site's own templates/ replaces single files, and the rest stay ours."""
    root = make_project({"templates/pages/not_found.html": "<p>Ours: {{ site.title }}</p>"})
    run("build")

    assert (root / "build/404.html").read_text() == "<p>Ours: Seasons</p>\n"
    assert "<!DOCTYPE html>" in (root / "build/index.html").read_text()


def test_build_shows_progress_on_a_terminal_only(make_project: Any) -> None:
    """On a terminal long work shows a bar; in a pipe nothing but the summary is printed."""
    root = make_project({})
    command = [sys.executable, "-m", "seasontracker", "build"]
    piped = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    leader, follower = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    subprocess.run([*command, "--clean"], cwd=root, check=True, stderr=follower, env=environment)
    os.close(follower)
    shown = os.read(leader, 65536).decode()
    os.close(leader)

    assert piped.stderr == ""
    assert "Compiling shows" in shown


def test_main_returns_zero_for_help(capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` explains the commands."""
    assert main(["--help"]) == 0
    assert "check" in capsys.readouterr().out


def test_json_ld_of_every_page_parses(make_project: Any, run: Any) -> None:
    """The data in each page's head is JSON."""
    root = make_project({})
    run("build")
    for page in (root / "build").rglob("index.html"):
        text = page.read_text()
        start = text.index('<script type="application/ld+json">') + 35
        assert json.loads(text[start : text.index("</script>", start)])["@context"]


def test_two_builds_at_once_leave_a_whole_site(make_project: Any) -> None:
    """Two builds of one project wait for one another, and both succeed."""
    root: Path = make_project({})
    command = [sys.executable, "-m", "seasontracker", "build", "--today", "2026-11-22"]
    running = [
        subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]
    outputs = [process.communicate()[0] for process in running]

    assert [process.returncode for process in running] == [0, 0]
    assert sorted("0 written" in output for output in outputs) == [False, True]
