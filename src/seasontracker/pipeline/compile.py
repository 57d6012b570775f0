"""Compiles one show: its files become pages, a listing, and what others must check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from seasontracker.checks.rules import check_show
from seasontracker.clock import Clock
from seasontracker.diagnostics import Diagnostic
from seasontracker.exports.atom import render_feed, season_entries
from seasontracker.exports.json_ld import season_graph, show_graph
from seasontracker.media import load_picture
from seasontracker.models import SiteSettings
from seasontracker.output.publish import OutputFile
from seasontracker.pages.accent import accent_stylesheet, adjust_accent
from seasontracker.pages.assets import make_asset
from seasontracker.pages.links import OutgoingLink
from seasontracker.pages.listings import list_season, list_show
from seasontracker.pages.markdown import Prose, render_prose
from seasontracker.pages.views.article import ArticleView, PictureView, build_article, quote_view
from seasontracker.pages.views.body import BodyBuilder
from seasontracker.pages.views.citations import SourceNumbers
from seasontracker.pages.views.context import PageContext
from seasontracker.pages.views.facts import key_facts
from seasontracker.pages.views.head import Crumb, FeedLink, Head, SharePicture
from seasontracker.pages.views.hub import hub_view
from seasontracker.pages.views.timeline import update_log
from seasontracker.pipeline.pages import RenderedPage, render_page
from seasontracker.pipeline.workshop import Workshop
from seasontracker.site.listing import ListedSeason, ShowListing
from seasontracker.site.load import LoadedSeason, load_show
from seasontracker.site.permalinks import season_output, show_output
from seasontracker.site.unit import ShowUnit
from seasontracker.sources import ShowFiles
from seasontracker.tracking.changes import Change, last_significant_change, season_changes
from seasontracker.tracking.season import SeasonContent, SeasonStanding, track_season


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


@dataclass(slots=True)
class _Made:
    """What compiling has made so far."""

    found: list[Diagnostic]
    pages: list[RenderedPage] = field(default_factory=list)
    files: dict[str, OutputFile] = field(default_factory=dict)
    links: list[OutgoingLink] = field(default_factory=list)


def compile_show(workshop: Workshop, files: ShowFiles, clock: Clock) -> CompiledShow:
    """Compile a show; with errors there are findings and no pages."""
    loaded, found = load_show(workshop.project.root, files)
    if loaded is None:
        return CompiledShow(files.slug, tuple(found))
    unit = ShowUnit(loaded, workshop.settings, workshop.shared_sources)
    rules = check_show(unit)
    prose = {season.number: _season_prose(season, unit) for season in loaded.seasons}
    for season_prose in prose.values():
        for text in season_prose.values():
            found.extend(text.diagnostics)
    found = [*found, *rules]
    if any(not finding.code.is_warning for finding in found):
        return CompiledShow(files.slug, tuple(found))
    # A draft is checked like the rest, and then it is not there.
    published = tuple(one for one in loaded.seasons if not one.season.value.draft)
    unit = replace(unit, loaded=replace(loaded, seasons=published))
    loaded = unit.loaded
    clock = clock.fork()
    standings = _track(unit, clock)
    made = _Made(found)
    accent = make_asset(
        f"{unit.slug}.css", accent_stylesheet(adjust_accent(loaded.show.value.accent)).encode()
    )
    made.files[accent.output_path] = OutputFile(accent.output_path, accent.data)
    accent_url = workshop.links.path(accent.output_path)
    listed: list[ListedSeason] = []
    for season in loaded.seasons:
        pictures = _pictures(workshop, unit, season, made)
        changes = season_changes(standings[season.number], clock)
        context = _context(workshop, unit, clock)
        listed.append(
            list_season(
                context,
                standings[season.number],
                changes,
                pictures,
                _modified(season, changes, clock),
            )
        )
        _season_page(
            workshop,
            unit,
            season,
            standings,
            prose[season.number],
            changes,
            pictures,
            made,
            clock,
            accent_url,
        )
    ordered = [standings[season.number] for season in loaded.seasons]
    listing = list_show(_context(workshop, unit, clock), listed, ordered)
    if any(not finding.code.is_warning for finding in made.found):
        return CompiledShow(files.slug, tuple(made.found))
    for one in listed:
        feed = _season_feed(workshop, listing, one)
        made.files[feed.path] = feed
    _show_page(workshop, unit, listing, ordered, made, clock, accent_url)
    return CompiledShow(
        slug=files.slug,
        diagnostics=tuple(made.found),
        listing=listing,
        pages=tuple(made.pages),
        files=tuple(made.files.values()),
        links=tuple(made.links),
        valid_until=clock.valid_until,
    )


def _season_prose(season: LoadedSeason, unit: ShowUnit) -> dict[str, Prose]:
    """Render the article's prose under the empty name, and each theory's under its slug."""
    language = unit.settings.value.language
    document = season.season.document
    prose = {
        "": render_prose(
            document.body, path=document.path, first_line=document.body_line, language=language
        )
    }
    for loaded in season.theories:
        document = loaded.theory.document
        prose[loaded.slug] = render_prose(
            document.body,
            path=document.path,
            first_line=document.body_line,
            language=language,
            id_prefix=f"theory-{loaded.slug}-",
        )
    return prose


def _track(unit: ShowUnit, clock: Clock) -> dict[int, SeasonStanding]:
    standings = {}
    for season in unit.loaded.seasons:
        before = unit.season(season.number - 1)
        standings[season.number] = track_season(
            SeasonContent(
                number=season.number,
                season=season.season.value,
                claims=season.claims.value if season.claims else (),
                cast=season.cast.value if season.cast else {},
                episodes=season.episodes.value if season.episodes else (),
                videos=season.media.value.videos if season.media else {},
                theories=[(one.slug, one.theory.value) for one in season.theories],
            ),
            clock,
            unit.settings.value,
            previous_cast=before.cast.value if before and before.cast else {},
        )
    return standings


def _context(workshop: Workshop, unit: ShowUnit, clock: Clock) -> PageContext:
    return PageContext(unit, workshop.words, clock, workshop.links, SourceNumbers(unit.sources))


def _modified(season: LoadedSeason, changes: Sequence[Change], clock: Clock) -> date | None:
    """Return the last significant change, the article's first publication included."""
    days = [last_significant_change(tuple(changes))]
    published = season.season.value.published
    if clock.has_come(published):
        days.append(published)
    return max((day for day in days if day is not None), default=None)


def _pictures(
    workshop: Workshop, unit: ShowUnit, season: LoadedSeason, made: _Made
) -> dict[str, PictureView]:
    """Publish a season's declared pictures, and return what pages say about them."""
    if season.media is None:
        return {}
    views = {}
    for image_id, image in season.media.value.images.items():
        path = season.files.folder / image.file
        picture, found = load_picture(workshop.project.root, path)
        made.found.extend(found)
        if picture is None:
            continue
        name = f"{path.stem}.{picture.digest}{path.suffix}"
        output = f"shows/{unit.slug}/season-{season.number}/images/{name}"
        made.files[output] = OutputFile(output, picture.data)
        views[image_id] = PictureView(
            id=image_id,
            url=workshop.links.path(output),
            width=picture.width,
            height=picture.height,
            alt=image.alt,
            caption=image.caption or "",
            credit=image.credit,
            license=image.license,
            license_url=image.license_url or "",
        )
    return views


def _season_page(
    workshop: Workshop,
    unit: ShowUnit,
    season: LoadedSeason,
    standings: Mapping[int, SeasonStanding],
    prose: Mapping[str, Prose],
    changes: Sequence[Change],
    pictures: Mapping[str, PictureView],
    made: _Made,
    clock: Clock,
    accent_url: str,
) -> None:
    """Render a season's article; its parts are built in the order in which they stand."""
    context = _context(workshop, unit, clock)
    standing = standings[season.number]
    url = workshop.links.season(unit.slug, season.number)
    facts = key_facts(context, standing)
    quote = quote_view(context, standing)
    builder = BodyBuilder(
        context=context,
        inline=workshop.inline,
        season=standing,
        loaded=season,
        seasons=standings,
        changes=changes,
        pictures=pictures,
        theory_prose={slug: text for slug, text in prose.items() if slug},
        content=workshop.project.content,
        permalink=url,
    )
    blocks, toc, footnotes = builder.build(prose[""])
    made.found.extend(builder.found)
    made.links.extend(builder.links)
    picture = pictures.get(season.season.value.picture or "")
    article = build_article(
        context,
        standing,
        modified=_modified(season, changes, clock),
        facts=facts,
        quote=quote,
        picture=picture,
        blocks=blocks,
        toc=toc,
        footnotes_html=footnotes,
        updates=update_log(context, standing, changes),
    )
    crumbs = (
        Crumb(workshop.words.gettext("Home"), workshop.links.home),
        Crumb(article.show.title, article.show.url),
        Crumb(article.season),
    )
    head = Head(
        title=article.headline,
        share_title=article.headline,
        description=article.description,
        canonical=workshop.links.absolute(url),
        type="article",
        crumbs=crumbs,
        feeds=(
            FeedLink(f"{article.show.title}, {article.season}", article.feed),
            FeedLink(workshop.frame.title, workshop.frame.feed),
        ),
        published=_midnight(article.published.iso if article.published else "", workshop),
        modified=_midnight(article.modified.iso if article.modified else "", workshop),
        section=article.show.title,
        tags=season.season.value.tags,
        picture=_share_picture(workshop, picture),
        json_ld=season_graph(article, standing, context, crumbs),
        accent=accent_url,
        indexable=workshop.settings.value.indexable,
        scripts=("video.js",) if _has_video(article) else (),
    )
    modified = _modified(season, changes, clock)
    made.pages.append(
        render_page(
            workshop,
            "pages/season.html",
            season_output(unit.slug, season.number),
            head,
            article,
            modified=modified,
        )
    )


def _has_video(article: ArticleView) -> bool:
    def within(blocks: Sequence[object]) -> bool:
        return any(
            getattr(block, "kind", "") in ("video", "videos")
            or within(getattr(block, "children", ()))
            for block in blocks
        )

    return within(article.blocks)


def _show_page(
    workshop: Workshop,
    unit: ShowUnit,
    listing: ShowListing,
    standings: Sequence[SeasonStanding],
    made: _Made,
    clock: Clock,
    accent_url: str,
) -> None:
    context = _context(workshop, unit, clock)
    picture = None
    for season in reversed(unit.loaded.seasons):
        if season.season.value.picture and picture is None:
            views = _pictures(workshop, unit, season, _Made([]))
            picture = views.get(season.season.value.picture)
    hub = hub_view(context, listing, standings, picture)
    words, links = workshop.words, workshop.links
    crumbs = (Crumb(words.gettext("Home"), links.home), Crumb(hub.title))
    feeds = [
        FeedLink(f"{hub.title}, {season.name}", links.season_feed(unit.slug, season.number))
        for season in reversed(listing.seasons)
    ]
    title = words.gettext("%(show)s: all seasons and what is known of them") % {"show": hub.title}
    head = Head(
        title=title,
        share_title=title,
        description=hub.summary,
        canonical=links.absolute(links.show(unit.slug)),
        type="website",
        crumbs=crumbs,
        feeds=(*feeds, FeedLink(workshop.frame.title, workshop.frame.feed)),
        picture=_share_picture(workshop, picture),
        json_ld=show_graph(hub, listing, standings, context, crumbs),
        accent=accent_url,
        indexable=workshop.settings.value.indexable,
    )
    made.pages.append(
        render_page(
            workshop,
            "pages/show.html",
            show_output(unit.slug),
            head,
            hub,
            modified=listing.modified,
        )
    )


def _season_feed(workshop: Workshop, listing: ShowListing, season: ListedSeason) -> OutputFile:
    links, settings = workshop.links, workshop.settings.value
    entries = season_entries(listing, season, links, settings)
    path = f"shows/{listing.slug}/season-{season.number}/feed.xml"
    data = render_feed(
        feed_id=feed_id(settings, f"{listing.slug}/season-{season.number}"),
        title=f"{listing.title}, {season.name} \N{EN DASH} {settings.title}",
        self_url=links.absolute(links.path(path)),
        page_url=links.absolute(links.season(listing.slug, season.number)),
        entries=entries,
        settings=settings,
        updated=season.modified or season.published,
    )
    return OutputFile(path, data)


def feed_id(settings: SiteSettings, name: str) -> str:
    """Return a feed's id, a tag URI (RFC 4151) that outlives a change of addresses."""
    host = settings.root.split("://", 1)[1].split("/", 1)[0].split(":", 1)[0]
    return f"tag:{host},2026:{name}"


def _share_picture(workshop: Workshop, picture: PictureView | None) -> SharePicture | None:
    """Return the picture for link previews; services that show them read no SVG."""
    if picture is None or picture.url.endswith(".svg"):
        return None
    url = workshop.links.absolute(picture.url)
    return SharePicture(url, picture.width, picture.height, picture.alt)


def _midnight(day: str, workshop: Workshop) -> str:
    """Return a day as its first instant in the site's zone (ISO 8601 with offset)."""
    if not day:
        return ""

    moment = datetime.fromisoformat(day).replace(tzinfo=workshop.settings.value.zone)
    return moment.isoformat()
