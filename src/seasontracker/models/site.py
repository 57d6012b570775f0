"""What an editor sets for the whole site, in `site.yaml`."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from pydantic import BeforeValidator, Field

from seasontracker.diagnostics import quoted
from seasontracker.diagnostics.suggest import suggestion
from seasontracker.models.address import RedirectTarget, SitePath
from seasontracker.models.base import (
    ContentModel,
    Flag,
    Language,
    Several,
    Slug,
    Text,
    Url,
    matching,
    refusal,
)
from seasontracker.models.checks import CheckLevels, Limits
from seasontracker.models.vocabulary import HostName, SpoilerDefault


def _zone(value: Any) -> Any:
    if isinstance(value, str):
        name = value.strip()
        try:
            # Lower-case names such as `localtime` mean something else on each machine.
            known = name[:1].isupper() and ZoneInfo(name) is not None
        except (ZoneInfoNotFoundError, ValueError, OSError):
            known = False
        if not known:
            zones = [zone for zone in available_timezones() if zone[0].isupper()]
            hint = suggestion(name, zones, otherwise="write one such as `Europe/London`")
            raise refusal("bad_value", f"{quoted(value)} is not a time zone", hint)
    return value


def _base_url(value: Any) -> Any:
    if isinstance(value, str) and (set("?#") & set(value)):
        raise refusal("bad_url", f"{quoted(value)} has a query or a fragment", "leave out `?`, `#`")
    return value


class Author(ContentModel):
    """Somebody who writes for the site."""

    noun = "an author"

    name: Text
    """Such as `Kim Doe`."""
    url: Url | None = None
    """A page about them."""
    role: Text | None = None
    """Such as `Television editor`."""


class Publisher(ContentModel):
    """Who publishes the site."""

    noun = "a publisher"

    name: Text
    """Such as `Pencilled In`."""
    url: Url | None = None
    """Its own page."""


class SiteSettings(ContentModel):
    """The settings of a site."""

    noun = "the site"

    title: Text
    """The site's name. Such as `Pencilled In`."""
    short_title: Text | None = None
    """The name beneath its icon on a home screen, where a dozen letters fit; unless given, the
    title. Such as `Pencilled`."""
    base_url: Annotated[Url, BeforeValidator(_base_url)]
    """Where the site will stand, with a path if it is not at the root of its host."""
    id: (
        Annotated[
            str,
            matching(
                r"[a-z0-9]+(?:[.-][a-z0-9]+)*(?:/[A-Za-z0-9._~-]+)*",
                "bad_value",
                "a site's id",
                "write the host that the site has or had, and a path below it if need be",
                "example.org",
            ),
        ]
        | None
    ) = None
    """What feeds and calendars know the site by; unless given, the host and path of `base_url`.
    Write the old ones here when the site moves. Such as `example.org/en`."""
    description: Text | None = None
    """A sentence for search results. Such as `Release dates, and how sure they are.`"""
    tagline: Text | None = None
    """A few words beside the site's name on the home page. Such as
    `Dates, and how firm they are`."""
    language: Language = "en"
    """The language the site is written in."""
    timezone: Annotated[Text, BeforeValidator(_zone)] = "UTC"
    """The zone whose midnight begins the site's day. Such as `Europe/London`."""
    publisher: Publisher | None = None
    """Who answers for the site."""
    authors: dict[Slug, Author] = Field(default_factory=dict)
    """Everybody who writes for it, by id."""
    indexable: Flag = True
    """Whether search engines may list the site."""
    social_cards: Flag = True
    """Whether each page gets a picture for link previews, drawn from its title and short answer."""
    humans: Flag = False
    """Whether `humans.txt` names authors and publisher."""
    indexnow_key: (
        Annotated[
            str,
            matching(
                r"[A-Za-z0-9-]{8,128}",
                "bad_value",
                "an IndexNow key",
                "write 8 to 128 letters, digits and hyphens",
                "0123456789abcdef",
            ),
        ]
        | None
    ) = None
    """The key that is published as `<key>.txt`, by which IndexNow knows that you own the site."""
    quick_prose: Flag = True
    """Whether plain paragraphs may be rendered without Python-Markdown, which takes longer."""
    hosts: Several[HostName] = ()
    """Where the site is put; each gets its own files of headers and redirects."""
    redirects: dict[SitePath, RedirectTarget] = Field(default_factory=dict)
    """Where old addresses lead that are no show's and no season's: `/old/: /calendar/`."""
    precompress: Flag = False
    """Whether `.br` and `.gz` files are written beside what is text, for hosts that send those."""
    checks: CheckLevels = Field(default_factory=dict)
    """How much a finding matters, by its code or name: error, warning or off."""
    limits: Limits = Limits()
    """The numbers that checks go by."""

    spoilers: SpoilerDefault = SpoilerDefault.EARLIER_SEASONS
    """What readers are taken to have watched who do not say; the rest is folded away."""

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def root(self) -> str:
        """The site's address without a slash at its end."""
        return self.base_url.rstrip("/")

    @property
    def identity(self) -> tuple[str, str]:
        """A host and a path, empty or such as `/tracker`, that tell the site from all others."""
        if self.id is not None:
            host, slash, path = self.id.partition("/")
            return host, slash + path
        return urlsplit(self.root).hostname or "", self.path_prefix

    @property
    def path_prefix(self) -> str:
        """The path of the site's address: empty, or such as `/tracker`."""
        return urlsplit(self.root).path
