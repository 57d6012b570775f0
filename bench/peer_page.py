"""What a page of Hugo or Pelican is written from: the same facts with their references resolved.

The peers have no registers of people and sources and no log to compute from, so that their editors
write on the page what seasontracker looks up or works out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import cast as as_type

from facts import Keys, Season, Show, Value

_CITATION = re.compile(r"\[(@[^]]+)\]")
_MARK = re.compile(r"\[!([a-z-]+)\]")
_LANGUAGE = re.compile(r"\[([^]]+)\]\{lang=([a-z-]+)\}")
_SHOW_LINK = re.compile(r"\]\(show:([a-z0-9-]+)/season-(\d+)\)")
_FILE_LINK = re.compile(r"\]\(\.\./season-(\d+)/index\.md\)")
_COMPONENT = re.compile(r"^::: .*\n\n?", re.MULTILINE)
_AXES = ("renewal", "production", "release", "episode_order", "pattern")


def peer_page(show: Show, season: Season) -> Keys:
    """Return the front matter of a season's page; `peer_body` gives its prose."""
    numbers = {name: place for place, name in enumerate(season.sources, 1)}
    front, network = season.front_matter, keys(show.keys["network"])
    slug = show.outline.slug
    return {
        "title": front["headline"],
        "show": show.outline.title,
        "show_slug": slug,
        "number": season.number,
        "deck": front["deck"],
        "description": front["description"],
        "author": front["authors"],
        "date": front["published"],
        "lastmod": keys(items(front["revisions"])[-1])["date"],
        "tags": front["tags"],
        "state": season.fate.value,
        "release": season.first_day.isoformat(),
        "network": network["name"],
        "genres": show.keys["genres"],
        "language": show.keys["language"],
        "original_title": show.keys.get("original_title", ""),
        "show_summary": show.keys["summary"],
        "synopsis": keys(front["synopsis"])["text"],
        "facts": [
            {"label": fact["label"], "value": fact["value"], "source": numbers[str(fact["source"])]}
            for fact in map(keys, items(front["key_facts"]))
        ],
        "claims": [peer_claim(claim, numbers) for claim in season.claims],
        "cast": [_part(show, name, keys(entry)) for name, entry in season.cast.items()],
        "episodes": [_without_source(episode) for episode in season.episodes],
        "theories": [
            _theory(theory.keys, peer_prose(theory.text, slug, numbers), numbers)
            for theory in season.theories
        ],
        "sources": [_source(keys(show.sources[name])) for name in season.sources],
    }


def peer_body(show: Show, season: Season) -> str:
    """Return a season's prose in the Markdown that both peers understand."""
    numbers = {name: place for place, name in enumerate(season.sources, 1)}
    return peer_prose(_COMPONENT.sub("", season.body), show.outline.slug, numbers)


def peer_prose(text: str, slug: str, numbers: Mapping[str, int]) -> str:
    """Turn citations, marks and links of our own into ordinary links and HTML."""

    def cite(match: re.Match[str]) -> str:
        cited = (numbers[name.strip().removeprefix("@")] for name in match[1].split(";"))
        return "<sup>" + " ".join(f"[{number}](#source-{number})" for number in cited) + "</sup>"

    text = _CITATION.sub(cite, text)
    text = _MARK.sub(r'<b class="certainty">\1</b>', text)
    text = _LANGUAGE.sub(r'<span lang="\2">\1</span>', text)
    text = _SHOW_LINK.sub(r"](/shows/\1/season-\2/)", text)
    return _FILE_LINK.sub(rf"](/shows/{slug}/season-\1/)", text)


def peer_claim(claim: Keys, numbers: Mapping[str, int]) -> Keys:
    """Return an entry of the log, in words."""
    said = ", ".join(f"{axis.replace('_', ' ')} {claim[axis]}" for axis in _AXES if axis in claim)
    sources = claim.get("source", ())
    names = [sources] if isinstance(sources, str) else [str(name) for name in items(sources)]
    return {
        "date": claim["date"],
        "text": claim.get("headline", said),
        "confidence": claim["confidence"],
        "note": claim.get("note", claim.get("because", "")),
        "sources": [numbers[name] for name in names],
    }


def keys(value: Value) -> Keys:
    """Take a value for the mapping that it is."""
    assert isinstance(value, dict)
    return value


def items(value: Value) -> Sequence[Value]:
    """Take a value for the list that it is."""
    assert not isinstance(value, (str, int, bool, Mapping))
    return value


def _part(show: Show, name: str, entry: Keys) -> Keys:
    character = keys(show.characters[name])
    person = show.people[str(character["played_by"])]
    actor = person if isinstance(person, dict) else as_type("Keys", {"name": person})
    latest = keys(items(entry["claims"])[-1])
    return {
        "actor": actor["name"],
        "original_name": actor.get("original_name", ""),
        "character": character["name"],
        "billing": character["billing"],
        "status": latest["status"],
        "confidence": latest["confidence"],
        "note": entry.get("note", latest.get("note", "")),
    }


def _without_source(episode: Keys) -> Keys:
    return {"summary": "", **{key: value for key, value in episode.items() if key != "source"}}


def _theory(theory: Keys, text: str, numbers: Mapping[str, int]) -> Keys:
    verdicts = items(theory.get("verdicts", ()))
    return {
        "question": theory["question"],
        "claim": theory["claim"],
        "proposed": theory["proposed"],
        "verdict": keys(verdicts[-1])["state"] if verdicts else "open",
        "text": text,
        "evidence": [
            {
                "date": piece["date"],
                "bears": piece["bears"],
                "text": piece["text"],
                "source": numbers[str(piece["source"])],
            }
            for piece in map(keys, items(theory["evidence"]))
        ],
    }


def _source(source: Keys) -> Keys:
    return {key: source[key] for key in ("publisher", "title", "url", "published")}
