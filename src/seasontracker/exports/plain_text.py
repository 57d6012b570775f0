"""Text as XML and JSON can carry it."""

from __future__ import annotations

import re

# XML 1.0 cannot hold control characters, lone surrogates and U+FFFE/U+FFFF in any form, not even
# as references (its section 2.2); of what it could hold, C1 controls are never meant.
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile(r"\r\n?")
_SPACE = re.compile(r"[\t\n\r\N{NO-BREAK SPACE} ]+")


def legal_text(text: str) -> str:
    """Return text without what XML 1.0 forbids, its lines ended by `\\n`."""
    if text.isprintable():
        return text
    return _ILLEGAL.sub("", _LINE_END.sub("\n", text))


def one_line(text: str) -> str:
    """Return text on one line, with plain spaces where the page keeps words together."""
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    return _SPACE.sub(" ", legal_text(text)).strip(" ")
