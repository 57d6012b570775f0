"""What the value of an attribute of a drawing may hold."""

from __future__ import annotations

import re

from seasontracker.media.allowed import FUNCTIONS

_WITHIN = re.compile(r"#[\w:.-]+")
_URL_WITHIN = re.compile(r"""url\([ \t\r\n]*+(["']?)(#[\w:.-]++)\1[ \t\r\n]*+\)""", re.IGNORECASE)
# Possessive, since a megabyte of letters must not be read a megabyte times.
_FUNCTION = re.compile(r"(?<![\w-])([\w-]++)[ \t\r\n]*+\(")
# Escapes and comments can hide a function's name, and `@` begins a rule.
_HIDING = re.compile(r"\\|@|/\*")
_SCRIPT = re.compile(r"javascript\s*+:", re.IGNORECASE)
_MOST_SHOWN = 60


def unsafe_reference(value: str) -> str | None:
    """Return what a link leads to, unless that is a part of the same drawing."""
    return None if _WITHIN.fullmatch(value) else shown(value)


def unsafe_part(value: str) -> str | None:
    """Return the first part of a value that runs, loads or hides something."""
    for pattern in (_SCRIPT, _HIDING):
        found = pattern.search(value)
        if found is not None:
            return shown(found[0])
    for function in _FUNCTION.finditer(value):
        name = function[1].lower()
        if name not in FUNCTIONS:
            return shown(f"{function[1]}()")
        if name == "url" and not _URL_WITHIN.match(value, function.start()):
            return shown(value[function.start() :].partition(")")[0] + ")")
    return None


def references(name: str, value: str) -> list[str]:
    """Return the ids of the parts of a drawing that an attribute refers to."""
    if name in ("href", "xlink:href"):
        return [value[1:]]
    return [match[2][1:] for match in _URL_WITHIN.finditer(value)] if "(" in value else []


def shown(text: str) -> str:
    """Return text that is safe in a message: short, and nothing that moves the cursor."""
    cut = text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}..."
    return "".join(character if character.isprintable() else "\ufffd" for character in cut)
