"""Schemas accept what the models accept, and refuse what one value makes wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from seasontracker.dates import PartialDateError, parse_partial_date
from seasontracker.dates.written import DAY, PARTIAL_DATE, SAID_ON
from seasontracker.schemas.descriptions import described
from seasontracker.schemas.editor import SCHEMAS, editor_schema, schema_of_file

TESTS = Path(__file__).parents[1]
VALID = (TESTS.parent / "content", TESTS / "sites/full/content", TESTS / "sites/minimal/content")
REFUSED = sorted(TESTS.glob("invalid/ST2*"))
BEYOND_ONE_VALUE: dict[str, str] = {}
"""Cases that no schema can see, each with the reason."""


class CoreLoader(yaml.SafeLoader):
    """Reads YAML 1.2's core schema, as editors do: dates are text, `no` is a word."""

    yaml_implicit_resolvers: Any = {}  # noqa: RUF012 - PyYAML's own way


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", "~nN\0"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+0123456789."),
):
    CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first)
    )


def schema_name(path: Path) -> str:
    """Return the schema of a content file."""
    return schema_of_file(PurePosixPath(path))


def files(folder: Path) -> Iterator[Path]:
    """Yield the content files below a folder that have a schema."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".yaml", ".md") and not path.name.startswith("_"):
            yield path


def value_of(path: Path) -> Any:
    """Return what an editor's YAML reader makes of a file."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        text = re.split(r"^---\s*$", text, maxsplit=2, flags=re.MULTILINE)[1]
    return yaml.load(text, CoreLoader)


def problems(path: Path) -> list[str]:
    """Return what a file's schema finds wrong with it."""
    validator = Draft7Validator(editor_schema(schema_name(path)))
    return [
        f"{list(one.absolute_path)}: {one.message}" for one in validator.iter_errors(value_of(path))
    ]


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_one(name: str) -> None:
    """It is a schema, and says of every key what it means."""
    schema = editor_schema(name)
    Draft7Validator.check_schema(schema)

    for model, definition in schema["definitions"].items():
        for key, value in definition["properties"].items():
            assert value["description"], f"{model}.{key} has no text beneath it"
            holds_more = "$ref" in str(value) or "default" in value
            assert value.get("examples") or holds_more, f"{model}.{key} has no example"
            for example in value.get("examples", ()):
                wanted = {**value, "definitions": schema["definitions"]}
                assert Draft7Validator(wanted).is_valid(example), f"{model}.{key}: {example}"


@pytest.mark.parametrize("folder", VALID, ids=str)
def test_schemas_accept_valid_content(folder: Path) -> None:
    """No file of the shipped site or of the sites of these tests is refused."""
    found = {str(path): wrong for path in files(folder) if (wrong := problems(path))}

    assert found == {}


@pytest.mark.parametrize("folder", REFUSED, ids=lambda folder: folder.name)
def test_schemas_refuse_what_models_refuse(folder: Path) -> None:
    """Each kind of mistake that one value makes is seen in the editor already."""
    assert folder.name not in BEYOND_ONE_VALUE
    assert any(problems(path) for path in files(folder / "content"))


@given(st.from_regex(re.compile(PARTIAL_DATE, re.ASCII), fullmatch=True))
def test_dates_that_match_are_dates(text: str) -> None:
    """But for days that do not exist, offsets out of range and ranges that run backwards."""
    try:
        parse_partial_date(text)
    except PartialDateError as error:
        is_known = re.search(r"no day|has no|ends before|offset|is not a d", error.message)
        if not is_known:
            raise


@given(st.text("0123456789-.T:+Z?HhQq earlymidfalspringtbau", max_size=24))
def test_dates_that_are_dates_match(text: str) -> None:
    """Whatever our parser reads, a schema accepts."""
    try:
        found = parse_partial_date(text)
    except PartialDateError:
        return
    assert re.fullmatch(PARTIAL_DATE, text)
    assert bool(re.fullmatch(SAID_ON, text)) is (found.earliest is not None)
    if found.is_day and not found.uncertain and found.instant is None:
        assert re.fullmatch(DAY, text)


def test_descriptions_are_on_one_line() -> None:
    """What stands beneath a field of a model is told in one line."""
    from seasontracker.models import Claim  # noqa: PLC0415

    assert described(Claim)["because"].startswith("The premises of a spec")
