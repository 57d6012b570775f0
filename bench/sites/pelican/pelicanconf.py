"""Pelican doing what seasontracker does for a reader: articles, shows, home, one feed, sitemap."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from rows import day, rows  # it lies beside this file, where Pelican does not look

SITENAME = "Bench"
SITEURL = "https://bench.example"
SITESUBTITLE = "Invented television seasons, written to measure how long a build takes."
AUTHOR = "editors"
TIMEZONE = "Europe/London"
DEFAULT_LANG = "en"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
STATIC_PATHS: list[str] = []

# A show is the folder of its seasons, which Pelican takes for their category.
USE_FOLDER_AS_CATEGORY = True
ARTICLE_URL = "shows/{show_slug}/season-{number}/"
ARTICLE_SAVE_AS = "shows/{show_slug}/season-{number}/index.html"
CATEGORY_URL = "shows/{slug}/"
CATEGORY_SAVE_AS = "shows/{slug}/index.html"
DIRECT_TEMPLATES = ["index", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
AUTHOR_SAVE_AS = TAG_SAVE_AS = ""
DEFAULT_PAGINATION = False
WITH_FUTURE_DATES = True

FEED_ALL_RSS = "feed.xml"
FEED_MAX_ITEMS = 50
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = (
    None
)

JINJA_FILTERS = {"rows": rows, "day": day}
FORMATTED_FIELDS = ["theory_1", "theory_2"]
MARKDOWN = {
    "extensions": ["attr_list", "def_list", "footnotes", "md_in_html", "smarty", "tables", "toc"],
    "extension_configs": {"toc": {"toc_depth": "2-3"}},
    "output_format": "html5",
}

# What a second build may keep: the articles as the reader returned them. Files are told apart by
# their text, so that new file times alone do not empty the cache.
CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True
CONTENT_CACHING_LAYER = "reader"
CHECK_MODIFIED_METHOD = "md5"
GZIP_CACHE = False
