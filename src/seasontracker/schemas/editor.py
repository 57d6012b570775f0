"""JSON Schemas of all files that an editor writes, for editors that complete and check YAML.

Draft 7 (json-schema.org/draft-07), the one that every such program reads. A schema refuses what the
models refuse as far as one value tells; what files say together is for `seasontracker check`.
"""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath
from typing import Any

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
_FILES: dict[str, tuple[Any, str, str]] = {
    "site": (SiteSettings, "content/site.yaml", "The settings of the site."),
    "show": (Show, "show.yaml", "A show."),
    "sources": (dict[Slug, Source], "sources.yaml", "Sources by id, which claims name."),
    "cast": (CastRegister, "cast.yaml of a show", "People, and the characters they play."),
    "season": (Season, "front matter of index.md", "An article about a season."),
    "status": (tuple[Claim, ...], "status.yaml", "A season's log of claims, newest last."),
    "season-cast": (
        dict[Slug, CastEntry],
        "cast.yaml of a season",
        "Parts in a season by the character's id.",
    ),
    "episodes": (tuple[Episode, ...], "episodes.yaml", "A season's episodes."),
    "media": (Media, "media.yaml", "A season's videos, images and offers."),
    "theory": (Theory, "front matter of theories/*.md", "A fan theory."),
}
SCHEMA_FOLDER = "schemas"
"""Where a project keeps them, beside its content folder."""
SCHEMAS = tuple(_FILES)
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
    return _FILES[name][0]


def schema_text(name: str) -> str:
    """Return a schema as the text of its file."""
    return json.dumps(editor_schema(name), ensure_ascii=False, indent=2) + "\n"


def editor_schema(name: str) -> Schema:
    """Return one of the `SCHEMAS`."""
    annotation, title, description = _FILES[name]
    definitions: dict[str, Schema] = {}

    def refer(model: type[ContentModel]) -> Schema:
        if model.__name__ not in definitions:
            definitions[model.__name__] = {}  # a place, should the model hold itself
            definitions[model.__name__] = _model(model, refer)
        return {"$ref": f"#/definitions/{model.__name__}"}

    body = schema_of(annotation, refer)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        "description": description,
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
