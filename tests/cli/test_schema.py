"""`schema` prints one schema, or writes them all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from seasontracker.schemas.editor import SCHEMAS


def test_schema_is_printed(run: Any) -> None:
    """What is printed is a schema and nothing else."""
    outcome = run("schema", "status")

    assert outcome.code == 0
    assert json.loads(outcome.stdout)["title"] == "status.yaml"


def test_schemas_are_written_over_older_ones(tmp_path: Path, run: Any) -> None:
    """A newer program brings its own; other files of the folder stay."""
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas/site.schema.json").write_text("{}", "utf-8")
    (tmp_path / "schemas/mine.json").write_text("{}", "utf-8")
    outcome = run("schema", "--write", "schemas")

    assert outcome.code == 0
    names = {f"{name}.schema.json" for name in SCHEMAS}
    assert {file.name for file in (tmp_path / "schemas").iterdir()} == {*names, "mine.json"}
    assert json.loads((tmp_path / "schemas/site.schema.json").read_text("utf-8"))["title"]


def test_schema_needs_to_know_which(run: Any) -> None:
    """Neither a name nor a folder, or both, is wrong usage."""
    assert run("schema").code == 2
    assert run("schema", "site", "--write", "x").code == 2


def test_folder_that_cannot_be_written_is_told_plainly(tmp_path: Path, run: Any) -> None:
    """It is no bug of ours."""
    (tmp_path / "file").write_text("", "utf-8")
    outcome = run("schema", "--write", "file/schemas")

    assert outcome.code == 2
    assert "`file/schemas/site.schema.json` cannot be written: Not a directory" in outcome.stderr
