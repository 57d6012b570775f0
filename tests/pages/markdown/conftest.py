"""Fixtures for prose: render a text, and fill its slots with markup that shows what they hold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath

import pytest

from seasontracker.pages.markdown import Prose, fill, render_prose
from seasontracker.pages.markdown.prose import html_of

PATH = PurePosixPath("content/shows/a/season-2/index.md")


def fill_plainly(html: str) -> str:
    """Fill every slot with markup that names what it stands for."""
    return fill(
        html,
        citation=lambda citation: f"<cite>{'+'.join(citation.source_ids)}</cite>",
        mark=lambda word: f"<mark>{word}</mark>",
        link=lambda link: None if link.target == "gone.md" else f"/{link.target}",
        picture=lambda picture: f'<img src="{picture.file}" alt="">',
        heading_link=lambda heading: f'<a class="anchor" href="#{heading.id}">#</a>',
    )


@pytest.fixture
def prose() -> Callable[..., Prose]:
    """Render a text as the body of a file."""

    def render(
        text: str, *, first_line: int = 1, language: str = "en", id_prefix: str = ""
    ) -> Prose:
        return render_prose(
            text, path=PATH, first_line=first_line, language=language, id_prefix=id_prefix
        )

    return render


@pytest.fixture
def page(prose: Callable[..., Prose]) -> Callable[..., str]:
    """Render a text without directives, and fill its slots."""

    def render(text: str, **settings: str) -> str:
        return "\n".join(fill_plainly(html) for html in html_of(prose(text, **settings).segments))

    return render


@pytest.fixture
def problems(prose: Callable[..., Prose]) -> Callable[..., list[str]]:
    """Render a text, and return what was found as `line:column+length code message`."""

    def render(text: str, *, first_line: int = 1) -> list[str]:
        return [
            f"{found.location.line}:{found.location.column}+{found.location.length} "
            f"{found.code.value} {found.message}"
            for found in prose(text, first_line=first_line).diagnostics
        ]

    return render
