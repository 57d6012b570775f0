"""Checks where old addresses lead, across shows, and what hosts make of so many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from urllib.parse import unquote

from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.exports.hosts import HostRules, chosen_hosts
from seasontracker.exports.hosts.underscored import redirect_lines
from seasontracker.models import Located, SiteSettings
from seasontracker.output.records import Records, UnitRecord
from seasontracker.pipeline.inputs import SHOW
from seasontracker.pipeline.site_files import HOSTS, rules_of
from seasontracker.pipeline.workshop import Workshop
from seasontracker.site.moved import MovedAddress, moved_addresses
from seasontracker.site.permalinks import Permalinks

IsWritten = Callable[[str], bool]
"""Whether the site has a file at a path below the output folder."""


def check_addresses(
    workshop: Workshop, records: Records, made: Mapping[str, UnitRecord]
) -> Iterator[Diagnostic]:
    """Report what is wrong with the old addresses of a site whose pages are all known.

    `made` are the units that are newer than on record.
    """
    moved = moved_addresses(records, workshop.settings, workshop.links)
    if not moved:
        return
    own = {unit.name: unit.paths for unit in records.heads(beside=SHOW)}
    own |= {name: unit.paths for name, unit in made.items() if not name.startswith(SHOW)}
    paths = {path for name, paths in own.items() if name != HOSTS for path in paths}
    paths.add("CNAME/index.html")  # a file of GitHub Pages stands there

    def is_written(path: str) -> bool:
        if path in paths:
            return True
        folders = path.split("/")
        if folders[0] != "shows" or len(folders) < 3:
            return False
        name = f"{SHOW}{folders[1]}"
        show = made.get(name) or records.unit(name)
        return show is not None and path in show.paths

    yield from check_moved(moved, workshop.links, is_written)
    yield from check_hosts(rules_of(workshop, records), workshop.settings)


def check_moved(
    moved: Sequence[MovedAddress], links: Permalinks, is_written: IsWritten
) -> Iterator[Diagnostic]:
    """Report old addresses that are in use, are claimed twice, or lead nowhere or round."""
    first: dict[str, MovedAddress] = {}
    for one in moved:
        # Some hosts and disks ignore letter case.
        other = first.setdefault(one.source.lower(), one)
        if other is not one:
            yield one.diagnostic(
                Code.ADDRESS_CLAIMED_TWICE,
                f"`{one.source}` leads to `{other.target}` already",
                f"see {other.location}; an address can lead to one place only",
            )
        elif is_written(output_of(one.source)):
            yield one.diagnostic(
                Code.ADDRESS_IN_USE,
                f"`{one.source}` is an address that the site has",
                "an old address may not stand in the way of a page or a file",
            )
    for one in first.values():
        yield from _check_target(one, first, links, is_written)


def check_hosts(rules: HostRules, settings: Located[SiteSettings]) -> Iterator[Diagnostic]:
    """Report more or longer redirects than a host takes."""
    lines = [line for redirect in rules.redirects for line in redirect_lines(redirect)]
    for host in chosen_hosts(rules):
        place = ("hosts", list(settings.value.hosts).index(host.HOST))
        count = len(lines) if host.COUNTS_LINES else len(rules.redirects)
        if host.MOST_REDIRECTS is not None and count > host.MOST_REDIRECTS:
            yield settings.diagnostic(
                Code.TOO_MANY_REDIRECTS,
                place,
                f"{count} redirects are more than the {host.MOST_REDIRECTS} of `{host.HOST}`",
                "take out old addresses that nobody asks for any more",
            )
        longest = max(lines, key=len, default="")
        if host.LONGEST_REDIRECT is not None and len(longest) > host.LONGEST_REDIRECT:
            yield settings.diagnostic(
                Code.LONG_REDIRECT,
                place,
                f"a redirect of {len(longest)} characters is longer than the "
                f"{host.LONGEST_REDIRECT} of `{host.HOST}`",
                f"it begins with `{longest[:60]}`",
            )


def output_of(path: str) -> str:
    """Return where a path from the site's root lies below the output folder."""
    return path.lstrip("/") + ("index.html" if path.endswith("/") else "")


def _check_target(
    one: MovedAddress,
    moved: dict[str, MovedAddress],
    links: Permalinks,
    is_written: IsWritten,
) -> Iterator[Diagnostic]:
    if not one.target.startswith("/"):
        return
    path = _site_path(one.target, links)
    following = moved.get(path.lower())
    if following is not None and following is not one:
        last, seen = following, {one.source, following.source}
        while (step := moved.get(_site_path(last.target, links).lower())) is not None:
            if step.source in seen:
                yield one.diagnostic(
                    Code.REDIRECT_CHAIN,
                    f"`{one.source}` and `{last.source}` lead in a circle",
                    "let each old address lead to a page",
                )
                return
            seen.add(step.source)
            last = step
        yield one.diagnostic(
            Code.REDIRECT_CHAIN,
            f"`{one.source}` leads to `{path}`, which has moved itself",
            f"lead straight to `{last.target}`",
        )
    elif following is one:
        yield one.diagnostic(
            Code.REDIRECT_CHAIN,
            f"`{one.source}` leads to itself",
            "let each old address lead to a page",
        )
    elif not is_written(output_of(path)):
        yield one.diagnostic(
            Code.BROKEN_LINK,
            f"`{path}` is no page of this site",
            "write the address of a page, such as `/calendar/`",
        )


def _site_path(target: str, links: Permalinks) -> str:
    """Return a target's path from the site's root; empty for one elsewhere."""
    if not target.startswith("/"):
        return ""
    return unquote(target.partition("#")[0]).removeprefix(links.prefix)
