"""Addresses of the site itself, as editors write them."""

from __future__ import annotations

import re
from typing import Annotated, Any
from urllib.parse import unquote

from seasontracker.diagnostics import quoted
from seasontracker.models.base import TextForm, refusal

_WITH_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
# What the files of some host would read as something else: wildcards, placeholders, variables.
_NOT_IN_PATHS = re.compile(r"[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff\"'$*:;<>?#\\^`{|}]")
_HINT = "write a path from the root of the site, such as `/old/address/`"


def site_path(value: str) -> str:
    """Return a path from the site's root in its one form; refuse what is none.

    `/old`, `/old/` and `/old/index.html` are one address; so are `/caf%C3%A9` and `/café`, and
    `/a%20b/` and `/a b/`.
    """
    path = unquote(value.strip())
    if path.startswith("//") or _WITH_SCHEME.match(path) or ".." in path.split("/"):
        raise refusal("address_outside", f"{quoted(value)} leads out of the site", _HINT)
    parts = path.removesuffix("index.html").strip("/").split("/")
    odd = any(part.startswith((".", "_")) or part != part.strip() for part in parts)
    if not path.startswith("/") or "//" in path or odd or _NOT_IN_PATHS.search(path):
        raise refusal("bad_url", f"{quoted(value)} is not an address of the site", _HINT)
    joined = "/".join(parts)
    if not joined:
        return "/"
    return f"/{joined}" if "." in parts[-1] else f"/{joined}/"


def _site_path(value: Any) -> Any:
    return site_path(value) if isinstance(value, str) else value


def _target(value: Any) -> Any:
    """A place on the site with or without an anchor, or an address elsewhere."""
    if not isinstance(value, str) or re.fullmatch(r"https?://[^\s<>\"\\^`{|}]+", value.strip()):
        return value
    path, mark, anchor = value.strip().partition("#")
    if mark and not re.fullmatch(r"[\w.-]+", anchor):
        raise refusal("bad_url", f"{quoted(value)} is not an address of the site", _HINT)
    return site_path(path) + mark + anchor


SitePath = Annotated[str, TextForm(_site_path, pattern=r"/.*", example="/old/address/")]
"""A path from the root of the site."""
RedirectTarget = Annotated[
    str, TextForm(_target, pattern=r"(?:/|https?://)\S*", example="/new/address/")
]
"""Where something has moved to."""
