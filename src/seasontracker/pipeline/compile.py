"""Compiles one show: its files become contents of pages, a listing, and what others must check."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from seasontracker.checks.passages import ShowTexts, show_texts
from seasontracker.checks.rules import check_show, check_texts, check_tracked
from seasontracker.checks.ruling import Ruling, rule_on
from seasontracker.checks.sources_used import named_rows
from seasontracker.checks.statistics import claim_rows
from seasontracker.clock import Clock
from seasontracker.diagnostics import Diagnostic, Severity
from seasontracker.output.publish import OutputFile
from seasontracker.pages.accent import accent_stylesheet, adjust_accent
from seasontracker.pages.assets import make_asset
from seasontracker.pages.links import OutgoingLink
from seasontracker.pages.listings import list_show
from seasontracker.pages.markdown import Prose
from seasontracker.pages.views.people import people_with_pages, person_rows
from seasontracker.pages.views.related import related_rows
from seasontracker.pipeline.cards import season_card, show_card
from seasontracker.pipeline.data_files import show_files
from seasontracker.pipeline.desk import SeasonDesk, ShowDesk, lay_out_season, season_prose
from seasontracker.pipeline.follow import follow_show
from seasontracker.pipeline.lists import show_lists
from seasontracker.pipeline.pages import PageContent
from seasontracker.pipeline.people_checks import person_places
from seasontracker.pipeline.pictures import PictureShelf, load_pictures
from seasontracker.pipeline.season_page import season_page
from seasontracker.pipeline.show_id_checks import show_id_row
from seasontracker.pipeline.show_page import show_page
from seasontracker.pipeline.texts import TextShelf
from seasontracker.pipeline.tracked import tracked_show
from seasontracker.pipeline.workshop import Workshop, asset_link
from seasontracker.rows import ListRow
from seasontracker.site.listing import ShowListing
from seasontracker.site.load import load_show
from seasontracker.site.shared_sources import SharedSources
from seasontracker.site.sources_asked import SourcesAsked
from seasontracker.site.unit import ShowUnit
from seasontracker.site.visibility import absences, visible_part
from seasontracker.sources import ShowFiles, discover_show
from seasontracker.tracking.season import SeasonStanding


class CompiledShow(Struct, frozen=True):
    """What a show's folder became."""

    slug: str
    diagnostics: tuple[Diagnostic, ...]
    listing: ShowListing | None = None
    pages: tuple[PageContent, ...] = ()
    """With errors, those that there would be, so that what they link to can be checked."""
    files: tuple[OutputFile, ...] = ()
    """Pictures, feeds and the show's colours."""
    links: tuple[OutgoingLink, ...] = ()
    rows: tuple[ListRow, ...] = ()
    """What the show puts into the site's lists."""
    holds_from: int | None = None
    """The first time at which the same would come out; None when any earlier time would do."""
    holds_until: int | None = None
    """The time at which the show's output is due; None when it never is."""
    seasons: int = 0
    sources: SourcesAsked = SourcesAsked()
    """What it wanted to know of the site's sources."""
    is_absent: bool = False
    """Whether nothing of the show is there for readers."""

    @property
    def is_complete(self) -> bool:
        """Whether this is all there is to be of the show; else errors stood in the way."""
        return self.listing is not None or self.is_absent


def compile_show(
    workshop: Workshop, slug: str, clock: Clock, shelf: TextShelf, pictures: PictureShelf
) -> CompiledShow:
    """Compile a show; with errors there are findings and no listing."""
    files, found = discover_show(workshop.project.root, workshop.project.content, slug)
    if files is None:
        return CompiledShow(slug, tuple(found))
    shared = workshop.shared_sources.watched()
    compiled = _compile_files(workshop, files, shared, clock, shelf, pictures, found)
    return replace(compiled, seasons=len(files.seasons), sources=shared.asked)


def _compile_files(
    workshop: Workshop,
    files: ShowFiles,
    shared: SharedSources,
    clock: Clock,
    shelf: TextShelf,
    pictures: PictureShelf,
    found: list[Diagnostic],
) -> CompiledShow:
    loaded, problems = load_show(workshop.project.root, files)
    found += problems
    if loaded is None:
        return CompiledShow(files.slug, tuple(found))
    unit = ShowUnit(loaded, workshop.settings, shared)
    compiled = _compile_loaded(workshop, unit, clock, shelf, pictures, found)
    if not compiled.is_complete:
        return compiled
    # About the files as they are, with all that is not there for readers.
    return replace(
        compiled, rows=(*compiled.rows, show_id_row(unit), *named_rows(unit), *claim_rows(unit))
    )


def _compile_loaded(
    workshop: Workshop,
    unit: ShowUnit,
    clock: Clock,
    shelf: TextShelf,
    pictures: PictureShelf,
    found: list[Diagnostic],
) -> CompiledShow:
    loaded = unit.loaded
    ruling, texts = rule_on(unit), show_texts(unit)
    found = [*found, *ruling.complaints, *check_show(unit), *check_texts(texts)]
    language = workshop.settings.value.language
    prose = {season.number: season_prose(season, language, shelf) for season in loaded.seasons}
    for rendered in prose.values():
        found += [finding for text in rendered.values() for finding in text.diagnostics]
    found = ruling.apply(found)
    if has_errors(found) and not loaded.is_whole:
        return CompiledShow(unit.slug, tuple(found))
    if has_errors(found):
        return _look_on(workshop, unit, prose, clock, pictures, found, ruling, texts)
    clock = clock.fork()
    if workshop.preview:
        return _compile_unit(workshop, unit, prose, clock, pictures, found, ruling, texts)
    if any(True for _ in absences(loaded, clock.fork())):
        # What is not there yet must not be found to be wrong on the day on which it will be.
        found = list(
            _compile_unit(
                workshop, unit, prose, clock.fork(), pictures, found, ruling, texts
            ).diagnostics
        )
        if has_errors(found):
            return CompiledShow(unit.slug, tuple(found))
    visible = visible_part(loaded, clock)
    if visible is not None:
        return _compile_unit(
            workshop, replace(unit, loaded=visible), prose, clock, pictures, found, ruling, texts
        )
    return CompiledShow(
        slug=unit.slug,
        diagnostics=tuple(found),
        holds_from=clock.holds_from,
        holds_until=clock.holds_until,
        is_absent=True,
    )


def _look_on(
    workshop: Workshop,
    unit: ShowUnit,
    prose: Mapping[int, Mapping[str, Prose]],
    clock: Clock,
    pictures: PictureShelf,
    found: list[Diagnostic],
    ruling: Ruling,
    texts: ShowTexts,
) -> CompiledShow:
    """Look for what else is wrong with a show that has errors; it will have no pages."""
    try:
        further = _compile_unit(workshop, unit, prose, clock.fork(), pictures, found, ruling, texts)
    except (LookupError, ValueError, AssertionError):
        # Something that is broken stands in the way, and has been reported.
        return CompiledShow(unit.slug, tuple(found))
    return replace(further, listing=None, files=())


def _compile_unit(
    workshop: Workshop,
    unit: ShowUnit,
    prose: Mapping[int, Mapping[str, Prose]],
    clock: Clock,
    shelf: PictureShelf,
    found: list[Diagnostic],
    ruling: Ruling,
    texts: ShowTexts,
) -> CompiledShow:
    loaded = unit.loaded
    pictures = []
    for season in loaded.seasons:
        shown, problems = load_pictures(workshop, unit.slug, season, shelf)
        pictures.append(shown)
        found += problems
    tones = {tone for shown in pictures for tone in shown.tones}
    sheet = accent_stylesheet(adjust_accent(loaded.show.value.accent), tones)
    accent = make_asset(f"shows/{unit.slug}.css", sheet.encode())
    desk = ShowDesk(workshop, unit, clock, asset_link(workshop.links, accent))
    seasons: list[SeasonDesk] = []
    standings: dict[int, SeasonStanding] = {}
    for season, shown in zip(loaded.seasons, pictures, strict=True):
        before = standings.get(season.number - 1)
        laid_out = lay_out_season(desk, season, prose[season.number], shown.views, before)
        seasons.append(laid_out)
        standings[season.number] = laid_out.standing
    found += check_tracked(tracked_show(desk, seasons, texts))
    files = [OutputFile(accent.output_path, accent.data)]
    files += [file for shown in pictures for file in shown.files]
    return _compile_pages(desk, seasons, found, ruling, files, shelf)


def _compile_pages(
    desk: ShowDesk,
    seasons: list[SeasonDesk],
    found: list[Diagnostic],
    ruling: Ruling,
    files: list[OutputFile],
    shelf: PictureShelf,
) -> CompiledShow:
    standings = {season.loaded.number: season.standing for season in seasons}
    people = people_with_pages(desk.unit.characters, list(standings.values()))
    desk = replace(desk, people_with_pages=people)
    listed = [season.listed for season in seasons]
    listing = list_show(desk.context(), listed, list(standings.values()))
    following = follow_show(desk, listing, seasons)
    cards = [season_card(desk, season.listed, shelf) for season in seasons]
    articles = [
        season_page(
            desk,
            season,
            standings,
            card.picture if card else None,
            following.seasons[season.loaded.number],
        )
        for season, card in zip(seasons, cards, strict=True)
    ]
    found = ruling.apply([*found, *(finding for one in articles for finding in one.found)])
    links = tuple(link for article in articles for link in article.links)
    if has_errors(found):
        pages = tuple(article.page for article in articles)
        return CompiledShow(desk.unit.slug, tuple(found), pages=pages, links=links)
    cards.append(hub_card := show_card(desk, listing, shelf))
    files = [*files, *(card.file for card in cards if card), *following.files]
    files += show_files(desk, listing, seasons)
    hub = show_page(desk, listing, seasons, hub_card.picture if hub_card else None, following.show)
    pages = (*(article.page for article in articles), hub)
    found += ruling.useless_silences()
    rows = (
        *show_lists(desk.workshop, desk.clock, desk.unit, listing, pages),
        *following.rows,
        *person_rows(desk.context(), listing, list(standings.values())),
        *related_rows(
            listing,
            desk.unit.loaded.show.value.genres,
            list(standings.values()),
            desk.unit.characters,
            desk.unit.people,
        ),
        *person_places(desk.unit, desk.workshop.links.show(listing.slug)),
    )
    return CompiledShow(
        slug=desk.unit.slug,
        diagnostics=tuple(found),
        listing=listing,
        pages=pages,
        files=tuple(files),
        links=links,
        rows=rows,
        holds_from=desk.clock.holds_from,
        holds_until=desk.clock.holds_until,
    )


def has_errors(found: Iterable[Diagnostic]) -> bool:
    """Return whether some of what was found stops a build."""
    return any(finding.severity is Severity.ERROR for finding in found)
