"""Where else a show or a person is described, by the ids that editors give."""

from __future__ import annotations

from collections.abc import Mapping

from seasontracker.models import ExternalIds

_SHOW: Mapping[str, str] = {
    "imdb": "https://www.imdb.com/title/{}/",
    "tmdb": "https://www.themoviedb.org/tv/{}",
    # TheTVDB's addresses have slugs; this one leads from an id to them.
    "thetvdb": "https://thetvdb.com/dereferrer/series/{}",
    "trakt": "https://trakt.tv/shows/{}",
    "tvmaze": "https://www.tvmaze.com/shows/{}",
    "wikidata": "https://www.wikidata.org/wiki/{}",
}
_PERSON: Mapping[str, str] = {
    "imdb": "https://www.imdb.com/name/{}/",
    "tmdb": "https://www.themoviedb.org/person/{}",
    "thetvdb": "https://thetvdb.com/dereferrer/people/{}",
    "trakt": "https://trakt.tv/people/{}",
    "tvmaze": "https://www.tvmaze.com/people/{}",
    "wikidata": "https://www.wikidata.org/wiki/{}",
}


def show_addresses(ids: ExternalIds) -> list[str]:
    """Return where else a show is described."""
    return _addresses(ids, _SHOW, imdb="tt")


def person_addresses(ids: ExternalIds) -> list[str]:
    """Return where else a person is described."""
    return _addresses(ids, _PERSON, imdb="nm")


def _addresses(ids: ExternalIds, patterns: Mapping[str, str], *, imdb: str) -> list[str]:
    found = []
    for name, pattern in patterns.items():
        value = getattr(ids, name)
        # IMDb's ids say what they are of, and an address of the wrong kind leads nowhere.
        if value and (name != "imdb" or value.startswith(imdb)):
            found.append(pattern.format(value))
    return found
