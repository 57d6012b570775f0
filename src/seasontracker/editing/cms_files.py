"""The files of an `admin` folder, in which a git-based CMS edits the content in forms."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from ruamel.yaml import YAML

from seasontracker.editing.content_folder import (
    as_read,
    read,
    season_numbers,
    show_folder,
    show_slugs,
    within,
)
from seasontracker.editing.yaml_entries import EditingError
from seasontracker.project import Project
from seasontracker.schemas.cms import Backend, ShowFiles, config, shapes
from seasontracker.sources import load_yaml

_FOLDER = Path(__file__).parent / "cms"
BUNDLE = "sveltia-cms.js"
"""The file of the CMS that the page loads, unless another is named."""


def show_files(project: Project, slugs: Sequence[str]) -> list[ShowFiles]:
    """Return what there is of the shows named, all unless any is; raises `EditingError`."""
    return [
        _show_files(project, show_folder(project, slug)) for slug in slugs or show_slugs(project)
    ]


def _show_files(project: Project, folder: Path) -> ShowFiles:
    try:
        theories = {
            number: sorted(one.stem for one in (folder / f"season-{number}/theories").glob("*.md"))
            for number in season_numbers(folder)
        }
    except OSError as error:
        raise EditingError(
            f"`{within(project, Path(error.filename))}` cannot be read: {error.strerror}"
        ) from error
    has_own = (folder / "sources.yaml").exists()
    has_common = (project.root / project.content / "sources.yaml").exists()
    return ShowFiles(folder.name, _title(project, folder), theories, has_own or not has_common)


def _title(project: Project, folder: Path) -> str:
    path = folder / "show.yaml"
    document, _ = load_yaml(as_read(within(project, path), read(project, path)))
    value = document.value if document else None
    return str(value.get("title", folder.name)) if isinstance(value, dict) else folder.name


def config_text(backend: Backend, content: str, shows: Sequence[ShowFiles]) -> str:
    """Return `config.yml`."""
    writer = YAML()
    writer.width = 10_000  # patterns stay on their line
    writer.indent(mapping=2, sequence=4, offset=2)
    stream = io.StringIO("# Made by `seasontracker cms`; make it again rather than change it.\n")
    stream.seek(0, io.SEEK_END)
    writer.dump(config(backend, content, shows), stream)
    return stream.getvalue()


def cms_files(
    backend: Backend, content: str, shows: Sequence[ShowFiles], bundle: str
) -> Iterator[tuple[str, str]]:
    """Yield name and text of every file but those that come from npm."""
    yield "config.yml", config_text(backend, content, shows)
    told = json.dumps(shapes(), ensure_ascii=False, indent=1, sort_keys=True)
    yield "shapes.js", f"window.CMS_MANUAL_INIT = true;\nwindow.contentShapes = {told};\n"
    for name in ("index.html", "forms.js"):
        yield name, (_FOLDER / name).read_text(encoding="utf-8").replace("@BUNDLE@", bundle)
