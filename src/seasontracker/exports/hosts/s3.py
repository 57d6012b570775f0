"""S3 with or without CloudFront: what its command line tool is given.

`website.json` is for `aws s3api put-bucket-website`: at most 50 routing rules (as S3's own refusal
of more says; its reference was not at hand), which apply where there is no object ("Configuring
advanced conditional redirects" in the S3 user guide). `metadata.json` says which files get which
type and how long they are kept, since S3 answers with what was said at the upload.
`response-headers.json` is for `aws cloudfront create-response-headers-policy`, since S3
itself adds no headers.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from seasontracker.exports.hosts.rules import (
    FEED_TYPES,
    FRESH,
    IMMUTABLE,
    IMMUTABLE_PATHS,
    MEDIA_TYPES,
    HostRules,
    Redirect,
)
from seasontracker.models.vocabulary import HostName

HOST = HostName.S3
MOST_REDIRECTS: int | None = 50
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
    yield f"{FOLDER}/metadata.json", _json(_metadata())
    yield f"{FOLDER}/response-headers.json", _json(_response_headers(rules))


def _website(rules: HostRules) -> dict[str, Any]:
    below = f"{rules.prefix}/".lstrip("/")
    site: dict[str, Any] = {
        "IndexDocument": {"Suffix": "index.html"},
        "ErrorDocument": {"Key": f"{below}404.html"},
    }
    if rules.redirects:
        site["RoutingRules"] = [_routing_rule(rules, redirect) for redirect in rules.redirects]
    return site


def _routing_rule(rules: HostRules, redirect: Redirect) -> dict[str, Any]:
    target = urlsplit(redirect.target)
    if not target.netloc:
        target = urlsplit(f"{rules.settings.root.removesuffix(rules.prefix)}{redirect.target}")
    rest = target.path.lstrip("/") + (f"?{target.query}" if target.query else "")
    rest += f"#{target.fragment}" if target.fragment else ""
    return {
        "Condition": {
            # With its slash, so that `season-1` is not the beginning of `season-12`.
            "KeyPrefixEquals": redirect.source.lstrip("/"),
            "HttpErrorCodeReturnedEquals": "404",
        },
        "Redirect": {
            "HostName": target.netloc,
            "Protocol": target.scheme,
            "ReplaceKeyWith": rest,
            "HttpRedirectCode": "301",
        },
    }


def _metadata() -> list[dict[str, str]]:
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
    return by_suffix + by_name + kept


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
