"""Social cards: what each page's says, and drawing it unless it was drawn before."""

from __future__ import annotations

from pathlib import PurePosixPath

from msgspec import Struct

from seasontracker.media.card import HEIGHT, WIDTH, Card, compose_card
from seasontracker.media.drawing import DrawingError, draw_png
from seasontracker.media.typesetting import PLAIN, can_set
from seasontracker.models.vocabulary import Confidence
from seasontracker.output.publish import OutputFile
from seasontracker.pages.accent import adjust_accent
from seasontracker.pages.views.head import SharePicture
from seasontracker.pages.views.marks import confidence_mark
from seasontracker.pipeline.desk import ShowDesk
from seasontracker.pipeline.pictures import PictureShelf
from seasontracker.pipeline.workshop import Workshop
from seasontracker.site.listing import ListedSeason, ShowListing
from seasontracker.site.permalinks import season_output, show_output

SITE_ACCENT = "#a32a1c"
"""`--accent-light` of templates/assets/css/02-tokens.css."""
_DIGITS = 10
_FOLDER = "assets/cards"
"""Among what hosts let be kept for good; by a name alone, some of them cannot tell."""


class SocialCard(Struct, frozen=True):
    """A card as a page names it, and its file."""

    picture: SharePicture
    file: OutputFile


def season_card(desk: ShowDesk, season: ListedSeason, shelf: PictureShelf) -> SocialCard | None:
    """Return the card of a season's article."""
    show = desk.unit.loaded.show.value
    kicker = _kicker(season.name, show.original_title)
    card = _told(desk, season, show.title, kicker)
    return social_card(desk.workshop, card, season_output(desk.unit.slug, season.number), shelf)


def show_card(desk: ShowDesk, listing: ShowListing, shelf: PictureShelf) -> SocialCard | None:
    """Return the card of a show, which says what is known of its newest season."""
    kicker = _kicker(listing.network, listing.original_title)
    card = _told(desk, listing.latest, listing.title, kicker)
    return social_card(desk.workshop, card, show_output(listing.slug), shelf)


def site_card(
    workshop: Workshop, title: str, text: str, output_path: str, shelf: PictureShelf
) -> SocialCard | None:
    """Return the card of a page about several shows."""
    frame = workshop.frame
    site = frame.title if frame.title != title else ""
    card = Card(site, title, SITE_ACCENT, answer=text, is_right_to_left=frame.direction == "rtl")
    return social_card(workshop, card, output_path, shelf)


def social_card(
    workshop: Workshop, card: Card, output_path: str, shelf: PictureShelf
) -> SocialCard | None:
    """Return a page's card; None if there is none or it cannot be drawn."""
    drawing = compose_card(card) if workshop.settings.value.social_cards else None
    if drawing is None:
        return None
    key = f"{drawing.digest}.png"
    data = shelf.find(key)
    if data is None and shelf.makes:
        try:
            data = draw_png(drawing.svg, drawing.fonts, width=WIDTH)
        except DrawingError:
            return None
        shelf.keep(key, data)
    path = f"{_FOLDER}/{_name(output_path)}.{drawing.digest[:_DIGITS]}.png"
    url = workshop.links.absolute(workshop.links.path(path))
    said = ". ".join(filter(None, (card.title, card.kicker, card.answer)))
    return SocialCard(SharePicture(url, WIDTH, HEIGHT, said), OutputFile(path, data or b""))


def _kicker(*parts: str | None) -> str:
    """Return what stands above the title, without what the fonts do not have."""
    return " \N{MIDDLE DOT} ".join(part for part in parts if part and can_set(part, PLAIN))


def _told(desk: ShowDesk, season: ListedSeason | None, title: str, kicker: str) -> Card:
    confidence = season.answer_confidence if season else None
    mark = confidence_mark(desk.workshop.words, confidence or Confidence.REPORTED)
    return Card(
        site=desk.workshop.frame.title,
        title=title,
        accent=adjust_accent(desk.unit.loaded.show.value.accent).light,
        kicker=kicker,
        answer=season.answer if season else "",
        certainty=mark.key if confidence else "",
        badge=mark.word if confidence else "",
        is_right_to_left=desk.workshop.frame.direction == "rtl",
    )


def _name(output_path: str) -> str:
    """Return a page's place without its file: `shows/1899/season-1`, `index` for the first page."""
    folder = str(PurePosixPath(output_path).parent)
    return "index" if folder == "." else folder
