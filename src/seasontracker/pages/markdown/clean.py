"""Cleaning: what Markdown made, reduced to the allowed HTML, with ours marked as ours."""

from __future__ import annotations

import re
from functools import cache
from html import unescape

import nh3

from seasontracker.diagnostics import Code
from seasontracker.pages.markdown.allowed import (
    ATTRIBUTE_PATTERNS,
    ATTRIBUTE_VALUES,
    ATTRIBUTES,
    DROPPED_TAGS,
    SCHEMES,
    TAGS,
)
from seasontracker.pages.markdown.citations import CARRIER_TAG
from seasontracker.pages.markdown.manuscript import Manuscript
from seasontracker.pages.markdown.places import REFUSED_TAG, UNREAD_MARKDOWN, without_places
from seasontracker.pages.markdown.reserved import (
    ANCHOR_TAG,
    without_reserved,
    without_reserved_references,
)
from seasontracker.pages.markdown.slots import without_slots

_RAW_HTML = Code.UNSAFE_LINK
_CODE_BLOCK = re.compile(r"<pre>.*?</pre>", re.DOTALL)
_MOST_PASSES = 6
_CELL = re.compile(r"<t[dh] [^>]*>")
_CARRIER = re.compile(f"</?{CARRIER_TAG}>")
_ALIGN = re.compile(r' align="(left|center|right)"')
_TAG = re.compile(r"<[^>]*>")
_EMPTY_PARAGRAPH = re.compile(r"<p>\s*</p>\n?")


@cache
def make_cleaner() -> nh3.Cleaner:
    """Return the cleaner that leaves only what `allowed` lists, and the links made by us."""
    return nh3.Cleaner(
        tags={*TAGS, ANCHOR_TAG},
        clean_content_tags=set(DROPPED_TAGS),
        attributes={
            **{tag: set(names) for tag, names in ATTRIBUTES.items()},
            ANCHOR_TAG: {"href", "rel", "title"},
        },
        tag_attribute_values={
            tag: {name: set(words) for name, words in values.items()}
            for tag, values in ATTRIBUTE_VALUES.items()
        },
        attribute_filter=_filter_attribute,
        generic_attribute_prefixes=set(),
        url_schemes=set(SCHEMES),
        link_rel=None,
        strip_comments=True,
    )


def report_raw_html(html: str, manuscript: Manuscript) -> None:
    """Report elements that the cleaner will take out, and Markdown that HTML hides."""
    for match in REFUSED_TAG.finditer(html):
        manuscript.report(
            _RAW_HTML,
            manuscript.locate_place(int(match[2]), len(match[1]) + 1),
            f"`<{match[1]}>` is not allowed in prose",
            "use Markdown or a directive, or write `&lt;` for a plain `<`",
        )
    for match in UNREAD_MARKDOWN.finditer(_CODE_BLOCK.sub("", html)):
        manuscript.report(
            _RAW_HTML,
            manuscript.locate_place(int(match[1] or match[2])),
            "Markdown inside an HTML element is not read",
            "leave the element away, or use a container such as `::: aside`",
        )


def prepare_for_cleaning(html: str) -> str:
    """Take out what an HTML parser might turn into something that only we may write."""
    return without_reserved_references(without_places(html))


def clean(html: str, cleaner: nh3.Cleaner) -> str:
    """Return allowed HTML only, well-formed, with slots untouched."""
    cleaned = _settled(html, cleaner).replace(ANCHOR_TAG, "a")
    cleaned = _CELL.sub(lambda cell: _ALIGN.sub(r' class="align-\1"', cell[0]), cleaned)
    # A wide table scrolls inside its own box instead of widening a narrow page.
    cleaned = cleaned.replace("<table>", '<div class="table-scroll"><table>')
    cleaned = cleaned.replace("</table>", "</table></div>")
    cleaned = cleaned.replace("<h1>", "<h2>").replace("</h1>", "</h2>")
    return _EMPTY_PARAGRAPH.sub("", cleaned).strip()


def _settled(html: str, cleaner: nh3.Cleaner) -> str:
    # A parser can build a tree that no HTML says, say a table that fell out of a list, and the
    # browser would then read something else than what was judged; one more pass settles that.
    for _ in range(_MOST_PASSES):
        cleaned = cleaner.clean(html)
        if cleaned == html:
            break
        html = cleaned
    return html


def plain_text(html: str) -> str:
    """Return the words of cleaned HTML, without tags and slots."""
    text = without_slots(html)
    return unescape(_TAG.sub("", text) if "<" in text else text)


def _filter_attribute(tag: str, name: str, value: str) -> str | None:
    if tag == ANCHOR_TAG and name == "href":
        return value
    if name in ATTRIBUTE_PATTERNS and not re.fullmatch(ATTRIBUTE_PATTERNS[name], value):
        return None
    return without_reserved(_CARRIER.sub("", without_slots(value)))
