"""What is not there for readers is nowhere in the output, and comes and goes at its time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from seasontracker.output.records import open_records

SHOW = "content/shows/severance"
SECRET = "sentinel"
STATUS = (
    "- {date: 2026-11-01, renewal: renewed, confidence: official, source: wire}\n"
    "- date: 2026-11-02\n  release: 2027-03-04\n  confidence: official\n  source: secret-source\n"
    "  id: sentinel-id\n  headline: Sentinel headline\n  note: Sentinel note\n"
    "  embargo_until: 2026-12-01T10:00+09:00\n"
)
CAST = (
    "mark:\n  note: Sentinel part\n  claims:\n"
    "    - {date: 2026-11-02, status: returning, confidence: official, source: wire,"
    " note: Sentinel cast, embargo_until: 2026-12-01T10:00+09:00}\n"
    "helly:\n  claims:\n"
    "    - {date: 2026-11-01, status: expected, confidence: rumour, source: wire}\n"
    "    - {date: 2026-11-02, status: returning, confidence: official, source: wire,"
    " note: Sentinel return, embargo_until: 2026-12-01T10:00+09:00}\n"
)
REGISTER = (
    "people: {adam: {name: Adam Scott}, britt: {name: Britt Lower}}\ncharacters:\n"
    "  mark: {name: Mark Sentinel, played_by: adam}\n  helly: {name: Helly R., played_by: britt}\n"
)
SOURCES = (
    "wire: {publisher: The Wire, title: News, published: 2026, tier: official,"
    " url: 'https://example.com/a'}\n"
    "secret-source: {publisher: Sentinel Press, title: Sentinel news,"
    " url: 'https://example.com/sentinel', published: 2026, tier: official}\n"
)
THEORY = (
    "---\nquestion: Is it a sentinel?\nproposed: 2026-11-01\n{key}---\n\n## Sentinel part\n\nYes.\n"
)
SEASON_2 = "---\nheadline: Sentinel season\npublished: {published}\n{key}---\n\nA sentinel.\n"


@pytest.fixture
def site(make_project: Callable[..., Path]) -> Path:
    """Write a site with everything under embargo that can be."""
    embargo = "embargo_until: 2026-12-01T10:00+09:00\n"
    return make_project(
        {
            "content/shows/severance/sources.yaml": SOURCES,
            "content/shows/severance/cast.yaml": REGISTER,
            "content/shows/severance/season-1/status.yaml": STATUS,
            "content/shows/severance/season-1/cast.yaml": CAST,
            "content/shows/severance/season-1/theories/sentinel.md": THEORY.format(key=embargo),
            "content/shows/severance/season-2/index.md": SEASON_2.format(
                published="2026-01-01", key=embargo
            ),
            "content/shows/sentinel/show.yaml": (
                "title: Sentinel\nnetwork: Apple TV\nsummary: A secret.\n" + embargo
            ),
            "content/shows/sentinel/season-1/index.md": SEASON_2.format(
                published="2026-01-01", key=""
            ),
        }
    )


def speaking(root: Path) -> list[str]:
    """Return the files of the output that speak of the secret, by name or in their bytes."""
    build = root / "build"
    files = [path for path in build.rglob("*") if path.is_file()]
    assert len(files) > 20
    return sorted(
        path.relative_to(build).as_posix()
        for path in files
        if SECRET in f"{path.relative_to(build)}".lower()
        or SECRET.encode() in path.read_bytes().lower()
    )


def test_embargo_keeps_everything_out_of_every_file(site: Path, run: Callable[..., Any]) -> None:
    """Up to the instant no file and no name says anything; from it on all of it is there."""
    assert run("build", "--today", "2026-12-01T09:59+09:00").stderr == ""
    assert speaking(site) == []

    outcome = run("build", "--today", "2026-12-01T10:00+09:00", "--verify")

    assert (outcome.code, outcome.stderr) == (0, "")
    found = speaking(site)
    assert {"feed.xml", "index.html", "shows/severance/season-1/index.html"} <= set(found)
    assert "shows/sentinel/season-1/index.html" in found

    # An embargo is kept by whoever goes back in time, and by a day without an hour.
    assert run("build", "--today", "2026-12-01", "--verify").code == 0
    assert speaking(site) == []


def test_embargo_ends_as_news(site: Path, run: Callable[..., Any]) -> None:
    """A claim of before is added on the day on which its embargo ends, in the site's zone."""
    run("build", "--today", "2026-12-05")

    feed = (site / "build/shows/severance/season-1/feed.xml").read_text("utf-8")
    entry = feed.partition("Sentinel headline")[2].partition("</entry>")[0]
    assert "<published>2026-12-01T00:00:00+00:00</published>" in entry


def test_embargo_is_a_time_of_which_the_records_know(site: Path, run: Callable[..., Any]) -> None:
    """A build before it knows when the show changes by itself."""
    run("build", "--today", "2026-11-30")

    with open_records(site / ".seasontracker", "build") as records:
        unit = records.unit("show:severance")
    assert unit is not None
    assert unit.holds_until == 1_796_086_800  # 2026-12-01T01:00:00Z


@pytest.mark.parametrize(
    ("key", "days"),
    [
        ("draft: true\n", {"2026-01-01": False, "2030-01-01": False}),
        ("", {"2026-05-31": False, "2026-06-01": True, "2030-01-01": True}),
        ("expires: 2026-07-01\n", {"2026-06-30": True, "2026-07-01": False}),
        ("embargo_until: 2026-06-20\n", {"2026-06-19": False, "2026-06-20": True}),
        (
            "embargo_until: 2026-06-20T01:00+09:00\n",
            {"2026-06-19": False, "2026-06-19T16:00Z": True, "2026-06-20": True},
        ),
    ],
)
def test_season_and_theory_are_there_in_their_time_only(
    make_project: Callable[..., Path], run: Callable[..., Any], key: str, days: dict[str, bool]
) -> None:
    """Each of the four keys keeps a season and a theory out, alone, on every other day."""
    root = make_project(
        {
            f"{SHOW}/season-2/index.md": SEASON_2.format(published="2026-06-01", key=key),
            f"{SHOW}/season-1/theories/who.md": THEORY.format(
                key=f"published: 2026-06-01\n{key}"
            ).replace("2026-11", "2022-11"),
        }
    )
    for day, is_there in days.items():
        assert run("build", "--today", day).code == 0
        found = speaking(root)
        assert ("shows/severance/season-2/index.html" in found) is is_there
        assert ("shows/severance/season-1/index.html" in found) is is_there
        assert bool(found) is is_there


def test_preview_shows_everything_marked(site: Path, run: Callable[..., Any]) -> None:
    """With `--preview` what is not there is shown with the reason, and not for engines to list."""
    page = site / "build/shows/severance/season-1/index.html"
    draft = SEASON_2.format(published="2026-01-01", key="draft: true\n")
    (site / SHOW / "season-2/index.md").write_text(draft)

    assert run("build", "--preview", "--today", "2026-11-22").stderr == ""

    shown = " ".join(page.read_text("utf-8").replace("\u202f", " ").split())
    mark = '<b class="chip">Embargoed until December 1, 2026, 10:00 AM GMT+09:00</b>'
    assert shown.count(mark) == 4  # a claim, two parts, a theory
    assert '<meta name="robots" content="noindex' in shown
    hub = (site / "build/shows/severance/index.html").read_text("utf-8")
    assert '<b class="chip">Draft</b>' in hub
    assert "sitemap" not in (site / "build/robots.txt").read_text("utf-8").lower()

    assert run("build", "--today", "2026-11-22", "--verify").code == 0
    assert speaking(site) == []


def test_absent_show_is_checked_like_the_rest(
    make_project: Callable[..., Path], run: Callable[..., Any]
) -> None:
    """What is wrong with something that is not there yet is found now, in its rendering too."""
    text = SEASON_2.format(published="2030-01-01", key="") + "\n::: video missing\n"
    make_project({f"{SHOW}/season-2/index.md": text})

    outcome = run("check", "--today", "2026-11-22")

    assert [line.partition(" ")[2][:12] for line in outcome.headlines] == ["error[ST306]"]
