"""Each kind of input: what a change of it makes again, and that it makes nothing else again."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, tzinfo
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from seasontracker.output import snapshot
from seasontracker.pages.views import paging, scorecard
from seasontracker.pipeline import worker
from seasontracker.pipeline.build import build_site
from seasontracker.pipeline.compile import compile_show
from seasontracker.pipeline.options import BuildOptions, BuildReport
from seasontracker.pipeline.site_pages import plan_pages
from seasontracker.pipeline.staleness import find_stale
from seasontracker.project import Project, find_project

TODAY = "2026-11-22"
SITE = {
    "content/site.yaml": "title: Seasons\nbase_url: https://example.org/\nsocial_cards: no\n",
    "content/sources.yaml": "shared: {publisher: Shared}\n",
    "content/shows/ash/show.yaml": "title: Ash\nnetwork: Northlight\nsummary: Sum.\n",
    "content/shows/ash/sources.yaml": "wire: {publisher: Wire, published: 2022, tier: official}\n",
    "content/shows/ash/cast.yaml": (
        "people: {kim: Kim Doe}\ncharacters:\n  lead: {name: Lead, played_by: kim}\n"
    ),
    "content/shows/ash/season-1/index.md": (
        "---\nheadline: Ash, season 1\npublished: 2025-02-18\npicture: roof\n---\n\nText.\n"
    ),
    "content/shows/ash/season-1/media.yaml": (
        "images:\n  roof: {file: images/roof.svg, alt: Roof, credit: Kim, license: CC0}\n"
    ),
    "content/shows/ash/season-1/images/roof.svg": (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"></svg>'
    ),
    "content/shows/ash/season-2/index.md": (
        "---\nheadline: Ash, season 2\npublished: 2026-02-18\n---\n\nText [@wire].\n"
    ),
    "content/shows/ash/season-2/status.yaml": (
        "- {date: 2026-03-01, renewal: ordered, confidence: official, source: wire}\n"
        "- {date: 2026-10-01, release: 2027-03-05, confidence: official, source: wire}\n"
    ),
    "content/shows/ash/season-2/cast.yaml": (
        "lead:\n  claims:\n"
        "    - {date: 2026-03-01, status: returning, confidence: official, source: wire}\n"
    ),
    "content/shows/ash/season-2/theories/roof.md": (
        "---\nquestion: Who is on the roof?\nproposed: 2026-04-01\n---\n\nNobody knows.\n"
    ),
    "content/shows/birch/show.yaml": "title: Birch\nnetwork: Southlight\nsummary: Sum.\n",
    "content/shows/birch/season-1/index.md": (
        "---\nheadline: Birch, season 1\npublished: 2024-02-18\n---\n\n"
        "[Ash](show:ash/season-1) [@shared].\n"
    ),
    "content/shows/cedar/show.yaml": "title: Cedar\nnetwork: Southlight\nsummary: Sum.\n",
    "content/shows/cedar/season-1/index.md": (
        "---\nheadline: Cedar, season 1\npublished: 2023-02-18\n---\n\nText.\n"
    ),
}
"""The name that stands for files with a digest in their names has a star in its place."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a build did."""

    written: frozenset[str]
    removed: frozenset[str]
    units: frozenset[str]
    data: frozenset[str] = field(default=frozenset(), compare=False)
    """Which files for programs were written; `DATA` says which must be."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A project that has been built once, in which one thing is then changed."""

    root: Path

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, "utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        text = (self.root / path).read_text("utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def project(self) -> Project:
        return find_project(self.root)

    def report(self, **options: Any) -> BuildReport:
        given = BuildOptions(**({"today": TODAY, "jobs": 1} | options))
        return build_site(self.project(), given, lambda stage, done, total: None)

    def build(self, **options: Any) -> Made:
        """Build, and see that the output is that of a clean build."""
        report = self.report(**options)
        assert report.published is not None, list(report.log)
        beside = replace(
            self.project(), output=self.root / "clean/build", state=self.root / "clean/state"
        )
        given = BuildOptions(**({"today": TODAY, "jobs": 1} | options))
        build_site(beside, given, lambda stage, done, total: None)
        assert look(self.root / "build") == look(self.root / "clean/build")
        shutil.rmtree(self.root / "clean")
        return Made(
            starred(without_data(report.published.written)),
            starred(without_data(report.published.removed)),
            frozenset(report.reasons),
            frozenset(report.published.written) - without_data(report.published.written),
        )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out a site of three shows, and build it."""
    made = Trial(tmp_path_factory.mktemp("built"))
    for path, text in SITE.items():
        made.write(path, text)
    made.report()
    return made.root


@pytest.fixture
def trial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, built: Path) -> Trial:
    """Return a copy of a site that was built, so that all its times are new as well."""
    shutil.copytree(built, tmp_path / "site")
    monkeypatch.chdir(tmp_path / "site")
    return Trial(tmp_path / "site")


def without_data(paths: Iterable[str]) -> frozenset[str]:
    """Return paths without those of files for programs; feeds are for readers."""
    return frozenset(
        path for path in paths if path.endswith("feed.json") or not path.endswith(".json")
    )


def look(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def starred(paths: Iterable[str]) -> frozenset[str]:
    """Return paths with a star for the digest in a name."""
    return frozenset(re.sub(r"\.[0-9a-f]{10}\.", ".*.", path) for path in paths)


SHOWS = frozenset({"show:ash", "show:birch", "show:cedar"})
ARTICLES = frozenset(
    {
        "shows/ash/season-1/index.html",
        "shows/ash/season-2/index.html",
        "shows/birch/season-1/index.html",
        "shows/cedar/season-1/index.html",
    }
)
HUBS = frozenset({"shows/ash/index.html", "shows/birch/index.html", "shows/cedar/index.html"})
LISTS = frozenset(
    {
        "404.html",
        "calendar/index.html",
        "index.html",
        "networks/northlight/index.html",
        "networks/southlight/index.html",
        "scorecard/index.html",
        "shows/index.html",
        "theories/index.html",
    }
)
"""The pages about several shows."""
RELATED = frozenset(
    {
        "shows/ash/related/index.html",
        "shows/birch/related/index.html",
        "shows/cedar/related/index.html",
    }
)
OF_ASH = LISTS - {"networks/southlight/index.html"}
"""Those that speak of Ash."""
OF_CEDAR = LISTS - {"networks/northlight/index.html", "theories/index.html"}


def feeds(*folders: str) -> frozenset[str]:
    """Return the feeds in folders of the output."""
    return frozenset(f"{one}{name}" for one in folders for name in ("feed.json", "feed.xml"))


def calendars(*folders: str) -> frozenset[str]:
    """Return the calendars in folders of the output."""
    return frozenset(f"{one}{name}" for one in folders for name in ("calendar.ics", "windows.ics"))


ASH, ASH_1, ASH_2 = "shows/ash/", "shows/ash/season-1/", "shows/ash/season-2/"
NORTH, SOUTH = "networks/northlight/", "networks/southlight/"
FEEDS = feeds("", NORTH, SOUTH, *(path.removesuffix("index.html") for path in ARTICLES | HUBS))
CALENDARS = calendars("", ASH, ASH_2)
LIST_UNITS = frozenset(f"page:{path}" for path in LISTS | RELATED)
FRAME_UNITS = frozenset(
    {
        "site:api",
        "site:hosts",
        "site:assets",
        "site:calendars",
        "site:feed",
        "site:icons",
        "site:news-sitemap",
        "site:robots",
        "site:sitemap",
    }
)
NEWS_UNITS = frozenset({"site:feed", "site:news-sitemap", "site:sitemap"})
MAPS = frozenset({"site:news-sitemap", "site:robots", "site:sitemap"})
"""What depends on which articles there are."""
EVERYTHING = SHOWS | LIST_UNITS | FRAME_UNITS
ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>'
ICONS = frozenset(
    {
        "apple-touch-icon.png",
        "favicon.ico",
        "favicon.svg",
        "icon-192.png",
        "icon-512.png",
        "icon-maskable-512.png",
    }
)
CLAIMS = "content/shows/ash/season-2/status.yaml"
CATALOGUE = (
    'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    'msgid "Calendar"\nmsgstr "Dates"\n'
)


def pages(*paths: str) -> frozenset[str]:
    """Return the units of pages about several shows."""
    return frozenset(f"page:{path}" for path in paths)


def mark(trial: Trial, template: str, before: str) -> None:
    """Put a comment into a template of the site's own, which is else like ours."""
    text = (trial.project().package_templates / template).read_text("utf-8")
    assert before in text
    trial.write(f"templates/{template}", text.replace(before, f"<!-- own -->{before}", 1))


@dataclass(frozen=True, slots=True)
class Case:
    """A change, and what must follow from it."""

    id: str
    change: Callable[[Trial], object]
    written: Iterable[str]
    units: Iterable[str]
    removed: Iterable[str] = ()


def edit(id_: str, path: str, old: str, new: str, written: Iterable[str], *more: Any) -> Case:
    """Return the case of an edit of one file."""
    return Case(id_, lambda trial: trial.replace(path, old, new), written, *more)


CASES = [
    edit(
        "prose",
        "content/shows/ash/season-2/index.md",
        "Text",
        "Words",
        ["shows/ash/season-2/index.html"],
        ["show:ash"],
    ),
    Case(
        "claim",
        lambda trial: trial.write(
            CLAIMS,
            SITE[CLAIMS] + "- {date: 2026-11-01, release: 2027-04-09, confidence: official,"
            " source: wire}\n",
        ),
        [
            *(path for path in CALENDARS if path.endswith("calendar.ics")),
            *feeds("", NORTH, ASH, ASH_2),
            "calendar/index.html",
            "index.html",
            "networks/northlight/index.html",
            "news-sitemap.xml",
            "scorecard/index.html",
            "shows/ash/index.html",
            "shows/ash/season-2/index.html",
            "sitemap.xml",
        ],
        # The day of the site's last change is on all pages about several shows.
        ["show:ash", *pages(*OF_ASH), *NEWS_UNITS, "site:calendars"],
    ),
    Case(
        "claim-of-no-weight",
        lambda trial: trial.write(
            CLAIMS,
            SITE[CLAIMS] + "- {date: 2026-11-01, headline: A notice, minor: yes,"
            " confidence: official, source: wire}\n",
        ),
        ["shows/ash/season-2/index.html"],
        ["show:ash"],
    ),
    edit(
        "cast-entry",
        "content/shows/ash/season-2/cast.yaml",
        "returning",
        "expected",
        [
            *feeds("", NORTH, ASH, ASH_2),
            "index.html",
            "shows/ash/index.html",
            "shows/ash/season-2/index.html",
        ],
        ["show:ash", *pages("index.html", "networks/northlight/index.html"), "site:feed"],
    ),
    Case(
        "person-in-another-show",
        lambda trial: (
            trial.write("content/shows/birch/cast.yaml", SITE["content/shows/ash/cast.yaml"]),
            trial.write(
                "content/shows/birch/season-1/cast.yaml",
                "lead:\n  claims:\n    - {date: 2024-01-02, status: guest, confidence: rumour,"
                " source: shared}\n",
            ),
        ),
        [
            *feeds("", SOUTH, "shows/birch/", "shows/birch/season-1/"),
            "index.html",
            "people/index.html",
            "people/kim/index.html",
            "shows/ash/related/index.html",
            "shows/birch/index.html",
            "shows/birch/related/index.html",
            "shows/birch/season-1/index.html",
            "shows/index.html",
            "sitemap.xml",
        ],
        [
            "show:birch",
            *pages(
                "index.html",
                "networks/southlight/index.html",
                "people/index.html",
                "people/kim/index.html",
                "shows/ash/related/index.html",
                "shows/birch/related/index.html",
                "shows/index.html",
            ),
            "site:feed",
            "site:sitemap",
        ],
    ),
    edit(
        "theory-prose",
        "content/shows/ash/season-2/theories/roof.md",
        "Nobody",
        "No one",
        ["shows/ash/season-2/index.html"],
        ["show:ash"],
    ),
    edit(
        "theory-question",
        "content/shows/ash/season-2/theories/roof.md",
        "on the roof",
        "in the yard",
        ["shows/ash/season-2/index.html", "theories/index.html"],
        ["show:ash", "page:theories/index.html"],
    ),
    edit(
        "picture",
        "content/shows/ash/season-1/images/roof.svg",
        "16 9",
        "16 8",
        [
            "index.html",
            "shows/ash/index.html",
            "shows/ash/season-1/images/roof.*.svg",
            "shows/ash/season-1/index.html",
            "sitemap.xml",
        ],
        [
            "show:ash",
            "site:sitemap",
            *pages("404.html", "index.html", "networks/northlight/index.html", "shows/index.html"),
        ],
        ["shows/ash/season-1/images/roof.*.svg"],
    ),
    Case(
        "episodes",
        lambda trial: trial.write(
            "content/shows/ash/season-1/episodes.yaml",
            "- {number: 1, title: One, airdate: 2026-12-24}\n",
        ),
        [
            "calendar.ics",
            "shows/ash/calendar.ics",
            *calendars(ASH_1),
            "shows/ash/season-1/index.html",
        ],
        ["show:ash", "site:calendars"],
    ),
    edit(
        "headline",
        "content/shows/ash/season-2/index.md",
        "Ash, season 2",
        "Ash, once more",
        ["shows/ash/index.html", "shows/ash/season-2/index.html"],
        # Headlines are in the lists for programs.
        ["show:ash", *pages("networks/northlight/index.html", "shows/index.html")],
    ),
    edit(
        "show-title",
        "content/shows/ash/show.yaml",
        "title: Ash",
        "title: Oak",
        [
            *OF_ASH,
            *feeds("", NORTH, ASH, ASH_1, ASH_2),
            *CALENDARS - {"windows.ics"},
            "shows/ash/index.html",
            "shows/ash/related/index.html",
            "shows/ash/season-1/index.html",
            "shows/ash/season-2/index.html",
        ],
        [
            "show:ash",
            *pages(*OF_ASH, "shows/ash/related/index.html"),
            "site:calendars",
            "site:feed",
        ],
    ),
    edit(
        "show-id",
        "content/shows/ash/show.yaml",
        "title: Ash",
        "id: oak\ntitle: Ash",
        # A JSON Feed has no id of its own, and that of season 1 no entry.
        [
            *feeds("", NORTH, ASH, ASH_2),
            "shows/ash/season-1/feed.xml",
            *(path for path in CALENDARS if path.endswith("calendar.ics")),
        ],
        ["show:ash", *pages("networks/northlight/index.html"), "site:calendars", "site:feed"],
    ),
    edit(
        "network",
        "content/shows/ash/show.yaml",
        "Northlight",
        "Eastlight",
        [
            "404.html",
            "index.html",
            "networks/eastlight/index.html",
            *feeds("networks/eastlight/"),
            "scorecard/index.html",
            "shows/ash/index.html",
            "shows/ash/season-1/index.html",
            "shows/ash/season-2/index.html",
            "shows/index.html",
            "sitemap.xml",
        ],
        [
            "show:ash",
            *pages("404.html", "index.html", "networks/eastlight/index.html"),
            *pages("scorecard/index.html", "shows/ash/related/index.html", "shows/index.html"),
            "site:sitemap",
        ],
        ["networks/northlight/index.html", *feeds(NORTH)],
    ),
    edit(
        "show-sources",
        "content/shows/ash/sources.yaml",
        "Wire",
        "Cable",
        # An entry names its source.
        [*feeds("", NORTH, ASH, ASH_2), "shows/ash/index.html", "shows/ash/season-2/index.html"],
        ["show:ash", "page:networks/northlight/index.html", "site:feed"],
    ),
    Case(
        "icon",
        lambda trial: trial.write("content/icon.svg", ICON),
        ICONS,
        ["site:icons"],
    ),
    edit(
        "shared-sources",
        "content/sources.yaml",
        "Shared",
        "Common",
        ["shows/birch/season-1/index.html"],
        ["show:birch"],
    ),
    Case(
        "shared-source-that-nobody-cites",
        lambda trial: trial.write(
            "content/sources.yaml", f"{SITE['content/sources.yaml']}more: {{publisher: More}}\n"
        ),
        [],
        [],
    ),
    Case(
        "file-that-nothing-reads",
        lambda trial: trial.write("content/shows/ash/notes.txt", "text"),
        [],
        ["show:ash"],
    ),
    Case(
        "file-that-no-show-reads",
        lambda trial: trial.write("content/notes.txt", "text"),
        [],
        [],
    ),
    Case(
        "hidden-file",
        lambda trial: trial.write("content/shows/ash/_notes.txt", "text"),
        [],
        [],
    ),
    edit(
        "draft",
        "content/shows/ash/season-2/index.md",
        "headline",
        "draft: yes\nheadline",
        [
            *OF_ASH,
            *feeds("", NORTH, ASH),
            "calendar.ics",
            "news-sitemap.xml",
            "shows/ash/index.html",
            "shows/ash/season-1/index.html",
            "sitemap.xml",
        ],
        ["show:ash", *pages(*OF_ASH), *MAPS, "site:calendars", "site:feed"],
        # Nothing is said of the season that is left.
        [*calendars(ASH, ASH_2), *feeds(ASH_2), "shows/ash/season-2/index.html"],
    ),
    edit(
        "site-title",
        "content/site.yaml",
        "Seasons",
        "Years",
        LISTS | RELATED | ARTICLES | HUBS | FEEDS | CALENDARS | {"site.webmanifest"},
        EVERYTHING,
    ),
    edit("comment-in-settings", "content/site.yaml", "Seasons", "Seasons # a remark", [], []),
    Case(
        "base-template",
        lambda trial: mark(trial, "base.html", "<body"),
        LISTS | RELATED | ARTICLES | HUBS,
        SHOWS | LIST_UNITS,
    ),
    Case(
        "template-of-one-kind",
        lambda trial: mark(trial, "pages/calendar.html", "<section"),
        ["calendar/index.html"],
        ["page:calendar/index.html"],
    ),
    Case(
        "template-of-articles",
        lambda trial: mark(trial, "pages/season.html", "<article"),
        ARTICLES,
        SHOWS,
    ),
    Case(
        "template-of-hubs",
        lambda trial: mark(trial, "pages/show.html", "<section"),
        HUBS,
        SHOWS,
    ),
    Case(
        "partial",
        lambda trial: mark(trial, "partials/sources.html", "<section"),
        [
            "shows/ash/index.html",
            "shows/ash/season-2/index.html",
            "shows/birch/season-1/index.html",
        ],
        SHOWS,
    ),
    Case(
        "style-sheet",
        lambda trial: trial.write("templates/assets/css/99-own.css", "a{color:red}"),
        [*LISTS, *RELATED, *ARTICLES, *HUBS, "assets/site.*.css"],
        EVERYTHING,
        ["assets/site.*.css"],
    ),
    Case(
        "script-that-no-page-uses",
        lambda trial: trial.write("templates/assets/js/own.js", "let own = 1;"),
        ["assets/own.*.js"],
        EVERYTHING,
    ),
    Case(
        "catalogue",
        lambda trial: trial.write("locale/en.po", CATALOGUE),
        LISTS | RELATED | ARTICLES | HUBS,
        EVERYTHING,
    ),
    Case(
        "altered-article",
        lambda trial: trial.write("build/shows/ash/season-1/index.html", "tampered"),
        ["shows/ash/season-1/index.html"],
        ["show:ash"],
    ),
    Case(
        "altered-home-page",
        lambda trial: trial.write("build/index.html", "tampered"),
        ["index.html"],
        ["page:index.html"],
    ),
    Case(
        "deleted-feed",
        lambda trial: (trial.root / "build/shows/ash/season-1/feed.xml").unlink(),
        ["shows/ash/season-1/feed.xml"],
        ["show:ash"],
    ),
    Case(
        "deleted-sitemap",
        lambda trial: (trial.root / "build/sitemap.xml").unlink(),
        ["sitemap.xml"],
        ["site:sitemap"],
    ),
    Case(
        "new-show",
        lambda trial: shutil.copytree(
            trial.root / "content/shows/cedar", trial.root / "content/shows/elm"
        ),
        [
            "404.html",
            "assets/shows/elm.*.css",
            "calendar/index.html",
            "index.html",
            "networks/southlight/index.html",
            "scorecard/index.html",
            *feeds("shows/elm/", "shows/elm/season-1/"),
            "news-sitemap.xml",
            "shows/birch/related/index.html",
            "shows/cedar/related/index.html",
            "shows/elm/index.html",
            "shows/elm/related/index.html",
            "shows/elm/season-1/index.html",
            "shows/index.html",
            "sitemap.xml",
        ],
        [
            "show:elm",
            *MAPS,
            *pages(
                *OF_CEDAR,
                "shows/birch/related/index.html",
                "shows/cedar/related/index.html",
                "shows/elm/related/index.html",
            ),
        ],
    ),
    Case(
        "removed-show",
        lambda trial: shutil.rmtree(trial.root / "content/shows/cedar"),
        [*OF_CEDAR, "shows/birch/related/index.html", "news-sitemap.xml", "sitemap.xml"],
        [*MAPS, *pages(*OF_CEDAR, "shows/birch/related/index.html")],
        [
            "assets/shows/cedar.*.css",
            *feeds("shows/cedar/", "shows/cedar/season-1/"),
            "shows/cedar/index.html",
            "shows/cedar/related/index.html",
            "shows/cedar/season-1/index.html",
        ],
    ),
    Case(
        "renamed-folder",
        lambda trial: (trial.root / "content/shows/cedar").rename(trial.root / "content/shows/elm"),
        [
            *OF_CEDAR,
            "assets/shows/elm.*.css",
            *feeds("shows/elm/", "shows/elm/season-1/"),
            "news-sitemap.xml",
            "shows/birch/related/index.html",
            "shows/elm/index.html",
            "shows/elm/related/index.html",
            "shows/elm/season-1/index.html",
            "sitemap.xml",
        ],
        [
            "show:elm",
            *MAPS - {"site:robots"},
            *pages(*OF_CEDAR, "shows/birch/related/index.html", "shows/elm/related/index.html"),
        ],
        [
            "assets/shows/cedar.*.css",
            *feeds("shows/cedar/", "shows/cedar/season-1/"),
            "shows/cedar/index.html",
            "shows/cedar/related/index.html",
            "shows/cedar/season-1/index.html",
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_change_makes_again_what_it_must_and_nothing_else(trial: Trial, case: Case) -> None:
    """Exactly these units are made, these files written and these removed."""
    case.change(trial)

    assert trial.build() == Made(
        frozenset(case.written), frozenset(case.removed), frozenset(case.units)
    )
    assert trial.build() == Made(frozenset(), frozenset(), frozenset())


@pytest.mark.parametrize("case", CASES[::5], ids=[case.id for case in CASES[::5]])
def test_change_that_was_taken_back_makes_nothing(trial: Trial, case: Case) -> None:
    """What changed and changed back between two builds did not change."""
    keep = trial.root / "kept"
    for name in ("content", "templates", "locale", "build"):
        if (trial.root / name).is_dir():
            shutil.copytree(trial.root / name, keep / name)
    case.change(trial)
    for name in ("content", "templates", "locale", "build"):
        shutil.rmtree(trial.root / name, ignore_errors=True)
    for folder in list(keep.iterdir()):
        folder.rename(trial.root / folder.name)

    assert trial.build() == Made(frozenset(), frozenset(), frozenset())


def test_clock_that_passes_no_day_makes_nothing(trial: Trial) -> None:
    """Until the next day on which something changes, there is nothing to do."""
    assert trial.build(today="2026-11-30") == Made(frozenset(), frozenset(), frozenset())


SEASON = {"api/v1/shows/ash/season-2.json", "shows/ash/season-2/index.json"}
SHOW = {"api/v1/shows/ash.json", "shows/ash/index.json"}
SUMMARIES = {
    *("api/v1/shows.json", "shows/index.json"),
    *("api/v1/networks/northlight.json", "networks/northlight/index.json"),
}
DATA: tuple[tuple[str, str, str, str, set[str]], ...] = (
    ("prose", "content/shows/ash/season-2/index.md", "Text", "Words", set()),
    (
        "headline",
        "content/shows/ash/season-2/index.md",
        "Ash, season 2",
        "Ash, once more",
        SEASON | SHOW | SUMMARIES,
    ),
    ("cast", "content/shows/ash/season-2/cast.yaml", "returning", "expected", SEASON),
    (
        "theory",
        "content/shows/ash/season-2/theories/roof.md",
        "on the roof",
        "in the yard",
        SEASON | {"api/v1/theories.json", "theories/index.json"},
    ),
    ("sources", "content/shows/ash/sources.yaml", "Wire", "Cable", SEASON),
    (
        "network",
        "content/shows/ash/show.yaml",
        "Northlight",
        "Eastlight",
        {
            *SHOW,
            # The short answer names the network.
            *SEASON,
            *("api/v1/shows.json", "shows/index.json", "api/v1/site.json", "index.json"),
            *("api/v1/scorecard.json", "scorecard/index.json"),
            *("api/v1/networks/eastlight.json", "networks/eastlight/index.json"),
        },
    ),
)


@pytest.mark.parametrize(
    ("path", "old", "new", "written"), [one[1:] for one in DATA], ids=[one[0] for one in DATA]
)
def test_change_writes_the_data_that_it_is_in(
    trial: Trial, path: str, old: str, new: str, written: set[str]
) -> None:
    """Exactly those files for programs are written that say what changed."""
    trial.replace(path, old, new)

    assert trial.build().data == written


def test_clock_that_passes_a_month(trial: Trial) -> None:
    """A new month moves the line of the present; shows without dates have none."""
    made = trial.build(today="2026-12-01")

    assert made == Made(
        frozenset(
            {
                "calendar/index.html",
                "index.html",
                "networks/northlight/index.html",
                "shows/ash/season-2/index.html",
            }
        ),
        frozenset(),
        frozenset(
            {"show:ash", *pages("calendar/index.html", "index.html")}
            | pages("networks/northlight/index.html")
        ),
    )


@pytest.mark.parametrize("today", ["2027-03-05", "2026-09-30"], ids=["forwards", "backwards"])
def test_clock_that_passes_a_day(trial: Trial, today: str) -> None:
    """On the day of a release, and before it was announced, the show's season reads otherwise."""
    made = trial.build(today=today)

    changed = {
        "calendar/index.html",
        *feeds("", NORTH, ASH, ASH_2),
        *(path for path in CALENDARS if path.endswith("calendar.ics")),
        "index.html",
        "scorecard/index.html",
        "shows/ash/index.html",
        "shows/ash/season-2/index.html",
        "sitemap.xml",
    }
    assert changed <= made.written
    assert not any(path.startswith(("shows/birch", "shows/cedar")) for path in made.written)
    assert "shows/ash/season-1/index.html" not in made.written
    assert made.removed == frozenset()
    assert {"show:birch", "show:cedar"}.isdisjoint(made.units)
    assert trial.build(today=today) == Made(frozenset(), frozenset(), frozenset())


def test_base_url_is_in_every_page_and_file(trial: Trial) -> None:
    """Another address changes all but assets; the old one brings the old files back."""
    before = look(trial.root / "build")
    made = trial.build(base_url="https://example.net/there/")

    assert made == Made(
        LISTS
        | RELATED
        | ARTICLES
        | HUBS
        | FEEDS
        | CALENDARS
        | {"news-sitemap.xml", "robots.txt", "site.webmanifest", "sitemap.xml"},
        frozenset(),
        EVERYTHING,
    )
    assert trial.build().written == made.written
    assert look(trial.root / "build") == before


@pytest.mark.parametrize("options", [{"jobs": 2}, {"strict": True}], ids=["jobs", "strict"])
def test_option_that_is_no_input_makes_nothing(trial: Trial, options: dict[str, Any]) -> None:
    """How many processes work, and how warnings count, is not in the result."""
    assert trial.build(**options) == Made(frozenset(), frozenset(), frozenset())


def test_clean_makes_everything(trial: Trial) -> None:
    """`--clean` writes all files anew, and removes what is ours first."""
    (trial.root / "build/CNAME").write_text("theirs")
    before = look(trial.root / "build")
    report = trial.report(clean=True)

    assert report.published is not None
    assert {*report.published.written, "CNAME"} == set(before)
    assert frozenset(report.reasons) == EVERYTHING
    assert look(trial.root / "build") == before


@pytest.mark.parametrize("folder", ["content", "build"])
def test_new_times_make_nothing(trial: Trial, folder: str) -> None:
    """Files with other times and inodes, and the same content, are the same."""
    for path in [path for path in (trial.root / folder).rglob("*") if path.is_file()]:
        data = path.read_bytes()
        path.unlink()
        path.write_bytes(data)
        os.utime(path, (1, 1))
    before = {path: path.stat().st_mtime_ns for path in (trial.root / "build").rglob("*")}

    assert trial.build() == Made(frozenset(), frozenset(), frozenset())
    assert before == {path: path.stat().st_mtime_ns for path in (trial.root / "build").rglob("*")}


def test_reasons_name_what_changed(trial: Trial) -> None:
    """Why a unit is made again is said in words."""
    trial.replace("content/shows/ash/season-2/theories/roof.md", "on the roof", "in the yard")
    trial.write("build/shows/cedar/index.html", "tampered")
    (trial.root / "build/sitemap.xml").unlink()

    assert dict(trial.report().reasons) == {
        "show:ash": "content/shows/ash/season-2/theories/roof.md changed",
        "show:cedar": "shows/cedar/index.html missing or altered",
        "page:theories/index.html": "shows that it speaks of changed",
        "site:sitemap": "sitemap.xml missing or altered",
    }


def test_build_with_errors_makes_nothing(trial: Trial) -> None:
    """Neither the show with the error nor one that changed beside it is published."""
    before = look(trial.root / "build")
    trial.replace("content/shows/birch/season-1/index.md", "show:ash/season-1", "show:oak")
    trial.replace("content/shows/cedar/season-1/index.md", "Text", "Words")

    assert trial.report().published is None
    assert look(trial.root / "build") == before
    trial.replace("content/shows/birch/season-1/index.md", "show:oak", "show:ash/season-1")
    assert trial.build() == Made(
        frozenset({"shows/cedar/season-1/index.html"}), frozenset(), frozenset({"show:cedar"})
    )


def test_link_to_a_show_that_is_gone_is_found(trial: Trial) -> None:
    """A show that did not change is told of when what it links to goes, is renamed, or moves."""
    trial.replace("content/shows/birch/season-1/index.md", "ash/season-1", "cedar/season-1#text")
    assert trial.report().published is None
    trial.replace("content/shows/cedar/season-1/index.md", "Text.", "## Text\n\nText.")
    trial.build()
    trial.replace("content/shows/cedar/season-1/index.md", "## Text\n\n", "")
    found = [str(one.location.path) for one in trial.report().log]
    (trial.root / "content/shows/cedar").rename(trial.root / "content/shows/elm")

    assert found == ["content/shows/birch/season-1/index.md"]
    assert [str(one.location.path) for one in trial.report().log] == found


# Inputs that are links, or stand where few look.


def test_content_that_is_a_link(trial: Trial, tmp_path: Path) -> None:
    """A content folder may stand elsewhere; what changes there is seen."""
    (trial.root / "content").rename(tmp_path / "elsewhere")
    (trial.root / "content").symlink_to(tmp_path / "elsewhere")
    assert trial.build() == Made(frozenset(), frozenset(), frozenset())
    trial.replace("content/shows/ash/season-2/index.md", "Text", "Words")

    assert trial.build().written == {"shows/ash/season-2/index.html"}
    trial.replace("content/site.yaml", "Seasons", "Years")
    assert trial.build().units == EVERYTHING


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("templates/pages/calendar.html", "calendar/index.html"),
        ("templates/assets/css/99-own.css", "assets/site.*.css"),
        ("locale/en.po", "calendar/index.html"),
    ],
)
def test_file_that_is_a_link(trial: Trial, tmp_path: Path, path: str, written: str) -> None:
    """A template, style sheet or catalogue may be a link to one that several sites share."""
    shared = tmp_path / "shared"
    match path.rpartition(".")[2]:
        case "html":
            text = (trial.project().package_templates / "pages/calendar.html").read_text("utf-8")
            old, new = text, text.replace("<section", "<!-- own --><section", 1)
        case "css":
            old, new = "a{color:red}", "a{color:blue}"
        case _:
            old, new = CATALOGUE, CATALOGUE.replace("Dates", "Days")
    shared.write_text(old, "utf-8")
    (trial.root / path).parent.mkdir(parents=True)
    (trial.root / path).symlink_to(shared)
    trial.build()
    shared.write_text(new, "utf-8")
    os.utime(shared, (1, 1))

    assert written in trial.build().written


def test_hidden_template_is_an_input(trial: Trial) -> None:
    """A template whose name begins with a dot can be included like any other."""
    text = (trial.project().package_templates / "pages/calendar.html").read_text("utf-8")
    own = text.replace("<section", "{% include 'partials/.own.html' %}<section", 1)
    trial.write("templates/pages/calendar.html", own)
    trial.write("templates/partials/.own.html", "one")
    trial.build()
    trial.write("templates/partials/.own.html", "two")

    assert trial.build().written == {"calendar/index.html"}


def test_page_that_was_not_there_for_a_while(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of a long list is made anew with each template, also when it came and went between."""
    monkeypatch.setattr(scorecard, "PER_PAGE", 1)
    monkeypatch.setattr(paging, "PER_PAGE", 1)
    draft = ("content/shows/ash/season-2/index.md", "headline", "draft: yes\nheadline")
    mark(trial, "base.html", "<body")
    assert "networks/northlight/page-2/index.html" in trial.build().written
    trial.replace(*draft)
    assert "networks/northlight/page-2/index.html" in trial.build().removed
    trial.replace("templates/base.html", "<!-- own -->", "<!-- other -->")
    trial.build()
    trial.replace(draft[0], draft[2], draft[1])
    trial.build()
    trial.replace("templates/base.html", "<!-- other -->", "<!-- own -->")

    assert "networks/northlight/page-2/index.html" in trial.build().written


def test_kept_text_knows_its_lines(trial: Trial) -> None:
    """Prose that is not rendered again is found where it stands now, below new front matter."""
    path = "content/shows/birch/season-1/index.md"
    trial.replace(path, "headline", "tags: [one]\nheadline")
    trial.build()
    (trial.root / "content/shows/ash").rename(trial.root / "content/shows/oak")

    assert [str(one.location) for one in trial.report().log] == [f"{path}:7:7"]


@pytest.mark.parametrize("unsure_ns", [snapshot.UNSURE_NS, 0])
@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/shows/ash/season-2/index.md", "Text", "Word"),
        ("content/shows/cedar/season-1/index.md", "Text", "Word"),
        ("content/shows/cedar/show.yaml", "Cedar", "Elder"),
        ("content/site.yaml", "Years", "Weeks"),
        ("content/sources.yaml", "Shared", "Common"),
        ("templates/pages/calendar.html", "<!-- own -->", "<!-- two -->"),
        ("build/index.html", "Years", "Weeks"),
    ],
)
def test_edit_during_a_build_is_seen_by_the_next(
    trial: Trial, monkeypatch: pytest.MonkeyPatch, unsure_ns: int, path: str, old: str, new: str
) -> None:
    """Whether a build still took note of a change or not, the next one puts it right."""
    monkeypatch.setattr(snapshot, "UNSURE_NS", unsure_ns)
    mark(trial, "pages/calendar.html", "<section")
    trial.replace("content/site.yaml", "Seasons", "Years")
    trial.report()
    trial.replace("content/shows/birch/season-1/index.md", "published", "tags: [a]\npublished")
    trial.write("locale/en.po", CATALOGUE)

    def edit(stage: str, done: int, total: int) -> None:
        if (stage, done) == ("compile", 2):
            trial.replace(path, old, new)

    published = build_site(trial.project(), BuildOptions(today=TODAY, jobs=1), edit).published
    assert published
    files = sum(1 for one in (trial.root / "build").rglob("*") if one.is_file())
    assert len(published.written) + published.unchanged == files
    trial.build()


def test_hint_of_a_broken_link_is_that_of_a_first_build(trial: Trial) -> None:
    """What is suggested instead of a page that is gone depends on the content alone."""
    (trial.root / "content/shows/ash").rename(trial.root / "content/shows/shows")
    found = [f"{one.message} ({one.hint})" for one in trial.report().log]
    shutil.rmtree(trial.root / ".seasontracker")
    shutil.rmtree(trial.root / "build")

    assert found == [f"{one.message} ({one.hint})" for one in trial.report().log]
    assert found[0].startswith("`show:ash/season-1` is no page of this site")


# Pages that are printed again, and not compiled.


@dataclass(frozen=True, slots=True)
class Compiling:
    """Notes which shows are compiled."""

    shows: list[str]

    def __call__(self, workshop: Any, slug: str, *others: Any) -> Any:
        self.shows.append(slug)
        return compile_show(workshop, slug, *others)


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list of shows that builds have compiled since."""
    shows: list[str] = []
    monkeypatch.setattr(worker, "compile_show", Compiling(shows))
    return shows


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("base.html", "<body"),
        ("partials/sources.html", "<section"),
        ("assets/css/99-own.css", "a{color:red}"),
        ("assets/js/theme.js", "let own = 1;"),
    ],
)
def test_other_templates_and_assets_compile_nothing(
    trial: Trial, compiled: list[str], path: str, text: str
) -> None:
    """What is only in a page's frame is printed around what was compiled before."""
    if path.startswith("assets"):
        trial.write(f"templates/{path}", text)
    else:
        mark(trial, path, text)
    assert trial.report().reasons.keys() >= SHOWS
    assert compiled == []
    trial.build()
    compiled.clear()
    shutil.rmtree(trial.root / "templates")
    assert trial.report().reasons.keys() >= SHOWS
    assert compiled == []


@pytest.mark.parametrize(
    "change",
    [
        lambda trial: mark(trial, "partials/inline.html", "<span"),
        lambda trial: trial.write("locale/en.po", CATALOGUE),
        lambda trial: trial.replace("content/site.yaml", "Seasons", "Years"),
    ],
    ids=["inline", "catalogue", "settings"],
)
def test_what_prose_and_views_hold_is_compiled(
    trial: Trial, compiled: list[str], change: Callable[[Trial], object]
) -> None:
    """What stands in compiled pages themselves changes by compiling them alone."""
    change(trial)
    trial.report()

    assert sorted(compiled) == ["ash", "birch", "cedar"]


def test_asset_within_prose_is_compiled(trial: Trial, compiled: list[str]) -> None:
    """A site's own marks may refer to an asset, which is then a part of the prose."""
    mark(trial, "partials/inline.html", "<span")
    trial.replace("templates/partials/inline.html", "<!-- own -->", "{{ asset('site.css').url }}")
    trial.report()
    trial.write("templates/assets/css/99-own.css", "a{color:red}")
    compiled.clear()
    trial.report()

    assert sorted(compiled) == ["ash", "birch", "cedar"]
    trial.build()


def test_show_that_changed_with_a_template_is_compiled(trial: Trial, compiled: list[str]) -> None:
    """Shows that changed, are due or were tampered with are compiled beside those printed again."""
    mark(trial, "base.html", "<body")
    trial.replace("content/shows/birch/show.yaml", "Birch", "Beech")
    (trial.root / "build/shows/cedar/season-1/feed.xml").unlink()
    trial.report(today="2026-12-01")

    assert sorted(compiled) == ["ash", "birch", "cedar"]
    compiled.clear()
    trial.replace("templates/base.html", "own", "other")
    trial.report(today="2026-12-01")
    assert compiled == []
    trial.build(today="2026-12-01")


def test_template_that_takes_a_place_away(trial: Trial, compiled: list[str]) -> None:
    """A link to a place that a template no longer has is found, from whatever show it comes."""
    trial.replace("content/shows/birch/season-1/index.md", "ash/season-1", "ash/season-1#own")
    text = (trial.project().package_templates / "pages/season.html").read_text("utf-8")
    own = text.replace("<article", '<i id="own"></i><article', 1)
    trial.write("templates/pages/season.html", own)
    trial.build()
    compiled.clear()
    trial.write("templates/pages/season.html", own.replace('"own"', '"other"'))
    found = [one.message for one in trial.report().log]

    assert found == ["`#own` is no place on that page"]
    assert compiled == []


def test_output_folders_keep_their_own_pages(trial: Trial, compiled: list[str]) -> None:
    """A second output, of another day, does not get in the way of the first."""
    other = replace(trial.project(), output=trial.root / "other")
    for today, project in ((TODAY, trial.project()), ("2024-01-01", other)) * 2:
        build_site(project, BuildOptions(today=today, jobs=1), lambda stage, done, total: None)
    compiled.clear()
    mark(trial, "base.html", "<body")
    for today, project in ((TODAY, trial.project()), ("2024-01-01", other)):
        build_site(project, BuildOptions(today=today, jobs=1), lambda stage, done, total: None)

    assert compiled == []
    assert (trial.root / "other/index.html").read_text() != (
        trial.root / "build/index.html"
    ).read_text()
    trial.build()


def test_icon_is_changed_and_removed(trial: Trial) -> None:
    """Each time the pictures are made anew and nothing else; without a drawing they are ours."""
    before = look(trial.root / "build")
    trial.write("content/icon.svg", ICON)
    made = Made(ICONS, frozenset(), frozenset({"site:icons"}))
    assert trial.build() == made
    trial.replace("content/icon.svg", "h8", "h4")
    assert trial.build() == made
    (trial.root / "content/icon.svg").unlink()
    assert trial.build() == made
    assert look(trial.root / "build") == before


def test_of_people_only_those_are_planned_of_whom_something_changed(
    trial: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A changed part makes one person's page again, and does not think of the others."""
    people = "people: {kim: Kim Doe, lee: Lee Roe}\ncharacters:\n"
    parts = "  lead: {name: Lead, played_by: kim}\n  other: {name: Other, played_by: lee}\n"
    claim = (
        "\n  claims:\n"
        "    - {date: 2026-03-01, status: returning, confidence: rumour, source: wire}\n"
    )
    trial.write("content/shows/ash/cast.yaml", people + parts)
    for season in (1, 2):
        trial.write(f"content/shows/ash/season-{season}/cast.yaml", f"lead:{claim}other:{claim}")
    trial.build()
    planned: list[str] = []

    def noted(workshop: Any, rows: Any, part: str, only: Any) -> Any:
        for page in plan_pages(workshop, rows, part, only):
            planned.append(page.name)
            yield page

    trial.replace(
        "content/shows/ash/season-2/cast.yaml",
        f"lead:{claim}",
        f"lead:{claim}".replace("rumour", "official"),
    )
    with monkeypatch.context() as patch:
        patch.setattr("seasontracker.pipeline.link.plan_pages", noted)
        made = trial.report()

    assert made.published is not None
    assert "people/kim/index.html" in made.published.written
    assert "page:people/kim/index.html" in planned
    assert "page:people/lee/index.html" not in planned
    trial.build()


def test_preview_on_one_memory(trial: Trial) -> None:
    """A preview shows what is hidden, and the next build takes it back; nothing is mixed."""
    trial.replace("content/shows/ash/season-2/index.md", "headline", "draft: yes\nheadline")
    trial.build()
    before = look(trial.root / "build")
    assert "shows/ash/season-2/index.html" not in before
    shown = trial.build(preview=True)

    assert "shows/ash/season-2/index.html" in shown.written
    assert b"noindex" in (trial.root / "build/index.html").read_bytes()
    assert "shows/ash/season-2/index.html" in trial.build().removed
    assert look(trial.root / "build") == before
    assert trial.build() == Made(frozenset(), frozenset(), frozenset())


def test_a_build_is_of_one_second(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    """While time goes on, the output is compared once, and all pages are of one moment."""
    seconds = count()

    class Passing(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:
            return datetime(2026, 11, 22, 23, 59, 58, tzinfo=tz) + timedelta(seconds=next(seconds))

    asked: list[int] = []

    def noted(records: Any, inputs: Any, output: Any, now: int, jobs: Any) -> Any:
        asked.append(now)
        return find_stale(records, inputs, output, now, jobs)

    monkeypatch.setattr("seasontracker.clock.datetime", Passing)
    monkeypatch.setattr("seasontracker.pipeline.work.find_stale", noted)
    trial.replace("content/shows/ash/season-2/index.md", "Text", "Words")
    report = trial.report(today=None)

    assert report.published is not None
    assert len(asked) == 1
    assert report.now == "2026-11-22T23:59:58+00:00"


@pytest.mark.parametrize(
    ("path", "old", "new", "planned"),
    [
        ("content/shows/ash/season-2/index.md", "Text", "Words", []),
        ("content/shows/ash/season-2/index.md", "Ash, season", "Ash, part", ["pages"]),
        ("content/shows/ash/show.yaml", "title: Ash", "title: Oak", ["people", "related", "pages"]),
        ("content/shows/ash/season-2/status.yaml", "2027-03-05", "2027-03-06", ["pages"]),
        ("content/shows/ash/cast.yaml", "Kim Doe", "Kim Roe", ["people", "pages"]),
    ],
    ids=["prose", "headline", "title", "claim", "person"],
)
def test_parts_of_the_site_that_nothing_touches_are_not_planned(
    trial: Trial, monkeypatch: pytest.MonkeyPatch, path: str, old: str, new: str, planned: list[str]
) -> None:
    """A site of ten thousand players does not think of each when a day is moved."""
    asked: list[str] = []

    def noted(workshop: Any, rows: Any, part: str, only: Any) -> Any:
        asked.append(part)
        return plan_pages(workshop, rows, part, only)

    trial.replace(path, old, new)
    with monkeypatch.context() as patch:
        patch.setattr("seasontracker.pipeline.link.plan_pages", noted)
        trial.report()

    assert asked == planned
    trial.build()
