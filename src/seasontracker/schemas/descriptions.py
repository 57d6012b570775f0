"""What the models' source says about each key, in the strings beneath their fields."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

from seasontracker.models.base import ContentModel


def described(model: type[ContentModel]) -> dict[str, str]:
    """Return the text beneath each field of a model, on one line."""
    source = Path(inspect.getfile(model)).read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef) and node.name == model.__name__:
            for field, text in zip(node.body, node.body[1:], strict=False):
                if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
                    words = _words(text)
                    if words:
                        found[field.target.id] = words
    return found


def _words(node: ast.stmt) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return " ".join(str(node.value.value).split())
    return ""
