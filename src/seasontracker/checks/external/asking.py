"""Asks what has become of addresses, many hosts at once and each of them gently."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Sequence
from urllib.parse import urldefrag, urlsplit

import httpx
from msgspec import Struct

from seasontracker.checks.external.answers import Answer, Fate
from seasontracker.checks.external.guard import (
    GuardedTransport,
    PrivateAddressError,
    UnknownHostError,
    is_tls_failure,
)
from seasontracker.checks.external.manners import Host, RobotsError, retry_after, told_status

_MOST_HOPS = 8
_FEW_HOSTS = 3
_GONE = frozenset({404, 410})
_FOR_GOOD = frozenset({301, 308})
_LATER = frozenset({429, 503})
_HEAD_IS_ENOUGH = frozenset({*_LATER, 401, 407, 451})
NO_HOST = "there is no host of that name"


class Manner(Struct, frozen=True):
    """How gently the web is asked."""

    agent: str
    """The User-Agent, which says who asks and why."""
    pause: float = 1.0
    """Seconds between two requests to a host."""
    at_once: int = 16
    """The most hosts that are asked at a time."""
    patience: float = 15.0
    """Seconds that one request may take."""
    most_seconds: float = 300.0
    """How long all of it may take."""
    allow_private: bool = False


def ask_all(
    asked: Sequence[str], manner: Manner, progress: Callable[[int, int], None]
) -> dict[str, Answer]:
    """Return an answer for every address; what there was no time for is uncertain."""
    if not asked:
        return {}
    answers = asyncio.run(_ask_all(asked, manner, progress))
    gone = {_origin(url) for url, answer in answers.items() if answer.reason == NO_HOST}
    if len(gone) >= _FEW_HOSTS and all(answer.reason == NO_HOST for answer in answers.values()):
        # Not the whole web is gone, but this machine is off it.
        offline = Answer(Fate.UNCERTAIN, "no host can be found; is this machine online?")
        answers = dict.fromkeys(answers, offline)
    return {url: answers.get(url, LATE) for url in asked}


LATE = Answer(Fate.UNCERTAIN, "there was no time left")


async def _ask_all(
    asked: Sequence[str], manner: Manner, progress: Callable[[int, int], None]
) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    asker = _Asker(manner)
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in asked:
        by_host[_origin(url)].append(url)
    free = asyncio.Semaphore(manner.at_once)

    async def ask_host(urls: Sequence[str]) -> None:
        async with free:
            for url in urls:
                answers[url] = await asker.ask(url)
                progress(len(answers), len(asked))

    try:
        async with asyncio.timeout(manner.most_seconds), asker.client:
            # The host with most addresses takes longest, and begins first.
            await asyncio.gather(*map(ask_host, sorted(by_host.values(), key=len, reverse=True)))
    except TimeoutError:
        pass
    return answers


class _Asker:
    """A client, and the hosts that it has met."""

    def __init__(self, manner: Manner) -> None:
        self._hosts: dict[str, Host] = defaultdict(lambda: Host(manner.pause))
        self.client = httpx.AsyncClient(
            headers={"User-Agent": manner.agent, "Accept": "*/*"},
            timeout=manner.patience,
            transport=GuardedTransport(allow_private=manner.allow_private),
            trust_env=False,
            max_redirects=_MOST_HOPS,
        )

    async def ask(self, url: str) -> Answer:
        """Return what has become of an address."""
        try:
            return await self._follow(url)
        except PrivateAddressError:
            return Answer(Fate.PRIVATE, "it leads into a private network")
        except UnknownHostError:
            return Answer(Fate.DEAD, NO_HOST)
        except RobotsError as error:
            return Answer(Fate.UNCERTAIN, str(error))
        except httpx.TimeoutException:
            return Answer(Fate.UNCERTAIN, "it does not answer in time")
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            if is_tls_failure(error):
                return Answer(Fate.DEAD, "its certificate or encryption is not valid")
            return Answer(Fate.UNCERTAIN, "no connection can be made")

    async def _follow(self, url: str) -> Answer:
        here, moved_to, is_for_good = url, "", True
        for _ in range(_MOST_HOPS):
            host = self._hosts[_origin(here)]
            if not await host.may_ask(self.client, here):
                return Answer(Fate.UNCERTAIN, "its robots.txt asks robots to stay away")
            response = await self._request(host, here)
            if not response.has_redirect_location:
                return _judged(response, moved_to)
            there = urldefrag(str(response.url.join(response.headers["location"]))).url
            if urlsplit(there).scheme not in ("http", "https"):
                return Answer(Fate.UNCERTAIN, "it leads to what is no web page")
            # Behind the first hop that is temporary, nothing says what will be there tomorrow.
            is_for_good = is_for_good and response.status_code in _FOR_GOOD
            moved_to = there if is_for_good else moved_to
            here = there
        return Answer(Fate.UNCERTAIN, "it redirects without end")

    async def _request(self, host: Host, url: str) -> httpx.Response:
        """Return the answer to HEAD, or to GET where a site does not answer the other well."""
        response = await self._patiently(host, "HEAD", url)
        if response.is_error and response.status_code not in _HEAD_IS_ENOUGH:
            # Nothing is called dead that a reader's browser, which sends GET, may see alive.
            response = await self._patiently(host, "GET", url)
        return response

    async def _patiently(self, host: Host, method: str, url: str) -> httpx.Response:
        """Ask once more after the time that a busy site names, unless that is long."""
        response = await host.send(self.client, method, url)
        seconds = retry_after(response.headers) if response.status_code in _LATER else None
        if seconds is None:
            return response
        host.wait(seconds)
        return await host.send(self.client, method, url)


def _judged(response: httpx.Response, moved_to: str) -> Answer:
    if response.status_code in _GONE:
        return Answer(Fate.DEAD, told_status(response))
    if response.is_error:
        return Answer(Fate.UNCERTAIN, told_status(response))
    if moved_to:
        return Answer(Fate.MOVED, "it has moved for good", moved_to)
    return Answer(Fate.ALIVE)


def _origin(url: str) -> str:
    """Return scheme and host of an address; all of it where it cannot be taken apart."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    return f"{parts.scheme}://{parts.netloc.lower()}"
