"""The body of an article: prose with its components where the editor placed them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from seasontracker.diagnostics import Code, Diagnostic, Location
from seasontracker.diagnostics.suggest import suggestion
from seasontracker.models.vocabulary import CastStatus, Confidence
from seasontracker.pages.inline import Inline
from seasontracker.pages.links import OutgoingLink, resolve_link
from seasontracker.pages.markdown import (
    Citation,
    DirectiveSegment,
    Heading,
    HtmlSegment,
    LinkReference,
    PictureReference,
    Prose,
    Segment,
    fill,
)
from seasontracker.pages.views.article import (
    Block,
    PictureView,
    TocEntry,
    VideoView,
    date_history,
    quote_view,
    synopsis_view,
)
from seasontracker.pages.views.cast import cast_groups
from seasontracker.pages.views.context import PageContext, is_folded
from seasontracker.pages.views.episodes import episode_list
from seasontracker.pages.views.facts import key_facts
from seasontracker.pages.views.marks import confidence_mark, day_moment
from seasontracker.pages.views.offers import offer_groups
from seasontracker.pages.views.theories import TheoryCard, theory_card
from seasontracker.pages.views.timeline import timeline
from seasontracker.site.load import LoadedSeason
from seasontracker.tracking.changes import Change
from seasontracker.tracking.season import SeasonStanding
from seasontracker.wording.catalogue import mark as _
from seasontracker.wording.labels import label

DEFAULT_ORDER = (
    "synopsis",
    "videos",
    "dates",
    "timeline",
    "cast",
    "episodes",
    "where-to-watch",
    "theories",
)
"""The components that follow the prose when the article does not place them."""

_HEADINGS = {
    "synopsis": _("What it is about"),
    "videos": _("Videos"),
    "dates": _("How the date moved"),
    "timeline": _("Timeline"),
    "cast": _("Cast"),
    "episodes": _("Episodes"),
    "where-to-watch": _("Where to watch"),
    "theories": _("Theories, weighed"),
}
_EMPTY = {
    "dates": _("No release window has been named."),
    "timeline": _("Nothing has been said yet."),
    "cast": _("Nobody has been named yet."),
    "episodes": _("The episodes have not been announced."),
    "where-to-watch": _("Nobody offers it yet."),
    "theories": _("No theory is being weighed."),
    "synopsis": _("Nothing official has been said about the story."),
    "video": _("The video has not been published."),
    "theory": _("Nobody has proposed it yet."),
}


@dataclass(frozen=True, slots=True)
class TheoryBody:
    """A theory's card and the argument below it."""

    card: TheoryCard
    blocks: tuple[Block, ...]
    footnotes_html: str


@dataclass(slots=True)
class BodyBuilder:
    """Builds an article's blocks in the order of the page, so that sources are numbered so."""

    context: PageContext
    inline: Inline
    season: SeasonStanding
    loaded: LoadedSeason
    seasons: Mapping[int, SeasonStanding]
    changes: Sequence[Change]
    pictures: Mapping[str, PictureView]
    theory_prose: Mapping[str, Prose]
    content: PurePosixPath
    """The content folder, from which links between files are resolved."""
    permalink: str
    found: list[Diagnostic] = field(default_factory=list)
    links: list[OutgoingLink] = field(default_factory=list)
    _placed: set[str] = field(default_factory=set)
    _anchors: set[str] = field(default_factory=set)

    def build(self, prose: Prose) -> tuple[tuple[Block, ...], tuple[TocEntry, ...], str]:
        """Return the article's blocks, its table of contents, and its footnotes."""
        self._anchors |= {heading.id for heading in prose.headings}
        self._note_placed(prose.segments)
        blocks = list(self._blocks(prose.segments, self.loaded.files.index))
        toc = [
            TocEntry(heading.id, heading.text)
            for heading in prose.headings
            if heading.level == 2 and not is_folded(heading.spoils or "none", self.season.number)
        ]
        hidden = set(self.season.season.hide)
        for name in DEFAULT_ORDER:
            if name in self._placed or name in hidden:
                continue
            block = self._component(name, "", None)
            if block is not None and block.kind != "empty":
                heading = self.context.words.gettext(_HEADINGS[name])
                block = Block(block.kind, name, heading, block.html, block.body, block.argument)
                blocks.append(block)
                toc.append(TocEntry(name, heading))
        footnotes = self._fill(prose.footnotes_html, self.loaded.files.index)
        return tuple(blocks), tuple(toc), footnotes

    def _note_placed(self, segments: Sequence[Segment]) -> None:
        for segment in segments:
            if isinstance(segment, DirectiveSegment):
                # One video or theory in its place stands for them all.
                together = {"video": "videos", "theory": "theories"}
                self._placed.add(together.get(segment.name, segment.name))
                self._note_placed(segment.children)

    def _blocks(self, segments: Sequence[Segment], file: PurePosixPath) -> list[Block]:
        blocks = []
        for segment in segments:
            if isinstance(segment, HtmlSegment):
                html = self._fill(segment.html, file)
                if html.strip():
                    blocks.append(Block("prose", html=html))
            else:
                block = self._directive(segment, file)
                if block is not None:
                    blocks.append(block)
        return blocks

    def _directive(self, segment: DirectiveSegment, file: PurePosixPath) -> Block | None:
        if segment.name in ("spoiler", "aside", "correction"):
            children = tuple(self._blocks(segment.children, file))
            return Block(segment.name, argument=segment.argument, children=children)
        block = self._component(segment.name, segment.argument, segment.location)
        if block is None:
            return None
        # A heading of the prose may already be the component's anchor.
        anchor = block.id or segment.name
        taken = anchor in self._anchors
        self._anchors.add(anchor)
        return Block(
            block.kind, "" if taken else anchor, "", block.html, block.body, block.argument
        )

    def _component(self, name: str, argument: str, place: Location | None) -> Block | None:
        builders: dict[str, Callable[[str, Location | None], Any]] = {
            "synopsis": lambda *_: synopsis_view(self.context, self.season),
            "quote": lambda *_: quote_view(self.context, self.season),
            "facts": lambda *_: key_facts(self.context, self.season),
            "dates": lambda *_: date_history(self.context, self.season),
            "timeline": lambda *_: timeline(self.context, self.season, self.changes),
            "cast": self._cast,
            "episodes": self._episodes,
            "where-to-watch": lambda *_: offer_groups(
                self.context,
                self.loaded.media.value.offers if self.loaded.media else (),
                self.season.number,
            ),
            "theories": lambda *_: tuple(self._theory_body(slug) for slug in self.season.theories),
            "theory": self._theory,
            "videos": lambda *_: tuple(
                self._video_view(video_id)
                for video_id, video in self.season.videos.items()
                if video.season in (None, self.season.number)
            ),
            "video": self._video,
            "image": self._image,
        }
        if name not in builders:
            return None  # sources, updates and follow always end the page
        before = len(self.found)
        body = builders[name](argument, place)
        if not body:
            if len(self.found) > before or name not in _EMPTY:
                return None
            return Block("empty", html=self.context.words.gettext(_EMPTY[name]))
        anchor = {"video": f"video-{argument}", "image": f"image-{argument}"}.get(name, "")
        if name == "theory":
            anchor = f"theory-{argument}-card"
        return Block(name, id=anchor, body=body, argument=argument)

    def _cast(self, argument: str, place: Location | None) -> Any:
        only = argument.replace(",", " ").split()
        known = {part.character_id for part in self.season.cast} | {
            status.value for status in CastStatus
        }
        declared = self.loaded.cast.value if self.loaded.cast else {}
        for word in only:
            if word not in known and word not in declared and place is not None:
                self._report(
                    Code.UNKNOWN_CHARACTER,
                    place,
                    f"`{word}` is neither a status nor a character of this season",
                    suggestion(word, known | set(declared)),
                )
        return cast_groups(self.context, self.season, only)

    def _episodes(self, argument: str, place: Location | None) -> Any:
        number = self.season.number
        if argument:
            if not argument.isdigit() or int(argument) not in self.seasons:
                if place is not None:
                    known = ", ".join(str(one) for one in sorted(self.seasons))
                    self._report(
                        Code.DIRECTIVE_ARGUMENT,
                        place,
                        f"`{argument}` is not the number of a season of this show",
                        f"one of: {known}",
                    )
                return None
            number = int(argument)
        return episode_list(self.context, self.seasons[number], self.season.number)

    def _theory(self, argument: str, place: Location | None) -> Any:
        slugs = [loaded.slug for loaded in self.loaded.theories]
        if argument not in slugs:
            if place is not None:
                self._report(
                    Code.UNKNOWN_MEDIA,
                    place,
                    f"`{argument}` is not a theory of this season",
                    suggestion(argument, slugs, otherwise=f"add `theories/{argument}.md`"),
                )
            return None
        return self._theory_body(argument) if argument in self.season.theories else None

    def _theory_body(self, slug: str) -> TheoryBody:
        card = theory_card(self.context, self.season, slug, self.season.theories[slug])
        prose = self.theory_prose.get(slug)
        file = self.loaded.files.folder / "theories" / f"{slug}.md"
        blocks = tuple(self._blocks(prose.segments, file)) if prose else ()
        footnotes = self._fill(prose.footnotes_html, file) if prose else ""
        return TheoryBody(card, blocks, footnotes)

    def _video(self, argument: str, place: Location | None) -> Any:
        declared = self.loaded.media.value.videos if self.loaded.media else {}
        if argument not in declared:
            if place is not None:
                self._report(
                    Code.UNKNOWN_MEDIA,
                    place,
                    f"`{argument}` is not a video of `media.yaml`",
                    suggestion(argument, declared, otherwise="add it under `videos:`"),
                )
            return None
        return self._video_view(argument) if argument in self.season.videos else None

    def _video_view(self, video_id: str) -> VideoView:
        video = self.season.videos[video_id]
        picture = self.season.season.picture
        return VideoView(
            id=video_id,
            title=video.title,
            url=f"https://www.youtube.com/watch?v={video.video_id}",
            video_id=video.video_id,
            kind=label(self.context.words, video.kind),
            channel=video.channel or "",
            published=day_moment(self.context.words, video.published),
            language=video.language,
            description=video.description or "",
            cites=self.context.numbers.cite(video.source),
            poster=self.pictures.get(video.poster or picture or ""),
            folded=is_folded(video.spoils, self.season.number),
        )

    def _image(self, argument: str, place: Location | None) -> Any:
        declared = self.loaded.media.value.images if self.loaded.media else {}
        if argument not in declared:
            if place is not None:
                self._report(
                    Code.UNKNOWN_MEDIA,
                    place,
                    f"`{argument}` is not an image of `media.yaml`",
                    suggestion(argument, declared, otherwise="add it under `images:`"),
                )
            return None
        return self.pictures.get(argument)

    def _fill(self, html: str, file: PurePosixPath) -> str:
        words = self.context.words

        def citation(reference: Citation) -> str:
            for source_id in reference.source_ids:
                if source_id not in self.context.numbers.sources:
                    self._report(
                        Code.UNKNOWN_SOURCE,
                        reference.location,
                        f"`{source_id}` is not in `sources.yaml`",
                        suggestion(
                            source_id,
                            self.context.numbers.sources,
                            otherwise="add the source, or correct the id",
                        ),
                    )
            return self.inline.cites(self.context.numbers.cite(reference.source_ids))

        def link(reference: LinkReference) -> str | None:
            permalink, anchor = resolve_link(
                reference.target,
                file=file,
                content=self.content,
                own=self.permalink,
                links=self.context.links,
            )
            excerpt = self._line(reference.location)
            outgoing = OutgoingLink(
                permalink, anchor, reference.target, reference.location, excerpt
            )
            self.links.append(outgoing)
            shown = "" if permalink == self.permalink and anchor else permalink
            return f"{shown}#{anchor}" if anchor else shown or None

        def picture(reference: PictureReference) -> str:
            declared = self.loaded.media.value.images if self.loaded.media else {}
            for image_id, image in declared.items():
                if image.file == reference.file.removeprefix("./"):
                    view = self.pictures.get(image_id)
                    return self.inline.picture(view) if view else ""
            self._report(
                Code.UNDECLARED_PICTURE,
                reference.location,
                f"`{reference.file}` is not an image of `media.yaml`",
                "declare it there with alt text, credit and licence",
            )
            return ""

        def heading_link(heading: Heading) -> str:
            return self.inline.anchor(heading.id, heading.text)

        return fill(
            html,
            citation=citation,
            mark=lambda word: self.inline.mark(confidence_mark(words, Confidence(word))),
            link=link,
            picture=picture,
            heading_link=heading_link,
        )

    def _line(self, location: Location) -> str:
        documents = [self.loaded.season.document]
        documents += [one.theory.document for one in self.loaded.theories]
        for document in documents:
            if document.path == location.path:
                return document.source.line(location.line)
        return ""

    def _report(self, code: Code, place: Location, message: str, hint: str) -> None:
        self.found.append(Diagnostic(code, place, message, hint, self._line(place)))
