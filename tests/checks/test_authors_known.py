"""Every author of an article is listed in `site.yaml`."""

from __future__ import annotations

from collections.abc import Callable

from seasontracker.checks.authors_known import check

SITE = "title: T\nbase_url: https://example.org\nauthors:\n  kim: {name: Kim}\n"


def test_authors_known_points_at_the_id(found_by: Callable[..., list[str]]) -> None:
    """An unknown author is found at the id, a known one is not."""
    article = "---\nheadline: S\npublished: 2022-02-18\nauthors: [kim, lee]\n---\n"
    files = {"content/site.yaml": SITE, "season-1/index.md": article}

    assert found_by(check, files) == [
        "ST304 season-1/index.md:4:16 `lee` is not an author of this site"
    ]
