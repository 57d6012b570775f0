"""humans.txt (humanstxt.org): who is behind the site, for people who look there."""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.exports.plain_text import one_line
from seasontracker.models import SiteSettings


def render_humans(settings: SiteSettings) -> str:
    """Return humans.txt."""
    return "\n".join(_lines(settings)) + "\n"


def _lines(settings: SiteSettings) -> Iterator[str]:
    yield "/* TEAM */"
    for author in settings.authors.values():
        yield f"{one_line(author.role or 'Author')}: {one_line(author.name)}"
        if author.url:
            yield f"Site: {author.url}"
    if settings.publisher is not None:
        yield f"Publisher: {one_line(settings.publisher.name)}"
        if settings.publisher.url:
            yield f"Site: {settings.publisher.url}"
    yield ""
    yield "/* SITE */"
    yield f"Name: {one_line(settings.title)}"
    yield f"Language: {settings.language}"
    yield "Software: seasontracker"
