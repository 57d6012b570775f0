"""JSON Schemas of all files that an editor writes, for editors that complete and check YAML.

Draft 7 (json-schema.org/draft-07), the one that every such program reads. A schema refuses what the
models refuse as far as one value tells; what files say together is for `seasontracker check`.
"""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath
from typing import Any

from msgspec import Struct

from seasontracker.models import (
    AXES,
    CastEntry,
    CastRegister,
    Claim,
    Episode,
    Media,
    Season,
    Show,
    SiteSettings,
    Source,
    Theory,
)
from seasontracker.models.base import ContentModel, Slug
from seasontracker.schemas.descriptions import described
from seasontracker.schemas.forms import written_default
from seasontracker.schemas.values import Schema, schema_of

_QUOTED = re.compile(r"`([^`]+)`")


class _Kind(Struct, frozen=True):
    """One kind of file that an editor writes."""

    annotation: Any
    title: str
    noun: str
    description: str


_KINDS = {
    "site": _Kind(SiteSettings, "content/site.yaml", "the site", "The settings of the site."),
    "show": _Kind(Show, "show.yaml", "a show", "A show."),
    "sources": _Kind(
        dict[Slug, Source],
        "sources.yaml",
        "the list of sources",
        "Sources by id, which claims name.",
    ),
    "cast": _Kind(
        CastRegister,
        "cast.yaml of a show",
        "the cast register",
        "People, and the characters they play.",
    ),
    "season": _Kind(Season, "front matter of index.md", "an article", "An article about a season."),
    "status": _Kind(
        tuple[Claim, ...],
        "status.yaml",
        "the claim log",
        "A season's log of claims, newest last.",
    ),
    "season-cast": _Kind(
        dict[Slug, CastEntry],
        "cast.yaml of a season",
        "the season's cast",
        "Parts in a season by the character's id.",
    ),
    "episodes": _Kind(
        tuple[Episode, ...], "episodes.yaml", "the list of episodes", "A season's episodes."
    ),
    "media": _Kind(
        Media, "media.yaml", "the season's media", "A season's videos, images and offers."
    ),
    "theory": _Kind(Theory, "front matter of theories/*.md", "a theory", "A fan theory."),
}
SCHEMA_FOLDER = "schemas"
"""Where a project keeps them, beside its content folder."""
SCHEMAS = tuple(_KINDS)
"""The names of all schemas."""


def file_name(name: str) -> str:
    """Return the name of a schema's file."""
    return f"{name}.schema.json"


def schema_of_file(path: PurePosixPath) -> str:
    """Return the name of the schema for a file of the content folder."""
    if path.suffix == ".md":
        return "season" if path.name == "index.md" else "theory"
    is_of_season = path.parent.name.startswith("season-")
    return "season-cast" if path.name == "cast.yaml" and is_of_season else path.stem


def schema_header(path: PurePosixPath) -> str:
    """Return the line by which YAML language servers find the schema of a new file.

    Front matter has none: they do not read it.
    """
    if path.suffix != ".yaml":
        return ""
    up = "../" * (len(path.parts) - 1)
    name = file_name(schema_of_file(path))
    return f"# yaml-language-server: $schema={up}{SCHEMA_FOLDER}/{name}\n"


def annotation_of(name: str) -> Any:
    """Return what stands in the files of one of the `SCHEMAS`."""
    return _KINDS[name].annotation


def noun_of(name: str) -> str:
    """Return what findings call a file of one of the `SCHEMAS`."""
    return _KINDS[name].noun


def schema_text(name: str) -> str:
    """Return a schema as the text of its file."""
    return json.dumps(editor_schema(name), ensure_ascii=False, indent=2) + "\n"


def editor_schema(name: str) -> Schema:
    """Return one of the `SCHEMAS`."""
    kind = _KINDS[name]
    definitions: dict[str, Schema] = {}

    def refer(model: type[ContentModel]) -> Schema:
        if model.__name__ not in definitions:
            definitions[model.__name__] = {}  # a place, should the model hold itself
            definitions[model.__name__] = _model(model, refer)
        return {"$ref": f"#/definitions/{model.__name__}"}

    body = schema_of(kind.annotation, refer)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": kind.title,
        "description": kind.description,
        **body,
        "definitions": dict(sorted(definitions.items())),
    }


def _model(model: type[ContentModel], refer: Any) -> Schema:
    told = described(model)
    properties: dict[str, Schema] = {}
    for name, field in model.model_fields.items():
        value = schema_of(field.annotation, refer, field.metadata)
        required = field.is_required()
        # A key with nothing behind it, as `note:`, is one that was not given.
        allowed = value if required else {"anyOf": [value, {"type": "null"}]}
        properties[name] = {
            "description": told.get(name, ""),
            **({} if (default := written_default(field)) is None else {"default": default}),
            **_examples(told.get(name, ""), value),
            **allowed,
        }
    schema: Schema = {
        "type": "object",
        "description": " ".join((model.__doc__ or "").split()),
        "properties": properties,
        "required": [name for name, field in model.model_fields.items() if field.is_required()],
        "additionalProperties": False,
    }
    if model is Claim:
        schema["anyOf"] = [{"required": [axis]} for axis in (*AXES, "headline")]
    return schema


def _examples(description: str, value: Schema) -> Schema:
    """Return what a description names behind "such as", else what stands for all such values."""
    _, found, rest = description.partition("uch as ")
    examples = _QUOTED.findall(rest) if found else value.get("examples")
    return {"examples": examples} if examples else {}
