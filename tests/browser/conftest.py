"""The shipped site, built and served as a careful host would, and a browser to read it with."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request

REPOSITORY = Path(__file__).parents[2]
PACKAGES = Path(__file__).parent / "node_modules"
TODAY = "2026-11-22"
CONTENT_SECURITY_POLICY = (
    "default-src 'self'; frame-src https://www.youtube-nocookie.com; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
# Chromium as root has no sandbox; the others keep it from calling home, which a closed network
# answers with refusals that slow the start down.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NO_PAGE = "/there/is/no-page/"
MANY = 210
"""More shows than one page of a list holds."""
MANY_PATHS = (
    "",
    "shows/page-2/",
    "calendar/",
    "calendar/without-a-date/",
    "scorecard/",
    "networks/northlight/page-2/",
    "theories/",
    "theories/open/page-2/",
)
"""The kinds of page that only a site with many shows has."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes `path` on every page of the shipped site."""
    if "path" in metafunc.fixturenames:
        metafunc.parametrize("path", page_paths())


def page_paths() -> list[str]:
    """Return the paths of the shipped site's pages, as its content says they must be."""
    shows = REPOSITORY / "content" / "shows"
    hubs = sorted(f"/shows/{file.parent.name}/" for file in shows.glob("*/show.yaml"))
    seasons = sorted(
        f"/shows/{file.parent.relative_to(shows)}/" for file in shows.glob("*/season-*/index.md")
    )
    own = ["/", *hubs, *seasons, "/shows/", "/calendar/", "/scorecard/", "/theories/", NO_PAGE]
    own += ["/networks/netflix/", "/people/", "/people/park-ji-hu/"]
    return own + [f"/many/{path}" for path in MANY_PATHS]


@dataclass(frozen=True, slots=True)
class Served:
    """The built site: where its files are, and where a browser finds it."""

    folder: Path
    url: str
    """Without a slash at its end."""
    slow_fonts: threading.Event
    """While it is set, fonts arrive late, as over a slow line."""


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
              for (let y = 0; y < document.documentElement.scrollHeight; y += 400) {
                scrollTo(0, y);
                await new Promise((done) => requestAnimationFrame(() => done()));
              }
            }"""
        )
        self.page.wait_for_load_state("networkidle")


class _Host(SimpleHTTPRequestHandler):
    """A static host with a strict policy and the site's own page for unknown paths."""

    def __init__(self, *arguments: Any, slow_fonts: threading.Event, **keywords: Any) -> None:
        self._slow_fonts = slow_fonts
        super().__init__(*arguments, **keywords)

    def do_GET(self) -> None:
        if self.path.endswith(".woff2") and self._slow_fonts.is_set():
            sleep(0.4)
        super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != 404:
            super().send_error(code, message, explain)
            return
        page = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *arguments: Any) -> None:
        """Say nothing; a browser that hangs up early is no news."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Build the shipped site outside the repository, and serve it on this machine."""
    root = tmp_path_factory.mktemp("shipped")
    shutil.copytree(REPOSITORY / "content", root / "content")
    with (root / "content" / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write("hosts: [netlify, nginx]\nredirects: {/before/: /calendar/}\n")
    built = subprocess.run(
        [sys.executable, "-m", "seasontracker", "build", "--today", TODAY, "--jobs", "1"],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    build_many(root)
    slow_fonts = threading.Event()
    handler = partial(_Host, directory=str(root / "build"), slow_fonts=slow_fonts)
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield Served(root / "build", f"http://127.0.0.1:{server.server_port}", slow_fonts)
        server.shutdown()
        thread.join()


def build_many(root: Path) -> None:
    """Build a site of many shows below the shipped one, as on a host that several sites share."""
    content = root / "many-shows" / "content"
    files = {"site.yaml": "title: Many\nbase_url: https://example.org/many\nlanguage: en-GB\n"}
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
    built = subprocess.run(
        [
            *(sys.executable, "-m", "seasontracker", "build", "--today", TODAY),
            *("--output", str(root / "build" / "many")),
        ],
        cwd=root / "many-shows",
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return the machine's own Chromium; the tests download none."""
    # Not at the top: `make test` collects this folder on machines without Playwright.
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    program = shutil.which("chromium")
    assert program is not None, "these tests need Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
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
