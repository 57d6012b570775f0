"""A host of files that does as Netlify does: headers from `_headers`, text compressed, our 404."""

from __future__ import annotations

import gzip
import re
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

COMPRESSED = {".css", ".html", ".ics", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml"}
UNLESS_TOLD = {"cache-control": "public, max-age=0, must-revalidate"}
"""What Netlify sends with a file of which `_headers` says nothing."""
ONLY_OVER_TLS = "strict-transport-security"
"""Of no effect over HTTP (RFC 6797, 8.1), and not to be sent there (7.2)."""

HeaderRules = list[tuple[re.Pattern[str], dict[str, str]]]
"""Patterns of whole paths, and the headers that each brings."""


def read_headers(text: str) -> HeaderRules:
    """Return the rules of a `_headers` file: a pattern, and its headers indented below it."""
    rules: HeaderRules = []
    for line in filter(str.strip, text.splitlines()):
        if line[0].isspace():
            name, _, value = line.strip().partition(": ")
            assert value, line
            rules[-1][1][name.lower()] = value
        else:
            assert line.startswith("/"), line
            whole = re.sub(r":\w+", "[^/]+", re.escape(line).replace(r"\*", ".*"))
            rules.append((re.compile(whole), {}))
    assert rules
    return rules


@contextmanager
def served_as_by_netlify(folder: Path, fonts: threading.Event) -> Iterator[str]:
    """Serve a built site on this machine, and yield its address without a slash at its end.

    Fonts are sent while `fonts` is set.
    """
    rules = read_headers((folder / "_headers").read_text(encoding="utf-8"))
    host = partial(_Host, directory=str(folder), fonts=fonts, rules=rules)
    with serving(host) as address:
        yield address


@contextmanager
def serving(host: Callable[..., SimpleHTTPRequestHandler]) -> Iterator[str]:
    """Let a host answer on this machine, and yield its address without a slash at its end."""
    with _Server(("127.0.0.1", 0), host) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


class _Host(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(
        self, *arguments: Any, fonts: threading.Event, rules: HeaderRules, **keywords: Any
    ) -> None:
        self._fonts = fonts
        self._rules = rules
        super().__init__(*arguments, **keywords)

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path.endswith(".woff2"):
            self._fonts.wait(20)
        file = Path(self.translate_path(path)) / ("index.html" if path.endswith("/") else "")
        if file.is_file() and file.suffix in COMPRESSED:
            self._send(200, file)
        else:
            super().do_GET()

    def _send(self, status: int, file: Path) -> None:
        body = file.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Vary", "Accept-Encoding")
        if "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _told(self) -> dict[str, str]:
        """Return what `_headers` says of the path that was asked for."""
        path = urlsplit(self.path).path
        found = [headers for pattern, headers in self._rules if pattern.fullmatch(path)]
        told = {name: value for headers in found for name, value in headers.items()}
        told.pop(ONLY_OVER_TLS, None)
        return told

    def guess_type(self, path: Any) -> str:
        """Return the type that `_headers` gives, or what the file's name says."""
        guessed = super().guess_type(path)
        text = guessed.startswith("text/") or guessed.endswith(("json", "javascript", "xml"))
        return self._told().get("content-type", f"{guessed}; charset=utf-8" if text else guessed)

    def end_headers(self) -> None:
        for name, value in {**UNLESS_TOLD, **self._told()}.items():
            if name != "content-type":
                self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code == 404:
            self._send(code, Path(self.directory) / "404.html")
        else:
            super().send_error(code, message, explain)

    def log_message(self, *arguments: Any) -> None:
        """Say nothing; a browser that hangs up early is no news."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)
