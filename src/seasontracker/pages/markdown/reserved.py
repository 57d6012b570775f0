"""The characters that only this package may put into a text, and their removal from content."""

from __future__ import annotations

import re

SLOT_OPEN, SLOT_CLOSE = "\ue000", "\ue001"
PLACE_OPEN, PLACE_CLOSE = "\ue002", "\ue003"

# No editor can write this element, so every one that reaches the cleaner was made from a Markdown
# link whose target has been judged; a raw `<a>` is simply not on the list of allowed tags.
ANCHOR_TAG = "a\ue004"

_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff"
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
_RESERVED = re.compile(f"[\ue000-\ue004{_CONTROLS}{_NONCHARACTERS}]")
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?")
_REPLACEMENT = "\ufffd"


def without_reserved(text: str) -> str:
    """Replace reserved and control characters by U+FFFD, so that columns stay what they were."""
    # None of them is printable, and that is known much sooner.
    if text.replace("\n", " ").isprintable():
        return text
    return _RESERVED.sub(_REPLACEMENT, text)


def without_reserved_references(html: str) -> str:
    """Replace character references that an HTML parser would read as reserved characters."""
    return _REFERENCE.sub(_harmless, html)


def _harmless(match: re.Match[str]) -> str:
    # A number of this many digits is no character, and int() refuses thousands of them.
    digits = (match[1] or match[2]).lstrip("0")
    number = int(digits or "0", 16 if match[1] else 10) if len(digits) < 8 else 0
    if number > 0x10FFFF or _RESERVED.match(chr(number)):
        return _REPLACEMENT
    return match[0]
