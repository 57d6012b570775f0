"""The static API: every file follows its schema, the schemas and their description are valid."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import html5lib
import pytest
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import OpenAPIV31SpecValidator

from seasontracker.pipeline.build import build_site
from seasontracker.pipeline.options import BuildOptions
from seasontracker.project import find_project

REPOSITORY = Path(__file__).parents[1]
SITES = {"full": REPOSITORY / "tests/sites/full", "shipped": REPOSITORY}
TODAY = "2026-11-22"
Files = Mapping[str, Any]
Build = Callable[..., Path]


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Build a site as it stands on a day, once, and return the output folder."""
    made: dict[tuple[str, str], Path] = {}

    def call(name: str, today: str = TODAY) -> Path:
        if (name, today) not in made:
            root = tmp_path_factory.mktemp(name)
            shutil.copytree(SITES[name] / "content", root / "content")
            made[name, today] = build_at(root, today)
        return made[name, today]

    return call


def build_at(root: Path, today: str) -> Path:
    """Build the site in a folder, and return the output folder."""
    options = BuildOptions(today=today, jobs=1)
    report = build_site(find_project(root), options, lambda stage, done, total: None)
    assert report.published is not None, [str(one) for one in report.log]
    return root / "build"


def data_of(output: Path) -> Files:
    """Return every JSON file of an output but those that describe the others."""
    return {
        file.relative_to(output).as_posix(): json.loads(file.read_bytes())
        for file in sorted(output.rglob("*.json"))
        if "schemas" not in file.parts
        and (file.name == "index.json" or file.is_relative_to(output / "api"))
        and file.name != "openapi.json"
    }


def closed(schema: Any) -> Any:
    """Return a schema that allows no field it does not name."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    made = {name: closed(value) for name, value in schema.items()}
    if "properties" in made:
        made["additionalProperties"] = False
    return made


@pytest.mark.parametrize(
    ("name", "today"),
    [("full", "2020-01-01"), ("full", TODAY), ("full", "2031-01-01"), ("shipped", TODAY)],
)
def test_every_file_follows_its_schema(build: Build, name: str, today: str) -> None:
    """On any day every file has exactly the fields of the schema that it names."""
    output = build(name, today)
    found = data_of(output)
    used = set()
    for path, value in found.items():
        kind = value["schema"].rsplit("/", 1)[1]
        used.add(kind)
        schema = json.loads((output / "api/v1/schemas" / kind).read_bytes())
        assert schema["$id"] == value["schema"]
        validator = Draft202012Validator(closed(schema), format_checker=FormatChecker())
        assert [
            f"{path} {one.json_path} {one.message}" for one in validator.iter_errors(value)
        ] == []

    described = {file.name for file in (output / "api/v1/schemas").glob("*.json")}
    unused = set() if any("/people/" in path for path in found) else {"person.json"}
    if today < "2022":
        # No article is there yet.
        unused.add("season.json")
    assert used == described - unused


def test_schemas_are_valid_and_say_no_to_what_is_wrong(build: Build) -> None:
    """Each is a JSON Schema, requires all its fields, and knows its words."""
    output = build("full")
    for file in (output / "api/v1/schemas").glob("*.json"):
        schema = json.loads(file.read_bytes())
        Draft202012Validator.check_schema(schema)
        assert set(schema["required"]) == set(schema["properties"])
    season = json.loads((output / "api/v1/schemas/season.json").read_bytes())
    value = json.loads((output / "api/v1/shows/harbour-nine/season-2.json").read_bytes())
    value["claims"][0]["confidence"] = "certain"
    value["release_state"] = "soon"
    del value["headline"]

    wrong = {one.json_path for one in Draft202012Validator(season).iter_errors(value)}
    assert wrong == {"$", "$.claims[0].confidence", "$.release_state"}


@pytest.mark.parametrize("name", SITES)
def test_description_is_valid_and_covers_every_file(build: Build, name: str) -> None:
    """The OpenAPI description names every file of the API, and with the schema it follows."""
    output = build(name)
    description = json.loads((output / "api/v1/openapi.json").read_bytes())
    OpenAPIV31SpecValidator(description).validate()
    patterns = {
        re.compile(re.sub(r"\\\{[a-z]+\\\}", "[^/]+", re.escape(path))): operation["get"]
        for path, operation in description["paths"].items()
    }
    for path, value in data_of(output).items():
        if not path.startswith("api/"):
            continue
        matching = [one for pattern, one in patterns.items() if pattern.fullmatch(f"/{path}")]
        names = {
            one["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
            for one in matching
        }
        kind = value["schema"].rsplit("/", 1)[1].removesuffix(".json")
        assert {name.rsplit("/", 1)[1].lower() for name in names} == {
            {"network": "networkshows"}.get(kind, kind)
        }, path


@pytest.mark.parametrize("name", SITES)
def test_pages_lead_to_their_data(build: Build, name: str) -> None:
    """What a page calls its JSON form lies beside it and equals the file that its address names."""
    output = build(name)
    linked = set()
    for page in output.rglob("index.html"):
        root = html5lib.parse(page.read_bytes(), namespaceHTMLElements=False)
        links = {
            one.attrib.get("rel"): one.attrib["href"]
            for one in root.iter("link")
            if one.attrib.get("rel") == "canonical" or one.attrib.get("type") == "application/json"
        }
        if "alternate" not in links:
            continue
        beside = page.with_suffix(".json")
        linked.add(beside)
        value = json.loads(beside.read_bytes())
        assert links["canonical"] == value["url"]
        assert links["canonical"].endswith(links["alternate"].removesuffix("index.json"))
        inside = value["data"].partition("/api/v1/")[2]
        assert (output / "api/v1" / inside).read_bytes() == beside.read_bytes()

    assert linked == set(output.rglob("index.json"))
    assert len(linked) >= 10


@pytest.mark.parametrize("name", SITES)
def test_references_lead_somewhere(build: Build, name: str) -> None:
    """Sources, claims and files that a file refers to are there, and no source for nothing."""
    output = build(name)
    for path, value in data_of(output).items():
        objects = list(within(value))
        cited = {one for each in objects for one in each.get("sources", ()) if isinstance(one, str)}
        assert cited == {one["id"] for one in value.get("sources", ())}, path
        keys = [
            one["key"]
            for each in objects
            for one in each.get("claims", ())
            if isinstance(one, dict)
        ]
        named = {one for each in objects for one in each.get("claims", ()) if isinstance(one, str)}
        assert len(keys) == len(set(keys)), path
        assert named <= set(keys), path
        for one in objects:
            for field in ("data", "next", "previous", "openapi", "schema"):
                if one.get(field):
                    assert (output / "api/v1" / one[field].partition("/api/v1/")[2]).is_file()


def test_season_tells_its_log(build: Build) -> None:
    """Each claim has its axis, value, date, confidence and sources, and what became of it."""
    output = build("shipped")
    path = "api/v1/shows/all-of-us-are-dead/season-2.json"
    season = json.loads((output / path).read_bytes())
    states = {one["key"]: one["state"] for one in season["claims"]}

    assert states["first-half-2024:release"] == "expired"
    assert {"current", "expired", "superseded"} <= set(states.values())
    [guess] = [one for one in season["claims"] if one["key"] == "first-half-2024:release"]
    assert (guess["value"]["first"], guess["value"]["last"]) == ("2024-01-01", "2024-06-30")
    assert (guess["confidence"], guess["ended"]) == ("speculation", "2024-07-01")
    assert {one["axis"] for one in season["standing"]} <= {one["axis"] for one in season["claims"]}


def within(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object."""
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from within(one)
    elif isinstance(value, list):
        for one in value:
            yield from within(one)
