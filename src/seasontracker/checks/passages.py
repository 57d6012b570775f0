"""An editor's own words, and where in a file they stand.

Rules about words look at `Passage.words`: the text as written, in which all that is not the
editor's own running text (code, addresses, comments, directives, quotations) is blanked, so that
offsets stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from seasontracker.diagnostics import Code, Diagnostic, Location
from seasontracker.site.load import LoadedSeason
from seasontracker.site.unit import ShowUnit
from seasontracker.sources import Document, Step

# One expression for each sign, since one that begins with a literal is searched far faster.
_MARKUP = (
    ("```", re.compile(r"```+[^\n]*\n(?:.*\n)*?```+")),
    ("~~~", re.compile(r"~~~+[^\n]*\n(?:.*\n)*?~~~+")),
    ("`", re.compile(r"``.+?``|`[^`]+`")),
    ("<!--", re.compile(r"<!--(?:.|\n)*?-->")),
    (":::", re.compile(r"\n[ \t]*:::[^\n]*")),
    ("\n>", re.compile(r"\n>[^\n]*")),
    ("](", re.compile(r"\]\([^)\n]*\)")),
    ("]:", re.compile(r"\n\[[^\]\n]+\]:[ \t][^\n]*")),
    ("[@", re.compile(r"\[@[^\]]*\]")),
    ("[!", re.compile(r"\[![^\]]*\]")),
    ("http", re.compile(r"https?://[^\s<>]+")),
)
_QUOTATIONS = (
    ("\u201c", re.compile("\u201c[^\u201d]{1,600}\u201d")),
    ("\u2018", re.compile("\u2018[^\u2019\\n]{1,200}\u2019")),
    ('"', re.compile(r'"[^"]{1,600}"')),
)
_BLANK = re.compile(r"[^\n]")


class Passage:
    """One text of an editor: the body of a file, or a value of its YAML."""

    def __init__(self, document: Document, key: str, text: str, *within: Step) -> None:
        self.document = document
        self.key = key
        """The key of the value; empty for the body."""
        self.text = text
        self.within = within
        """Where in the file the key stands; empty at its top."""

    @cached_property
    def lines(self) -> str:
        """The text without code, comments and directives."""
        return self.text if self.key else without_markup(self.text)

    @cached_property
    def raw(self) -> str:
        """The text as written, with blanks in place of line breaks."""
        return self.text.replace("\n", " ")

    def is_own(self, start: int, end: int) -> bool:
        """Return whether a stretch is the editor's own running text.

        Rules look at `raw` first, since most texts hold nothing that they look for.
        """
        return self.flat[start:end] == self.raw[start:end]

    @cached_property
    def flat(self) -> str:
        """The words with blanks in place of line breaks, for what may go over a line's end."""
        return self.words.replace("\n", " ")

    @cached_property
    def words(self) -> str:
        """The editor's own running text: what is quoted from others is blanked as well."""
        return _without(_QUOTATIONS, self.lines)

    def locate(self, start: int, end: int) -> Location:
        """Return where a stretch of the text stands in the file."""
        if self.key:
            return self._in_value(self.text[start:end])
        before = self.text.rfind("\n", 0, start) + 1
        line = self.document.body_line + self.text.count("\n", 0, start)
        stop = self.text.find("\n", start, end)
        length = (end if stop < 0 else stop) - start
        return Location(self.document.path, line, start - before + 1, max(1, length))

    def diagnostic(
        self, code: Code, start: int, end: int, message: str, hint: str = ""
    ) -> Diagnostic:
        """Return a finding about a stretch of the text."""
        return self.document.diagnostic(code, self.locate(start, end), message, hint)

    def _in_value(self, words: str) -> Location:
        """Find words below the place where their value begins; YAML may have folded its lines."""
        whole = self.document.locate(*self.within, self.key)
        source = self.document.source.text.split("\n")
        last = self.document.body_line - 1 if self.document.body_line > 1 else len(source)
        rest = "\n".join(source[whole.line - 1 : last])
        pattern = r"\s+".join(map(re.escape, words.split()))
        match = re.compile(pattern).search(rest, whole.column - 1) if pattern else None
        if match is None:
            return whole
        before = rest.rfind("\n", 0, match.start()) + 1
        line = whole.line + rest.count("\n", 0, match.start())
        first = match[0].partition("\n")[0].rstrip()
        return Location(whole.path, line, match.start() - before + 1, len(first))


def without_markup(text: str) -> str:
    """Return text in which all that is for the program and no running text is blanked."""
    return _without(_MARKUP, f"\n{text}")[1:]


def _without(signs: Sequence[tuple[str, re.Pattern[str]]], text: str) -> str:
    for sign, expression in signs:
        if sign in text:
            text = expression.sub(_blanked, text)
    return text


def _blanked(match: re.Match[str]) -> str:
    return _BLANK.sub(" ", match[0])


class SeasonTexts(Struct, frozen=True):
    """What one season's editors wrote."""

    promises: tuple[Passage, ...]
    """Headline, deck and description: what readers see before they open the page."""
    article: Passage
    theories: tuple[Passage, ...]
    values: tuple[Passage, ...]
    """What stands in data: the synopsis, and headlines and notes of claims."""

    def __iter__(self) -> Iterator[Passage]:
        """Yield what is written as prose."""
        yield from self.promises
        yield self.article
        yield from self.theories


PROMISES = ("headline", "deck", "description")


def texts_of(season: LoadedSeason) -> SeasonTexts:
    """Return the texts of a season."""
    document, value = season.season.document, season.season.value
    promises = ((key, getattr(value, key)) for key in PROMISES)
    return SeasonTexts(
        tuple(Passage(document, key, text) for key, text in promises if text),
        Passage(document, "", document.body),
        tuple(
            Passage(one.theory.document, "", one.theory.document.body) for one in season.theories
        ),
        tuple(_values(season)),
    )


def _values(season: LoadedSeason) -> Iterator[Passage]:
    article, log = season.season, season.claims
    if article.value.synopsis:
        yield Passage(article.document, "text", article.value.synopsis.text, "synopsis")
    for index, claim in enumerate(log.value if log else ()):
        for key, text in (("headline", claim.headline), ("note", claim.note)):
            if log and text:
                yield Passage(log.document, key, text, index)


class ShowTexts(Struct, frozen=True):
    """What a show's editors wrote, each text looked at by all rules about words."""

    unit: ShowUnit
    seasons: Mapping[int, SeasonTexts]

    @property
    def is_english(self) -> bool:
        """Whether there are lists of words for the site's language."""
        return self.unit.settings.value.language.partition("-")[0] == "en"


def show_texts(unit: ShowUnit) -> ShowTexts:
    """Return the texts of a show."""
    return ShowTexts(unit, {season.number: texts_of(season) for season in unit.loaded.seasons})
