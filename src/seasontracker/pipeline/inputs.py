"""Looks at everything that a build is made from, and reads only what moved since the last one.

Nothing here imports a library that a build without changes does not need.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from seasontracker.output.shared_work import find_failing
from seasontracker.output.snapshot import (
    EMPTY,
    Snapshot,
    Tree,
    is_untouched,
    moved_paths,
    take_snapshot,
)
from seasontracker.pipeline.options import BuildOptions
from seasontracker.project import Project

SHOW = "show:"
"""Begins the name of a show's unit."""
_HIDDEN_CONTENT = re.compile(r"[._#]|.*~$")
_HIDDEN_CODE = re.compile(r"\.|__pycache__")
_LIBRARIES = frozenset(
    (
        *(
            "babel",
            "brotli",
            "click",
            "jinja2",
            "markdown",
            "markupsafe",
            "msgspec",
            "nh3",
            "pillow",
        ),
        *("pydantic", "pydantic_core", "python_frontmatter", "pyyaml", "resvg_py", "tzdata"),
    )
)


@dataclass(slots=True)
class Inputs:
    """The state of all inputs, and what is new about it."""

    digests: dict[str, str] = field(default_factory=dict)
    """Of each part of the frame (`engine`, `settings`, `sources`, `icon`, `templates`, `locale`,
    `names`, `alone`, `base_url`, `preview`, `package-templates`), and of those shows that moved."""
    shows: tuple[str, ...] = ()
    """All folders of shows, sorted."""
    taken: dict[str, Snapshot] = field(default_factory=dict)
    """Snapshots that are newer than those on record."""
    moved: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What moved in each part or show, as `content/site.yaml changed`."""

    @property
    def program(self) -> str:
        """The digest of our own code and of all libraries."""
        return self.digests["engine"]

    @property
    def salt(self) -> str:
        """The digest of the code and catalogues that templates are compiled with."""
        return _joined(self.program, self.digests["locale"])

    @property
    def is_alone(self) -> bool:
        """Whether the site has one show, so that there is none to be related to it."""
        return bool(self.digests["alone"])

    @property
    def frame(self) -> str:
        """The digest of everything that is not part of a show."""
        parts = [f"{name}={digest}" for name, digest in sorted(self.digests.items())]
        frame = [part for part in parts if not part.startswith(SHOW)]
        return hashlib.sha256("\n".join(frame).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    root: str
    tree: Tree


def look_at_inputs(
    project: Project,
    options: BuildOptions,
    known: Mapping[str, Snapshot],
    now_ns: int,
    only: Collection[str] | None = None,
) -> Inputs:
    """Return the state of all inputs; `now_ns` is the file system's own time.

    With `only`, of the shows on record no others are looked at.
    """
    inputs = Inputs()
    for part in _frame(project):
        snapshot = _look(part, known.get(part.name), inputs, now_ns)
        inputs.digests[part.name] = snapshot.digest
    inputs.digests["engine"] = _joined(inputs.digests["engine"], sys.version, *_libraries())
    inputs.digests["base_url"] = options.base_url or ""
    inputs.digests["preview"] = "shown" if options.preview else ""
    content = project.root / project.content
    names = _names(content)
    shows = _names(content / "shows")
    inputs.digests["names"] = _joined(*names, "", *(one for one in shows if one[-1] != "/"))
    inputs.shows = tuple(one[:-1] for one in shows if one[-1] == "/")
    inputs.digests["alone"] = "" if len(inputs.shows) > 1 else "alone"
    root = f"{project.root}{os.sep}"
    parts = [
        _show(project, slug)
        for slug in inputs.shows
        if only is None or slug in only or f"{SHOW}{slug}" not in known
    ]
    before = [_of_tree(known.get(part.name), part.tree) for part in parts]

    def holds(one: Snapshot) -> bool:
        return bool(one.paths) and is_untouched(root, one)

    for index in find_failing(before, holds, options.jobs):
        _take(parts[index], before[index], inputs, now_ns)
    return inputs


def moved_since(
    project: Project,
    inputs: Inputs,
    known: Mapping[str, Snapshot],
    shows: Iterable[str],
    processes: int | None = None,
) -> set[str]:
    """Return which parts of the frame and which of these shows moved since they were looked at."""
    parts = [*_frame(project), *(_show(project, slug) for slug in shows)]
    seen = [
        (part.root, inputs.taken.get(part.name) or known.get(part.name, EMPTY)) for part in parts
    ]
    moved = find_failing(seen, lambda one: is_untouched(*one), processes)
    return {
        parts[index].name
        for index in moved
        if parts[index].name != "engine" or _reads_otherwise(parts[index], seen[index][1])
    }


def _reads_otherwise(part: _Part, before: Snapshot) -> bool:
    """Return whether a part's files differ; Python itself puts bytecode into our own folders."""
    return any(moved_paths(before, take_snapshot(part.root, part.tree, before, 0)))


def _show(project: Project, slug: str) -> _Part:
    tree = Tree(f"{project.content}/shows/{slug}", 3, str(project.content), _HIDDEN_CONTENT)
    return _Part(f"{SHOW}{slug}", f"{project.root}{os.sep}", tree)


def _of_tree(known: Snapshot | None, tree: Tree) -> Snapshot:
    """Return what is on record, unless that is about another folder."""
    is_same = known is not None and known.paths and known.paths[0].rstrip("/") == tree.top
    return known if known is not None and is_same else EMPTY


def _frame(project: Project) -> Iterator[_Part]:
    root = f"{project.root}{os.sep}"
    for name, file in (
        ("settings", "site.yaml"),
        ("sources", "sources.yaml"),
        ("icon", "icon.svg"),
    ):
        yield _Part(name, root, Tree(f"{project.content}/{file}"))
    # Whoever keeps a theme or a catalogue elsewhere, and links to it, is followed.
    yield _Part("locale", root, Tree("locale", within=None))
    if project.templates is not None:
        own = project.templates
        yield _Part("templates", f"{own.parent}{os.sep}", Tree(own.name, within=None))
    package = Path(__file__).parents[1]
    yield _Part("engine", f"{package.parent}{os.sep}", Tree(package.name, skip=_HIDDEN_CODE))
    ours = project.package_templates
    if not ours.is_relative_to(package) and ours != project.templates:
        yield _Part("package-templates", f"{ours.parent}{os.sep}", Tree(ours.name))


def _look(part: _Part, known: Snapshot | None, inputs: Inputs, now_ns: int) -> Snapshot:
    """Return a part's snapshot, taken again if anything moved."""
    before = _of_tree(known, part.tree)
    if before.paths and is_untouched(part.root, before):
        return before
    return _take(part, before, inputs, now_ns)


def _take(part: _Part, before: Snapshot, inputs: Inputs, now_ns: int) -> Snapshot:
    taken = take_snapshot(part.root, part.tree, before, now_ns)
    moved = tuple(f"{path} {how}" for path, how in moved_paths(before, taken))
    if moved:
        inputs.moved[part.name] = moved
    inputs.taken[part.name] = taken
    if part.name.startswith(SHOW):
        inputs.digests[part.name] = taken.digest
    return taken


def _names(folder: Path) -> list[str]:
    """Return the names of what is in a folder, sorted, those of folders with a slash."""
    try:
        with os.scandir(folder) as entries:
            found = [
                f"{entry.name}/" if entry.is_dir() else entry.name
                for entry in entries
                if not _HIDDEN_CONTENT.match(entry.name)
            ]
    except OSError:
        return []
    return sorted(found)


def _libraries() -> Iterator[str]:
    """Yield the installed versions of the libraries whose work is part of the result."""
    for folder in sys.path:
        try:
            with os.scandir(folder or ".") as entries:
                names = sorted(entry.name for entry in entries if entry.name.endswith(".dist-info"))
        except OSError:
            continue
        for name in names:
            if name.partition("-")[0].lower() in _LIBRARIES:
                yield name


def _joined(*parts: str) -> str:
    text = "\0".join(parts).encode("utf-8", "surrogateescape")
    return hashlib.sha256(text).hexdigest()
