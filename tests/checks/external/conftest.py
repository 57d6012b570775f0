"""A web of one host, on this machine, that answers as a test says and remembers who asked."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest


@dataclass(frozen=True, slots=True)
class Page:
    """What the host answers at a path."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str = ""
    statuses_by_method: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Web:
    """The host, its pages, and every request that came."""

    url: str
    pages: dict[str, Page | list[Page]] = field(default_factory=dict)
    """A page a path; of a list, the first is answered once and then left out."""
    requests: list[tuple[str, str]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)

    def of(self, path: str) -> list[str]:
        """Return the methods by which a path was asked for."""
        return [method for method, asked in self.requests if asked == path]


@pytest.fixture
def web() -> Iterator[Web]:
    """Serve pages on a free port of 127.0.0.1 until the test ends."""

    class Answers(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _answer(self) -> None:
            site.requests.append((self.command, self.path))
            site.agents.add(self.headers["User-Agent"])
            page = site.pages.get(self.path, Page(404))
            if isinstance(page, list):
                page = page.pop(0) if len(page) > 1 else page[0]
            self.send_response(page.statuses_by_method.get(self.command, page.status))
            for name, value in page.headers.items():
                self.send_header(name, value)
            body = page.body.encode()
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(body)

        do_GET = do_HEAD = _answer  # noqa: N815 - the library's names

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    server.daemon_threads = True
    site = Web(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield site
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def no_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no name of a host be found, and keep addresses of hosts as they are."""
    find = socket.getaddrinfo

    def found(host: str, *rest: object, **more: object) -> object:
        if host.replace(".", "").isdecimal() or ":" in host:
            return find(host, *rest, **more)  # type: ignore[arg-type]
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", found)


@pytest.fixture
def page() -> type[Page]:
    """Return what makes an answer."""
    return Page
