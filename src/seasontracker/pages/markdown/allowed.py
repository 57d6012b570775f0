"""Which HTML an editor may write: everything that is not listed here is taken out."""

from __future__ import annotations


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


INLINE_TAGS = _names(
    "abbr b br cite code del em i ins kbd mark q s small span strong sub sup time var wbr"
)
BLOCK_TAGS = _names(
    "blockquote dd details div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre summary ul "
    "caption table tbody td tfoot th thead tr"
)
TAGS = INLINE_TAGS | BLOCK_TAGS
"""An `h1` becomes an `h2`, since the page itself has the `h1`."""

ATTRIBUTES = {
    "abbr": _names("title"),
    "ol": _names("start"),
    "span": _names("lang"),
    "td": _names("colspan rowspan"),
    "th": _names("colspan rowspan"),
    "time": _names("datetime"),
}

ATTRIBUTE_VALUES = {
    "span": {"dir": _names("ltr rtl auto")},
    "td": {"align": _names("left center right")},
    "th": {
        "align": _names("left center right"),
        "scope": _names("col row colgroup rowgroup"),
    },
}
"""Attributes that may only hold one of these words; `align` becomes a class of ours."""

ATTRIBUTE_PATTERNS = {
    "colspan": r"[1-9][0-9]{0,2}",
    "datetime": r"[0-9A-Z:.+ -]{1,40}",
    "lang": r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*",
    "rowspan": r"[1-9][0-9]{0,2}",
    "start": r"[0-9]{1,6}",
}
"""Attributes whose whole value must look like this."""

DROPPED_TAGS = _names(
    "iframe math noembed noframes noscript object plaintext script select style svg template "
    "textarea title xmp"
)
"""Elements that are taken out together with what they contain."""

SCHEMES = _names("http https mailto")
"""Where a link to the outside may lead."""
