"""How a host is asked: one request at a time, with pauses, and only what its robots.txt allows."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from urllib.robotparser import RobotFileParser

import httpx
from msgspec import Struct, field

AGENT = "seasontracker"
"""The name that a robots.txt speaks to."""
_MOST_ROBOTS_BYTES = 500 * 1024  # RFC 9309, section 2.5
_LONGEST_PAUSE = 5.0
_LONGEST_RETRY = 20.0
_SECONDS = re.compile(r"[0-9]{1,9}")


class RobotsError(Exception):
    """What a site lets robots read cannot be learnt, so that it must not be asked (RFC 9309)."""


class Host(Struct):
    """One origin, and how to be polite to it."""

    pause: float
    """Seconds between two requests."""
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    _next: float = 0.0
    """The loop's time before which nothing is asked."""
    _robots: RobotFileParser | None = None

    async def send(self, client: httpx.AsyncClient, method: str, url: str) -> httpx.Response:
        """Send a request when it is its turn; the body is not read."""
        async with self._lock:
            return await self._send(client, method, url)

    async def may_ask(self, client: httpx.AsyncClient, url: str) -> bool:
        """Return whether robots may read an address; raises `RobotsError` and httpx's errors."""
        async with self._lock:
            if self._robots is None:
                self._robots = await self._read_robots(client, url)
                delay = self._robots.crawl_delay(AGENT)
                self.pause = min(max(self.pause, float(delay or 0)), _LONGEST_PAUSE)
        return self._robots.can_fetch(AGENT, url)

    def wait(self, seconds: float) -> None:
        """Ask nothing for a while."""
        self._next = max(self._next, asyncio.get_running_loop().time() + seconds)

    async def _send(self, client: httpx.AsyncClient, method: str, url: str) -> httpx.Response:
        loop = asyncio.get_running_loop()
        await asyncio.sleep(max(0.0, self._next - loop.time()))
        try:
            async with client.stream(method, url) as response:
                return response
        finally:
            self.wait(self.pause)

    async def _read_robots(self, client: httpx.AsyncClient, url: str) -> RobotFileParser:
        parser = RobotFileParser()
        loop = asyncio.get_running_loop()
        await asyncio.sleep(max(0.0, self._next - loop.time()))
        text = bytearray()
        # A robots.txt may be elsewhere (RFC 9309, section 2.3.1.2).
        async with client.stream(
            "GET", httpx.URL(url).join("/robots.txt"), follow_redirects=True
        ) as got:
            if got.status_code == httpx.codes.TOO_MANY_REQUESTS or got.is_server_error:
                raise RobotsError(f"its robots.txt answers {told_status(got)}")
            if got.is_success:
                async for chunk in got.aiter_bytes():
                    text += chunk
                    if len(text) > _MOST_ROBOTS_BYTES:
                        break
        self.wait(self.pause)
        parser.parse(text[:_MOST_ROBOTS_BYTES].decode("utf-8", "replace").splitlines())
        return parser


def told_status(response: httpx.Response) -> str:
    """Return a status as people know it, such as `404 Not Found`."""
    return f"{response.status_code} {httpx.codes.get_reason_phrase(response.status_code)}".strip()


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Return for how long a site asks to be left alone; None when it does not say, or too long.

    A date is read against the site's own, RFC 9110, section 10.2.3.
    """
    written = headers.get("retry-after", "").strip()
    if _SECONDS.fullmatch(written):
        seconds = float(written)
    else:
        try:
            until = parsedate_to_datetime(written)
            seconds = (until - parsedate_to_datetime(headers.get("date", ""))).total_seconds()
        except (ValueError, TypeError):
            return None
    return max(seconds, 0.0) if seconds <= _LONGEST_RETRY else None
