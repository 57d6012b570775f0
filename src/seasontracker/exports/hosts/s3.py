"""S3 with or without CloudFront: what its command line tool is given.

`website.json` is for `aws s3api put-bucket-website`. Old addresses are no routing rules, which know
the beginnings of addresses only, and of which a bucket takes 50, but pages that lead on: S3 finds
the one of `/old/` for `/old` too. `metadata.json` says which files get which type and how long they
are kept, since S3 answers with what was said at the upload, and makes a 301 of a page that leads on
("Configuring a webpage redirect" in the S3 user guide). `cors.json` is for `put-bucket-cors`, and
`response-headers.json` for `aws cloudfront create-response-headers-policy`, since S3 itself adds no
headers.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from seasontracker.exports.hosts import stubs
from seasontracker.exports.hosts.rules import (
    FEED_TYPES,
    FRESH,
    IMMUTABLE,
    IMMUTABLE_PATHS,
    MEDIA_TYPES,
    HostRules,
)
from seasontracker.models.vocabulary import HostName

HOST = HostName.S3
MOST_REDIRECTS: int | None = None
LONGEST_REDIRECT: int | None = None
COUNTS_LINES = False
FOLDER = ".hosts/s3"
_AS_SECURITY = {
    "Content-Security-Policy",
    "Strict-Transport-Security",
    "X-Content-Type-Options",
    "Referrer-Policy",
}
"""Headers that a policy of CloudFront has places of their own for, and takes nowhere else."""


def files(rules: HostRules, /) -> Iterator[tuple[str, bytes]]:
    """Yield what is given to S3 and CloudFront."""
    yield f"{FOLDER}/website.json", _json(_website(rules))
    yield f"{FOLDER}/metadata.json", _json(_metadata(rules))
    yield f"{FOLDER}/cors.json", _json(_cors())
    yield f"{FOLDER}/response-headers.json", _json(_response_headers(rules))
    yield from stubs.files(rules)


def _website(rules: HostRules) -> dict[str, Any]:
    below = f"{rules.prefix}/".lstrip("/")
    return {
        "IndexDocument": {"Suffix": "index.html"},
        "ErrorDocument": {"Key": f"{below}404.html"},
    }


def _metadata(rules: HostRules) -> list[dict[str, str]]:
    """Return rules of which the last that fits a key is the one that counts."""
    by_suffix = [
        {"include": f"*{suffix}", "content-type": kind, "cache-control": FRESH}
        for suffix, kind in MEDIA_TYPES.items()
    ]
    by_name = [
        {"include": f"*{name}", "content-type": kind, "cache-control": FRESH}
        for name, kind in FEED_TYPES.items()
    ]
    kept = [
        {
            "include": f"*{_glob(path)}{suffix}",
            "content-type": kind,
            "cache-control": IMMUTABLE,
        }
        for path in IMMUTABLE_PATHS
        for suffix, kind in MEDIA_TYPES.items()
        if suffix != ".html"
    ]
    moved = [
        {
            # As a pattern, in which a bracket would begin a set.
            "include": stubs.stub_path(redirect, rules.prefix).replace("[", "[[]"),
            "content-type": MEDIA_TYPES[".html"],
            "cache-control": FRESH,
            "website-redirect": redirect.target,
        }
        for redirect in rules.redirects
    ]
    return by_suffix + by_name + kept + moved


def _cors() -> dict[str, Any]:
    """Return what lets programs on other sites' pages read; a bucket has one rule for all of it."""
    return {"CORSRules": [{"AllowedOrigins": ["*"], "AllowedMethods": ["GET", "HEAD"]}]}


def _glob(path: str) -> str:
    parts = ["*" if part.startswith(":") else part for part in path.split("/")]
    return "/".join(parts).lstrip("/")


def _response_headers(rules: HostRules) -> dict[str, Any]:
    headers = dict(rules.everywhere)
    security: dict[str, Any] = {
        "ContentSecurityPolicy": {
            "Override": True,
            "ContentSecurityPolicy": headers["Content-Security-Policy"],
        },
        "ContentTypeOptions": {"Override": True},
        "ReferrerPolicy": {"Override": True, "ReferrerPolicy": headers["Referrer-Policy"]},
    }
    if "Strict-Transport-Security" in headers:
        age = headers["Strict-Transport-Security"].partition("=")[2]
        security["StrictTransportSecurity"] = {
            "Override": True,
            "AccessControlMaxAgeSec": int(age),
        }
    others = [
        {"Header": name, "Value": value, "Override": True}
        for name, value in headers.items()
        if name not in _AS_SECURITY
    ]
    return {
        "Name": "seasontracker",
        "Comment": rules.settings.title[:128],
        "SecurityHeadersConfig": security,
        "CustomHeadersConfig": {"Quantity": len(others), "Items": others},
    }


def _json(value: Any) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()
