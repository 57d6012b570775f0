"""`seasontracker check --external` on a web of one host on this machine."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

EXTERNAL = ("check", "--external", "--external-pause", "0", "--allow-private")
SHOW = "content/shows/severance"


def sources(*entries: tuple[str, str]) -> str:
    """Return a `sources.yaml`."""
    return "".join(
        f"{key}:\n  publisher: Variety\n  published: 2026-01-01\n{rest}" for key, rest in entries
    )


def test_external_tells_what_is_dead_and_moved(
    make_project: Callable[..., Path], run: Callable[..., Any], web: Any, page: Any
) -> None:
    """Each is a warning at the address, with the copy or the new address in the hint."""
    web.pages.update(
        {"/good": page(), "/old": page(301, {"Location": "/new"}), "/new": page(), "/no": page(403)}
    )
    make_project(
        {
            "content/sources.yaml": sources(
                ("dead", f"  url: {web.url}/dead\n"),
                ("kept", f"  url: {web.url}/dead\n  archived_url: {web.url}/good\n"),
                ("old", f"  url: {web.url}/old#part\n"),
                ("wary", f"  url: {web.url}/no\n"),
            ),
            f"{SHOW}/season-1/index.md": (
                "---\nheadline: Severance season 1\npublished: 2022-02-18\n---\n\n"
                f"See [this]({web.url}/dead).[@dead][@kept][@old][@wary]\n"
            ),
        }
    )

    outcome = run(*EXTERNAL)

    assert outcome.code == 0
    assert [line for line in outcome.lines if "ST84" in line or "hint" in line] == [
        f"{SHOW}/season-1/index.md:6:12: warning[ST840] dead-address: "
        f"`{web.url}/dead` is dead: 404 Not Found",
        "  hint: correct it, link to an archived copy, or remove it",
        f"content/sources.yaml:4:8: warning[ST840] dead-address: "
        f"`{web.url}/dead` is dead: 404 Not Found",
        "  hint: look for a copy, such as on web.archive.org, and name it as `archived_url`",
        f"content/sources.yaml:8:8: warning[ST840] dead-address: "
        f"`{web.url}/dead` is dead: 404 Not Found",
        f"  hint: write the archived copy `{web.url}/good` as `url`",
        f"content/sources.yaml:13:8: warning[ST841] moved-address: "
        f"`{web.url}/old#part` has moved for good",
        f"  hint: write `{web.url}/new#part`, or run `seasontracker check --fix`",
    ]
    assert outcome.stdout.splitlines()[:-1] == [
        f"moved: {web.url}/old#part -> {web.url}/new#part",
        f"dead: {web.url}/dead (404 Not Found)",
        f"could not be checked: {web.url}/no (403 Forbidden)",
        "4 outside addresses: 1 alive, 1 moved, 1 dead, 1 could not be checked",
    ]
    assert all("(checks links; +https://example.org)" in agent for agent in web.agents)


def test_external_second_run_asks_nobody(
    make_project: Callable[..., Path], run: Callable[..., Any], web: Any, page: Any
) -> None:
    """What was answered is remembered, and told again, also to programs."""
    web.pages["/good"] = page()
    make_project(
        {
            "content/sources.yaml": sources(
                ("a", f"  url: {web.url}/a\n"), ("b", f"  url: {web.url}/good\n")
            )
        }
    )
    first = run(*EXTERNAL)
    asked = list(web.requests)

    second = run(*EXTERNAL, "--format", "json")

    assert asked
    assert web.requests == asked
    assert "ST840" in first.stderr
    assert "1 alive, 1 dead" in second.stderr
    assert [one["code"] for one in json.loads(second.stdout)["findings"]].count("ST840") == 1


def test_external_forgets_with_time(
    make_project: Callable[..., Path],
    run: Callable[..., Any],
    web: Any,
    page: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An address is asked for anew after its time: a dead one's is a day, a good one's a week."""
    from seasontracker.clock import seconds_now  # noqa: PLC0415
    from seasontracker.pipeline import outside_links  # noqa: PLC0415

    web.pages["/good"] = page()
    make_project(
        {
            "content/sources.yaml": sources(
                ("a", f"  url: {web.url}/a\n"), ("b", f"  url: {web.url}/good\n")
            )
        }
    )
    now, day = seconds_now(), 24 * 60 * 60
    for days, expected in ((0, ["/a", "/good"]), (2, ["/a"]), (8, ["/a", "/good"])):
        monkeypatch.setattr(outside_links, "seconds_now", lambda days=days: now + days * day)
        web.requests.clear()
        run(*EXTERNAL)
        assert sorted({path for _, path in web.requests} - {"/robots.txt"}) == expected


def test_external_does_not_enter_private_networks(
    make_project: Callable[..., Path], run: Callable[..., Any], web: Any
) -> None:
    """An address of this machine in a stranger's change is told, and not asked."""
    make_project({"content/sources.yaml": sources(("a", f"  url: {web.url}/a\n"))})

    outcome = run("check", "--external")

    assert "warning[ST842] private-address" in outcome.stderr
    assert web.requests == []


def test_external_asks_of_changed_files_only(
    make_project: Callable[..., Path],
    run: Callable[..., Any],
    git: Callable[..., str],
    web: Any,
    page: Any,
) -> None:
    """With --since, addresses in other files are left alone."""
    web.pages.update({"/a": page(), "/b": page()})
    root = make_project({"content/sources.yaml": sources(("a", f"  url: {web.url}/a\n"))})
    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "start")
    (root / SHOW / "sources.yaml").write_text(sources(("b", f"  url: {web.url}/b\n")))

    run(*EXTERNAL, "--since", "HEAD")

    assert {path for _, path in web.requests} == {"/robots.txt", "/b"}


def test_external_survives_a_damaged_memory(
    make_project: Callable[..., Path], run: Callable[..., Any], web: Any, page: Any
) -> None:
    """A memory that cannot be read is as good as none."""
    web.pages["/a"] = page()
    root = make_project({"content/sources.yaml": sources(("a", f"  url: {web.url}/a\n"))})
    (root / ".seasontracker").mkdir()
    (root / ".seasontracker" / "outside-links.msgpack").write_bytes(b"\xc1\xff nonsense")

    assert "1 alive" in run(*EXTERNAL).stdout


def test_external_fix_mends_what_has_moved(
    make_project: Callable[..., Path], run: Callable[..., Any], web: Any, page: Any
) -> None:
    """In one run addresses are asked, mended, and asked where they are now; --diff needs no web."""
    web.pages.update(
        {
            "/old": page(301, {"Location": "/new"}),
            "/new": page(),
            "/x": page(308, {"Location": "/"}),
        }
    )
    web.pages["/"] = page()
    before = sources(("a", f"  url: {web.url}/old # old\n"), ("gone", f"  url: {web.url}/x\n"))
    root = make_project({"content/sources.yaml": before})
    run(*EXTERNAL)
    web.requests.clear()

    shown = run("check", "--fix", "--diff")

    assert f"+  url: {web.url}/new # old" in shown.stdout.splitlines()
    assert (shown.code, web.requests) == (1, [])
    assert (root / "content/sources.yaml").read_text() == before

    outcome = run(*EXTERNAL, "--fix", "--yes")

    assert (root / "content/sources.yaml").read_text() == before.replace("/old #", "/new #")
    assert [line for line in outcome.lines if "ST84" in line] == [
        "content/sources.yaml:8:8: warning[ST841] moved-address: "
        f"`{web.url}/x` has moved to the front page `{web.url}/`"
    ]
    assert web.of("/new") == ["HEAD"]


def test_external_obeys_levels_and_silences(
    make_project: Callable[..., Path], run: Callable[..., Any], web: Any, page: Any
) -> None:
    """A site may make a dead address an error, and silence one with a reason."""
    web.pages["/old"] = page(301, {"Location": "/new"})
    web.pages["/new"] = page()
    make_project(
        {
            "content/site.yaml": (
                "title: Seasons\nbase_url: https://example.org\nsocial_cards: no\n"
                "checks:\n  dead-address: error\n  moved-address: off\n"
            ),
            "content/sources.yaml": sources(
                ("a", f"  url: {web.url}/a # st: off dead-address because it is archived\n"),
                ("b", f"  url: {web.url}/b\n"),
                ("c", f"  url: {web.url}/old\n"),
            ),
        }
    )

    outcome = run(*EXTERNAL)

    assert outcome.code == 1
    assert [line for line in outcome.lines if "ST84" in line] == [
        f"content/sources.yaml:8:8: error[ST840] dead-address: `{web.url}/b` is dead: 404 Not Found"
    ]
