"""Which addresses content names, and where each of them stands."""

from __future__ import annotations

from pathlib import PurePosixPath

from seasontracker.checks.external.addresses import find_addresses
from seasontracker.sources import SourceText, load_front_matter, load_yaml


def places(name: str, text: str) -> list[tuple[str, int, int]]:
    """Return each address of a file with line and column, and see that it stands there."""
    source = SourceText(PurePosixPath("content") / name, text)
    document, found = (load_front_matter if name.endswith(".md") else load_yaml)(source)
    assert document is not None
    assert found == []
    listed = []
    for address in find_addresses([document]):
        for mention in address.mentions:
            place = mention.location
            listed.append((address.url, place.line, place.column))
            written = mention.excerpt[place.column - 1 :][: place.length]
            assert address.url.endswith(written)
    return listed


def test_addresses_of_yaml() -> None:
    """A value that is an address is found at its place, in quotes or without."""
    text = (
        "variety:\n"
        "  publisher: Variety\n"
        "  url: 'https://variety.com/a' # as of today\n"
        "  archived_url: https://web.archive.org/web/2026/https://variety.com/a\n"
        "  note: see https://example.org/not-a-link\n"
    )

    assert places("sources.yaml", text) == [
        ("https://variety.com/a", 3, 9),
        ("https://web.archive.org/web/2026/https://variety.com/a", 4, 17),
    ]


def test_addresses_of_folded_prose_in_yaml() -> None:
    """Links in text that runs over several lines are found on their lines."""
    text = (
        "- date: 2026-01-01\n"
        "  note: >-\n"
        "    Said to [Variety](https://variety.com/a)\n"
        "    and again to [Variety](https://variety.com/a),\n"
        "    and <https://example.org/>.\n"
    )

    assert places("status.yaml", text) == [
        ("https://variety.com/a", 3, 23),
        ("https://variety.com/a", 4, 28),
        ("https://example.org/", 5, 10),
    ]


def test_addresses_of_markdown() -> None:
    """Links of all forms are found, those with parentheses whole, and none in code."""
    text = (
        "---\nheadline: A\n---\n\n"
        "See [one](https://example.org/a_(b)) and [two][t], <https://example.org/c>.\n\n"
        "`[no](https://example.org/no)`\n\n"
        "````\n[no](https://example.org/no)\n```\n[no](https://example.org/no)\n````\n\n"
        '[t]: https://example.org/t "Title"\n'
    )

    assert places("index.md", text) == [
        ("https://example.org/a_(b)", 5, 11),
        ("https://example.org/c", 5, 53),
        ("https://example.org/t", 15, 6),
    ]


def test_addresses_of_videos_are_asked_where_the_answer_means_something() -> None:
    """YouTube answers well for any id, so that its oEmbed is asked instead."""
    text = "videos:\n  trailer:\n    video_id: abcdefghijk\n"
    document, _ = load_yaml(SourceText(PurePosixPath("content/media.yaml"), text))
    assert document is not None

    [address] = find_addresses([document])

    assert address.url == "https://www.youtube.com/watch?v=abcdefghijk"
    assert address.asked == (
        "https://www.youtube.com/oembed?format=json"
        "&url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3Dabcdefghijk"
    )
    assert not address.is_written
    assert (address.mentions[0].location.line, address.mentions[0].location.column) == (3, 15)


def test_addresses_leave_out_the_site_and_secrets() -> None:
    """The site's own address is not an outside one, and one with a password is no link."""
    text = "base_url: https://example.org\nurl: https://kim:secret@example.org/\n"

    assert places("site.yaml", text) == []
