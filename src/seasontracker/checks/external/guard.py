"""Keeps requests out of private networks, whatever a name resolves to and wherever it redirects.

Content may come from strangers, and whoever checks it may stand inside a company's network: an
address of theirs must not reach what only that machine can see (OWASP, Server-Side Request
Forgery). The name is resolved here and the connection is made to the very address that was judged,
so that a second look-up cannot give another one.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

import httpx

_MOST_TRIED = 3
_NAT64 = IPv6Network("64:ff9b::/96")
_LOW_32_BITS = 0xFFFF_FFFF


class PrivateAddressError(httpx.TransportError):
    """A name leads into a private network."""


class UnknownHostError(httpx.ConnectError):
    """There is no host of that name."""


class GuardedTransport(httpx.AsyncBaseTransport):
    """Connects to public addresses only, by the address that was judged."""

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private
        self._inner = httpx.AsyncHTTPTransport(verify=ssl.create_default_context(), trust_env=False)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        host = request.url.host
        addresses = await _resolve(host, request.url.port or _PORTS[request.url.scheme])
        if not self._allow_private and not all(map(is_public, addresses)):
            raise PrivateAddressError(f"`{host}` is in a private network", request=request)
        # The certificate has to be that of the name.
        extensions = {**request.extensions, "sni_hostname": host}
        for rest, address in enumerate(addresses[:_MOST_TRIED], start=1):
            there = httpx.Request(
                request.method,
                request.url.copy_with(host=str(address)),
                headers=request.headers,
                extensions=extensions,
            )
            try:
                return await self._inner.handle_async_request(there)
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                if rest == len(addresses[:_MOST_TRIED]) or is_tls_failure(error):
                    raise
        raise UnknownHostError(f"`{host}` has no address", request=request)

    async def aclose(self) -> None:
        await self._inner.aclose()


_PORTS = {"http": 80, "https": 443}


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Return whether an address is on the public internet (IANA's special-purpose registries).

    An IPv6 address that stands for an IPv4 one is judged by that.
    """
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in _NAT64:
            inner = IPv4Address(int(address) & _LOW_32_BITS)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not address.is_multicast


def is_tls_failure(error: BaseException) -> bool:
    """Return whether a connection failed for its certificate or its encryption."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return True
        cause = cause.__cause__ or cause.__context__
    return False


async def _resolve(host: str, port: int) -> list[IPv4Address | IPv6Address]:
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if error.errno == socket.EAI_NONAME:
            raise UnknownHostError("there is no host of that name") from error
        raise httpx.ConnectError("the name of the host cannot be looked up") from error
    except UnicodeError as error:
        raise UnknownHostError("there is no host of that name") from error
    # Without the zone that a link-local IPv6 address may carry.
    return [ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
