"""The preview's application answers its own pages only, and from its folder only."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from seasontracker.devserver.app import make_app
from seasontracker.devserver.news import News
from seasontracker.devserver.pages import CONTENT_SECURITY_POLICY, answer
from seasontracker.devserver.preview import Preview

ADDRESS = "http://127.0.0.1:8000"
PATH = "/shows/severance/season-1/"


@dataclass(frozen=True, slots=True)
class Client:
    """Asks an application without a network between."""

    app: Any

    def get(self, path: str, **options: Any) -> httpx.Response:
        return asyncio.run(self._request("GET", path, options))

    def post(self, path: str, **options: Any) -> httpx.Response:
        return asyncio.run(self._request("POST", path, options))

    async def _request(self, method: str, path: str, options: dict[str, Any]) -> httpx.Response:
        transport = httpx.ASGITransport(self.app)
        async with httpx.AsyncClient(transport=transport, base_url=ADDRESS) as client:
            return await client.request(method, path, **options)


@pytest.fixture
def client(preview: Preview) -> Client:
    """Return a client of the preview's application."""
    return Client(make_app(preview, News(preview.state), 8000))


def test_app_sends_pages_with_the_script_and_a_strict_policy(client: Client) -> None:
    """The script is one of the same origin, and nothing is kept by the browser."""
    found = client.get(PATH)

    assert found.status_code == 200
    assert found.text.count('<script type="module" src="/_preview/preview.js"') == 1
    assert 'data-file="shows/severance/season-1/index.html"' in found.text
    assert found.headers["content-security-policy"] == CONTENT_SECURITY_POLICY
    assert found.headers["cache-control"] == "no-store"
    assert "etag" not in found.headers
    sheet = found.text.partition('<link rel="stylesheet" href="')[2].partition('"')[0]
    assert client.get(sheet).headers["cache-control"] == "private, max-age=3600, immutable"
    assert client.get("/_preview/preview.js").headers["content-type"].startswith("text/javascript")
    assert client.get("/_preview/app.py").status_code == 404


def test_app_knows_addresses_as_hosts_do(client: Client) -> None:
    """Folders lead to their page, and what is not there has the site's own page for that."""
    assert client.get(PATH[:-1]).headers["location"] == PATH
    missing = client.get("/nothing/here/")
    assert (missing.status_code, "_preview/preview.js" in missing.text) == (404, True)
    assert client.get("/feed.xml").headers["content-type"].startswith("application/xml")


@pytest.mark.parametrize(
    "path",
    [
        "/../build.sqlite3",
        "/../../../content/site.yaml",
        "/shows/../../build.sqlite3",
        "//etc/passwd",
        "/%2e%2e/build.sqlite3",
        "/..%2fbuild.sqlite3",
        "/..\\build.sqlite3",
        "/shows\0/",
        "//elsewhere.example",
        "/link.txt",
    ],
)
def test_app_sends_nothing_from_outside_its_folder(preview: Preview, path: str) -> None:
    """No address leads out of the site's folder, nor to another host."""
    (preview.project.output / "link.txt").symlink_to(preview.project.root / "content/site.yaml")

    for tried in (path, quote(path)):
        found = answer(preview.project.output, "", tried, preview.state)
        assert (found.status, found.location) == (404, "")


def test_app_serves_below_the_path_of_the_site(preview: Preview) -> None:
    """A site at a path is shown at that path, and its root leads there."""
    site, state = preview.project.output, preview.state

    assert answer(site, "/tracker", "/", state).location == "/tracker/"
    assert answer(site, "/tracker", f"/tracker{PATH}", state).status == 200
    assert answer(site, "/tracker", PATH, state).status == 404


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1:9000", "a@b", ""])
def test_app_refuses_other_names(client: Client, host: str) -> None:
    """A name that was made to lead here (DNS rebinding) gets nothing."""
    found = client.get(PATH, headers={"host": host})

    assert (found.status_code, "Severance" in found.text) == (403, False)


def test_app_knows_this_machine_s_names(client: Client) -> None:
    """All names of the loopback are good, with the port."""
    for host in ("localhost:8000", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST:8000"):
        assert client.get(PATH, headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "null"},
        {"origin": "http://evil.example"},
        {"origin": "https://127.0.0.1:8000"},
        {"origin": ADDRESS, "sec-fetch-site": "cross-site"},
        {"origin": "http://127.0.0.1:9000", "sec-fetch-site": "same-site"},
    ],
)
def test_app_lets_no_other_page_move_the_clock(
    client: Client, preview: Preview, headers: dict[str, str]
) -> None:
    """A form or script of another site changes nothing."""
    found = client.post("/_preview/clock", content="2020-01-01", headers=headers)

    assert found.status_code == 403
    assert preview.state.now == "2026-11-22"


def test_app_moves_the_clock_for_its_own_pages(client: Client, preview: Preview) -> None:
    """A day is taken, and what is no day is refused in words."""
    mine = {"origin": ADDRESS, "sec-fetch-site": "same-origin"}

    assert client.post("/_preview/clock", content="2026-12-24", headers=mine).json() == {
        "now": "2026-12-24"
    }
    wrong = client.post("/_preview/clock", content="soon", headers=mine)
    assert (wrong.status_code, "is not a day" in wrong.json()["error"]) == (422, True)
    assert client.post("/_preview/clock", content="9" * 2000, headers=mine).status_code == 413
    assert preview.state.now == "2026-12-24"
    assert client.get("/_preview/clock").status_code in (404, 405)
