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
        "abcdefghijk",
    ),
]
PicturePath = Annotated[
    str,
    matching(
        r"images/[A-Za-z0-9][A-Za-z0-9._-]*\.(?:svg|png|jpe?g|webp|avif|gif)",
        "bad_value",
        "a picture of this season",
        "write it as `images/name.svg`",
        "images/roof.svg",
    ),
]


class Video(ContentModel):
    """A video that a page links to and plays on a click."""

    noun = "a video"

    title: Text
    """Such as `Season 2 announcement`."""
    video_id: VideoId
    """The eleven characters in its address. Such as `abcdefghijk`."""
    provider: VideoProvider = VideoProvider.YOUTUBE
    """Where it is shown."""
    kind: VideoKind
    """What it is."""
    published: Day
    """When it came out."""
    channel: Text | None = None
    """Who put it there. Such as `Netflix K-Content`."""
    language: Language = "en"
    """The language spoken in it."""
    duration: Annotated[Whole, Field(ge=1)] | None = None
    """Seconds."""
    season: Count | None = None
    """The season that it shows, when that is not this one."""
    description: Text | None = None
    """What it shows. Such as `Four of the leads, back at school.`"""
    poster: Slug | None = None
    """The id of the image that stands for it until it is played; unless given, the article's."""
    confidence: Confidence = Confidence.OFFICIAL
    """Who stands behind it."""
    source: Several[Slug] = ()
    """Ids of sources that speak of it."""
    spoils: Spoils = "none"
    """How far one must have watched to see it."""


class Image(ContentModel):
    """A picture in the season's `images` folder."""

    noun = "an image"

    file: PicturePath
    """Its place in the season's folder. Such as `images/roof.svg`."""
    alt: Text
    """What it shows, for those who do not see it. Such as `A school roof at night.`"""
    caption: Text | None = None
    """A line beneath it. Such as `The roof of Hyosan High.`"""
    credit: Text
    """Who made it. Such as `Kim Doe`."""
    license: Text
    """An SPDX identifier, or words. Such as `CC-BY-4.0`."""
    license_url: Url | None = None
    """Where the licence can be read, unless its identifier says so."""
    acquire_url: Url | None = None
    """Where a licence can be had."""
    spoils: Spoils = "none"
    """How far one must have watched to see it."""

    @property
    def license_address(self) -> str | None:
        """Where the licence can be read."""
        return self.license_url or license_address(self.license)


class Offer(ContentModel):
    """A place to watch."""

    noun = "an offer"

    provider: Text
    """Such as `Netflix`."""
    type: OfferType
    """On what terms."""
    region: Several[Region] = ("*",)
    """ISO 3166-1 codes; `*` is everywhere."""
    url: Url | None = None
    """Its page there."""
    season: Count | None = None
    """The season that can be watched there, when that is not this one."""
    starts: When | None = None
    """From when."""
    ends: When | None = None
    """Until when."""
    checked: Day | None = None
    """When somebody last looked."""
    note: Text | None = None
    """A sentence on it. Such as `With a film pass.`"""
    source: Several[Slug] = ()
    """Ids of sources that say so."""


class Media(ContentModel):
    """A season's `media.yaml`."""

    noun = "the season's media"

    videos: dict[Slug, Video] = Field(default_factory=dict)
    """By id; `::: video` names one."""
    images: dict[Slug, Image] = Field(default_factory=dict)
    """By id; `::: image` names one."""
    offers: tuple[Offer, ...] = ()
    """Where it can be watched."""
