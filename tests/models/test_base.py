"""What text becomes, and which text is refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from seasontracker.models import ExternalIds, SiteSettings
from seasontracker.models import base as models_base
from seasontracker.models.base import ContentModel


def subclasses(model: type[ContentModel]) -> list[type[ContentModel]]:
    """Return all models below one."""
    return [below for child in model.__subclasses__() for below in (child, *subclasses(child))]


def read(kind: str, text: Any) -> Any:
    """Return what a text becomes as one of the kinds of `base`."""
    return TypeAdapter(getattr(models_base, kind)).validate_python(text)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("Whole", " 12 ", 12),
        ("Whole", "-3", -3),
        ("Flag", "Yes", True),
        ("Flag", "false", False),
        ("Day", "2026-10-14", date(2026, 10, 14)),
        ("Slug", " all-of-us ", "all-of-us"),
        ("Slug", "1923", "1923"),
        ("Url", "https://www.youtube.com/@Netflix", "https://www.youtube.com/@Netflix"),
        ("Url", "http://localhost:8000/a?b=c#d", "http://localhost:8000/a?b=c#d"),
        (
            "Url",
            "https://en.wikipedia.org/wiki/It's_(film)",
            "https://en.wikipedia.org/wiki/It's_(film)",
        ),
        ("Spoils", "S01E12", "S01E12"),
        ("EpisodeMark", "S01E12 00:48:10", "S01E12 00:48:10"),
        ("Region", "*", "*"),
        ("Language", "zh-Hant-TW", "zh-Hant-TW"),
        ("Colour", "#A1b2c3", "#A1b2c3"),
    ],
)
def test_base_accepts(kind: str, text: str, value: Any) -> None:
    """Text in order becomes its value."""
    assert read(kind, text) == value


@pytest.mark.parametrize(
    ("kind", "text", "error"),
    [
        ("Whole", "1.0", "bad_number"),
        ("Whole", "1_000", "bad_number"),
        ("Whole", "\u0661", "bad_number"),
        ("Whole", "9" * 5000, "bad_number"),
        ("Flag", "on", "bad_value"),
        ("Day", "2026-10", "bad_date"),
        ("Day", "2026-10-14?", "bad_date"),
        ("SaidOn", "tba", "bad_date"),
        ("SaidOn", "..2026", "bad_date"),
        ("When", "soon", "bad_date"),
        ("When", ["2026"], "wrong_nesting"),
        ("Slug", "../etc", "bad_slug"),
        ("Slug", "a--b", "bad_slug"),
        ("Slug", "a\nb", "bad_slug"),
        ("Url", "javascript:alert(1)", "bad_url"),
        ("Url", "https://user@evil.example/", "bad_url"),
        ("Url", "https://", "bad_url"),
        ("Url", "https://a b", "bad_url"),
        ("Url", 'https://a/"onload="', "bad_url"),
        ("Spoils", "S1E2", "bad_value"),
        ("EpisodeMark", "S01E12 99:99:99", "bad_value"),
        ("Region", "UK1", "bad_value"),
        ("Language", "korean", "bad_value"),
        ("Colour", "red", "bad_value"),
    ],
)
def test_base_refuses(kind: str, text: Any, error: str) -> None:
    """Text out of order is refused with the code of its kind."""
    with pytest.raises(ValidationError) as caught:
        read(kind, text)

    (detail,) = caught.value.errors()
    assert detail["type"] == f"st_{error}"
    assert detail["ctx"]["hint"]


def test_base_models_have_nouns() -> None:
    """Every model says what messages call it."""
    models = subclasses(ContentModel)

    assert len(models) > 20
    assert all(model.noun for model in models)


@pytest.mark.parametrize(
    ("name", "text", "is_right"),
    [
        ("tmdb", "99966", True),
        ("tmdb", "tv/99966", False),
        ("imdb", "tt14169960", True),
        ("imdb", "14169960", False),
        ("wikidata", "Q110609828", True),
        ("wikidata", "110609828", False),
        ("trakt", "all-of-us-are-dead", True),
        ("trakt", "../x", False),
    ],
)
def test_base_external_ids_have_the_form_of_their_site(
    name: str, text: str, is_right: bool
) -> None:
    """An id that becomes part of an address cannot lead elsewhere."""
    try:
        ExternalIds.model_validate({name: text})
    except ValidationError:
        assert not is_right
    else:
        assert is_right


@pytest.mark.parametrize(
    ("zone", "hint"),
    [
        ("Asia/Soul", "did you mean `Asia/Seoul`?"),
        ("localtime", "write one such as `Europe/London`"),
        ("../../etc/passwd", "write one such as `Europe/London`"),
    ],
)
def test_base_settings_refuse_unknown_zones(zone: str, hint: str) -> None:
    """A zone that another machine may not have is refused, a misspelt one suggested."""
    with pytest.raises(ValidationError) as caught:
        SiteSettings.model_validate({"title": "T", "base_url": "https://a.b", "timezone": zone})

    (detail,) = caught.value.errors()
    assert detail["ctx"]["hint"] == hint


def test_base_settings_know_their_address() -> None:
    """The parts of the site's address are those that pages need."""
    settings = SiteSettings.model_validate({"title": "T", "base_url": "https://a.b/tracker/"})

    assert (settings.root, settings.path_prefix) == ("https://a.b/tracker", "/tracker")
    assert settings.zone.key == "UTC"
