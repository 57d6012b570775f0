"""Puts into rendered prose what only the page knows: source numbers, links, marks and pictures."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from msgspec import Struct, field
from msgspec.structs import replace

from seasontracker.diagnostics import Code, Diagnostic, Location
from seasontracker.diagnostics.suggest import suggestion
from seasontracker.models.vocabulary import Confidence
from seasontracker.pages.inline import Inline
from seasontracker.pages.links import OutgoingLink, resolve_link
from seasontracker.pages.markdown import (
    Citation,
    DirectiveSegment,
    Heading,
    LinkReference,
    PictureReference,
    fill,
)
from seasontracker.pages.views.anchors import as_on_page, theory_anchor
from seasontracker.pages.views.article import PictureView
from seasontracker.pages.views.context import PageContext
from seasontracker.pages.views.marks import confidence_mark
from seasontracker.site.load import LoadedSeason
from seasontracker.tracking.positions import is_known, is_position, least


class ProseFiller(Struct):
    """Fills the slots of a season's prose, and collects its links and what is wrong with it."""

    context: PageContext
    inline: Inline
    loaded: LoadedSeason
    pictures: Mapping[str, PictureView]
    content: PurePosixPath
    """The content folder, from which links between files are resolved."""
    permalink: str
    found: list[Diagnostic] = field(default_factory=list)
    links: list[OutgoingLink] = field(default_factory=list)

    def fill(self, html: str, file: PurePosixPath) -> str:
        """Return the HTML of a file with its slots filled."""
        return fill(
            html,
            citation=self._citation,
            mark=self._mark,
            link=lambda reference: self._link(reference, file),
            picture=lambda reference: self._picture(reference, file),
            heading_link=self._heading_link,
            note_fold=self._note_fold,
        )

    def check_citation(self, reference: Citation) -> None:
        """Report the sources that a citation names and nothing defines."""
        known = self.context.numbers.sources
        for source_id in reference.source_ids:
            if source_id not in known:
                self.report(
                    Code.UNKNOWN_SOURCE,
                    reference.location,
                    f"`{source_id}` is not in `sources.yaml`",
                    suggestion(source_id, known, otherwise="add the source, or correct the id"),
                )

    def position_of(self, segment: DirectiveSegment) -> str:
        """Return what a spoiler gives away; one whose argument is no position is reported."""
        if is_position(segment.argument):
            last = self.context.unit.last_season
            if segment.argument != "source" and not is_known(segment.argument, last):
                self.report(
                    Code.SPOILS_BEYOND,
                    segment.location,
                    f"`{segment.argument}` is beyond season {last}, the last that the show has",
                    "correct the position, or add the season",
                )
            return segment.argument
        self.report(
            Code.DIRECTIVE_ARGUMENT,
            segment.location,
            f"`{segment.argument}` is not a spoiler position",
            "write none, premise, source, S01 or S01E12",
        )
        return "source"

    def in_place(self, picture: PictureView) -> PictureView:
        """Return a picture as it stands in the text: folded away if it gives something away."""
        return replace(picture, fold=self.context.fold(picture.spoils))

    def knows(
        self, name: str, declared: Iterable[str], place: Location | None, what: str, hint: str
    ) -> bool:
        """Return whether an id is declared; report it where a directive names one that is not."""
        known = sorted(declared)
        if name not in known and place is not None:
            message = f"`{name}` is not {what}"
            self.report(Code.UNKNOWN_MEDIA, place, message, suggestion(name, known, otherwise=hint))
        return name in known

    def report(self, code: Code, place: Location, message: str, hint: str) -> None:
        """Note something that is wrong, with the line that it stands on."""
        self.found.append(Diagnostic(code, place, message, hint, self._excerpt(place)))

    def _citation(self, reference: Citation) -> str:
        self.check_citation(reference)
        return self.inline.cites(self.context.numbers.cite(reference.source_ids))

    def _mark(self, word: str) -> str:
        return self.inline.mark(confidence_mark(self.context.words, Confidence(word)))

    def _link(self, reference: LinkReference, file: PurePosixPath) -> str | None:
        permalink, anchor = resolve_link(
            reference.target,
            file=file,
            content=self.content,
            own=self.permalink,
            links=self.context.links,
            theory_anchor=self._theory_anchor,
        )
        if permalink == self.permalink:
            anchor = as_on_page(anchor, self.loaded.theories)
        excerpt = self._excerpt(reference.location)
        self.links.append(
            OutgoingLink(permalink, anchor, reference.target, reference.location, excerpt)
        )
        if not permalink or not anchor:
            return permalink or None
        return f"#{anchor}" if permalink == self.permalink else f"{permalink}#{anchor}"

    def _theory_anchor(self, show_slug: str, number: int, theory_slug: str) -> str:
        if show_slug != self.context.unit.slug:
            # Whether another show's theory gives something away, and hides its name, is not known.
            return "theories"
        season = self.context.unit.season(number)
        for one in season.theories if season else ():
            if one.slug == theory_slug:
                return theory_anchor(theory_slug, one.theory.value.spoils)
        return theory_anchor(theory_slug, "none")

    def _picture(self, reference: PictureReference, file: PurePosixPath) -> str:
        if not reference.alone:
            self.report(
                Code.PICTURE_IN_TEXT,
                reference.location,
                f"`{reference.file}` does not stand in a paragraph of its own",
                "put it between two empty lines, outside of headings, lists, tables and footnotes",
            )
        declared = self.loaded.media.value.images if self.loaded.media else {}
        # From the season's folder, as documented, or from a theory's, where its file stands.
        folder = file.relative_to(self.loaded.files.folder).parent
        written = {
            posixpath.normpath(reference.file),
            posixpath.normpath(posixpath.join(str(folder), reference.file)),
        }
        for image_id, image in declared.items():
            if image.file in written:
                view = self.pictures.get(image_id)
                return self.inline.picture(self.in_place(view)) if view else ""
        self.report(
            Code.UNDECLARED_PICTURE,
            reference.location,
            f"`{reference.file}` is not an image of `media.yaml`",
            "declare it there with alt text, credit and licence",
        )
        return ""

    def _heading_link(self, heading: Heading) -> str:
        return self.inline.anchor(heading.id, heading.text)

    def _note_fold(self, positions: Sequence[str]) -> tuple[str, str]:
        """Return what stands before and after a footnote that only spoilers refer to."""
        known = [one if is_position(one) else "source" for one in positions]
        # Whoever may read one of the places that refer to it may read it.
        fold = self.context.fold(least(known))
        return self.inline.note_fold(fold) if fold else ("", "")

    def _excerpt(self, place: Location) -> str:
        documents = [self.loaded.season.document]
        documents += [one.theory.document for one in self.loaded.theories]
        for document in documents:
            if document.path == place.path:
                return document.source.line(place.line)
        return ""
