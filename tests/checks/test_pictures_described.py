"""What a text in place of a picture, a credit and a licence may say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>'
ARTICLE = "---\nheadline: Severance\npublished: 2022-02-18\npicture: desk\n---\n"


@pytest.fixture
def codes(make_project: Callable[..., Path], run: Callable[..., Any]) -> Callable[..., list[str]]:
    """Return the codes of what is found about one picture."""

    def check(**fields: str) -> list[str]:
        keys = {"alt": "A desk", "credit": "Kim Lee", "license": "CC0-1.0"} | fields
        picture = "".join(f"    {key}: {value}\n" for key, value in keys.items())
        folder = "content/shows/severance/season-1"
        make_project(
            {
                f"{folder}/media.yaml": f"images:\n  desk:\n    file: images/desk.svg\n{picture}",
                f"{folder}/images/desk.svg": SVG,
                f"{folder}/index.md": ARTICLE,
            }
        )
        return [line.partition("[")[2][:5] for line in run("check").headlines]

    return check


@pytest.mark.parametrize(
    "alt", ["image", "Photo.", "Severance", "A still from Severance season 2", "Severance poster"]
)
def test_pictures_described_wants_to_hear_what_is_there(
    codes: Callable[..., list[str]], alt: str
) -> None:
    """A word for a picture, a title of the show, and both together say nothing."""
    assert codes(alt=alt) == ["ST809"]


@pytest.mark.parametrize(
    "alt", ["A photo of a desk", "The Severance team in a lift", "책상", "An imaginary season"]
)
def test_pictures_described_is_content_with_less(codes: Callable[..., list[str]], alt: str) -> None:
    """Any other word says something."""
    assert codes(alt=alt) == []


def test_pictures_described_hears_the_caption_once(codes: Callable[..., list[str]]) -> None:
    """The caption with another full stop is the caption."""
    assert codes(alt="An empty desk", caption="An empty desk.") == ["ST809"]
    assert codes(alt="An empty desk", caption="The desk of Mark.") == []


@pytest.mark.parametrize(
    "credit",
    [
        "unknown",
        "N/A",
        '"?"',
        "via Google Images",
        "Source: the internet",
        "https://example.org/a.jpg",
        "example.org/a.jpg",
        "All rights reserved",
    ],
)
def test_pictures_credited_wants_a_name(codes: Callable[..., list[str]], credit: str) -> None:
    """Where something was found made nothing."""
    assert codes(credit=f"'{credit}'" if ":" in credit else credit) == ["ST810"]


@pytest.mark.parametrize("credit", ["Kim Lee / Google", "Photo by Kim", "조선일보", "Drawn by us"])
def test_pictures_credited_takes_any_name(codes: Callable[..., list[str]], credit: str) -> None:
    """Whoever is named beside such words is named."""
    assert codes(credit=credit) == []


def test_licenses_known_can_be_looked_up(codes: Callable[..., list[str]]) -> None:
    """Words of one's own need an address; older and ported licences are known as well."""
    assert codes(license="Press use only") == ["ST811"]
    assert codes(license="Press use only", license_url="https://example.org/press") == []
    assert codes(license="CC-BY-SA-3.0-DE") == []


def test_cards_drawn_is_silent_without_cards(
    make_project: Callable[..., Path], run: Callable[..., Any]
) -> None:
    """A title that no font has is a finding where cards are drawn, and only there."""
    show = "title: შუქურა\nnetwork: Apple TV\nsummary: A lamp.\n"
    make_project({"content/shows/severance/show.yaml": show})

    assert run("check").headlines == []


@pytest.mark.parametrize("title", ["이태원", "الضوء", "אור", "แสง", "Φως", "Свет", "🔥 Fire 🏴‍☠️"])
def test_cards_drawn_sets_what_the_reference_says(
    make_project: Callable[..., Path], run: Callable[..., Any], title: str
) -> None:
    """The scripts that the mend names can be set."""
    make_project(
        {
            "content/site.yaml": "title: Seasons\nbase_url: https://example.org\n",
            "content/shows/severance/show.yaml": f"title: {title}\nnetwork: A\nsummary: A lamp.\n",
        }
    )

    assert run("check").headlines == []
