"""Where every page and file of the site stands."""

from __future__ import annotations

from msgspec import Struct

from seasontracker.models import SiteSettings

FEED = "feed.xml"
JSON_FEED = "feed.json"
DATES = "calendar.ics"
WINDOWS = "windows.ics"
SITEMAP = "sitemap.xml"
NEWS_SITEMAP = "news-sitemap.xml"
WEB_MANIFEST = "site.webmanifest"
FEED_STYLE = "feed.css"
"""Shows people what a feed is; its name is always the same, as feeds outlive style sheets."""


class Permalinks(Struct, frozen=True):
    """The site's paths, each from the root of its host, and their absolute forms.

    Paths start with the site's own prefix, so that a site below `/tracker` works, and so does the
    404 page, which a host shows at any depth.
    """

    root: str
    """The site's address without a slash at its end."""
    prefix: str

    @classmethod
    def of(cls, settings: SiteSettings) -> Permalinks:
        return cls(settings.root, settings.path_prefix)

    def path(self, output_path: str) -> str:
        """Return the path of a file of the output; `index.html` is left out."""
        return f"{self.prefix}/{output_path.removesuffix('index.html')}"

    def absolute(self, path: str) -> str:
        """Return a path of this site with its scheme and host."""
        return self.root + path.removeprefix(self.prefix)

    def file(self, output_path: str) -> str:
        """Return the absolute address of a file of the output."""
        return f"{self.root}/{output_path}"

    @property
    def home(self) -> str:
        return self.path("index.html")

    @property
    def shows(self) -> str:
        return self.path("shows/index.html")

    @property
    def calendar(self) -> str:
        return self.path("calendar/index.html")

    def calendar_list(self, name: str) -> str:
        return self.path(f"calendar/{name}/index.html")

    @property
    def scorecard(self) -> str:
        return self.path("scorecard/index.html")

    @property
    def theories(self) -> str:
        return self.path("theories/index.html")

    def network(self, slug: str) -> str:
        """Return the page of a network, by its `network_slug`."""
        return self.path(f"networks/{slug}/index.html")

    @property
    def people(self) -> str:
        return self.path("people/index.html")

    def person(self, person: str) -> str:
        """Return the page of somebody who plays in several seasons, by their id."""
        return self.path(f"people/{person}/index.html")

    def theories_of(self, state: str) -> str:
        return self.path(f"theories/{state}/index.html")

    @property
    def feed(self) -> str:
        return beside(self.home, FEED)

    @property
    def sitemap(self) -> str:
        return self.path(SITEMAP)

    def show(self, slug: str) -> str:
        return self.path(f"shows/{slug}/index.html")

    def season(self, slug: str, number: int) -> str:
        return self.path(f"shows/{slug}/season-{number}/index.html")

    def season_feed(self, slug: str, number: int) -> str:
        return beside(self.season(slug, number), FEED)

    def output_path(self, path: str) -> str:
        """Return where a file with this path is written, below the output folder."""
        return path.removeprefix(f"{self.prefix}/")


def beside(page: str, name: str) -> str:
    """Return the address of a file in the folder of a page, both as paths or both absolute."""
    return f"{page}{name}"


def show_output(slug: str) -> str:
    """Return where a show's hub is written, below the output folder."""
    return f"shows/{slug}/index.html"


def season_output(slug: str, number: int) -> str:
    """Return where a season's article is written, below the output folder."""
    return f"shows/{slug}/season-{number}/index.html"
