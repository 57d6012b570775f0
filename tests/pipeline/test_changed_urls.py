"""The list of pages that a build changed, for whoever tells crawlers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

LIST = ".seasontracker/build-changed-urls.txt"
ARTICLE = "content/shows/severance/season-1/index.md"
HERE = "https://example.org/there"
SITE = {"content/site.yaml": f"title: Seasons\nbase_url: {HERE}\n"}


def test_changed_urls_are_those_of_the_last_build(
    make_project: Callable[..., Path], run: Callable[..., Any]
) -> None:
    """First all pages, then the one that changed, then none, then those that are gone."""
    root = make_project(SITE)
    lists = []
    steps: list[Callable[[], object]] = [
        lambda: None,
        lambda: (root / ARTICLE).write_text((root / ARTICLE).read_text() + "\nMore.\n"),
        lambda: None,
        lambda: (root / ARTICLE).write_text(
            "---\nheadline: H\npublished: 2022-02-18\ndraft: yes\n---\n"
        ),
    ]
    for step in steps:
        step()
        assert run("build", "--jobs", "1", "--today", "2026-11-22").code == 0
        lists.append((root / LIST).read_text("utf-8").splitlines())

    every, one, none, gone = lists
    assert one == [f"{HERE}/shows/severance/season-1/"]
    assert none == []
    assert f"{HERE}/" in every
    assert f"{HERE}/shows/severance/season-1/" in every
    assert f"{HERE}/shows/severance/season-1/" in gone
    assert all(url.startswith(HERE) and url.endswith("/") for url in every)
    assert len(set(every)) == len(every)


@pytest.mark.parametrize("hosts", ["[]", "[netlify, github-pages]"])
def test_changed_urls_leave_out_what_only_leads_on(
    make_project: Callable[..., Path], run: Callable[..., Any], hosts: str
) -> None:
    """An old address is no page when it comes or goes, but a page that became one is told."""
    site = f"{SITE['content/site.yaml']}hosts: {hosts}\nsocial_cards: no\n"
    root = make_project({"content/site.yaml": f"{site}redirects: {{/old/: /calendar/}}\n"})
    listed = []
    for text in (
        None,
        f"{site}redirects: {{/older/: /calendar/}}\n",
        f"{site}redirects: {{/shows/severance/season-1/: /calendar/}}\n",
    ):
        if text is not None:
            (root / "content/site.yaml").write_text(text)
        if text and "season-1" in text:
            (root / ARTICLE).write_text(
                "---\nheadline: H\npublished: 2022-02-18\ndraft: yes\n---\n"
            )
        assert run("build", "--jobs", "1", "--today", "2026-11-22").code == 0
        listed.append((root / LIST).read_text("utf-8").splitlines())

    assert (root / "build/shows/severance/season-1/index.html").exists()
    assert not [url for urls in listed for url in urls if "/old" in url]
    assert f"{HERE}/calendar/" in listed[0]
    assert f"{HERE}/shows/severance/season-1/" in listed[2]


def test_changed_urls_of_a_hidden_site(
    make_project: Callable[..., Path], run: Callable[..., Any]
) -> None:
    """Crawlers are told nothing of a site that is not to be listed."""
    root = make_project({"content/site.yaml": f"{SITE['content/site.yaml']}indexable: no\n"})

    assert run("build", "--jobs", "1").code == 0
    assert not (root / LIST).exists()


def test_check_leaves_the_list_alone(
    make_project: Callable[..., Path], run: Callable[..., Any]
) -> None:
    """What was not published did not change."""
    root = make_project(SITE)
    run("build", "--jobs", "1", "--today", "2026-11-22")
    before = (root / LIST).read_text("utf-8")
    assert run("check", "--jobs", "1", "--today", "2026-11-22").code == 0

    assert (root / LIST).read_text("utf-8") == before != ""


def test_key_and_humans_are_published_on_request(
    make_project: Callable[..., Path], run: Callable[..., Any]
) -> None:
    """IndexNow finds its key in a file of that name, and people find who made the site."""
    root = make_project(SITE)
    assert run("build", "--jobs", "1").code == 0
    assert not (root / "build/humans.txt").exists()
    wanted = "indexnow_key: abcd-EFGH-1234\nhumans: yes\n"
    (root / "content/site.yaml").write_text(SITE["content/site.yaml"] + wanted)
    assert run("build", "--jobs", "1").code == 0

    assert (root / "build/abcd-EFGH-1234.txt").read_text() == "abcd-EFGH-1234"
    assert (root / "build/humans.txt").read_text().startswith("/* TEAM */\n")


def test_key_must_be_one(make_project: Callable[..., Path], run: Callable[..., Any]) -> None:
    """What IndexNow would refuse is refused before, and no path comes of it."""
    make_project({"content/site.yaml": f"{SITE['content/site.yaml']}indexnow_key: ../../etc\n"})
    outcome = run("build", "--jobs", "1")

    assert outcome.code == 1
    assert "`../../etc` is not an IndexNow key" in outcome.stderr
