"""What building the views of a page needs."""

from __future__ import annotations

from typing import Any


def test_names_say_who_plays_whom(stage: Any) -> None:
    """A part without a name is called by its player."""
    cast = "people: {p: Pat, q: Quinn}\ncharacters:\n"
    cast += "  x: {name: Xan, played_by: [q, p]}\n  y: {played_by: q}\n"

    assert stage({"cast.yaml": cast}).context().names == {"x": "Pat (Xan)", "y": "Quinn"}
