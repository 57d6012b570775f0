"""Lets in only whoever was given the preview's address, and lets no other site speak to it.

A page anywhere can make a browser send requests to this machine: by its name resolving here (DNS
rebinding), against which the `Host` is compared; and by a form, against which the `Origin` is.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def refusal(headers: Mapping[str, str], method: str, port: int, hosts: tuple[str, ...]) -> str:
    """Return why a request is refused; empty when it is let in."""
    allowed = {f"{host}:{port}" for host in hosts}
    if port == 80:
        allowed |= set(hosts)
    if headers.get("host", "").lower() not in allowed:
        return "this address is not the preview's"
    origin = headers.get("origin")
    if origin is not None:
        parts = urlsplit(origin)
        if parts.scheme != "http" or parts.netloc.lower() not in allowed:
            return "another site may not speak to the preview"
    site = headers.get("sec-fetch-site", "same-origin")
    if method not in ("GET", "HEAD") and (origin is None or site != "same-origin"):
        return "only a page of the preview may change it"
    return ""
