"""What hosts are told of a site, each in its own form."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from seasontracker.exports.hosts import HOSTS, HostRules, Redirect, host_files, host_rules
from seasontracker.exports.hosts.cloudflare_pages import LONGEST_HEADER_LINE, MOST_HEADER_RULES
from seasontracker.exports.hosts.policy import content_security_policy
from seasontracker.exports.hosts.rules import FRESH, IMMUTABLE, media_type, pattern_expression
from seasontracker.models import SiteSettings
from seasontracker.models.vocabulary import HostName
from seasontracker.wording.catalogue import load_words

MOVED = (
    Redirect("/old/", "/shows/ash/season-2/"),
    Redirect("/이전/글.html", "/calendar/"),
    Redirect("/gone/", "https://elsewhere.example/x?y=1#z"),
)


def rules(
    *hosts: HostName, base_url: str = "https://example.org", moved: tuple[Redirect, ...] = MOVED
) -> HostRules:
    """Return the rules of a small site."""
    settings = SiteSettings(title="Seasons", base_url=base_url, hosts=hosts)
    return host_rules(settings, load_words("en", Path("nowhere")), moved)


def files(*hosts: HostName, **options: Any) -> Mapping[str, str]:
    """Return the files that are written for some hosts."""
    return {path: data.decode() for path, data in host_files(rules(*hosts, **options))}


def test_every_host_of_the_vocabulary_has_a_module() -> None:
    """What an editor may choose is what there are files for."""
    assert {host.HOST for host in HOSTS} == set(HostName)


def test_policy_allows_nothing_inline_and_no_other_origin_but_the_player() -> None:
    """The policy names no origin beside the site's own and the player's."""
    policy = content_security_policy()

    assert "unsafe" not in policy
    assert policy.count("https:") == 1
    assert "frame-src https://www.youtube-nocookie.com" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "frame-ancestors 'none'" in policy
    assert "frame-ancestors" not in content_security_policy(is_meta=True)


@pytest.mark.parametrize(
    ("base_url", "is_sent"),
    [
        ("https://example.org/", True),
        ("http://example.org/", False),
        ("https://example.org/tracker/", False),
    ],
)
def test_transport_security_is_promised_for_a_whole_host_only(base_url: str, is_sent: bool) -> None:
    """A site below a path does not speak for its host, and one without TLS cannot."""
    assert ("Strict-Transport-Security" in dict(rules(base_url=base_url).everywhere)) is is_sent


@pytest.mark.parametrize("prefix", ["", "/tracker"])
def test_header_rules_say_each_header_of_a_path_once(prefix: str) -> None:
    """Two rules about one path never give the same header, which hosts would join or drop."""
    told = rules(base_url=f"https://example.org{prefix}/")
    paths = (
        f"{prefix}/assets/site.0123456789.css",
        f"{prefix}/assets/fonts/a.0123456789.woff2",
        f"{prefix}/shows/ash/season-1/images/a.0123456789.svg",
        f"{prefix}/shows/ash/season-1/feed.xml",
        f"{prefix}/feed.xml",
        f"{prefix}/api/v1/site.json",
        f"{prefix}/",
    )

    for path in paths:
        names = [
            name for rule in told.header_rules if rule.matches(path) for name, _ in rule.headers
        ]
        assert len(names) == len(set(names)), path
        assert "Content-Security-Policy" in names, path
        digest = "0123456789" in path
        assert ("Cache-Control" in names) is digest, path
        assert ("Content-Type" in names) is path.endswith((".xml", ".json")), path


TYPES = {
    "/calendar.ics": "text/calendar; charset=utf-8",
    "/shows/ash/season-1/windows.ics": "text/calendar; charset=utf-8",
    "/site.webmanifest": "application/manifest+json",
    "/shows/ash/feed.xml": "application/atom+xml; charset=utf-8",
    "/networks/hbo/feed.json": "application/feed+json; charset=utf-8",
    "/shows/ash/season-1/index.json": "application/json; charset=utf-8",
    "/index.json": "application/json; charset=utf-8",
    "/api/v1/shows/ash/season-1.json": "application/json; charset=utf-8",
}
"""What programs read, and the type that it must have on every host."""


@pytest.mark.parametrize("host", [HostName.NETLIFY, HostName.CLOUDFLARE_PAGES])
@pytest.mark.parametrize("prefix", ["", "/tracker"])
def test_headers_file_says_the_types(host: HostName, prefix: str) -> None:
    """As `_headers` is read, each path has one type, and it is this."""
    text = files(host, base_url=f"https://example.org{prefix}/")["_headers"]
    blocks = [block.splitlines() for block in text.replace("\n/", "\n\0/").split("\0")]

    for path, kind in TYPES.items():
        told = [
            line.strip().removeprefix("Content-Type: ")
            for pattern, *lines in blocks
            if re.fullmatch(pattern_expression(pattern), prefix + path)
            for line in lines
            if line.startswith("  Content-Type: ")
        ]
        assert told == [kind], path


def test_s3_says_the_types() -> None:
    """Of the patterns that fit a key, the last one says this type."""
    metadata = json.loads(files(HostName.S3)[".hosts/s3/metadata.json"])

    for path, kind in TYPES.items():
        fitting = [one for one in metadata if fnmatchcase(path[1:], one["include"])]
        assert fitting[-1]["content-type"] == kind, path


def test_nginx_says_the_types() -> None:
    """A feed has a location by its name, all else a type by its suffix, texts their encoding."""
    text = files(HostName.NGINX)[".hosts/nginx.conf"]
    [charset] = re.findall(r"^charset_types (.*);$", text, re.M)
    by_suffix = {suffix: kind for kind, suffix in re.findall(r"^  (\S+) (\w+);$", text, re.M)}
    by_name = re.findall(r'^location ~ "(.*)" \{ types \{ \} default_type (.*); \}$', text, re.M)

    assert "charset utf-8;" in text
    for path, kind in TYPES.items():
        named = [one for said, one in by_name if re.search(said.replace("\\\\", "\\"), path)]
        plain = named[0] if named else by_suffix[path.rpartition(".")[2]]
        assert plain == kind.partition(";")[0], path
        assert plain in charset.split(" "), path


def test_header_rules_are_within_the_limits_of_cloudflare() -> None:
    """There are fewer rules, and shorter lines, than Cloudflare reads."""
    text = files(HostName.CLOUDFLARE_PAGES)["_headers"]

    patterns = [line for line in text.splitlines() if not line.startswith(" ")]
    assert 5 < len(patterns) < MOST_HEADER_RULES
    assert max(map(len, text.splitlines())) < LONGEST_HEADER_LINE
    # One wildcard a pattern, at its end, which both hosts read.
    assert all("*" not in pattern[:-1] for pattern in patterns)


def test_redirects_are_lines_for_netlify_and_cloudflare() -> None:
    """Old address, new address, 301; with and without a slash at the end, and as they are sent."""
    told = files(HostName.NETLIFY, HostName.CLOUDFLARE_PAGES)

    assert set(told) == {"_headers", "_redirects"}
    lines = [line.split(" ") for line in told["_redirects"].splitlines()]
    assert [unquote(line[0]) for line in lines] == [
        *("/old/", "/old", "/이전/글.html", "/gone/", "/gone"),
    ]
    assert all(line[0].isascii() and line[2] == "301" for line in lines)
    assert lines[-1][1] == "https://elsewhere.example/x?y=1#z"


@pytest.mark.parametrize(
    ("base_url", "domain"),
    [
        ("https://tracker.example.org/", "tracker.example.org\n"),
        ("https://kim.github.io/", None),
        ("https://example.org/tracker/", None),
    ],
)
def test_github_pages_gets_its_domain_only_where_it_has_one(
    base_url: str, domain: str | None
) -> None:
    """`CNAME` is written for a site that has a domain of its own."""
    told = files(HostName.GITHUB_PAGES, base_url=base_url, moved=())

    assert told.get("CNAME") == domain
    assert told[".nojekyll"] == ""


def test_github_pages_gets_pages_that_lead_on() -> None:
    """An old address has a page with the new one as canonical and as a refresh."""
    told = files(HostName.GITHUB_PAGES)

    page = told["old/index.html"]
    assert '<link rel="canonical" href="https://example.org/shows/ash/season-2/">' in page
    assert 'content="0; url=https://example.org/shows/ash/season-2/"' in page
    assert "이전/글.html" in told
    assert "https://elsewhere.example/x?y=1#z" in told["gone/index.html"]


def test_pages_lead_on_where_no_host_is_named() -> None:
    """Old addresses work on any host."""
    assert set(files()) == {"old/index.html", "이전/글.html", "gone/index.html"}
    assert files(moved=()) == {}


def test_an_address_with_a_space_is_one_on_every_host() -> None:
    """It is sent encoded, compared decoded, and lies in a folder that is called so."""
    told = {
        host: files(host, moved=(Redirect("/a b/", "/calendar/"),))
        for host in (HostName.NETLIFY, HostName.NGINX, HostName.GITHUB_PAGES, HostName.S3)
    }

    assert told[HostName.NETLIFY]["_redirects"].splitlines() == [
        "/a%20b/ /calendar/ 301",
        "/a%20b /calendar/ 301",
    ]
    nginx = told[HostName.NGINX][".hosts/nginx.conf"]
    assert 'location = "/a b/" { return 301 "/calendar/"; }' in nginx
    assert 'location = "/a b" { return 301 "/calendar/"; }' in nginx
    assert "a b/index.html" in told[HostName.GITHUB_PAGES]
    assert "a b/index.html" in told[HostName.S3]


@pytest.mark.parametrize("prefix", ["", "/tracker"])
def test_s3_answers_old_addresses_with_and_without_a_slash(prefix: str) -> None:
    """S3 has an object for both forms, takes `/old` for `/old/`, and knows where it has gone."""
    moved = tuple(
        Redirect(f"{prefix}{path}", target)
        for path, target in [
            *((one.source, one.target) for one in MOVED),
            ("/a [b]/", f"{prefix}/"),
        ]
    )
    told = files(HostName.S3, base_url=f"https://example.org{prefix}/", moved=moved)
    metadata = json.loads(told[".hosts/s3/metadata.json"])

    for redirect in moved:
        # Where S3 looks ("Configuring an index document" in its user guide).
        asked = redirect.source.removeprefix(f"{prefix}/")
        forms = {asked, asked.rstrip("/")}
        found = [{form, f"{form.rstrip('/')}/index.html"} & set(told) for form in forms]
        assert found == [found[0]] * len(forms)
        [[key]] = [found[0]]
        last = [one for one in metadata if fnmatchcase(key, one["include"])][-1]
        assert last["website-redirect"] == redirect.target
        assert last["content-type"] == "text/html; charset=utf-8"
    assert "website-redirect" not in str([one for one in metadata if "*" in one["include"]])


def test_s3_is_told_in_the_form_of_its_tools() -> None:
    """Each file is what a command of its tools takes."""
    told = files(HostName.S3, base_url="https://example.org/tracker/")

    site = json.loads(told[".hosts/s3/website.json"])
    assert site["ErrorDocument"] == {"Key": "tracker/404.html"}
    assert site["IndexDocument"] == {"Suffix": "index.html"}
    [cors] = json.loads(told[".hosts/s3/cors.json"])["CORSRules"]
    assert cors == {"AllowedOrigins": ["*"], "AllowedMethods": ["GET", "HEAD"]}
    policy = json.loads(told[".hosts/s3/response-headers.json"])
    assert policy["SecurityHeadersConfig"]["ContentSecurityPolicy"]["ContentSecurityPolicy"] == (
        content_security_policy()
    )
    assert policy["CustomHeadersConfig"]["Quantity"] == 2
    metadata = json.loads(told[".hosts/s3/metadata.json"])
    last_of = {rule["include"]: rule["cache-control"] for rule in metadata}
    assert last_of["*.html"] == FRESH
    assert last_of["*assets/*.css"] == IMMUTABLE


def test_every_file_of_a_site_has_a_type(
    make_project: Callable[..., Path], run: Callable[..., Any]
) -> None:
    """No file is written whose type a host would have to guess."""
    root = make_project({})
    assert run("build").code == 0

    names = [one.name for one in (root / "build").rglob("*") if one.is_file()]
    assert len(names) > 10
    assert [name for name in names if not media_type(name)] == []


def test_files_named_by_content_are_kept_and_no_others(
    make_project: Callable[..., Path], run: Callable[..., Any]
) -> None:
    """What has a digest in its name is immutable; what has none is asked for again."""
    root = make_project({"content/site.yaml": "title: S\nbase_url: https://example.org\n"})
    assert run("build").code == 0
    kept = [rule for rule in rules().some if dict(rule.headers).get("Cache-Control") == IMMUTABLE]

    for file in (one for one in (root / "build").rglob("*") if one.is_file()):
        path = f"/{file.relative_to(root / 'build').as_posix()}"
        part = path.split(".")[-2] if path.count(".") > 1 else ""
        is_named = len(part) == 10 and set(part) <= set("0123456789abcdef")
        # The licences of fonts lie beside them.
        is_kept = any(rule.matches(path) for rule in kept) and not path.endswith("-OFL.txt")
        assert is_kept is is_named, path
    assert list((root / "build/assets/cards").rglob("*.png"))
