"""What becomes of addresses when the web is asked."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Any

import pytest

from seasontracker.checks.external import guard
from seasontracker.checks.external.answers import Answer, Fate
from seasontracker.checks.external.asking import Manner, ask_all
from seasontracker.checks.external.guard import is_public
from seasontracker.checks.external.manners import retry_after

KIND = Manner("seasontracker/1 (checks links)", pause=0.0, allow_private=True)


def ask(url: str, manner: Manner = KIND) -> Answer:
    """Ask one address."""
    return ask_all([url], manner, lambda done, total: None)[url]


def test_asking_head_is_enough(web: Any, page: Any) -> None:
    """A page that answers HEAD is not downloaded, and the host learns who asks."""
    web.pages["/a"] = page()

    assert ask(f"{web.url}/a") == Answer(Fate.ALIVE)
    assert web.of("/a") == ["HEAD"]
    assert web.agents == {"seasontracker/1 (checks links)"}


@pytest.mark.parametrize("status", [403, 404, 405, 501])
def test_asking_gets_where_head_is_refused(web: Any, page: Any, status: int) -> None:
    """A site that does not like HEAD is asked as a browser would."""
    web.pages["/a"] = page(statuses_by_method={"HEAD": status})

    assert ask(f"{web.url}/a").fate is Fate.ALIVE
    assert web.of("/a") == ["HEAD", "GET"]


@pytest.mark.parametrize("status", [404, 410])
def test_asking_dead_page(web: Any, page: Any, status: int) -> None:
    """What is not there by GET either is dead."""
    web.pages["/a"] = page(status)

    assert ask(f"{web.url}/a").fate is Fate.DEAD


@pytest.mark.parametrize("status", [401, 403, 429, 451, 500, 503])
def test_asking_refusals_are_not_dead(web: Any, page: Any, status: int) -> None:
    """A site that does not let programs in says nothing about readers."""
    web.pages["/a"] = page(status)

    answer = ask(f"{web.url}/a")

    assert answer.fate is Fate.UNCERTAIN
    assert answer.reason.startswith(str(status))


@pytest.mark.parametrize("status", [301, 308])
def test_asking_moved_page(web: Any, page: Any, status: int) -> None:
    """A redirect for good is told with the address at its end."""
    web.pages["/a"] = page(status, {"Location": "/b"})
    web.pages["/b"] = page(status, {"Location": "/c#part"})
    web.pages["/c"] = page()

    assert ask(f"{web.url}/a") == Answer(Fate.MOVED, "it has moved for good", f"{web.url}/c")


def test_asking_moved_as_far_as_it_is_for_good(web: Any, page: Any) -> None:
    """Behind a redirect for now, an address is not told as new."""
    web.pages["/a"] = page(301, {"Location": "/b"})
    web.pages["/b"] = page(302, {"Location": "/c"})
    web.pages["/c"] = page(301, {"Location": "/d"})
    web.pages["/d"] = page()

    assert ask(f"{web.url}/a").target == f"{web.url}/b"
    assert ask(f"{web.url}/b") == Answer(Fate.ALIVE)


def test_asking_dead_end_of_a_redirect(web: Any, page: Any) -> None:
    """What has moved to a page that is gone is dead."""
    web.pages["/a"] = page(301, {"Location": "/b"})

    assert ask(f"{web.url}/a").fate is Fate.DEAD


@pytest.mark.parametrize("target", ["/a", "ftp://example.org/a", "javascript:0"])
def test_asking_redirects_that_lead_nowhere(web: Any, page: Any, target: str) -> None:
    """A circle, or what is no web page, is not followed and not called dead."""
    web.pages["/a"] = page(301, {"Location": target})

    assert ask(f"{web.url}/a").fate is Fate.UNCERTAIN
    assert len(web.of("/a")) <= 8


def test_asking_obeys_robots(web: Any, page: Any) -> None:
    """What robots are asked to stay away from is not requested."""
    web.pages["/robots.txt"] = page(body="User-agent: *\nDisallow: /private/\n")
    web.pages["/a"] = page()

    answers = ask_all([f"{web.url}/private/a", f"{web.url}/a"], KIND, lambda done, total: None)

    assert [answer.fate for answer in answers.values()] == [Fate.UNCERTAIN, Fate.ALIVE]
    assert web.requests == [("GET", "/robots.txt"), ("HEAD", "/a")]


def test_asking_stays_away_when_robots_cannot_be_read(web: Any, page: Any) -> None:
    """A site whose robots.txt is broken is left alone (RFC 9309, section 2.3.1.4)."""
    web.pages["/robots.txt"] = page(503)
    web.pages["/a"] = page()

    assert ask(f"{web.url}/a").fate is Fate.UNCERTAIN
    assert web.of("/a") == []


def test_asking_again_after_the_time_that_was_named(web: Any, page: Any) -> None:
    """A busy site is asked once more when it says, and not sooner than that."""
    web.pages["/a"] = [page(429, {"Retry-After": "0"}), page()]
    web.pages["/b"] = [page(503, {"Retry-After": "86400"}), page()]

    assert ask(f"{web.url}/a").fate is Fate.ALIVE
    assert ask(f"{web.url}/b").fate is Fate.UNCERTAIN
    assert web.of("/b") == ["HEAD"]


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": "100"}, None),
        ({}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "Tue, 24 Nov 2026 10:00:09 GMT"}, None),
        (
            {
                "date": "Tue, 24 Nov 2026 10:00:00 GMT",
                "retry-after": "Tue, 24 Nov 2026 10:00:09 GMT",
            },
            9.0,
        ),
    ],
)
def test_retry_after_seconds_and_dates(headers: dict[str, str], seconds: float | None) -> None:
    """Both forms of Retry-After are read, and what is too long is not waited for."""
    assert retry_after(headers) == seconds


def test_asking_is_kept_out_of_private_networks(web: Any, page: Any) -> None:
    """An address of this machine is not asked, nor one that a public name or redirect leads to."""
    manner = Manner("seasontracker", pause=0.0)

    assert ask(f"{web.url}/a", manner).fate is Fate.PRIVATE
    assert ask(web.url.replace("127.0.0.1", "localhost"), manner).fate is Fate.PRIVATE
    assert ask("http://2130706433/", manner).fate is not Fate.ALIVE
    assert web.requests == []


def test_asking_follows_no_redirect_into_private_networks(
    web: Any, page: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every hop is judged, not only the address that is written."""
    here = ip_address("127.0.0.1")
    # For once this machine stands for the public internet.
    monkeypatch.setattr(guard, "is_public", lambda address: address == here or is_public(address))
    web.pages["/a"] = page(302, {"Location": "http://169.254.169.254/latest/meta-data"})

    assert ask(f"{web.url}/a", Manner("seasontracker", pause=0.0)).fate is Fate.PRIVATE
    assert web.of("/a") == ["HEAD"]


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0"),
        *("100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1"),
        *("::ffff:10.0.0.1", "2002:a00:1::", "64:ff9b::7f00:1", "ff02::1"),
    ],
)
def test_guard_refuses_private_addresses(address: str) -> None:
    """No special-purpose address is public, in whatever form it is written."""
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700:4700::1111", "64:ff9b::808:808"])
def test_guard_lets_public_addresses_through(address: str) -> None:
    """The public internet is asked."""
    assert is_public(ip_address(address))


@pytest.mark.usefixtures("no_names")
def test_asking_a_host_that_does_not_exist() -> None:
    """A name that nobody has is dead; when none is found, it is this machine that is off."""
    assert ask("https://nowhere.example/a").fate is Fate.DEAD

    hosts = [f"https://nowhere{number}.example/" for number in range(4)]
    answers = ask_all(hosts, KIND, lambda done, total: None)

    assert {answer.fate for answer in answers.values()} == {Fate.UNCERTAIN}


def test_asking_over_broken_encryption(web: Any, page: Any) -> None:
    """A host that does not speak TLS where it should is dead to readers."""
    assert ask(f"{web.url.replace('http:', 'https:')}/a") == Answer(
        Fate.DEAD, "its certificate or encryption is not valid"
    )


def test_asking_ends_in_time(web: Any, page: Any) -> None:
    """What there is no time for is uncertain, and what was answered is kept."""
    web.pages["/a"] = web.pages["/b"] = page()
    slow = Manner("seasontracker", pause=0.05, most_seconds=0.08, allow_private=True)
    asked = [f"{web.url}/a", f"{web.url}/b"]

    answers = ask_all(asked, slow, lambda done, total: None)

    assert list(answers) == asked
    assert answers[asked[1]] == Answer(Fate.UNCERTAIN, "there was no time left")


def test_asking_tells_how_far_it_is(web: Any, page: Any) -> None:
    """Progress counts up to the number of addresses."""
    told = []
    web.pages["/a"] = web.pages["/b"] = page()

    ask_all([f"{web.url}/a", f"{web.url}/b"], KIND, lambda done, total: told.append((done, total)))

    assert told == [(1, 2), (2, 2)]
