"""The texts of a new show, season and theory, with what an editor fills in next."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from seasontracker.editing.yaml_entries import DATES, EditingError, mapping_text

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def checked_slug(word: str, what: str = "an address") -> str:
    """Return a word that can be a folder, an address or an id; raises `EditingError` for others."""
    if not _SLUG.fullmatch(word):
        raise EditingError(
            f"`{word}` cannot be {what}\nhint: use lower-case letters, digits and single hyphens"
        )
    return word


def show_text(values: Mapping[str, Any]) -> str:
    """Return a `show.yaml`."""
    return mapping_text(values, dates=DATES)


def season_text(values: Mapping[str, Any]) -> str:
    """Return an `index.md` that says what is not known yet, and where components go."""
    return f"---\n{mapping_text(values, dates=DATES)}---\n{_ARTICLE}"


def theory_text(values: Mapping[str, Any]) -> str:
    """Return a theory's file, to be argued."""
    return f"---\n{mapping_text(values, dates=DATES)}---\n{values['question']}\n"


_ARTICLE = """\
<!-- What is known goes into status.yaml (`seasontracker new claim`); the answer at the top of the
     page, the key facts, timeline and sources are made from it. Write the story here. -->
"""
