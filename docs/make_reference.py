"""Writes the tables of keys and words in docs/content.md from the models; `make docs` runs it.

Everything between `<!-- keys: Model -->` and `<!-- end -->` is replaced, and so is what follows
`<!-- words -->`. With `--check` nothing is written, and the exit code says whether it is current.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
from pathlib import Path

from pydantic import BaseModel

from seasontracker import models
from seasontracker.models import vocabulary
from seasontracker.models.base import ContentModel
from seasontracker.schemas.descriptions import described

PAGE = Path(__file__).parent / "content.md"
_KEYS = re.compile(r"(<!-- keys: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
_WORDS = re.compile(r"(<!-- words -->\n).*?(<!-- end -->)", re.DOTALL)


KINDS = {
    "Text": "text",
    "Whole": "whole number",
    "Count": "whole number",
    "Flag": "yes or no",
    "When": "partial date",
    "SaidOn": "date, may be partial",
    "Day": "day",
    "DayOrInstant": "day, or instant with its offset",
    "Slug": "id",
    "Url": "web address",
    "Spoils": "spoiler position",
    "EpisodeMark": "place in an episode",
    "Region": "ISO 3166 code or `*`",
    "Language": "BCP 47 tag",
    "Colour": "colour",
    "SitePath": "address on the site",
    "RedirectTarget": "address on the site or elsewhere",
    "CheckLevels": "`error`, `warning` or `off` by check",
    "_Positive": "whole number",
}


def kind(annotation: str) -> str:
    """Return in an editor's words what a field's annotation asks for."""
    text = annotation.replace("| None", "").strip()
    if match := re.fullmatch(r"Annotated\[([\w.]+)(?: \| None)?,.*\]", text):
        text = match[1]
    if match := re.fullmatch(r"Several\[(.+)\]", text):
        return f"list of {kind(match[1])}"
    if match := re.fullmatch(r"tuple\[(.+), \.\.\.\]", text):
        return f"list of {kind(match[1])}"
    if match := re.fullmatch(r"dict\[(\w+), (.+)\]", text):
        return f"{kind(match[2])} by id"
    if text in KINDS:
        return KINDS[text]
    if text in vars(vocabulary):
        return f"[{text}](#{text.lower()})"
    if text in vars(models):
        return f"keys of [{text}](#{text.lower()}-keys)"
    return {"VideoId": "eleven characters", "PicturePath": "`images/name.svg`"}.get(text, "text")


def table(model: type[ContentModel]) -> str:
    """Return a model's keys as a table."""
    source = Path(inspect.getfile(model)).read_text("utf-8")
    notes = described(model)
    written: dict[str, str] = {}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef) and node.name == model.__name__:
            for field in node.body:
                if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
                    written[field.target.id] = ast.unparse(field.annotation)
    lines = ["| key | value | unless given |", "|---|---|---|"]
    for name, field in model.model_fields.items():
        default = "**required**" if field.is_required() else shown(field.get_default())
        note = f"<br>{notes[name]}" if name in notes else ""
        lines.append(f"| `{name}` | {kind(written[name])}{note} | {default} |")
    return "\n".join(lines) + "\n"


def shown(value: object) -> str:
    """Return a default as an editor would write it."""
    if value is None or value == () or value == {} or isinstance(value, BaseModel):
        return ""
    if isinstance(value, bool):
        return "`true`" if value else "`false`"
    if isinstance(value, tuple):
        return ", ".join(f"`{item}`" for item in value)
    return f"`{value}`" if "PydanticUndefined" not in repr(value) else ""


def words() -> str:
    """Return every vocabulary with its words."""
    parts = []
    for name, found in vars(vocabulary).items():
        if not isinstance(found, type) or not issubclass(found, vocabulary.Word):
            continue
        if found is vocabulary.Word:
            continue
        parts.append(
            f"### {name}\n{inspect.getdoc(found)}\n\n"
            + ", ".join(f"`{word}`" for word in found)
            + "\n"
        )
    return "\n".join(parts)


def rewritten(text: str) -> str:
    """Return the page with its tables brought up to date."""

    def keys(match: re.Match[str]) -> str:
        return f"{match[1]}{table(getattr(models, match[2]))}{match[3]}"

    text = _KEYS.sub(keys, text)
    return _WORDS.sub(lambda match: f"{match[1]}{words()}{match[2]}", text)


def main(arguments: list[str]) -> int:
    """Rewrite or check the page."""
    before = PAGE.read_text("utf-8")
    after = rewritten(before)
    if "--check" in arguments:
        return 0 if before == after else 1
    PAGE.write_text(after, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
