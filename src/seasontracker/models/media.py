"""Videos, images and offers of a season, in `media.yaml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from seasontracker.models.base import (
    ContentModel,
    Count,
    Day,
    Language,
    Region,
    Several,
    Slug,
    Spoils,
    Text,
    Url,
    When,
    Whole,
    matching,
)
from seasontracker.models.licenses import license_address
from seasontracker.models.vocabulary import Confidence, OfferType, VideoKind, VideoProvider

VideoId = Annotated[
    str,
    matching(
        r"[A-Za-z0-9_-]{11}",
        "bad_video_id",
        "a YouTube video id",
        "write the eleven characters after `watch?v=`",
    ),
]
PicturePath = Annotated[
    str,
    matching(
        r"images/[A-Za-z0-9][A-Za-z0-9._-]*\.(?:svg|png|jpe?g|webp|avif|gif)",
        "bad_value",
        "a picture of this season",
        "write it as `images/name.svg`",
    ),
]


class Video(ContentModel):
    """A video that a page links to and plays on a click."""

    noun = "a video"

    title: Text
    video_id: VideoId
    provider: VideoProvider = VideoProvider.YOUTUBE
    kind: VideoKind
    published: Day
    channel: Text | None = None
    language: Language = "en"
    duration: Annotated[Whole, Field(ge=1)] | None = None
    """Seconds."""
    season: Count | None = None
    """The season that it shows, when that is not this one."""
    description: Text | None = None
    poster: Slug | None = None
    """The id of the image that stands for it until it is played; unless given, the article's."""
    confidence: Confidence = Confidence.OFFICIAL
    source: Several[Slug] = ()
    spoils: Spoils = "none"


class Image(ContentModel):
    """A picture in the season's `images` folder."""

    noun = "an image"

    file: PicturePath
    alt: Text
    caption: Text | None = None
    credit: Text
    license: Text
    """An SPDX identifier, or words."""
    license_url: Url | None = None
    """Where the licence can be read, unless its identifier says so."""
    acquire_url: Url | None = None
    """Where a licence can be had."""
    spoils: Spoils = "none"

    @property
    def license_address(self) -> str | None:
        """Where the licence can be read."""
        return self.license_url or license_address(self.license)


class Offer(ContentModel):
    """A place to watch."""

    noun = "an offer"

    provider: Text
    type: OfferType
    region: Several[Region] = ("*",)
    """ISO 3166-1 codes; `*` is everywhere."""
    url: Url | None = None
    season: Count | None = None
    """The season that can be watched there, when that is not this one."""
    starts: When | None = None
    ends: When | None = None
    checked: Day | None = None
    note: Text | None = None
    source: Several[Slug] = ()


class Media(ContentModel):
    """A season's `media.yaml`."""

    noun = "the season's media"

    videos: dict[Slug, Video] = Field(default_factory=dict)
    images: dict[Slug, Image] = Field(default_factory=dict)
    offers: tuple[Offer, ...] = ()
