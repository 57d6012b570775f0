"""The hosts that are known, and all that they are told of a site."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from seasontracker.exports.hosts import cloudflare_pages, github_pages, netlify, nginx, s3, stubs
from seasontracker.exports.hosts.rules import HostRules
from seasontracker.models.vocabulary import HostName

HostFiles = Iterable[tuple[str, bytes]]
"""Output paths and contents."""


class Host(Protocol):
    """A module about one host."""

    HOST: HostName
    MOST_REDIRECTS: int | None
    """How many of our redirects it takes; None when it names no limit."""
    LONGEST_REDIRECT: int | None
    """How many characters one of them may take."""
    COUNTS_LINES: bool
    """Whether `/old` and `/old/` count as two."""

    def files(self, rules: HostRules, /) -> HostFiles:
        """Yield the files that the host reads."""
        ...


HOSTS: tuple[Host, ...] = (netlify, cloudflare_pages, github_pages, s3, nginx)


def chosen_hosts(rules: HostRules) -> tuple[Host, ...]:
    """Return the hosts that a site is written for."""
    return tuple(host for host in HOSTS if host.HOST in rules.settings.hosts)


def host_files(rules: HostRules) -> HostFiles:
    """Return the files for a site's hosts; without any, pages that lead on, which all can serve."""
    files: dict[str, bytes] = {}
    for host in chosen_hosts(rules):
        # Netlify and Cloudflare read the same files.
        files |= dict(host.files(rules))
    return (files or dict(stubs.files(rules))).items()
