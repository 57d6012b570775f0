"""The shipped site, built, served with the headers that it tells hosts, and a browser."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from chromium import FLAGS, program
from static_host import served_as_by_netlify

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request

REPOSITORY = Path(__file__).parents[2]
PACKAGES = Path(__file__).parent / "node_modules"
TODAY = "2026-11-22"
PAINTED = """async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => done()));
  while (!performance.getEntriesByName('first-contentful-paint').length) await frame();
  await frame();
}"""
NO_PAGE = "/there/is/no-page/"
MANY = 210
"""More shows than one page of a list holds."""
PATHS = (
    "/",
    "/shows/all-of-us-are-dead/",
    # Awaited, with pictures and videos; complete, and its theories decided; never made.
    "/shows/all-of-us-are-dead/season-2/",
    "/shows/squid-game/season-3/",
    "/shows/1899/season-2/",
    "/shows/1899/related/",
    "/shows/",
    "/calendar/",
    "/scorecard/",
    "/theories/",
    "/networks/netflix/",
    "/people/",
    "/people/park-ji-hu/",
    NO_PAGE,
    # The kinds of page that only a site with many shows has.
    "/many/",
    "/many/shows/page-2/",
    "/many/calendar/",
    "/many/calendar/without-a-date/",
    "/many/scorecard/",
    "/many/networks/northlight/page-2/",
    "/many/theories/",
    "/many/theories/open/page-2/",
)
"""A page of every kind."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes `path` on a page of every kind."""
    if "path" in metafunc.fixturenames:
        metafunc.parametrize("path", PATHS)


@dataclass(frozen=True, slots=True)
class Served:
    """The built site: where its files are, and where a browser finds it."""

    folder: Path
    url: str
    """Without a slash at its end."""
    fonts: threading.Event
    """While it is not set, fonts are under way, as over a slow line."""


@dataclass(slots=True)
class Visit:
    """An open page, and what it asked for and said."""

    page: Page
    url: str
    """The site's."""
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    """Of the console, and of errors nobody caught."""

    def go(self, path: str) -> None:
        """Load a page of the site, and wait until all that it asked for is there."""
        self.page.goto(self.url + path, wait_until="load")
        self.page.evaluate("document.fonts.ready.then(() => null)")

    def open_all_details(self) -> None:
        """Unfold everything that is folded."""
        self.page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = true)")

    def read_to_the_end(self) -> None:
        """Scroll through the page, so that what loads late is loaded."""
        self.page.evaluate(
            """async () => {
              const frame = () => new Promise((done) => requestAnimationFrame(() => done()));
              for (let y = 0; y < document.documentElement.scrollHeight; y += 800) {
                scrollTo(0, y);
                await frame();
              }
              const pictures = [...document.images];
              for (const one of pictures) one.loading = 'eager';
              await Promise.allSettled(pictures.map((one) => one.decode()));
              await frame();
              await frame();
            }"""
        )


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Build the shipped site outside the repository, and serve it on this machine."""
    own = tmp_path_factory.getbasetemp()
    root = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "sites"
    root.mkdir(exist_ok=True)
    with (root / "lock").open("w") as lock:
        # One worker builds for all of them, with all cores.
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (root / "shipped" / "build" / "many").exists():
            build_sites(root)
    fonts = threading.Event()
    fonts.set()
    folder = root / "shipped" / "build"
    with served_as_by_netlify(folder, fonts) as url:
        yield Served(folder, url, fonts)


def build_sites(root: Path) -> None:
    """Build the shipped site, and one of many shows below it, as where sites share a host."""
    shutil.copytree(REPOSITORY / "content", root / "shipped" / "content")
    with (root / "shipped" / "content" / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write("hosts: [netlify, nginx]\nredirects: {/before/: /calendar/}\n")
    write_many(root / "many" / "content")
    command = (sys.executable, "-m", "seasontracker", "build", "--today", TODAY, "--jobs", "1")
    builds = [
        subprocess.Popen(
            command,
            cwd=root / name,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for name in ("shipped", "many")
    ]
    for build in builds:
        said, _ = build.communicate(timeout=300)
        assert build.returncode == 0, said
    (root / "many" / "build").rename(root / "shipped" / "build" / "many")


def write_many(content: Path) -> None:
    """Write a site of more shows than one page of a list holds."""
    files = {
        "site.yaml": "title: Many\nbase_url: https://example.org/many\nlanguage: en-GB\n"
        "social_cards: no\n"
    }
    for number in range(MANY):
        show = f"shows/show-{number}"
        files[f"{show}/show.yaml"] = (
            f"title: The show called {number}\nnetwork: Northlight\nsummary: It is one of many.\n"
        )
        files[f"{show}/season-1/index.md"] = (
            f"---\nheadline: Season 1 of show {number}\npublished: 2022-02-18\n---\n\nIt ran.\n"
        )
        files[f"{show}/season-1/theories/end.md"] = (
            "---\nquestion: Is it the end?\nproposed: 2022-03-01\n---\n\nNobody knows.\n"
        )
    for path, text in files.items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text(text, "utf-8")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return the machine's own Chromium; the tests download none."""
    # Not at the top: `make test` collects this folder on machines without Playwright.
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=list(FLAGS))
        yield browser
        browser.close()


OpenPage = Callable[..., Visit]


@pytest.fixture
def visit(site: Served, chromium: Browser) -> Iterator[OpenPage]:
    """Open pages of the site in a browser that has never been there."""
    contexts = []

    def open_page(
        path: str,
        *,
        width: int = 1280,
        height: int = 900,
        scheme: str = "light",
        javascript: bool = True,
        watch: str | None = None,
        late_fonts: bool = False,
    ) -> Visit:
        context: Any = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,  # type: ignore[arg-type]
            java_script_enabled=javascript,
            reduced_motion="reduce",
            locale="en-GB",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        if watch is not None:
            page.add_init_script(watch)
        opened = Visit(page, site.url)

        def requested(request: Request) -> None:
            opened.requests.append(request.url)

        def failed(request: Request) -> None:
            # What is under way when the reader leaves the page is given up, and no failure.
            if request.failure != "net::ERR_ABORTED":
                opened.messages.append(f"{request.failure}: {request.url}")

        page.on("request", requested)
        page.on("console", lambda message: opened.messages.append(message.text))
        page.on("pageerror", lambda error: opened.messages.append(str(error)))
        page.on("requestfailed", failed)
        if late_fonts:
            # They come when the page has been painted without them, however slow the machine is.
            site.fonts.clear()
            try:
                page.goto(site.url + path, wait_until="domcontentloaded")
                page.evaluate(PAINTED)
            finally:
                site.fonts.set()
            page.wait_for_load_state("load")
            page.evaluate("document.fonts.ready.then(() => null)")
        else:
            opened.go(path)
        return opened

    yield open_page
    for context in contexts:
        with suppress(Exception):
            context.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """Return the source of axe-core."""
    return package_file("axe-core/axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def schema_org() -> str:
    """Return schema.org's vocabulary as type definitions."""
    return package_file("schema-dts/dist/schema.d.ts").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def nu_checker() -> Path:
    """Return the jar of the Nu HTML checker."""
    return package_file("vnu-jar/build/dist/vnu.jar")


@pytest.fixture(scope="session")
def sarif_schema() -> Path:
    """Return the schema of SARIF 2.1.0."""
    return package_file("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json")


@pytest.fixture(scope="session")
def sitemap_schema() -> Path:
    """Return the schema of sitemaps.org."""
    return package_file("sitemap/schema/sitemap.xsd")


def package_file(name: str) -> Path:
    """Return a file of the packages of `package.json`."""
    file = PACKAGES / name
    assert file.is_file(), f"{name} is missing: cd tests/browser && npm ci --ignore-scripts"
    return file
