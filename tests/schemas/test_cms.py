"""Forms have every key of the models, with its words, its message and its relations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from ruamel.yaml import YAML

from seasontracker.editing.cms_files import config_text
from seasontracker.models import Claim, Show
from seasontracker.models.vocabulary import Confidence, Production, Renewal
from seasontracker.schemas.cms import BODY, ENTRIES, ID, Backend, ShowFiles, config, fields, shapes
from seasontracker.schemas.editor import SCHEMAS, annotation_of
from seasontracker.schemas.forms import Value, form_of

LEFT_OUT = {
    "site.checks": "a mapping of rules to words, which no widget edits; it stays as it is",
    "site.redirects": "a mapping of addresses, which no widget edits; it stays as it is",
}
"""Keys that no form has, each with the reason; docs/cms.md names them too."""
SHOWS = (
    ShowFiles("class", "Class", {1: (), 2: ("end",)}),
    ShowFiles("on", "On", {1: ()}, has_sources=False),
)
REACH = {"sources": "class", "cast": "class", "settings": "site", "media": "class-season-1"}


def keys(value: Value, path: str) -> Iterator[tuple[str, bool]]:
    """Yield the place of every key that a model has, and whether it is required."""
    for key in value.keys:
        yield f"{path}.{key.name}", key.is_required
        yield from keys(key.value, f"{path}.{key.name}")
    if value.inside:
        yield from keys(value.inside, path)


def widgets(form: list[dict[str, Any]], path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the place of every widget, entries of lists at the place of their list."""
    for widget in form:
        here = path if widget["name"] == ENTRIES else f"{path}.{widget['name']}"
        yield here, widget
        yield from widgets(widget.get("fields", []), here)


@cache
def loaded() -> dict[str, Any]:
    """Return the configuration for two shows, as a reader of YAML 1.2 sees it."""
    reader = YAML(typ="safe", pure=True)
    found: dict[str, Any] = reader.load(config_text(Backend(), "content", SHOWS))
    return found


@pytest.mark.parametrize("schema", SCHEMAS)
def test_every_key_has_a_widget(schema: str) -> None:
    """None is missing but those with a reason, and no widget stands for nothing."""
    expected = dict(keys(form_of(annotation_of(schema)), schema))
    found = {
        path: widget
        for path, widget in widgets(fields(schema, REACH), schema)
        if widget["name"] not in (ENTRIES, ID) or path in expected
    }
    assert set(expected) - set(found) == {path for path in LEFT_OUT if path in expected}
    assert set(found) <= set(expected)
    for path, widget in found.items():
        is_flag = widget["widget"] == "boolean"
        assert widget["required"] is (expected[path] and not is_flag), path
        assert widget["hint"], path


def test_left_out_keys_exist() -> None:
    """A reason is given for what is there."""
    known = {path for name in SCHEMAS for path, _ in keys(form_of(annotation_of(name)), name)}
    assert set(LEFT_OUT) <= known


def test_options_are_the_vocabularies() -> None:
    """A select offers the words that the models know, in their order."""
    claim = dict(widgets(fields("status", REACH), "claim"))

    for key, vocabulary in (
        ("renewal", Renewal),
        ("production", Production),
        ("confidence", Confidence),
    ):
        assert claim[f"claim.{key}"]["options"] == [word.value for word in vocabulary]
    words = [
        (path, value.words)
        for name in SCHEMAS
        for path, value in _values(form_of(annotation_of(name)), name)
        if value.kind == "words"
    ]
    for path, known in words:
        schema = path.split(".")[0]
        assert dict(widgets(fields(schema, REACH), schema))[path]["options"] == list(known)
    assert len(words) > 20


def _values(value: Value, path: str) -> Iterator[tuple[str, Value]]:
    for key in value.keys:
        inner = key.value.inside if key.value.kind == "list" and key.value.inside else key.value
        yield f"{path}.{key.name}", inner
        yield from _values(key.value, f"{path}.{key.name}")
    if value.inside:
        yield from _values(value.inside, path)


def test_patterns_accept_and_refuse_as_models_do() -> None:
    """Dates and ids are refused in the form, with what is wanted instead."""
    claim = dict(widgets(fields("status", REACH), "claim"))
    show = dict(widgets(fields("show", REACH), "show"))
    for widget, good, bad in (
        (claim["claim.date"], "2026-10", "tba"),
        (claim["claim.release"], "late 2026?", "winter 2026"),
        (claim["claim.added"], "2026-10-14", "2026-10"),
        (claim["claim.id"], "first-word", "First word"),
        (show["show.accent"], "#a1b2c3", "red"),
        (show["show.official_site"], "https://example.org/a", "example.org"),
    ):
        pattern, message = widget["pattern"]
        assert re.search(pattern, good), (good, pattern)
        assert not re.search(pattern, bad), (bad, pattern)
        assert message.startswith("This must be ")
    assert Claim.model_fields["date"].is_required()
    assert show["show.title"]["required"]


def test_relations_reach_what_they_name() -> None:
    """Collection, file and the key with the ids are there."""
    collections = {one["name"]: one["files"] for one in loaded()["collections"]}
    seen = set()
    for files in collections.values():
        for file in files:
            for path, widget in widgets(file["fields"], ""):
                if widget["widget"] == "relation":
                    target = next(
                        one
                        for one in collections[widget["collection"]]
                        if one["name"] == widget["file"]
                    )
                    listed, _, key = widget["value_field"].split(".")
                    held = next(one for one in target["fields"] if one["name"] == listed)
                    assert key in [one["name"] for one in held["fields"]], path
                    seen.add(widget["name"])
    assert seen == {"source", "authors", "played_by", "picture", "poster"}


def test_sources_are_those_of_the_show() -> None:
    """Each file offers its own show's sources, or the common ones where a show has none."""
    claims = next(one for one in loaded()["collections"] if one["name"] == "claims")
    offered = {
        file["name"]: dict(widgets(file["fields"], ""))[".source"]["file"]
        for file in claims["files"]
    }
    assert offered == {
        "class-season-1": "class",
        "class-season-2": "class",
        "on-season-1": "common",
    }


def test_configuration_survives_its_yaml() -> None:
    """The text says what was meant; names are plain, and no file is named twice."""
    assert loaded() == config(Backend(), "content", SHOWS)
    known = shapes()
    for one in loaded()["collections"]:
        names = [file["name"] for file in one["files"]]
        assert len(set(names)) == len(names)
        assert all(re.fullmatch(r"[a-z0-9-]+", name) for name in names)
        for file in one["files"]:
            assert file["file"].endswith(f".{known[one['format']]['extension']}")
            has_prose = file["fields"][-1]["name"] == BODY
            assert has_prose is file["file"].endswith(".md")


def test_registers_have_no_key_of_that_name() -> None:
    """The id of an entry and the prose beneath front matter hide no key of a model."""
    assert BODY not in Show.model_fields
    for schema in SCHEMAS:
        for path, value in _values(form_of(annotation_of(schema)), schema):
            if value.kind == "register" and value.inside:
                assert ID not in [key.name for key in value.inside.keys], path


def test_pictures_are_uploaded_into_their_season() -> None:
    """Each form of pictures has the folder that the models name, and its own widget."""
    media = next(one for one in loaded()["collections"] if one["name"] == "media")
    assert [(file["media_folder"], file["public_folder"]) for file in media["files"]] == [
        (f"/content/shows/{season}/images", "/images")
        for season in ("class/season-1", "class/season-2", "on/season-1")
    ]
    found = dict(widgets(fields("media", REACH), "media"))
    assert found["media.images.file"]["widget"] == "image"
