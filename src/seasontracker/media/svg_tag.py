"""Where the attributes of a start tag stand, which the XML parser does not say."""

from __future__ import annotations

import re

from msgspec import Struct

_NAME = re.compile(r"<([^ \t\r\n/>]+)")
# What follows a tag may look like an attribute but for its name: `<g />="x"`.
_ATTRIBUTE = re.compile(
    r"""[ \t\r\n]+([^ \t\r\n=/<>"']+)[ \t\r\n]*=[ \t\r\n]*(?:"[^"]*"|'[^']*')"""
)


class AttributePlace(Struct, frozen=True):
    """An attribute's name as it is written, and where it begins in the file's text."""

    name: str
    offset: int


def read_tag(text: str, offset: int) -> tuple[str, list[AttributePlace]]:
    """Return a tag's name and its attributes but `xmlns`; an XML parser has accepted the tag."""
    name = _NAME.match(text, offset)
    if name is None:
        raise ValueError(f"no tag begins at {offset}")
    places = []
    attribute = _ATTRIBUTE.match(text, name.end())
    while attribute is not None:
        if attribute[1] != "xmlns" and not attribute[1].startswith("xmlns:"):
            places.append(AttributePlace(attribute[1], attribute.start(1)))
        attribute = _ATTRIBUTE.match(text, attribute.end())
    return name[1], places
