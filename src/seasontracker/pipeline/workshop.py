"""What making any show's pages needs, made once a process.

The *workshop* is what compiling sees. Templates and assets stand at the *press*, where compiled
pages become HTML, so that when they change, pages are printed again from what was compiled before.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from seasontracker.exports.hosts.policy import content_security_policy
from seasontracker.models import Located, SiteSettings, Source
from seasontracker.models.vocabulary import HostName
from seasontracker.pages.assets import Asset, Assets, load_assets
from seasontracker.pages.environment import Environment, make_environment
from seasontracker.pages.inline import Inline, load_inline
from seasontracker.pages.views.follow import follow_links
from seasontracker.pages.views.head import AssetLink, NavLink, SiteFrame, icon_links, legend
from seasontracker.project import Project
from seasontracker.site.permalinks import Permalinks
from seasontracker.site.shared_sources import SharedSources
from seasontracker.wording.catalogue import Words, load_words


class Workshop(Struct, frozen=True):
    """What compiling any show of a site needs.

    Of templates that is `inline` alone, which `Frame.content` knows.
    """

    project: Project
    settings: Located[SiteSettings]
    shared_sources: SharedSources
    words: Words
    links: Permalinks
    inline: Inline
    frame: SiteFrame
    preview: bool = False
    """Whether what is not there for readers is shown, and marked."""
    is_alone: bool = True
    """Whether the site has one show, so that there is none to be related to it."""


class Press(Struct, frozen=True):
    """What makes compiled pages into HTML."""

    workshop: Workshop
    environment: Environment
    assets: Assets


def open_press(
    project: Project,
    settings: Located[SiteSettings],
    shared_sources: dict[str, Source],
    *,
    salt: str = "",
    preview: bool = False,
    is_alone: bool = True,
) -> Press:
    """Load words, templates and assets; raises what Jinja and the catalogue raise.

    `salt` says with which code and words templates are compiled, so that they can be kept.
    """
    words = load_words(settings.value.language, project.root / "locale")
    links = Permalinks.of(settings.value)
    environment = make_environment(
        project.package_templates,
        project.templates,
        words,
        salt=salt and f"{salt} {settings.value.language}",
    )
    assets = load_assets(project.package_templates, project.templates)

    def asset(name: str) -> AssetLink:
        return asset_link(links, assets.by_name[name])

    environment.globals["asset"] = asset
    workshop = Workshop(
        project=project,
        settings=settings,
        shared_sources=SharedSources(shared_sources),
        words=words,
        links=links,
        inline=load_inline(environment),
        frame=_frame(settings.value, words, links),
        preview=preview,
        is_alone=is_alone,
    )
    return Press(workshop, environment, assets)


def asset_link(links: Permalinks, asset: Asset) -> AssetLink:
    """Return an asset's address and integrity."""
    return AssetLink(links.path(asset.output_path), asset.integrity)


def _frame(settings: SiteSettings, words: Words, links: Permalinks) -> SiteFrame:
    locale: Any = words.locale
    return SiteFrame(
        title=settings.title,
        short_title=settings.short_title or settings.title,
        tagline=settings.tagline or "",
        description=settings.description or "",
        language=settings.language,
        direction="rtl" if locale.text_direction == "rtl" else "ltr",
        open_graph_locale=_open_graph_locale(settings.language, locale),
        icons=icon_links(links),
        home=links.home,
        nav=(
            NavLink(words.gettext("Calendar"), links.calendar),
            NavLink(words.gettext("Scorecard"), links.scorecard),
            NavLink(words.gettext("Theories"), links.theories),
        ),
        shows=links.shows,
        calendar=links.calendar,
        follow=follow_links(words, links, links.home, settings.title, has_calendars=True),
        legend=legend(words),
        publisher=settings.publisher.name if settings.publisher else settings.title,
        publisher_url=(settings.publisher.url or "") if settings.publisher else "",
        policy=content_security_policy(is_meta=True)
        if HostName.GITHUB_PAGES in settings.hosts
        else "",
    )


def _open_graph_locale(language: str, locale: Any) -> str:
    """Return `language_TERRITORY`, the form that Open Graph knows."""
    return f"{locale.language}_{locale.territory}" if locale.territory else language
