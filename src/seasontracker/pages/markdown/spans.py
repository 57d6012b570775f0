"""Words in another language: `[지금 우리 학교는]{lang=ko}`."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from seasontracker.diagnostics import Code
from seasontracker.pages.markdown.allowed import ATTRIBUTE_PATTERNS, ATTRIBUTE_VALUES
from seasontracker.pages.markdown.manuscript import Manuscript
from seasontracker.pages.markdown.places import PLACE

_SPAN = rf"(?<!!)\[([^\[\]]*)\]\{{{PLACE}([^{{}}\n]*)\}}"
_LANGUAGE = re.compile(ATTRIBUTE_PATTERNS["lang"])
_DIRECTIONS = ATTRIBUTE_VALUES["span"]["dir"]


class SpansExtension(Extension):
    """Turns bracketed words with a language into spans."""

    def __init__(self, manuscript: Manuscript) -> None:
        super().__init__()
        self._manuscript = manuscript

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        # After links, so that a span may hold one, and before what a lone bracket might mean.
        md.inlinePatterns.register(_Spans(_SPAN, self._manuscript), "span", 155)


class _Spans(InlineProcessor):
    def __init__(self, pattern: str, manuscript: Manuscript) -> None:
        super().__init__(pattern)
        self._manuscript = manuscript

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        attributes = span_attributes(m[3])
        if attributes is None:
            self._manuscript.report(
                Code.BAD_VALUE,
                self._manuscript.locate_place(int(m[2]), len(m[3])),
                f"`{{{m[3]}}}` is not a language",
                "write `[words]{lang=ko}`, or `{lang=ar dir=rtl}`; nothing else can be set",
            )
            return None, None, None
        element = Element("span", attributes)
        element.text = m[1]
        return element, m.start(), m.end()


def span_attributes(written: str) -> dict[str, str] | None:
    """Read `lang=ko dir=rtl`; anything else is None."""
    pairs = [part.partition("=") for part in written.split()]
    attributes = {name: value.strip("\"'") for name, _, value in pairs}
    if not _LANGUAGE.fullmatch(attributes.get("lang", "")) or len(attributes) < len(pairs):
        return None
    if attributes.keys() - {"lang", "dir"} or attributes.get("dir", "ltr") not in _DIRECTIONS:
        return None
    return attributes
