"""humans.txt."""

from __future__ import annotations

from seasontracker.exports.humans import render_humans
from seasontracker.models import SiteSettings


def test_humans_names_who_is_behind_the_site() -> None:
    """Authors with what they do, the publisher and the site, each once."""
    settings = SiteSettings.model_validate(
        {
            "title": "Seasons",
            "base_url": "https://example.org",
            "language": "en-GB",
            "publisher": {"name": "Press", "url": "https://press.example/"},
            "authors": {"kim": {"name": "Kim\nDoe", "role": "Editor"}, "lee": {"name": "Lee"}},
        }
    )

    assert render_humans(settings) == (
        "/* TEAM */\nEditor: Kim Doe\nAuthor: Lee\n"
        "Publisher: Press\nSite: https://press.example/\n"
        "\n/* SITE */\nName: Seasons\nLanguage: en-GB\nSoftware: seasontracker\n"
    )
