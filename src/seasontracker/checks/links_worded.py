"""A link has words of its own and leads somewhere, and an address in prose is one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seasontracker.checks.passages import Passage, ShowTexts
from seasontracker.diagnostics import Code, Diagnostic

_EMPTY = re.compile(r"\[\s*\]\([^)\n]*\)")
_AIMLESS = re.compile(r"\[[^\[\]\n]*[^\[\]\s][^\[\]\n]*\]\((?:\s*|<\s*>)\)")
# Not footnotes, citations and marks, whose names are looked at elsewhere.
_REFERENCE = re.compile(
    r"(?<![\\\]!])\[(?P<words>[^\[\]\n^@!][^\[\]\n]*)\]\[(?P<label>[^\[\]\n^@!]*)\]"
)
_DEFINED = re.compile(r"^ {0,3}\[(?P<label>[^\]\n]+)\]:", re.MULTILINE)
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
                yield from _aimless(passage)
            if "][" in passage.text:
                yield from _undefined(passage)
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


def _aimless(passage: Passage) -> Iterator[Diagnostic]:
    for match in _AIMLESS.finditer(passage.text):
        if "\\" in passage.text[match.start() - 1 : match.start()] or not _is_prose(passage, match):
            continue
        yield passage.diagnostic(
            Code.EMPTY_LINK,
            *match.span(),
            f"`{match[0]}` leads nowhere",
            "write the address between the parentheses",
        )


def _undefined(passage: Passage) -> Iterator[Diagnostic]:
    known = {_label(one["label"]) for one in _DEFINED.finditer(passage.text)}
    for match in _REFERENCE.finditer(passage.lines):
        label = match["label"].strip() or match["words"]
        if _label(label) not in known:
            yield passage.diagnostic(
                Code.UNDEFINED_LINK,
                *match.span(),
                f"`{match[0]}` is no link, since nothing says where `{label}` leads",
                f"add a line `[{label}]: address`, or write `[words](address)`",
            )


def _label(written: str) -> str:
    """Return what labels are compared by: neither case nor the number of blanks counts."""
    return " ".join(written.split()).casefold()


def _is_prose(passage: Passage, match: re.Match[str]) -> bool:
    """Return whether the words of a link are no code and in no comment."""
    end = passage.text.index("](", match.start())
    return passage.lines[match.start() : end] == passage.text[match.start() : end]


def _bare(passage: Passage) -> Iterator[Diagnostic]:
    prose = _NOT_PROSE.sub(lambda match: " " * len(match[0]), passage.text)
    for match in _ADDRESS.finditer(prose):
        yield passage.diagnostic(
            Code.BARE_URL,
            *match.span(),
            f"`{match[0]}` stands in the text",
            "write `[words](address)`, or cite the source by `[@id]`",
        )
