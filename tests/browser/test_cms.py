"""A real CMS takes our configuration, and what it saves says what the file said before."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import pytest
from static_host import serving

from seasontracker.editing.cms_files import BUNDLE, cms_files, show_files
from seasontracker.models import validate
from seasontracker.project import find_project
from seasontracker.schemas.cms import Backend, format_name
from seasontracker.schemas.editor import annotation_of, schema_of_file
from seasontracker.sources import load_front_matter, load_yaml
from seasontracker.sources.text import SourceText

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser

REPOSITORY = Path(__file__).parents[2]
PACKAGES = Path(__file__).parent / "node_modules"
BUNDLES = ("@sveltia/cms/dist/sveltia-cms.js", "js-yaml/dist/js-yaml.min.js")
SITE = REPOSITORY / "tests/sites/full"
# Where Sveltia's backend for tests keeps its files: in the browser itself.
STORE = """async ({files, path}) => {
  const root = await (await navigator.storage.getDirectory())
    .getDirectoryHandle("sveltia-cms-test", {create: true});
  const handle = async (name) => {
    const parts = name.split("/");
    let folder = root;
    for (const part of parts.slice(0, -1)) {
      folder = await folder.getDirectoryHandle(part, {create: true});
    }
    return folder.getFileHandle(parts.at(-1), {create: true});
  };
  for (const [name, text] of Object.entries(files)) {
    const stream = await (await handle(name)).createWritable();
    await stream.write(text);
    await stream.close();
  }
  return path && (await (await handle(path)).getFile()).text();
}"""
# The one file of a folder there: its name and its length.
ONLY_FILE = """async (folder) => {
  let at = await navigator.storage.getDirectory();
  for (const part of ["sveltia-cms-test", ...folder.split("/")]) {
    at = await at.getDirectoryHandle(part);
  }
  const found = [];
  for await (const one of at.values()) found.push([one.name, (await one.getFile()).size]);
  return found;
}"""
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)
"""A PNG file."""
# `forms.js` with nobody but us to register its formats with.
FORMATS = """() => {
  window.formats = {};
  window.CMS = {
    registerCustomFormat: (name, extension, both) => { formats[name] = both; },
    init: () => {},
  };
}"""
THERE_AND_BACK = """(files) => files.map(([format, text]) => {
  const {fromFile, toFile} = formats[format];
  return toFile(fromFile(text));
})"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: Any) -> None:
        """Say nothing."""


def contents(site: Path) -> dict[str, str]:
    """Return a site's content files that have forms, by their paths in the project."""
    return {
        path.relative_to(site).as_posix(): path.read_text("utf-8")
        for path in sorted((site / "content").rglob("*"))
        if path.suffix in (".yaml", ".md") and not path.name.startswith("_")
    }


def meant(path: str, text: str) -> Any:
    """Return what a content file says, as the models read it; nothing may be wrong with it."""
    source = SourceText(PurePosixPath(path), text)
    load = load_front_matter if path.endswith(".md") else load_yaml
    document, found = load(source)
    assert found == [], path
    assert document is not None
    value, problems = validate(document, annotation_of(schema_of_file(source.path)), "it")
    assert problems == [], path
    assert value is not None
    return value.value


def prose(text: str) -> str:
    """Return what stands beneath front matter."""
    return text.split("\n---\n", 1)[-1].strip()


@pytest.fixture(scope="module")
def admin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Write the CMS's folder, with the two files that come from npm, and serve it."""
    root = tmp_path_factory.mktemp("cms")
    (root / "admin").mkdir()
    shows = show_files(find_project(SITE), ("harbour-nine",))
    for name, text in cms_files(Backend("test-repo"), "content", shows, BUNDLE):
        (root / "admin" / name).write_text(text, "utf-8")
    for name in BUNDLES:
        shutil.copy(PACKAGES / name, root / "admin")
    with serving(partial(_Quiet, directory=str(root))) as address:
        yield f"{address}/admin/"


@pytest.fixture
def page(chromium: Browser, admin: str) -> Iterator[Page]:
    """Open a browser that reaches nothing but the folder; nothing may be thrown in it."""
    # Tall, since what is out of sight has no fields yet; the CMS has this language with it.
    context = chromium.new_context(viewport={"width": 1300, "height": 3000}, locale="en-US")
    context.set_default_timeout(20_000)

    def local_only(route: Route) -> None:
        if route.request.url.startswith(admin.removesuffix("admin/")):
            route.continue_()
        else:
            route.abort()

    context.route("**/*", local_only)
    opened = context.new_page()
    thrown: list[str] = []
    opened.on("pageerror", lambda error: thrown.append(str(error)))
    opened.goto(f"{admin}shapes.js")
    yield opened
    context.close()
    assert thrown == []


def test_cms_takes_the_configuration_and_saves_what_it_read(page: Page, admin: str) -> None:
    """Collections are listed, a form has its fields and its show's sources, and saving adds one."""
    path = "content/shows/harbour-nine/season-1/status.yaml"
    files = contents(SITE)
    # A source that is common to shows is not among those offered, and must not be lost.
    files[path] = files[path].replace("source: tide-table", "source: [tide-table, elsewhere]")
    page.evaluate(STORE, {"files": files, "path": None})
    page.goto(f"{admin}index.html")
    page.get_by_role("button", name="Work with Test Repository").click()
    for label in ("Shows", "Articles", "Claims", "Sources", "People and characters", "Settings"):
        page.get_by_text(label, exact=True).first.wait_for()
    assert "errors in the CMS configuration" not in page.locator("body").inner_text()

    page.goto(f"{admin}index.html#/collections/claims/entries/harbour-nine-season-1")
    page.get_by_role("button", name="Expand All").click()
    note = page.get_by_role("textbox", name="Note", exact=True).first
    note.fill("Said in a form.")
    for text in ("Confidence", "tide-table: The Tide Table", "Who stands behind it."):
        page.get_by_text(text, exact=True).first.wait_for()
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Entry saved.").wait_for()

    saved = page.evaluate(STORE, {"files": {}, "path": path})
    before, after = meant(path, files[path]), meant(path, saved)
    assert "elsewhere" in before[1].source
    assert after[0].note == "Said in a form."
    assert (after[0].model_copy(update={"note": before[0].note}), *after[1:]) == before


def test_cms_puts_a_picture_where_the_site_has_it(
    page: Page, admin: str, tmp_path: Path, run: Callable[..., Any]
) -> None:
    """What is uploaded in the form of a season's pictures is found by `check`, under its entry."""
    season = "content/shows/harbour-nine/season-1"
    page.evaluate(STORE, {"files": contents(SITE), "path": None})
    page.goto(f"{admin}index.html")
    page.get_by_role("button", name="Work with Test Repository").click()
    page.get_by_text("Shows", exact=True).first.wait_for()
    page.goto(f"{admin}index.html#/collections/media/entries/harbour-nine-season-1")
    page.get_by_role("button", name="Add").nth(1).click()
    page.locator("input[type=file]").first.set_input_files(
        {"name": "Une Jet\u00e9e.PNG", "mimeType": "image/png", "buffer": PIXEL}
    )
    for label, words in (("Id", "jetty"), ("Alt", "A wave"), ("Credit", "Kim Doe")):
        page.get_by_role("textbox", name=label, exact=True).last.fill(words)
    page.get_by_role("textbox", name="License", exact=True).last.fill("CC0-1.0")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Entry saved.").wait_for()

    media = page.evaluate(STORE, {"files": {}, "path": f"{season}/media.yaml"})
    assert page.evaluate(ONLY_FILE, f"{season}/images") == [["une-jetee.png", len(PIXEL)]]
    shutil.copytree(SITE / "content", tmp_path / "content")
    before = set(run("check", "--today", "2026-11-22").headlines)
    (tmp_path / season / "media.yaml").write_text(media, "utf-8")
    (tmp_path / season / "images/une-jetee.png").write_bytes(PIXEL)
    found = set(run("check", "--today", "2026-11-22").headlines) - before
    told = {line.split(": ")[1] for line in found if "une-jetee" in line or "jetty" in line}
    # It is one pixel wide, and no text shows it yet.
    assert told == {"warning[ST822] small-picture", "warning[ST823] unused-picture"}


def test_files_go_through_forms_unchanged(page: Page, admin: str) -> None:
    """Every file of our sites means the same after it was a form; what no model knows is kept."""
    page.evaluate(FORMATS)
    for script in ("js-yaml.min.js", "forms.js"):
        page.add_script_tag(url=admin + "shapes.js")
        page.add_script_tag(url=admin + script)
    files = [
        (path, text)
        for site in (SITE, REPOSITORY, REPOSITORY / "tests/sites/minimal")
        for path, text in contents(site).items()
    ]
    formats = [format_name(schema_of_file(PurePosixPath(path))) for path, _ in files]
    texts = [text for _, text in files]
    saved = page.evaluate(THERE_AND_BACK, list(zip(formats, texts, strict=True)))

    assert len(saved) > 50
    for (path, text), after in zip(files, saved, strict=True):
        assert meant(path, after) == meant(path, text), path
        if path.endswith(".md"):
            assert prose(after) == prose(text)
    strange = "title: 1923\nnobody_knows:\n  - NO\n  - deep: '00:10'\n"
    again = page.evaluate(THERE_AND_BACK, [["seasontracker-show", strange]])[0]
    assert again == "title: 1923\nnobody_knows:\n  - 'NO'\n  - deep: '00:10'\n"
