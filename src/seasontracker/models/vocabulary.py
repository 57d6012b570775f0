"""The closed vocabularies that editors choose words from."""

from __future__ import annotations

from enum import Enum


class Word(Enum):
    """A word of a closed vocabulary; words of two vocabularies never equal one another."""

    def __str__(self) -> str:
        return str(self.value)

    # That of an Enum is the hash of its name, asked for in Python; each word is there only once.
    __hash__ = object.__hash__


class Renewal(Word):
    """What has been decided about making a season."""

    UNDECIDED = "undecided"
    ORDERED = "ordered"
    RENEWED = "renewed"
    RENEWED_FINAL = "renewed-final"
    CANCELLED = "cancelled"
    CONCLUDED = "concluded"
    REVIVED = "revived"
    MOVED = "moved"


class Production(Word):
    """How far the making of a season has come, in order but for the words that end or stop it."""

    ANNOUNCED = "announced"
    DEVELOPMENT = "development"
    WRITING = "writing"
    PRE_PRODUCTION = "pre-production"
    FILMING = "filming"
    PAUSED = "paused"
    WRAPPED = "wrapped"
    POST_PRODUCTION = "post-production"
    COMPLETED = "completed"
    ABANDONED = "abandoned"


class Pattern(Word):
    """How a season's episodes come out."""

    ALL_AT_ONCE = "all-at-once"
    WEEKLY = "weekly"
    BATCH = "batch"
    DAILY = "daily"


class Confidence(Word):
    """Who stands behind a claim, from the maker down to a guess."""

    OFFICIAL = "official"
    ON_RECORD = "on-record"
    REPORTED = "reported"
    LISTING = "listing"
    RUMOUR = "rumour"
    SPECULATION = "speculation"

    @property
    def rank(self) -> int:
        """The height at which a claim may replace another; 0 is the highest."""
        return _RANKS[self]


_RANKS = {
    Confidence.OFFICIAL: 0,
    Confidence.ON_RECORD: 1,
    Confidence.REPORTED: 1,
    Confidence.LISTING: 1,
    Confidence.RUMOUR: 2,
    Confidence.SPECULATION: 3,
}


class CastStatus(Word):
    """Whether a character's part in a season is known."""

    RETURNING = "returning"
    EXPECTED = "expected"
    NEW = "new"
    PROMOTED = "promoted"
    RECAST = "recast"
    GUEST = "guest"
    DEPARTING = "departing"
    NOT_RETURNING = "not-returning"
    UNKNOWN = "unknown"


class Billing(Word):
    """How a part is credited on screen."""

    MAIN = "main"
    RECURRING = "recurring"
    GUEST = "guest"
    CAMEO = "cameo"
    VOICE = "voice"


class FateState(Word):
    """What has become of a character when a season ends."""

    ALIVE = "alive"
    DEAD = "dead"
    MISSING = "missing"
    TRANSFORMED = "transformed"
    UNKNOWN = "unknown"


class TheoryState(Word):
    """How a fan theory stands."""

    OPEN = "open"
    SUPPORTED = "supported"
    CONTESTED = "contested"
    CONFIRMED = "confirmed"
    PARTLY_CONFIRMED = "partly-confirmed"
    DEBUNKED = "debunked"
    MOOT = "moot"


class Bears(Word):
    """Which way a piece of evidence points."""

    FOR = "for"
    AGAINST = "against"
    NEUTRAL = "neutral"


class EvidenceKind(Word):
    """Where a piece of evidence comes from."""

    ON_SCREEN = "on-screen"
    INTERVIEW = "interview"
    SOURCE_MATERIAL = "source-material"
    MARKETING = "marketing"
    OFFICIAL = "official"


class OfferType(Word):
    """What watching costs."""

    SUBSCRIPTION = "subscription"
    FREE = "free"
    ADS = "ads"
    RENT = "rent"
    BUY = "buy"
    BROADCAST = "broadcast"


class SourceTier(Word):
    """What kind of publisher a source is, strongest first."""

    OFFICIAL = "official"
    TRADE = "trade"
    PRESS = "press"
    REFERENCE = "reference"
    FAN = "fan"


class NetworkKind(Word):
    """TVmaze's distinction: a channel of one country, or a service on the web."""

    NETWORK = "network"
    WEB_CHANNEL = "web-channel"


class ShowType(Word):
    """TMDB's types of a series."""

    SCRIPTED = "scripted"
    MINISERIES = "miniseries"
    REALITY = "reality"
    DOCUMENTARY = "documentary"
    NEWS = "news"
    TALK_SHOW = "talk-show"
    VIDEO = "video"


class EpisodeType(Word):
    """Trakt's types of an episode."""

    STANDARD = "standard"
    SERIES_PREMIERE = "series-premiere"
    SEASON_PREMIERE = "season-premiere"
    MID_SEASON_FINALE = "mid-season-finale"
    MID_SEASON_PREMIERE = "mid-season-premiere"
    SEASON_FINALE = "season-finale"
    SERIES_FINALE = "series-finale"
    SPECIAL = "special"


class VideoKind(Word):
    """What a video is."""

    ANNOUNCEMENT = "announcement"
    TEASER = "teaser"
    TRAILER = "trailer"
    CLIP = "clip"
    FEATURETTE = "featurette"
    INTERVIEW = "interview"


class VideoProvider(Word):
    """Where a video is played."""

    YOUTUBE = "youtube"


class SpoilerDefault(Word):
    """What a site takes readers to have watched who have not told."""

    NOTHING = "nothing"
    EARLIER_SEASONS = "earlier-seasons"
    EVERYTHING = "everything"


class Component(Word):
    """What follows the prose of an article unless it is placed or hidden, in this order."""

    SYNOPSIS = "synopsis"
    VIDEOS = "videos"
    DATES = "dates"
    TIMELINE = "timeline"
    CAST = "cast"
    EPISODES = "episodes"
    WHERE_TO_WATCH = "where-to-watch"
    THEORIES = "theories"


class CrewRole(Word):
    """What somebody behind the camera does."""

    CREATOR = "creator"
    SHOWRUNNER = "showrunner"
    DIRECTOR = "director"
    WRITER = "writer"
    PRODUCER = "producer"
    EXECUTIVE_PRODUCER = "executive-producer"
    COMPOSER = "composer"


class HostName(Word):
    """A place that a site can be put on, and whose own files are written for it."""

    NETLIFY = "netlify"
    CLOUDFLARE_PAGES = "cloudflare-pages"
    GITHUB_PAGES = "github-pages"
    S3 = "s3"
    NGINX = "nginx"
