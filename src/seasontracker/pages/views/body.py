"""The body of an article: prose with its components where the editor placed them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from seasontracker.diagnostics import Code, Diagnostic, Location
from seasontracker.diagnostics.suggest import suggestion
from seasontracker.models.vocabulary import CastStatus
from seasontracker.pages.inline import Inline
from seasontracker.pages.links import OutgoingLink
from seasontracker.pages.markdown import DirectiveSegment, Heading, HtmlSegment, Prose, Segment
from seasontracker.pages.views.anchors import PageIds, possible_anchors
from seasontracker.pages.views.article import (
    Block,
    PictureView,
    TocEntry,
    VideoView,
    quote_view,
    synopsis_view,
)
from seasontracker.pages.views.cast import cast_groups
from seasontracker.pages.views.components import (
    CONTAINERS,
    DEFAULT_ORDER,
    EMPTY,
    component_anchor,
    component_spoils,
    heading_message,
    placed_components,
)
from seasontracker.pages.views.context import PageContext
from seasontracker.pages.views.episodes import episode_list
from seasontracker.pages.views.facts import key_facts
from seasontracker.pages.views.filling import ProseFiller
from seasontracker.pages.views.offers import offer_groups
from seasontracker.pages.views.theories import TheoryCard, theory_card
from seasontracker.pages.views.timeline import timeline
from seasontracker.pages.views.videos import video_view
from seasontracker.pages.views.windows import date_history
from seasontracker.site.load import LoadedSeason
from seasontracker.tracking.changes import Change
from seasontracker.tracking.positions import HARMLESS
from seasontracker.tracking.season import SeasonStanding


class TheoryBody(Struct, frozen=True):
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
    _filler: ProseFiller = field(init=False)
    _ids: PageIds = field(default_factory=PageIds)
    _placed: set[str] = field(default_factory=set)
    """The components that the article places itself."""
    _shown: set[tuple[str, str]] = field(default_factory=set)
    """The videos and theories that are on the page; a theory stands there once."""

    def __post_init__(self) -> None:
        self._filler = ProseFiller(
            self.context, self.inline, self.loaded, self.pictures, self.content, self.permalink
        )

    @property
    def found(self) -> list[Diagnostic]:
        """What is wrong with the article."""
        return self._filler.found

    @property
    def links(self) -> list[OutgoingLink]:
        """The article's links to pages of the site."""
        return self._filler.links

    @property
    def possible_anchors(self) -> frozenset[str]:
        """Ids that the page has on other days than this."""
        placed = self._placed | ({"theories"} if "theory" in self._placed else set())
        hidden = self.season.season.hidden - placed
        shown = [name for name in DEFAULT_ORDER if name not in hidden]
        return possible_anchors(self.loaded, self.theory_prose, shown)

    def build(self, prose: Prose) -> tuple[tuple[Block, ...], tuple[TocEntry, ...], str]:
        """Return the article's blocks, its table of contents, and its footnotes."""
        for text in (prose, *self.theory_prose.values()):
            self._ids.reserve(heading.id for heading in text.headings)
        self._placed.update(placed_components(prose.segments))
        blocks = self._blocks(prose.segments, self.loaded.files.index)
        toc = [
            TocEntry(heading.id, heading.text)
            for heading in prose.headings
            if heading.level == 2 and self._is_open(heading)
        ]
        for block in self._remaining():
            blocks.append(block)
            toc.append(TocEntry(block.id, block.heading))
        footnotes = self._filler.fill(prose.footnotes_html, self.loaded.files.index)
        self._check_the_rest()
        return tuple(blocks), tuple(toc), footnotes

    def _is_open(self, heading: Heading) -> bool:
        spoils = heading.spoils or "none"
        return spoils in HARMLESS

    def _remaining(self) -> Iterable[Block]:
        """Yield the components that the article neither places nor hides, unless empty."""
        for name in DEFAULT_ORDER:
            if name in self._placed or name in self.season.season.hidden:
                continue
            block = self._component(name, "", None)
            if block is not None and block.kind != "empty":
                heading = self.context.words.gettext(heading_message(name, self._placed))
                yield replace(block, id=self._ids.free(name), heading=heading)

    def _check_the_rest(self) -> None:
        """Look at theories that are not on today's page, lest a later day finds mistakes."""
        for slug, prose in self.theory_prose.items():
            if ("theory", slug) not in self._shown:
                for citation in prose.citations:
                    self._filler.check_citation(citation)

    def _blocks(self, segments: Sequence[Segment], file: PurePosixPath) -> list[Block]:
        blocks = []
        for segment in segments:
            if isinstance(segment, HtmlSegment):
                html = self._filler.fill(segment.html, file)
                if html.strip():
                    blocks.append(Block("prose", html=html))
            else:
                block = self._directive(segment, file)
                if block is not None:
                    blocks.append(block)
        return blocks

    def _directive(self, segment: DirectiveSegment, file: PurePosixPath) -> Block | None:
        if segment.name in CONTAINERS:
            position = self._filler.position_of(segment) if segment.name == "spoiler" else "none"
            fold = self.context.fold(position)
            with self.context.folds.within(position):
                children = tuple(self._blocks(segment.children, file))
            return Block(segment.name, argument=segment.argument, children=children, fold=fold)
        block = self._component(segment.name, segment.argument, segment.location)
        if block is None:
            return None
        # A heading of the prose may already be the component's anchor.
        spoils = component_spoils(self.loaded, segment.name, segment.argument)
        is_empty = block.kind == "empty"
        anchor = component_anchor(segment.name, segment.argument, spoils, is_empty=is_empty)
        if block.kind == "theory" and "theories" not in self._placed and self._ids.take("theories"):
            anchor = "theories"  # where links to all of them lead, the board's among them
        elif not self._ids.take(anchor):
            anchor = ""
        return replace(block, id=anchor)

    def _component(self, name: str, argument: str, place: Location | None) -> Block | None:
        context, season = self.context, self.season
        media = self.loaded.media.value if self.loaded.media else None
        builders: dict[str, Callable[[str, Location | None], Any]] = {
            "synopsis": lambda *_: synopsis_view(context, season),
            "quote": lambda *_: quote_view(context, season),
            "facts": lambda *_: key_facts(context, season),
            "dates": lambda *_: date_history(context, season),
            "timeline": lambda *_: timeline(context, season, self.changes),
            "cast": self._cast,
            "episodes": self._episodes,
            "where-to-watch": lambda *_: offer_groups(
                context, media.offers if media else (), season.number, self.seasons
            ),
            "theories": lambda *_: self._theories(),
            "theory": self._theory,
            "videos": lambda *_: self._videos(),
            "video": self._video,
            "image": self._image,
        }
        if name not in builders:
            return None  # sources, updates and follow always end the page
        if name == "theory" and ("theory", argument) in self._shown:
            return None
        before = len(self.found)
        body = builders[name](argument, place)
        if body:
            return Block(name, body=body, argument=argument)
        if len(self.found) > before or name not in EMPTY:
            return None
        if name == "theories" and self.season.theories:
            return None  # each of them stands elsewhere on the page
        return Block("empty", html=context.words.gettext(EMPTY[name]), argument=argument)

    def _cast(self, argument: str, place: Location | None) -> Any:
        only = argument.replace(",", " ").split()
        known = {status.value for status in CastStatus}
        known |= set(self.loaded.cast.value if self.loaded.cast else {})
        for word in only:
            if word not in known and place is not None:
                self._filler.report(
                    Code.UNKNOWN_CHARACTER,
                    place,
                    f"`{word}` is neither a status nor a character of this season",
                    suggestion(word, sorted(known)),
                )
        return cast_groups(self.context, self.season, only)

    def _episodes(self, argument: str, place: Location | None) -> Any:
        numbers = {str(number): number for number in sorted(self.seasons)}
        number = numbers.get(argument) if argument else self.season.number
        if number is None:
            if place is not None:
                self._filler.report(
                    Code.DIRECTIVE_ARGUMENT,
                    place,
                    f"`{argument}` is not the number of a season of this show",
                    f"one of: {', '.join(numbers)}",
                )
            return None
        return episode_list(self.context, self.seasons[number])

    def _theories(self) -> tuple[TheoryBody, ...]:
        # Asked one by one, since the argument of one may place another.
        return tuple(
            self._theory_body(slug)
            for slug in self.season.theories
            if ("theory", slug) not in self._shown
        )

    def _theory(self, argument: str, place: Location | None) -> Any:
        declared = [loaded.slug for loaded in self.loaded.theories]
        otherwise = f"add `theories/{argument}.md`"
        if not self._filler.knows(argument, declared, place, "a theory of this season", otherwise):
            return None
        return self._theory_body(argument) if argument in self.season.theories else None

    def _theory_body(self, slug: str) -> TheoryBody:
        # Noted first, since an argument may place theories, this one among them.
        self._shown.add(("theory", slug))
        standing = self.season.theories[slug]
        card = theory_card(self.context, slug, standing, self._ids)
        prose = self.theory_prose.get(slug)
        file = self.loaded.files.folder / "theories" / f"{slug}.md"
        with self.context.folds.within(standing.theory.spoils):
            blocks = tuple(self._blocks(prose.segments, file)) if prose else ()
            footnotes = self._filler.fill(prose.footnotes_html, file) if prose else ""
        return TheoryBody(card, blocks, footnotes)

    def _videos(self) -> tuple[VideoView, ...]:
        own = [
            video_id
            for video_id, video in self.season.videos.items()
            if video.season in (None, self.season.number)
        ]
        return tuple(self._shown_video(one) for one in own if ("video", one) not in self._shown)

    def _video(self, argument: str, place: Location | None) -> Any:
        declared = self.loaded.media.value.videos if self.loaded.media else {}
        what, otherwise = "a video of `media.yaml`", "add it under `videos:`"
        if not self._filler.knows(argument, declared, place, what, otherwise):
            return None
        return self._shown_video(argument) if argument in self.season.videos else None

    def _shown_video(self, video_id: str) -> VideoView:
        self._shown.add(("video", video_id))
        return video_view(self.context, self.season, self.pictures, video_id)

    def _image(self, argument: str, place: Location | None) -> Any:
        declared = self.loaded.media.value.images if self.loaded.media else {}
        what, otherwise = "an image of `media.yaml`", "add it under `images:`"
        if not self._filler.knows(argument, declared, place, what, otherwise):
            return None
        picture = self.pictures.get(argument)
        return self._filler.in_place(picture) if picture else None
