"""Typographic quotes, dashes and ellipses by language, with the library's own expressions."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

from markdown import Markdown
from markdown.extensions.smarty import SmartyExtension, SubstituteTextPattern, punctClass
from msgspec import Struct

# Only double quotes differ: a single closing quote is also the apostrophe.
_DOUBLE_QUOTES = {
    "de": ("&bdquo;", "&ldquo;"),
    "es": ("&laquo;", "&raquo;"),
    "fr": ("&laquo;&nbsp;", "&nbsp;&raquo;"),
    "it": ("&laquo;", "&raquo;"),
    "pl": ("&bdquo;", "&rdquo;"),
}
_ENGLISH_QUOTES = ("&ldquo;", "&rdquo;")

SIGNS = ("'", '"', "--", "...")
"""One of these stands in every text that typography changes."""

# Whatever stands further away, an apostrophe between a letter or digit and a letter is a closing
# quote (before a digit it might be an opening one), a double quote opens between a space and a
# letter or digit, and closes where a word or sentence ends; only behind `'s` the library errs.
_ORDINARY = re.compile(
    r"""
    [^'"]* (?: (?:
        (?<=\w)'(?=[^\W\d_])
        | (?<=\s)"(?=\w)
        | (?<=[\w.,!?])(?<!'s)"(?=[\s.,;:!?)]|\Z)
    ) [^'"]* )*
    """,
    re.VERBOSE,
)
_OPENING = re.compile(r'(?<=\s)"')
_APOSTROPHE = "\u2019"
_PUT_IN = re.compile("\x02([0-9]+)\x03")


def smarty_extension(language: str) -> SmartyExtension:
    """Return the library's extension with the quotes of a language."""
    opening, closing = _DOUBLE_QUOTES.get(language.partition("-")[0], _ENGLISH_QUOTES)
    typography = {"left-double-quote": opening, "right-double-quote": closing}
    return SmartyExtension(substitutions=typography)


class Typography(Struct, frozen=True):
    """What the library's extension does to one stretch of text between two tags."""

    opening: str
    closing: str
    """Double quotes."""
    steps: tuple[tuple[str, re.Pattern[str], tuple[int | str, ...]], ...]
    """A sign without which nothing happens, an expression, and what comes in its place."""

    def apply(self, text: str) -> str:
        """Return the text with typographic signs instead of typewriter ones."""
        if "--" not in text and "..." not in text and _ORDINARY.fullmatch(text):
            if '"' in text:
                text = _OPENING.sub(self.opening, text).replace('"', self.closing)
            return text.replace("'", _APOSTROPHE)
        put_in: list[str] = []
        for sign, expression, parts in self.steps:
            if sign not in text:
                continue
            position = 0
            while match := expression.search(text, position):
                # The library, too, puts a sign between U+0002 and U+0003 in place of what it has
                # replaced, so that later expressions look at that and not at what stood there.
                mark = f"\x02{len(put_in)}\x03"
                put_in.append(
                    "".join(part if isinstance(part, str) else match[part] for part in parts)
                )
                text = text[: match.start()] + mark + text[match.end() :]
                position = match.start() + len(mark)
        return _PUT_IN.sub(lambda match: put_in[int(match[1])], text)


@lru_cache(maxsize=16)
def typography_for(language: str) -> Typography:
    """Read the library's expressions, in its order, so that a release cannot leave us behind."""
    extension = smarty_extension(language)
    Markdown(extensions=[extension])
    steps = []
    for pattern in extension.inlinePatterns:
        if not isinstance(pattern, SubstituteTextPattern):
            raise TypeError(f"not a substitution of the smarty extension: {pattern!r}")
        parts = (part if isinstance(part, int) else unescape(str(part)) for part in pattern.replace)
        steps.append((needed_sign(pattern.pattern), pattern.compiled_re, tuple(parts)))
    opening, closing = (
        unescape(extension.substitutions[f"{side}-double-quote"]) for side in ("left", "right")
    )
    return Typography(opening, closing, tuple(steps))


def needed_sign(expression: str) -> str:
    """Return a sign that stands in everything that an expression of the library matches."""
    # The class of punctuation may be matched by any of its signs.
    outside = expression.replace(punctClass, "")
    return next((sign for sign in ('"', "'", "--") if sign in outside), "")
