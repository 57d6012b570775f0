"""What an editor may write, as frozen values."""

from seasontracker.models.cast import (
    CastClaim,
    CastEntry,
    CastRegister,
    Character,
    Fate,
    Person,
)
from seasontracker.models.checks import Limits
from seasontracker.models.claim import AXES, Claim
from seasontracker.models.episode import Episode, EpisodeMove
from seasontracker.models.media import Image, Media, Offer, Video
from seasontracker.models.season import KeyFact, Quote, Revision, Season, Synopsis
from seasontracker.models.show import CrewMember, ExternalIds, Network, Show, SourceMaterial
from seasontracker.models.site import Author, Publisher, SiteSettings
from seasontracker.models.source import Source
from seasontracker.models.theory import Evidence, Theory, Verdict
from seasontracker.models.validate import Located, validate

__all__ = [
    "AXES",
    "Author",
    "CastClaim",
    "CastEntry",
    "CastRegister",
    "Character",
    "Claim",
    "CrewMember",
    "Episode",
    "EpisodeMove",
    "Evidence",
    "ExternalIds",
    "Fate",
    "Image",
    "KeyFact",
    "Limits",
    "Located",
    "Media",
    "Network",
    "Offer",
    "Person",
    "Publisher",
    "Quote",
    "Revision",
    "Season",
    "Show",
    "SiteSettings",
    "Source",
    "SourceMaterial",
    "Synopsis",
    "Theory",
    "Verdict",
    "Video",
    "validate",
]
