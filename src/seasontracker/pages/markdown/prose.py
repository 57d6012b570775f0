"""From an editor's Markdown to `Prose`: read directives, convert, clean, number, put together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import PurePosixPath

import nh3
from markdown import Markdown
from markdown.__meta__ import __version__ as markdown_version
from markdown.extensions import Extension
from msgspec import Struct
from msgspec.structs import replace

from seasontracker.diagnostics import Code, DiagnosticLog
from seasontracker.pages.markdown.assembly import assemble, with_tokens
from seasontracker.pages.markdown.clean import (
    clean,
    make_cleaner,
    plain_text,
    prepare_for_cleaning,
    report_raw_html,
)
from seasontracker.pages.markdown.depth import is_too_deep
from seasontracker.pages.markdown.directives import read_directives
from seasontracker.pages.markdown.extensions import extensions_for
from seasontracker.pages.markdown.footnotes import FootnoteNumbers, FootnotesExtension, split_notes
from seasontracker.pages.markdown.headings import HeadingList
from seasontracker.pages.markdown.idle import leave_out_idle_patterns
from seasontracker.pages.markdown.manuscript import Manuscript
from seasontracker.pages.markdown.quick import render_quickly, shows_numbers
from seasontracker.pages.markdown.slots import SLOT, picture_slot, references
from seasontracker.pages.markdown.values import (
    Citation,
    HtmlSegment,
    LinkReference,
    PictureReference,
    Prose,
    Segment,
)

RENDERER_VERSION = f"5 markdown {markdown_version} nh3 {version('nh3')}"
"""Part of the key of cached prose: raise the number with every change of what comes out."""

_ANY_SLOT = SLOT.pattern.replace("?P<kind>", "").replace("?P<payload>", "")
_ONLY_SLOTS = re.compile(rf"<p>({_ANY_SLOT}(?:\s+{_ANY_SLOT})*)</p>")
_WORD = re.compile(r"\w++(?:['\u2019.,:-]\w++)*+")


def render_prose(
    text: str,
    *,
    path: PurePosixPath,
    first_line: int = 1,
    language: str = "en",
    id_prefix: str = "",
    quick: bool = True,
) -> Prose:
    """Render the body of a file; nothing in it raises, what is wrong becomes a diagnostic.

    Without `quick` all of it goes through Python-Markdown, which gives the same and takes longer.
    """
    manuscript = Manuscript(text, path, first_line)
    directives = read_directives(manuscript)
    html, defined = "", None
    if not is_too_deep(manuscript):
        marked = with_tokens(manuscript, directives)
        html, defined = (_convert_quickly if quick else _convert)(marked, manuscript, language)
    body, notes = split_notes(html)
    finish = _Finish(make_cleaner(), HeadingList(id_prefix), FootnoteNumbers(id_prefix))
    segments = assemble(body, directives, finish)
    footnotes_html = finish.footnote_list(notes)
    if defined:
        defined.report_unused(set(finish.footnotes.numbers))
    found = [*references("".join([*html_of(segments), footnotes_html]))]
    return Prose(
        segments=segments,
        headings=tuple(finish.headings.headings),
        links=tuple(value for value in found if isinstance(value, LinkReference)),
        citations=tuple(value for value in found if isinstance(value, Citation)),
        pictures=tuple(value for value in found if isinstance(value, PictureReference)),
        diagnostics=tuple(manuscript.log),
        footnotes_html=footnotes_html,
        words=finish.words,
    )


_Converted = tuple[str, FootnotesExtension | None]


def _convert_quickly(text: str, manuscript: Manuscript, language: str) -> _Converted:
    started = render_quickly(text, manuscript, language)
    if started.html is not None:
        return started.html, started.footnotes
    before = tuple(manuscript.log)
    html, defined = _convert(started.rest, manuscript, language, quick=True)
    complete = started.complete(html)
    if complete is None or shows_numbers(html, *(found.message for found in manuscript.log)):
        manuscript.log = DiagnosticLog()
        manuscript.log.extend(before)
        return _convert(text, manuscript, language)
    return complete, defined


def _convert(
    text: str, manuscript: Manuscript, language: str, *, quick: bool = False
) -> _Converted:
    extensions = extensions_for(manuscript.text, manuscript, language)
    defined = [one for one in extensions if isinstance(one, FootnotesExtension)]
    html = convert(text, manuscript, extensions, quick=quick)
    return html, defined[0] if defined else None


def convert(
    text: str, manuscript: Manuscript, extensions: Sequence[Extension], *, quick: bool = False
) -> str:
    """Return what Markdown makes of a text with tokens and places, ready for cleaning."""
    markdown = Markdown(extensions=extensions, output_format="html")
    if quick:
        leave_out_idle_patterns(markdown, text)
    try:
        html = markdown.convert(text)
    except RecursionError:
        # The look at the depth counts what editors nest; this is for what it did not foresee.
        manuscript.report(Code.TOO_DEEP, manuscript.locate(0), "this text nests too deep")
        return ""
    report_raw_html(html, manuscript)
    return prepare_for_cleaning(html)


def html_of(segments: Sequence[Segment]) -> Iterator[str]:
    """Yield all HTML of segments and of what they contain, in order."""
    for segment in segments:
        if isinstance(segment, HtmlSegment):
            yield segment.html
        else:
            yield from html_of(segment.children)


class _Finish(Struct):
    """Turns raw stretches of one text into final HTML, and counts as it goes."""

    cleaner: nh3.Cleaner
    headings: HeadingList
    footnotes: FootnoteNumbers
    words: int = 0

    def __call__(self, html: str, spoils: str) -> str:
        cleaned = clean(html, self.cleaner)
        self.words += len(_WORD.findall(plain_text(cleaned)))
        cleaned = self.headings.number(cleaned, spoils)
        # Footnotes come first: until they have numbers, their slots stand for nothing yet.
        return _ONLY_SLOTS.sub(_free_pictures, self.footnotes.number(cleaned, spoils)).strip()

    def footnote_list(self, notes: Sequence[str]) -> str:
        """Return the footnotes that the text, or another of them, refers to."""
        items: list[tuple[int, str]] = []
        # A footnote may refer to one that the text does not, which then comes after all others.
        while len(items) < len(self.footnotes.numbers):
            note = self.footnotes.numbers[len(items)]
            html = clean(notes[note], self.cleaner)
            # What only one footnote refers to gives away what that one does.
            around = self.footnotes.spoilers(note)
            items.append((len(items) + 1, self.footnotes.number(html, around[0] if around else "")))
        if not items:
            return ""
        listed = "\n".join(self.footnotes.list_item(number, html) for number, html in items)
        return f'<ol class="footnotes">\n{listed}\n</ol>'


def _free_pictures(match: re.Match[str]) -> str:
    """Take the paragraph away around pictures that are all of it."""
    slots = [*SLOT.finditer(match[1])]
    pictures = [one for one in references(match[1]) if isinstance(one, PictureReference)]
    if len(pictures) < len(slots):
        return match[0]
    return "\n".join(picture_slot(replace(picture, alone=True)) for picture in pictures)
