"""The components that an article can place: their order, their words and their ids."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from seasontracker.models import Image, Theory, Video
from seasontracker.models.vocabulary import Component
from seasontracker.pages.markdown import DirectiveSegment, Segment
from seasontracker.pages.views.anchors import theory_anchor, wordless
from seasontracker.site.load import LoadedSeason
from seasontracker.tracking.positions import HARMLESS
from seasontracker.wording.catalogue import mark as _

DEFAULT_ORDER = tuple(one.value for one in Component)
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
"""Of those that follow the prose."""
_MORE_HEADINGS = {
    "videos": ("video", _("More videos")),
    "theories": ("theory", _("More theories")),
}
"""Of what is left where the article places some by the directive for one of them."""
EMPTY = {
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
"""What stands where a placed component has nothing to show; others then leave no trace."""
CONTAINERS = frozenset({"spoiler", "aside", "correction"})


def placed_components(segments: Sequence[Segment]) -> Iterator[str]:
    """Yield the names of the components that a text places, those within others included."""
    for segment in segments:
        if isinstance(segment, DirectiveSegment):
            yield segment.name
            yield from placed_components(segment.children)


def heading_message(name: str, placed: Collection[str]) -> str:
    """Return the heading of a component that follows a text which places others."""
    one, message = _MORE_HEADINGS.get(name, ("", ""))
    return message if one in placed else _HEADINGS[name]


def component_spoils(loaded: LoadedSeason, name: str, argument: str) -> str:
    """Return what a theory, video or picture of a season gives away, if a component is one."""
    media = loaded.media.value if loaded.media else None
    kinds: Mapping[str, Mapping[str, Theory | Video | Image]] = {
        "theory": {one.slug: one.theory.value for one in loaded.theories},
        "video": media.videos if media else {},
        "image": media.images if media else {},
    }
    found = kinds.get(name, {}).get(argument)
    return found.spoils if found else "none"


def component_anchor(name: str, argument: str, spoils: str, *, is_empty: bool) -> str:
    """Return the id of a placed component, the same whether or not there is something to show.

    `spoils` is what the theory, video or picture gives away; then its own id is not told.
    """
    if name in ("video", "image"):
        return f"{name}-{argument}" if spoils in HARMLESS else f"{name}-{wordless(argument)}"
    if name == "theory":
        # The card itself is what links lead to; the frame around it needs another id.
        anchor = theory_anchor(argument, spoils)
        return anchor if is_empty else f"{anchor}-card"
    return name
