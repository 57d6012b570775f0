"""A link has words of its own, and an address in prose is one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seasontracker.checks.passages import Passage, ShowTexts
from seasontracker.diagnostics import Code, Diagnostic

_EMPTY = re.compile(r"\[\s*\]\([^)\n]*\)")
_ADDRESS = re.compile(r"(?<![\w/(\"'=])<?https?://[^\s<>]+>?")
_NOT_PROSE = re.compile(
    r"^(?P<fence>```+|~~~+).*?^(?P=fence)|`[^`\n]*`|<!--.*?-->"
    r"|^[ \t]*\[[^\]\n]+\]:[^\n]*|\]\([^)\n]*\)|<[a-z][^>\n]*>[^<\n]*",
    re.MULTILINE | re.DOTALL,
)


def check(texts: ShowTexts) -> Iterator[Diagnostic]:
    for season in texts.seasons.values():
        for passage in (season.article, *season.theories):
            if "](" in passage.text:
                yield from _empty(passage)
            if passage.text.count("://") > passage.text.count("](http"):
                yield from _bare(passage)


def _empty(passage: Passage) -> Iterator[Diagnostic]:
    for match in _EMPTY.finditer(passage.text):
        if passage.text[match.start() - 1 : match.start()] == "!":
            continue  # a picture
        yield passage.diagnostic(
            Code.EMPTY_LINK,
            *match.span(),
            f"`{match[0]}` has no words to click on",
            "put words that say where it leads between the brackets",
        )


def _bare(passage: Passage) -> Iterator[Diagnostic]:
    prose = _NOT_PROSE.sub(lambda match: " " * len(match[0]), passage.text)
    for match in _ADDRESS.finditer(prose):
        yield passage.diagnostic(
            Code.BARE_URL,
            *match.span(),
            f"`{match[0]}` stands in the text",
            "write `[words](address)`, or cite the source by `[@id]`",
        )
