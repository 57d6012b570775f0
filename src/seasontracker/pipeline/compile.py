"""Compiles one show: its files become pages, a listing, and what others must check."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from seasontracker.checks.rules import check_show
from seasontracker.clock import Clock
from seasontracker.diagnostics import Diagnostic
from seasontracker.output.publish import OutputFile
from seasontracker.pages.accent import accent_stylesheet, adjust_accent
from seasontracker.pages.assets import make_asset
from seasontracker.pages.links import OutgoingLink
from seasontracker.pages.listings import list_show
from seasontracker.pipeline.desk import SeasonDesk, ShowDesk, lay_out_season, season_prose
from seasontracker.pipeline.pages import RenderedPage
from seasontracker.pipeline.season_page import season_feed, season_page
from seasontracker.pipeline.show_page import show_page
from seasontracker.pipeline.workshop import Workshop
from seasontracker.site.listing import ShowListing
from seasontracker.site.load import load_show
from seasontracker.site.unit import ShowUnit
from seasontracker.sources import ShowFiles


@dataclass(frozen=True, slots=True)
class CompiledShow:
    """What a show's folder became."""

    slug: str
    diagnostics: tuple[Diagnostic, ...]
    listing: ShowListing | None = None
    pages: tuple[RenderedPage, ...] = ()
    files: tuple[OutputFile, ...] = ()
    """Pictures, feeds and the show's colours."""
    links: tuple[OutgoingLink, ...] = ()
    valid_until: date | None = None
    """The day on which the show's output is due; None when it never is."""


def compile_show(workshop: Workshop, files: ShowFiles, clock: Clock) -> CompiledShow:
    """Compile a show; with errors there are findings and no pages."""
    loaded, found = load_show(workshop.project.root, files)
    if loaded is None:
        return CompiledShow(files.slug, tuple(found))
    unit = ShowUnit(loaded, workshop.settings, workshop.shared_sources)
    found = [*found, *check_show(unit)]
    language = workshop.settings.value.language
    prose = {season.number: season_prose(season, language) for season in loaded.seasons}
    for texts in prose.values():
        found += [finding for text in texts.values() for finding in text.diagnostics]
    if _has_errors(found):
        return CompiledShow(files.slug, tuple(found))
    # A draft is checked like the rest, and then it is not there.
    published = tuple(one for one in loaded.seasons if not one.season.value.draft)
    unit = replace(unit, loaded=replace(loaded, seasons=published))
    sheet = accent_stylesheet(adjust_accent(loaded.show.value.accent))
    accent = make_asset(f"{unit.slug}.css", sheet.encode())
    accent_url = workshop.links.path(accent.output_path)
    desk = ShowDesk(workshop, unit, clock.fork(), accent_url)
    seasons: list[SeasonDesk] = []
    for season in published:
        laid_out, problems = lay_out_season(desk, season, prose[season.number])
        seasons.append(laid_out)
        found += problems
    return _render(desk, seasons, found, OutputFile(accent.output_path, accent.data))


def _render(
    desk: ShowDesk, seasons: list[SeasonDesk], found: list[Diagnostic], accent: OutputFile
) -> CompiledShow:
    standings = {season.loaded.number: season.standing for season in seasons}
    articles = [season_page(desk, season, standings) for season in seasons]
    found = [*found, *(finding for article in articles for finding in article.found)]
    if _has_errors(found):
        return CompiledShow(desk.unit.slug, tuple(found))
    listed = [season.listed for season in seasons]
    listing = list_show(desk.context(), listed, list(standings.values()))
    files = [accent, *(file for season in seasons for file in season.files)]
    files += [season_feed(desk, listing, season) for season in listed]
    hub = show_page(desk, listing, seasons)
    return CompiledShow(
        slug=desk.unit.slug,
        diagnostics=tuple(found),
        listing=listing,
        pages=(*(article.page for article in articles), hub),
        files=tuple(files),
        links=tuple(link for article in articles for link in article.links),
        valid_until=desk.clock.valid_until,
    )


def _has_errors(found: Iterable[Diagnostic]) -> bool:
    return any(not finding.code.is_warning for finding in found)
