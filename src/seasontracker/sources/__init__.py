"""From files to documents: text, YAML and front matter that know their places."""

from seasontracker.sources.discover import (
    ICON,
    ContentFiles,
    SeasonFiles,
    ShowFiles,
    SiteFiles,
    discover_content,
    discover_show,
    discover_site,
)
from seasontracker.sources.document import Document, Plain, Step
from seasontracker.sources.folder import SLUG
from seasontracker.sources.front_matter import load_front_matter
from seasontracker.sources.text import SourceText, read_text
from seasontracker.sources.yaml_text import load_yaml

__all__ = [
    "ICON",
    "SLUG",
    "ContentFiles",
    "Document",
    "Plain",
    "SeasonFiles",
    "ShowFiles",
    "SiteFiles",
    "SourceText",
    "Step",
    "discover_content",
    "discover_show",
    "discover_site",
    "load_front_matter",
    "load_yaml",
    "read_text",
]
