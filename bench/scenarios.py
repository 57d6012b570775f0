"""What happens to a site before each measured build."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generators import REPOSITORY, Generator

_FOOTER = "</footer>"
_ADDED = "Nobody had expected the *announcement*, and nobody said so twice. "
_DAY, _NOTE = "2027-10-14", "Announced on stage"


@dataclass(frozen=True, slots=True)
class Target:
    """The season that an edit is about; another one in each repetition."""

    show: str
    """The slug."""
    season: int


@dataclass(frozen=True, slots=True)
class Site:
    """A generator's private copy of the corpus."""

    generator: Generator
    folder: Path

    def article(self, target: Target) -> Path:
        """Return the file of a season's prose."""
        content = self.folder / "content"
        if self.generator.name == "seasontracker":
            return content / "shows" / target.show / f"season-{target.season}" / "index.md"
        shows = content / "shows" if self.generator.name == "hugo" else content
        return shows / target.show / f"season-{target.season}.md"

    def base_template(self) -> Path:
        """Return the template that all pages share."""
        inside = {
            "seasontracker": "templates/base.html",
            "hugo": "layouts/baseof.html",
            "pelican": "theme/templates/base.html",
        }
        return self.folder / inside[self.generator.name]


Step = Callable[[Site, Target], Site]
"""Brings a site into its state, and returns where it is now."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A way in which a site comes to be built again."""

    name: str
    title: str
    prepare: Step
    needs_build: bool = True
    """Whether the site must have been built, and be as it was built, before."""


def copy_corpus(corpus: Path, site: Site) -> None:
    """Make a private copy; seasontracker gets a base template of the site's own, to be edited."""
    if site.folder.exists():
        shutil.rmtree(site.folder)
    shutil.copytree(corpus / site.generator.name, site.folder)
    if site.generator.name == "seasontracker":
        site.base_template().parent.mkdir()
        shutil.copyfile(REPOSITORY / "templates" / "base.html", site.base_template())


def forget_build(site: Site, target: Target) -> Site:
    """Remove output and caches."""
    for name in site.generator.kept:
        shutil.rmtree(site.folder / name, ignore_errors=True)
    return site


def do_nothing(site: Site, target: Target) -> Site:
    """Leave everything as it is."""
    return site


def edit_article(site: Site, target: Target) -> Site:
    """Add a sentence under the first heading of an article."""
    _replace(site.article(target), r"(\n## .*\n\n)", rf"\1{_ADDED}")
    return site


def add_claim(site: Site, target: Target) -> Site:
    """Add an entry to a season's log that gives it a day; the peers keep the log in the page."""
    if site.generator.name == "seasontracker":
        path = site.article(target).with_name("status.yaml")
        text = path.read_text("utf-8")
        source = re.findall(r"source: \[?([a-z0-9-]+)", text)[-1]
        entry = (
            f"- date: 2026-11-20\n  release: {_DAY}\n  production: post-production\n"
            f"  confidence: official\n  source: {source}\n  note: {_NOTE}\n"
        )
        path.write_text(text + entry, "utf-8")
        return site
    path, said = site.article(target), f"production post-production, release {_DAY}"
    _replace(path, r"\nstate: \w+\nrelease: .*\n", f"\nstate: dated\nrelease: {_DAY}\n")
    if site.generator.name == "hugo":
        entry = (
            f"  - date: 2026-11-20\n    text: {said}\n    confidence: official\n"
            f"    note: {_NOTE}\n    sources: [1]\n"
        )
        _replace(path, r"\ncast:\n", f"\n{entry}cast:\n")
    else:
        entry = f"    2026-11-20 | {said} | official | {_NOTE} | 1\n"
        _replace(path, r"\ncast: ", f"\n{entry}cast: ")
    return site


def change_base_template(site: Site, target: Target) -> Site:
    """Change a line of the template that all pages share."""
    _replace(site.base_template(), _FOOTER, f"<p>Second edition</p>\n{_FOOTER}")
    return site


def rename_show(site: Site, target: Target) -> Site:
    """Give a show another title; the peers have it on each of its pages."""
    content = site.folder / "content"
    if site.generator.name == "seasontracker":
        _retitle(content / "shows" / target.show / "show.yaml", "title")
        return site
    if site.generator.name == "hugo":
        _retitle(content / "shows" / target.show / "_index.md", "title")
    for path in sorted(site.article(target).parent.glob("season-*.md")):
        _retitle(path, "show")
    return site


def clone(site: Site, target: Target) -> Site:
    """Re-create the site in its place: a checkout with new files, output and caches restored."""
    aside = site.folder.with_name("aside")
    site.folder.rename(aside)
    _recreate(aside, site)  # what is left aside goes at the end of all: see `run_plan`
    return site


def clone_elsewhere(site: Site, target: Target) -> Site:
    """Do the same in a folder of another name."""
    elsewhere = Site(site.generator, site.folder.with_name("elsewhere"))
    shutil.rmtree(elsewhere.folder, ignore_errors=True)
    _recreate(site.folder, elsewhere)
    return elsewhere


def _recreate(old: Path, site: Site) -> None:
    """Copy sources with new times and inodes, output and caches with their old times."""
    kept = [name for name in site.generator.kept if (old / name).exists()]
    # copyfile: the times of a checkout are those of the checkout.
    shutil.copytree(
        old, site.folder, ignore=_top(old, (*kept, "__pycache__")), copy_function=shutil.copyfile
    )
    for name in kept:
        shutil.copytree(old / name, site.folder / name)


def _top(folder: Path, names: tuple[str, ...]) -> Callable[[str, list[str]], set[str]]:
    """Return a filter that leaves out what has one of the names right in a folder."""
    return lambda place, inside: set(inside) & set(names) if Path(place) == folder else set()


def _retitle(path: Path, key: str) -> None:
    text = path.read_text("utf-8")
    match = re.search(rf'^{key}: (?:"(.*)"|(.*))$', text, re.MULTILINE)
    assert match is not None
    title = f"{match[1] or match[2]} Again"
    value = f'"{title}"' if match[1] else title
    path.write_text(text[: match.start()] + f"{key}: {value}" + text[match.end() :], "utf-8")


def _replace(path: Path, pattern: str, replacement: str) -> None:
    text, count = re.subn(pattern, replacement, path.read_text("utf-8"), count=1)
    assert count == 1, f"{path} has no {pattern!r}"
    path.write_text(text, "utf-8")


SCENARIOS = (
    Scenario("cold", "Cold", forget_build, needs_build=False),
    Scenario("nothing", "Nothing changed", do_nothing),
    Scenario("article", "One article edited", edit_article),
    Scenario("claim", "One claim added", add_claim),
    Scenario("template", "Base template changed", change_base_template),
    Scenario("rename", "A show renamed", rename_show),
    Scenario("clone", "Fresh clone, cache restored", clone),
    Scenario("moved", "The same, in another folder", clone_elsewhere),
)
