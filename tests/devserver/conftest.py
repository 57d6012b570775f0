"""A preview of a minimal project, built once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from seasontracker.devserver.place import preview_project
from seasontracker.devserver.preview import Preview
from seasontracker.pipeline.options import BuildOptions
from seasontracker.project import find_project


@pytest.fixture
def preview(make_project: Callable[..., Path]) -> Preview:
    """Return a preview that has been built."""
    root = make_project({})
    found = Preview(
        preview_project(find_project(root)), BuildOptions(today="2026-11-22", preview=True)
    )
    assert found.build().is_shown
    return found
