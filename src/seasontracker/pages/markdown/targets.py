"""Where the target of a link leads: into this site, to the outside, or nowhere safe."""

from __future__ import annotations

import re
from enum import Enum
from html import unescape
from urllib.parse import quote

from seasontracker.pages.markdown.allowed import SCHEMES

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
# Browsers ignore white space and control characters inside a scheme, and read `\` as `/`.
_IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028\u2029\ufeff]")
_NOT_IN_URLS = re.compile(r'[\x00-\x20\x7f-\x9f"<>\\^`{|}\u2028\u2029]')


class Leads(Enum):
    """Where a target leads."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    ROOT = "root"
    """To a path from the root of the host, which only the program may know."""
    UNSAFE = "unsafe"


def where(target: str) -> Leads:
    """Judge a target as a browser would read it."""
    plain = _IGNORED.sub("", unescape(target)).replace("\\", "/")
    scheme = _SCHEME.match(plain)
    if plain.startswith("//"):
        return Leads.UNSAFE
    if plain.startswith("/"):
        return Leads.ROOT
    if not scheme or scheme[1].lower() == "show":
        return Leads.INSIDE
    if scheme[1].lower() not in SCHEMES or not unescape(target).strip().startswith(scheme[0]):
        return Leads.UNSAFE
    if scheme[1].lower() == "mailto":
        return Leads.OUTSIDE if "@" in plain else Leads.UNSAFE
    host = plain[scheme.end() :].removeprefix("//")
    has_host = plain.startswith("//", scheme.end()) and bool(re.match(r"[\w\[]", host))
    return Leads.OUTSIDE if has_host else Leads.UNSAFE


def outside_url(target: str) -> str:
    """Return the URL of a target that leads outside, with what no URL may hold encoded."""
    return _NOT_IN_URLS.sub(lambda match: quote(match[0], safe=""), unescape(target).strip())
