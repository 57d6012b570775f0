"""After any sequence of changes a build leaves what a clean build makes, and nothing else."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import mkdtemp

import hypothesis
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from seasontracker.output import publish, snapshot
from seasontracker.output.manifest import Manifest
from seasontracker.output.publish import OutputError
from seasontracker.output.records import Records
from seasontracker.pages.views import agenda, board, home, network, paging, scorecard
from seasontracker.pipeline import pool, site_pages, worker
from seasontracker.pipeline.build import build_site, check_site
from seasontracker.pipeline.kept_pages import KeptPages, keep_pages, kept_pages
from seasontracker.pipeline.options import BuildOptions, BuildReport
from seasontracker.project import Project, find_project

SEQUENCES = int(os.environ.get("SEASONTRACKER_SEQUENCES", "50"))
"""How many sequences of changes are tried; `SEASONTRACKER_SEQUENCES=500` is the nightly form."""
PARTS = 2
"""Into how many tests each variant is divided, so that they can run beside each other."""
STEPS = 14
MOST_PENDING = 2
"""How many changes there are between two builds, at most."""

TODAY = date(2026, 11, 22)
DAYS = (-3000, -400, -3, -1, 0, 1, 2, 5, 45, 800, 3000)
"""Days on which a sequence begins, counted from `TODAY`."""
SLUGS = ("ash", "birch", "cedar", "dogwood", "elm", "fir")
CLAIMS = (
    "date: 2024-03-01\n  renewal: ordered\n  confidence: official\n  source: wire",
    "date: 2025-01-15\n  release: 2026\n  confidence: speculation\n  because: A year is needed.",
    "date: 2026-09\n  production: filming\n  confidence: reported\n  source: wire",
    "date: 2026-10-20\n  release: 2026-11-23\n  confidence: official\n  source: wire",
    "date: 2026-11-20\n  release: 2027-Q1\n  confidence: official\n  source: wire",
    "date: 2026-11-23\n  renewal: renewed\n  confidence: on-record\n  source: wire",
    "date: 2026-11-27\n  release: 2027-01-05\n  confidence: official\n  source: wire",
    "date: 2027-01-01\n  renewal: cancelled\n  confidence: rumour\n  source: wire",
    "date: 2026-11-01\n  headline: A notice\n  confidence: reported\n  source: wire\n  minor: yes",
    "date: 2026-11-02\n  release: 2027-02-01\n  confidence: official\n  source: wire"
    "\n  embargo_until: 2026-11-23T12:00Z",
    "date: 2026-06-01\n  release: early 2027\n  confidence: listing\n  source: shared",
    "date: 2026-11-21\n  release: 2027-03-01\n  renewal: concluded\n  confidence: official"
    "\n  source: wire\n  spoils: S02E05",
)
THEORY = (
    "---\nquestion: Is it {n}?\nproposed: 2026-0{month}-01\nevidence:\n"
    "  - {{date: 2026-12-01, bears: for, kind: interview, text: Yes., source: wire}}\n"
    "{verdicts}---\n\nBecause of {n}.\n"
)
VERDICT = "verdicts:\n  - {date: 2026-11-24, state: contested, source: wire}\n"
TEMPLATES = (
    "base.html",
    "pages/calendar.html",
    "pages/home.html",
    "pages/network.html",
    "pages/not_found.html",
    "pages/people.html",
    "pages/person.html",
    "pages/related.html",
    "pages/scorecard.html",
    "pages/season.html",
    "pages/show.html",
    "pages/shows.html",
    "pages/theories.html",
    "partials/blocks/timeline.html",
    "partials/follow.html",
    "partials/horizon.html",
    "partials/inline.html",
    "partials/show_tile.html",
    "partials/sources.html",
)
_PLACE = re.compile(r"<(?:section|div|p|ul|ol|h1|h2|article|table|nav|header|li|a|span)\b")

PLAYERS = (
    "people: {kim: Kim Doe}\ncharacters:\n  lead: {name: Lead, played_by: kim}\n",
    "people: {kim: {name: KIM DOE, original_name: 김도}}\n"
    "characters:\n  lead: {name: Lead, played_by: kim}\n",
    "people: {lee: Lee Roe}\ncharacters:\n  lead: {name: Lead, played_by: lee}\n",
    "people: {kim: Kim Doe}\ncharacters:\n  lead: {name: Lead, played_by: kim, spoils: S01}\n",
    "people: {kim: Dan Moe}\ncharacters:\n  lead: {name: Lead, played_by: kim}\n",
)
"""Who plays the lead; by the last, the same id as in other shows means somebody else."""
ONE_PERSON = len(PLAYERS) - 2
EPISODES = (
    "- {number: 1, title: One, airdate: 2026-11-25}\n",
    "- {number: 1, title: One, airdate: 2026-11-25}\n- {number: 2, airdate: 2026-12-02}\n",
    "- {number: 1, airdate: 2026-12-02, moved: [{date: 2026-11-24, was: 2026-11-25}]}\n",
)
ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h{0}v8z"/></svg>'
HIDDEN = (
    "",
    "draft: yes\n",
    "expires: 2026-11-24\n",
    "embargo_until: 2026-11-24T09:00+09:00\n",
    "embargo_until: 2026-11-23\nexpires: 2027-06-01\n",
)
"""Why a season is not there for readers."""

Tree = Mapping[str, bytes | str | None]
"""Paths and contents of files; where links lead; None for folders, whose paths end with a slash."""


@dataclass(slots=True)
class Season:
    """What an editor has written about one season."""

    text: int = 0
    headline: int = 0
    published: str = "2016-02-01"
    hidden: int = 0
    claims: list[int] = field(default_factory=list)
    theories: dict[str, int] = field(default_factory=dict)
    cast: int = 0
    picture: int = 0
    episodes: int = 0
    link: str = ""

    def files(self) -> Iterator[tuple[str, str]]:
        picture = "picture: roof\n" if self.picture else ""
        link = f"[there]({self.link})" if self.link else "nowhere"
        claimed = "Cited [@wire]." if self.text % 2 else "Not cited."
        yield (
            "index.md",
            f"---\nheadline: Headline {self.headline:04}\npublished: {self.published}\n"
            f"{picture}{HIDDEN[self.hidden]}---\n\n"
            f"## Part {self.text:04}\n\nText {self.text:04}, {link}. {claimed}\n",
        )
        if self.claims:
            yield "status.yaml", "".join(f"- {CLAIMS[claim]}\n" for claim in self.claims)
        if self.cast:
            yield (
                "cast.yaml",
                f"lead:\n  claims:\n    - {{date: 2026-11-0{self.cast}, status: returning,"
                " confidence: official, source: wire}\n",
            )
        if self.episodes:
            yield "episodes.yaml", EPISODES[self.episodes - 1]
        if self.picture:
            yield (
                "media.yaml",
                "images:\n  roof: {file: images/roof.svg, alt: Roof, credit: Kim, license: CC0}\n",
            )
            yield (
                "images/roof.svg",
                '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9">'
                f'<rect width="{self.picture}" height="9"/></svg>',
            )
        for slug, number in self.theories.items():
            verdicts = VERDICT if number % 2 else ""
            yield (
                f"theories/{slug}.md",
                THEORY.format(n=number, month=1 + number % 9, verdicts=verdicts),
            )


SHARED = (
    "shared: {publisher: Shared 0}\n",
    "shared: {publisher: Shared 1}\n",
    "# The same.\nshared: {publisher: Shared 1}\n",
    # An address that some shows' own source has, which is a warning.
    "shared: {publisher: Shared 1}\nextra: {publisher: E, url: 'http://www.example.org/1/#x'}\n",
)
"""The site's own sources, which some seasons cite."""


@dataclass(slots=True)
class Show:
    """What an editor has written about one show."""

    title: int
    network: int
    seasons: dict[int, Season] = field(default_factory=dict)
    sources: int = 0
    unused: bool = False
    person: int = 0

    def files(self) -> Iterator[tuple[str, str]]:
        yield (
            "show.yaml",
            f"title: Title {self.title:04}\nnetwork: Network {self.network}\nsummary: Sum.\n"
            f"genres: [Drama, Genre {self.title % 3}]\n",
        )
        yield (
            "sources.yaml",
            f"wire: {{publisher: Wire, url: 'https://example.org/{self.sources}'}}\n",
        )
        yield "cast.yaml", PLAYERS[self.person]
        if self.unused:
            yield "notes.txt", "unused"
        for number, season in self.seasons.items():
            for path, text in season.files():
                yield f"season-{number}/{path}", text


@dataclass(slots=True)
class Site:
    """All that a site is made from."""

    shows: dict[str, Show] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)
    shared: int = 0
    templates: dict[str, str] = field(default_factory=dict)
    catalogue: int = 0
    icon: int = 0
    faults: dict[str, str] = field(default_factory=dict)
    """Files with errors in them."""

    def files(self) -> dict[str, str]:
        given = {
            "title": "Seasons",
            "base_url": "https://example.org/",
            # A clean build draws all of them, which takes long.
            "social_cards": "no",
        } | self.settings
        files = {
            "content/site.yaml": "".join(f"{key}: {value}\n" for key, value in given.items()),
            "content/sources.yaml": SHARED[self.shared],
        }
        for slug, show in self.shows.items():
            for path, text in show.files():
                files[f"content/shows/{slug}/{path}"] = text
        for path, text in self.templates.items():
            files[f"templates/{path}"] = text
        if self.catalogue:
            files["locale/en.po"] = (
                'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
                f'msgid "Calendar"\nmsgstr "Dates {self.catalogue}"\n'
            )
        if self.icon:
            files["content/icon.svg"] = ICON.format(self.icon)
        return files | self.faults


@dataclass(frozen=True, slots=True)
class Variant:
    """Circumstances in which sequences are tried."""

    trusts_times: bool = False
    """Whether a file need not be old for its times to be believed."""
    short_pages: bool = False
    """Whether few entries fill a page, so that lists have several."""
    starts_processes: bool = False


VARIANTS = {
    "unsure": Variant(),
    "sure": Variant(trusts_times=True),
    "paged": Variant(trusts_times=True, short_pages=True),
    "pool": Variant(short_pages=True, starts_processes=True),
}


def look(folder: Path) -> dict[str, bytes | str | None]:
    """Return everything in a folder, links not followed."""
    found: dict[str, bytes | str | None] = {}
    waiting = [("", folder)]
    while waiting:
        above, inside = waiting.pop()
        with os.scandir(inside) as entries:
            for entry in entries:
                path = f"{above}{entry.name}"
                if entry.is_symlink():
                    found[path] = str(Path(entry.path).readlink())
                elif entry.is_dir():
                    found[f"{path}/"] = None
                    waiting.append((f"{path}/", Path(entry.path)))
                else:
                    found[path] = Path(entry.path).read_bytes()
    return found


def times(folder: Path) -> dict[str, tuple[int, int]]:
    """Return inode and time of everything in a folder."""
    if not folder.is_dir():
        return {}
    return {
        str(path): (path.lstat().st_ino, path.lstat().st_mtime_ns) for path in folder.rglob("*")
    }


def findings(report: BuildReport) -> list[str]:
    """Return what a build found, as text."""
    return [
        f"{one.location} {one.code.name} {one.message} {one.hint} {one.excerpt}"
        for one in report.log
    ]


def ignore(stage: str, done: int, total: int) -> None:
    """Show no progress."""


class Changes(RuleBasedStateMachine):
    """A site that is changed in every way, and built now and then."""

    variant = Variant()
    folder: Path

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(mkdtemp(dir=self.folder))
        self.site = Site()
        self.written: dict[str, str] = {}
        self.foreign: dict[str, str | None] = {}
        self.planted: set[str] = set()
        """Where folders were put in the place of our files."""
        self.day = 0
        self.is_noon = False
        self.base_url: str | None = None
        self.is_preview = False
        self.pending = 0
        self.counter = 0
        self.patch = pytest.MonkeyPatch()

    @property
    def output(self) -> Path:
        return self.root / "build"

    def teardown(self) -> None:
        try:
            if self.pending and sys.exc_info()[0] is None:
                self.build(jobs=1, clean=False)
        finally:
            self.patch.undo()
            shutil.rmtree(self.root)

    # What the site is at first.

    @initialize(shows=st.integers(2, 6), day=st.sampled_from(DAYS), claims=st.integers(0, 9))
    def begin(self, shows: int, day: int, claims: int) -> None:
        self.day = day
        for number, slug in enumerate(SLUGS[:shows]):
            show = self.site.shows[slug] = Show(number, number % 3)
            for season in range(1, 1 + (number + claims) % 4):
                show.seasons[season] = Season(
                    claims=[(claims + number + season) % len(CLAIMS)],
                    theories={"who": number} if (number + season) % 2 else {},
                    picture=1 if number == season else 0,
                    link=f"show:{SLUGS[(number + season) % shows]}",
                )
        self.write()
        self.build(jobs=1, clean=False)

    # Changes of content.

    @precondition(lambda self: self.pending < MOST_PENDING)
    @rule(which=st.integers(0, 20), how=st.sampled_from(("plain", "same time", "replaced")))
    def edit_prose(self, which: int, how: str) -> None:
        if season := self.season(which):
            season.text = self.next()
            self.write(how)

    @precondition(lambda self: self.pending < MOST_PENDING)
    @rule(
        which=st.integers(0, 20),
        what=st.sampled_from(
            (
                "claim",
                "no claim",
                "headline",
                "hidden",
                "published",
                "theory",
                "no theory",
                "cast",
                "episodes",
            )
        ),
        value=st.integers(0, 10),
    )
    def edit_season(self, which: int, what: str, value: int) -> None:
        season = self.season(which)
        if season is None:
            return
        match what:
            case "claim":
                season.claims.append(value)
            case "no claim":
                del season.claims[-1:]
            case "headline":
                season.headline = value
            case "hidden":
                season.hidden = value % len(HIDDEN)
            case "published":
                season.published = f"2026-11-{20 + value % 6}"
            case "theory":
                season.theories["why" if value % 2 else "who"] = value
            case "no theory":
                season.theories.clear()
            case "cast":
                season.cast = value
            case "episodes":
                season.episodes = value % (len(EPISODES) + 1)
        self.write()

    @precondition(lambda self: self.pending < MOST_PENDING)
    @rule(which=st.integers(0, 20), size=st.integers(0, 9))
    def edit_picture(self, which: int, size: int) -> None:
        if season := self.season(which):
            season.picture = size
            self.write()

    @precondition(lambda self: self.pending < MOST_PENDING)
    @rule(
        which=st.integers(0, 20),
        there=st.integers(0, 5),
        where=st.sampled_from(("", "/season-1", "/season-1#theories", "/season-2", "#seasons")),
    )
    def link(self, which: int, there: int, where: str) -> None:
        if season := self.season(which):
            season.link = f"show:{SLUGS[there]}{where}"
            self.write()

    @precondition(lambda self: self.pending < MOST_PENDING)
    @rule(
        which=st.integers(0, 5),
        what=st.sampled_from(("title", "network", "sources", "unused", "person")),
        value=st.integers(0, 4),
    )
    def edit_show(self, which: int, what: str, value: int) -> None:
        show = self.show(which)
        match what:
            case "title":
                show.title = value
            case "network":
                show.network = value
            case "sources":
                show.sources = value
            case "unused":
                show.unused = not show.unused
            case "person":
                show.person = value
        self.write()

    @precondition(lambda self: self.pending < MOST_PENDING)
    @rule(which=st.integers(0, 5), to=st.integers(0, 5), mends=st.booleans())
    def rename_show(self, which: int, to: int, mends: bool) -> None:
        old, new = self.slug(which), SLUGS[to]
        if new in self.site.shows:
            return
        self.site.shows[new] = self.site.shows.pop(old)
        folder = self.root / "content/shows"
        (folder / old).rename(folder / new)
        for path in [path for path in self.written if path.startswith(f"content/shows/{old}/")]:
            moved = path.replace(f"shows/{old}/", f"shows/{new}/", 1)
            self.written[moved] = self.written.pop(path)
        if mends:
            self.mend_links()
        self.write()

    @precondition(lambda self: self.pending < MOST_PENDING)
    @rule(which=st.integers(0, 5), seasons=st.integers(0, 3))
    def add_show(self, which: int, seasons: int) -> None:
        if SLUGS[which] not in self.site.shows:
            show = self.site.shows[SLUGS[which]] = Show(self.next(), which % 2)
            for number in range(1, seasons + 1):
                show.seasons[number] = Season(claims=[number])
            self.write()

    @precondition(lambda self: self.pending < MOST_PENDING)
    @rule(which=st.integers(0, 5), mends=st.booleans())
    def remove_show(self, which: int, mends: bool) -> None:
        if len(self.site.shows) > 1:
            del self.site.shows[self.slug(which)]
            if mends:
                self.mend_links()
            self.write()

    @precondition(lambda self: self.pending < MOST_PENDING)
    @rule(which=st.integers(0, 5), number=st.integers(1, 4))
    def toggle_season(self, which: int, number: int) -> None:
        seasons = self.show(which).seasons
        if seasons.pop(number, None) is None:
            seasons[number] = Season(text=self.next(), claims=[number])
        self.write()

    @precondition(lambda self: self.pending < MOST_PENDING)
    @rule(which=st.integers(0, 5), to=st.integers(0, 5), number=st.integers(1, 3))
    def move_season(self, which: int, to: int, number: int) -> None:
        one, other = self.slug(which), self.slug(to)
        seasons, others = self.site.shows[one].seasons, self.site.shows[other].seasons
        if number not in seasons or number in others:
            return
        others[number] = seasons.pop(number)
        inside = f"season-{number}"
        folder = self.root / "content/shows"
        (folder / one / inside).rename(folder / other / inside)
        for path in [
            path for path in self.written if path.startswith(f"content/shows/{one}/{inside}/")
        ]:
            moved = path.replace(f"shows/{one}/", f"shows/{other}/", 1)
            self.written[moved] = self.written.pop(path)
        self.write()

    @precondition(lambda self: self.pending < MOST_PENDING)
    @rule(which=st.integers(0, 200), what=st.sampled_from(("touched", "copied", "older")))
    def touch(self, which: int, what: str) -> None:
        paths = sorted(self.written)
        path = self.root / paths[which % len(paths)]
        match what:
            case "touched":
                path.touch()
            case "older":
                os.utime(path, (1, 1))
            case "copied":
                copy = path.with_name(f".{path.name}.copy")
                shutil.copyfile(path, copy)
                copy.replace(path)
        self.pending += 1

    # Changes of everything else.

    @precondition(lambda self: self.pending < MOST_PENDING)
    @rule(
        change=st.sampled_from(
            (
                ("title", "Other"),
                ("title", "Seasons # a remark"),
                ("tagline", "Known dates"),
                ("tagline", ""),
                ("language", "ko"),
                ("language", "en"),
                ("social_cards", "yes"),
                ("social_cards", "no"),
                ("timezone", "Asia/Seoul"),
                ("timezone", "UTC"),
                ("base_url", "https://example.org/there/"),
                ("base_url", "https://example.org/"),
                ("indexable", "no"),
                ("indexable", "yes"),
                ("hosts", "[netlify, nginx]"),
                ("hosts", "[github-pages]"),
                ("hosts", ""),
                ("precompress", "yes"),
                ("precompress", "no"),
                ("checks", '{unused-file: "off", repeated-source: error}'),
                ("checks", ""),
            )
        )
    )
    def edit_settings(self, change: tuple[str, str]) -> None:
        key, value = change
        self.site.settings.pop(key, None)
        if value:
            self.site.settings[key] = value
        self.write()

    @precondition(lambda self: self.pending < MOST_PENDING)
    @rule(which=st.sampled_from(TEMPLATES), mark=st.sampled_from(("", "one", "two", "{# three #}")))
    def edit_template(self, which: str, mark: str) -> None:
        self.site.templates.pop(which, None)
        if mark:
            text = (self.project().package_templates / which).read_text("utf-8")
            note = mark if mark.startswith("{") else f"<!-- {mark} -->"
            changed, places = _PLACE.subn(lambda match: note + match[0], text, count=1)
            # One that only calls another has no tag to stand before.
            self.site.templates[which] = changed if places else note + text
        self.write()

    @precondition(lambda self: self.pending < MOST_PENDING)
    @rule(
        which=st.sampled_from(
            ("css/99-own.css", "css/09-print.css", "js/own.js", "fonts/own.woff2")
        ),
        version=st.integers(0, 2),
    )
    def edit_asset(self, which: str, version: int) -> None:
        self.site.templates.pop(f"assets/{which}", None)
        if version:
            self.site.templates[f"assets/{which}"] = f"a{{b:{version}}}\n"
        self.write()

    @precondition(lambda self: self.pending < MOST_PENDING)
    @rule(version=st.integers(0, 2), shared=st.integers(0, len(SHARED) - 1))
    def edit_shared_files(self, version: int, shared: int) -> None:
        self.site.catalogue = version
        self.site.shared = shared
        self.write()

    @precondition(lambda self: self.pending < MOST_PENDING)
    @rule(version=st.integers(0, 2))
    def edit_icon(self, version: int) -> None:
        self.site.icon = 4 * version
        self.write()

    @precondition(lambda self: self.pending < MOST_PENDING)
    @rule(is_preview=st.booleans())
    def choose_preview(self, is_preview: bool) -> None:
        self.is_preview = is_preview
        self.pending += 1

    @precondition(lambda self: self.pending < MOST_PENDING)
    @rule(url=st.sampled_from((None, "https://example.net/preview/", "https://example.org/")))
    def choose_base_url(self, url: str | None) -> None:
        self.base_url = url
        self.pending += 1

    @precondition(lambda self: self.pending < MOST_PENDING)
    @rule(
        fault=st.sampled_from(
            (
                ("content/shows/ash/season-1/status.yaml", "- {date: 2026, renewel: renewed}\n"),
                ("content/shows/birch/show.yaml", "title: [\n"),
                ("content/shows/Birch/show.yaml", "title: B\n"),
                (
                    "content/site.yaml",
                    "title: x\nbase_url: https://example.org/\nlanguage: xx-yy\n",
                ),
                ("content/sources.yaml", "shared: {publisher: [}\n"),
                ("templates/pages/season.html", "{% if %}"),
                ("templates/pages/home.html", "{{ nothing.there }}"),
                ("templates/partials/sources.html", "{{ nothing.there }}"),
                ("locale/en.po", 'msgid "%(number)d one"\nmsgstr "%(other)d"\n'),
            )
        )
    )
    def make_a_mistake(self, fault: tuple[str, str]) -> None:
        path, text = fault
        self.site.faults[path] = text
        self.write()

    # What others do to the output, and to the memory of builds.

    @precondition(lambda self: self.pending < MOST_PENDING)
    @rule(
        which=st.integers(0, 200),
        what=st.sampled_from(
            ("altered", "longer", "empty", "deleted", "linked", "touched", "copied", "folder")
        ),
    )
    def tamper(self, which: int, what: str) -> None:
        ours = sorted(path for path in self.ours() if not path.endswith("/"))
        if not ours:
            return
        path = self.output / ours[which % len(ours)]
        seen = path.stat()
        data = path.read_bytes()
        match what:
            case "altered":
                path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
                os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))
            case "longer":
                path.write_bytes(data + b"!")
            case "empty":
                path.write_bytes(b"")
            case "deleted":
                path.unlink()
            case "linked":
                copy = self.root / f"copy-{self.next()}"
                copy.write_bytes(data)
                path.unlink()
                path.symlink_to(copy)
            case "touched":
                os.utime(path, (1, 1))
            case "copied":
                path.unlink()
                path.write_bytes(data)
            case "folder":
                path.unlink()
                path.mkdir()
                self.planted.add(path.relative_to(self.output).as_posix())
        self.pending += 1

    @precondition(lambda self: self.pending < MOST_PENDING)
    @rule(which=st.integers(0, 50))
    def remove_output_folder(self, which: int) -> None:
        folders = ["", *sorted(path for path in self.ours() if path.endswith("/"))]
        gone = folders[which % len(folders)]
        shutil.rmtree(self.output / gone, ignore_errors=True)
        self.foreign = {
            path: text for path, text in self.foreign.items() if not path.startswith(gone)
        }
        self.pending += 1

    @precondition(lambda self: self.pending < MOST_PENDING)
    @rule(which=st.integers(0, 50), is_folder=st.booleans())
    def add_foreign(self, which: int, is_folder: bool) -> None:
        folders = ["", *sorted(path for path in self.ours() if path.endswith("/"))]
        path = f"{folders[which % len(folders)]}foreign-{self.next()}"
        self.output.mkdir(exist_ok=True)
        if is_folder:
            (self.output / path).mkdir()
            self.foreign[f"{path}/"] = None
        else:
            (self.output / path).write_text("theirs")
            self.foreign[path] = "theirs"
        self.pending += 1

    @precondition(lambda self: self.pending < MOST_PENDING)
    @rule(with_output=st.booleans())
    def lose_memory(self, with_output: bool) -> None:
        if not with_output and self.pending:
            # Which files are ours, nobody knows then; so the pages must be those of before.
            self.build(jobs=1, clean=False)
        shutil.rmtree(self.root / ".seasontracker", ignore_errors=True)
        if with_output:
            shutil.rmtree(self.output, ignore_errors=True)
            self.foreign.clear()
        else:
            self.build(jobs=1, clean=False)

    @rule(after=st.integers(0, 6))
    def cut_off(self, after: int) -> None:
        """Stop a build while it publishes, or just before it is on record."""
        moved = 0
        move: Callable[[Path, Path], None] = publish._move

        def stopping(source: Path, target: Path) -> None:
            nonlocal moved
            moved += 1
            if moved > after:
                raise KeyboardInterrupt
            move(source, target)

        def no_commit(records: Records) -> None:
            raise KeyboardInterrupt

        with self.patch.context() as patch:
            if after < 6:
                patch.setattr(publish, "_move", stopping)
            patch.setattr(Records, "commit", no_commit)
            try:
                self.run_build(jobs=1, clean=False)
            except (KeyboardInterrupt, OutputError):
                self.pending = max(self.pending, 1)

    # Builds.

    @rule(
        jobs=st.sampled_from((1, 1, 1, 2)),
        clean=st.sampled_from((False,) * 9 + (True,)),
        days=st.sampled_from((0, 0, 0, 1, -1, 4, -4, 31, -31, 90, -90, 400, -400)),
        hours=st.sampled_from((False, False, True)),
    )
    def wait_and_build(self, jobs: int, clean: bool, days: int, hours: bool) -> None:
        """Build at another time, later or earlier; the same is good enough if there is news."""
        if self.pending or days or hours:
            self.day += days
            self.is_noon ^= hours
            self.build(jobs, clean=clean)

    def build(self, jobs: int, *, clean: bool) -> None:
        """Build, compare with a clean build, and build once more."""
        wanted, tree = self.clean_build()
        if wanted.published is None:
            before = times(self.output)
            failed = self.run_build(jobs, clean=clean)
            assert failed.published is None
            assert findings(failed) == findings(wanted)
            assert times(self.output) == before
            self.site.faults.clear()
            self.mend_links()
            for show in self.site.shows.values():
                show.person = min(show.person, ONE_PERSON)
            self.write()
            wanted, tree = self.clean_build()
            assert wanted.published is not None, findings(wanted)
        report = self.run_build(jobs, clean=clean)
        assert report.published is not None
        self.compare(report, wanted, tree)
        again = self.run_build(jobs, clean=False)
        assert again.published is not None
        assert (again.published.written, again.published.removed) == ((), ())
        assert dict(again.reasons) == {}
        self.compare(again, wanted, tree)
        self.pending = 0

    def compare(self, report: BuildReport, wanted: BuildReport, tree: Tree) -> None:
        """Fail unless output and report are those of a clean build."""
        found = look(self.output)
        # Where no file of ours is wanted any more, such a folder is somebody else's.
        left = {path for path in self.planted if path not in tree and f"{path}/" in found}
        self.foreign |= dict.fromkeys(f"{path}/" for path in left)
        self.planted.clear()
        assert {path: found.get(path, "missing") for path in self.foreign} == {
            path: text.encode() if text is not None else None for path, text in self.foreign.items()
        }
        above = {
            "".join(f"{part}/" for part in path.split("/")[:depth])
            for path in self.foreign
            for depth in range(1, path.rstrip("/").count("/") + 1)
        }
        expected = {**dict.fromkeys(above), **tree}
        ours = {path: data for path, data in found.items() if path not in self.foreign}
        assert sorted(ours) == sorted(expected)
        assert [path for path in ours if ours[path] != expected[path]] == []
        assert findings(report) == findings(wanted)
        assert (report.shows, report.seasons, report.pages) == (
            wanted.shows,
            wanted.seasons,
            wanted.pages,
        )
        files = {path for path in tree if not path.endswith("/")}
        assert Manifest(self.root / ".seasontracker/build-files.txt").read() == files
        assert report.published is not None
        assert len(report.published.written) + report.published.unchanged == len(files)
        checked = check_site(self.project(), self.options(1), ignore)
        assert findings(checked) == findings(wanted)
        assert look(self.output) == found

    def run_build(self, jobs: int, *, clean: bool) -> BuildReport:
        if not self.variant.starts_processes:
            jobs = 1
        options = replace(self.options(jobs), clean=clean)
        return build_site(self.project(), options, ignore)

    def clean_build(self) -> tuple[BuildReport, Tree]:
        """Build without any memory into another folder."""
        folder = Path(mkdtemp(dir=self.folder))
        try:
            project = replace(self.project(), output=folder / "build", state=folder / "state")
            report = build_site(project, self.options(1), ignore)
            return report, look(folder / "build") if report.published else {}
        finally:
            shutil.rmtree(folder)

    def project(self) -> Project:
        return find_project(self.root)

    def options(self, jobs: int) -> BuildOptions:
        today = TODAY + timedelta(days=self.day)
        day = f"{today}T12:00+03:00" if self.is_noon else today.isoformat()
        return BuildOptions(base_url=self.base_url, today=day, jobs=jobs, preview=self.is_preview)

    # What the rules share.

    def next(self) -> int:
        self.counter += 1
        return self.counter

    def slug(self, which: int) -> str:
        slugs = list(self.site.shows)
        return slugs[which % len(slugs)]

    def show(self, which: int) -> Show:
        return self.site.shows[self.slug(which)]

    def season(self, which: int) -> Season | None:
        seasons = [one for show in self.site.shows.values() for one in show.seasons.values()]
        return seasons[which % len(seasons)] if seasons else None

    def mend_links(self) -> None:
        for show in self.site.shows.values():
            for season in show.seasons.values():
                season.link = ""

    def ours(self) -> set[str]:
        """Return what is in the output and was not put there by somebody else."""
        if not self.output.is_dir():
            return set()
        found = look(self.output)
        return {
            path
            for path, data in found.items()
            if path not in self.foreign and data != "" and not isinstance(data, str)
        }

    def write(self, how: str = "plain") -> None:
        """Bring the project's files up to date; only those that differ are written."""
        wanted = self.site.files()
        for path in [path for path in self.written if path not in wanted]:
            (self.root / path).unlink()
            del self.written[path]
        for folder, _, _ in os.walk(self.root, topdown=False):
            inside = Path(folder).relative_to(self.root).parts
            if (
                inside
                and inside[0] in ("content", "templates", "locale")
                and next(Path(folder).iterdir(), None) is None
            ):
                Path(folder).rmdir()
        for path, text in wanted.items():
            if self.written.get(path) != text:
                self._write(self.root / path, text, how)
                self.written[path] = text
        self.pending += 1

    def _write(self, target: Path, text: str, how: str) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        seen = target.stat() if target.exists() else None
        if seen is None or how == "plain":
            target.write_text(text, "utf-8")
            return
        beside = target.with_name(f".{target.name}.new") if how == "replaced" else target
        beside.write_text(text, "utf-8")
        os.utime(beside, ns=(seen.st_atime_ns, seen.st_mtime_ns))
        if beside != target:
            beside.replace(target)


def keep_strictly(pages: KeptPages) -> bytes:
    """Keep pages, and fail unless they come back as they were, down to the type of each number."""
    data = keep_pages(pages)
    assert kept_pages(data) == pages
    assert [repr((page.head, page.view)) for page in kept_pages(data).pages] == [
        repr((page.head, page.view)) for page in pages.pages
    ]
    return data


def apply_variant(monkeypatch: pytest.MonkeyPatch, variant: Variant) -> None:
    """Bring about the circumstances of a variant."""
    monkeypatch.setattr(worker, "keep_pages", keep_strictly)
    if variant.trusts_times:
        monkeypatch.setattr(snapshot, "UNSURE_NS", 0)
    if variant.short_pages:
        for module in (paging, agenda, board, home, scorecard):
            monkeypatch.setattr(module, "PER_PAGE", 2)
        for module, names in (
            (agenda, ("MOST_IN_FRONT",)),
            (board, ("MOST_IN_FRONT", "MOST_COUNTS")),
            (home, ("MOST_SHOWS", "LATEST_SHOWS", "MOST_NEWS", "MOST_COMING")),
            (network, ("MOST_SHOWS", "MOST_COMING")),
            (site_pages, ("MOST_IN_FRONT", "MOST_THEORIES")),
        ):
            for name in names:
                monkeypatch.setattr(module, name, 2)
    if variant.starts_processes:
        monkeypatch.setattr(pool, "POOL_FROM", 2)
        monkeypatch.setattr(pool, "_BATCH", 1)


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("variant", VARIANTS.values(), ids=VARIANTS)
def test_incremental_build_equals_clean_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variant: Variant, part: int
) -> None:
    """Files, folders and findings are those of a clean build, whatever happened before."""
    monkeypatch.chdir(tmp_path)
    apply_variant(monkeypatch, variant)
    machine = type("Changes", (Changes,), {"variant": variant, "folder": tmp_path})
    number = list(VARIANTS.values()).index(variant) * PARTS + part
    sequences = SEQUENCES // (PARTS * len(VARIANTS)) + (
        number < SEQUENCES % (PARTS * len(VARIANTS))
    )
    if SEQUENCES <= 50:
        hypothesis.seed(number)(machine)
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=sequences,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            print_blob=True,
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        ),
    )
