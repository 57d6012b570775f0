"""A page under exactly the headers that hosts are told, and a real nginx that takes its file."""

from __future__ import annotations

import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse
from time import monotonic, sleep
from typing import Any

import pytest

from seasontracker.exports.hosts.policy import content_security_policy
from seasontracker.exports.hosts.rules import FRESH, IMMUTABLE

pytestmark = pytest.mark.browser

SEASON = "/shows/all-of-us-are-dead/season-2/"
SERVER = """
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log stderr;
events {{}}
http {{
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{ listen 127.0.0.1:{port}; root {root}; include {root}/.hosts/nginx.conf; }}
}}
"""


def test_season_works_under_our_headers(visit: Callable[..., Any]) -> None:
    """Our own policy, kept and compressed, reaches the browser; without scripts all is quiet."""
    opened = visit("/404.html", javascript=False)
    answer = opened.page.goto(opened.url + SEASON)
    headers = answer.all_headers()

    assert headers["content-security-policy"] == content_security_policy()
    assert headers["content-encoding"] == "gzip"
    assert headers["cache-control"] == FRESH
    assert "strict-transport-security" not in headers
    family = opened.page.locator("h1").evaluate("one => getComputedStyle(one).fontFamily")
    assert family.strip('"').startswith("Bricolage")
    assert {one for one in opened.requests if not one.startswith(f"{opened.url}/")} == set()
    assert opened.messages == []


def test_first_view_is_light(visit: Callable[..., Any]) -> None:
    """A season page on a phone: below 40 KB of HTML, and 120 KB before anybody scrolls."""
    opened = visit("/404.html", width=390, height=844)
    page = opened.page
    # Each visit keeps what it was sent for itself; measured is a reader's first.
    fresh = page.context.browser.new_context(viewport={"width": 390, "height": 844})
    try:
        first = fresh.new_page()
        network = fresh.new_cdp_session(first)
        network.send("Network.enable")
        addresses: dict[str, str] = {}
        sizes: dict[str, int] = {}
        network.on(
            "Network.requestWillBeSent",
            lambda told: addresses.update({told["requestId"]: told["request"]["url"]}),
        )
        network.on(
            "Network.loadingFinished",
            lambda told: sizes.update({told["requestId"]: int(told["encodedDataLength"])}),
        )
        first.goto(opened.url + SEASON, wait_until="load")
        first.evaluate("document.fonts.ready.then(() => null)")
    finally:
        fresh.close()
    weights = {addresses[one].removeprefix(opened.url): size for one, size in sizes.items()}
    told = "\n".join(f"{size:7} {address}" for address, size in weights.items())
    print(f"\n{told}\n{sum(weights.values()):7} in all")

    assert 0 < weights[SEASON] < 40 * 1024
    assert any(one.endswith(".woff2") for one in weights)
    assert any(one.endswith(".css") for one in weights)
    assert sum(weights.values()) < 120 * 1024, told


@pytest.fixture(scope="module")
def port(site: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Serve the shipped site with nginx; its own check of the configuration comes first."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    assert program is not None, "these tests need nginx: apt-get install nginx-light"
    folder = tmp_path_factory.mktemp("nginx")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        chosen: int = free.getsockname()[1]
    settings = folder / "nginx.conf"
    settings.write_text(SERVER.format(folder=folder, root=site.folder, port=chosen))
    command = [program, "-p", str(folder), "-c", str(settings)]
    tested = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tested.returncode == 0, tested.stderr
    assert "[warn]" not in tested.stderr.replace('the "user" directive', "")
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as running:
        end = monotonic() + 20
        while monotonic() < end and running.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", chosen), timeout=1).close()
                break
            except OSError:
                sleep(0.05)
        yield chosen
        running.terminate()


def ask(port: int, path: str) -> tuple[HTTPResponse, bytes]:
    """Ask for a path, and return the answer and what it holds."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def test_nginx_sends_policy_types_and_ages(port: int, site: Any) -> None:
    """What nginx reads makes it send the same policy, compressed text, and what may be kept."""
    sheet = next((site.folder / "assets").glob("site.*.css"))
    for path, kind, age in (
        (SEASON, "text/html; charset=utf-8", FRESH),
        ("/feed.xml", "application/atom+xml; charset=utf-8", FRESH),
        (f"{SEASON}feed.xml", "application/atom+xml; charset=utf-8", FRESH),
        ("/sitemap.xml", "application/xml; charset=utf-8", FRESH),
        (f"/assets/{sheet.name}", "text/css; charset=utf-8", IMMUTABLE),
    ):
        answer, _ = ask(port, path)
        assert answer.status == 200, path
        assert answer.getheader("Content-Type") == kind, path
        assert answer.getheader("Cache-Control") == age, path
        assert answer.getheader("Content-Security-Policy") == content_security_policy(), path
        assert answer.getheader("X-Content-Type-Options") == "nosniff", path
        assert answer.getheader("Content-Encoding") == "gzip", path


@pytest.mark.parametrize("lost", ["/nothing", "/shows/nothing/at/all/", "/.hosts/nginx.conf"])
def test_nginx_shows_our_page_for_what_is_not_there(port: int, lost: str) -> None:
    """At any depth the answer is 404, with our page, the policy, and nothing about keeping it."""
    answer, body = ask(port, lost)

    assert answer.status == 404
    assert body
    assert answer.getheader("Content-Type") == "text/html; charset=utf-8"
    assert answer.getheader("Content-Security-Policy") == content_security_policy()
    assert answer.getheader("Cache-Control") is None


def test_nginx_leads_on_from_old_addresses(port: int) -> None:
    """An old address is answered with where it is now, with and without its slash."""
    for path in ("/before/", "/before"):
        answer, _ = ask(port, path)
        assert answer.status == 301, path
        assert str(answer.getheader("Location")).endswith("/calendar/"), path
