"""Invents what stands beside an article: characters, a season's cast, episodes and theories."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from claims import TODAY, Sourced
from facts import Fate, Keys, Theory
from names import slugify
from prose import Writer

_BILLINGS = ("main", "main", "main", "recurring", "recurring", "guest")
_STATES = ("alive", "alive", "alive", "dead", "missing", "unknown")
_VERDICTS = ("supported", "contested")


@dataclass(frozen=True, slots=True)
class Players:
    """Who plays whom in a show."""

    people: tuple[str, ...]
    characters: dict[str, Keys]


def invent_characters(
    random: Random,
    people: dict[str, tuple[str, str | None]],
    parts: dict[str, tuple[str, str | None]],
) -> dict[str, Keys]:
    """Return the show's characters by id, each with a player."""
    characters: dict[str, Keys] = {}
    for slug, (name, own) in parts.items():
        keys: Keys = {"name": name}
        if own:
            keys["original_name"] = own
        keys["played_by"] = random.choice(tuple(people))
        keys["billing"] = random.choice(_BILLINGS)
        characters[slug] = keys
    return characters


def invent_cast(writer: Writer, players: Players, fate: Fate, sources: list[Sourced]) -> Keys:
    """Return six to twelve entries of a season's cast."""
    random = writer.random
    known = list(players.characters)
    count = min(len(known), random.randint(6, 12))
    cast: Keys = {}
    for slug in random.sample(known, count):
        entry: Keys = {}
        if writer.chance(0.5):
            entry["note"] = writer.plain("cast")
        claims: list[Keys] = []
        first, second = sorted(random.sample(sources, 2), key=lambda source: source.day)
        if writer.chance(0.45):
            claims.append(_part(first, "expected", "reported"))
        claims.append(_part(second, random.choice(("returning", "new", "returning")), "official"))
        if writer.chance(0.3):
            claims[-1]["note"] = writer.plain("cast")
        entry["claims"] = claims
        if fate is Fate.OUT and writer.chance(0.5):
            entry["fate"] = {"state": random.choice(_STATES), "source": sources[-1].id}
        cast[slug] = entry
    return cast


def _part(source: Sourced, status: str, confidence: str) -> Keys:
    day = source.day.isoformat()
    return {"date": day, "status": status, "confidence": confidence, "source": source.id}


def invent_episodes(
    writer: Writer, first_day: date, count: int, sources: list[str]
) -> tuple[Keys, ...]:
    """Return the episodes of a season that is out, a week apart or all at once."""
    random = writer.random
    step = timedelta(days=random.choice((0, 7)))
    episodes: list[Keys] = []
    for number in range(1, count + 1):
        day = min(first_day + step * (number - 1), TODAY)
        keys: Keys = {
            "number": number,
            "title": writer.label("{Noun} and {Noun}" if writer.chance(0.4) else "The {Noun}"),
            "airdate": day.isoformat(),
            "runtime": random.randint(38, 75),
        }
        if writer.chance(0.7):
            keys["summary"] = writer.plain("plot")
        keys["source"] = random.choice(sources)
        episodes.append(keys)
    return tuple(episodes)


def invent_theories(
    writer: Writer, number: int, fate: Fate, sources: list[Sourced]
) -> tuple[Theory, ...]:
    """Return up to two theories with their evidence."""
    random = writer.random
    theories = []
    for order in range(1, 1 + random.choice((0, 1, 1, 2))):
        title = writer.label("The {adj} {noun}")
        proposed = sources[0]
        evidence: list[Keys] = []
        for index in range(random.randint(2, 4)):
            source = random.choice(sources)
            evidence.append(
                {
                    "id": f"evidence-{index + 1}",
                    "date": source.day.isoformat(),
                    "bears": random.choice(("for", "for", "against", "neutral")),
                    "kind": random.choice(("on-screen", "interview", "marketing")),
                    "text": writer.plain("theories"),
                    "source": source.id,
                }
            )
        keys: Keys = {
            "question": writer.label("Who {verb} the {noun} of {character}?"),
            "claim": writer.plain("theories"),
            "title": title,
            "order": order,
            "proposed": proposed.day.isoformat(),
            "source": proposed.id,
            "spoils": f"S{number:02}" if fate is Fate.OUT else "premise",
            "evidence": evidence,
        }
        if writer.chance(0.5):
            last = sources[-1]
            verdict: Keys = {"date": last.day.isoformat(), "state": random.choice(_VERDICTS)}
            if fate is Fate.OUT and writer.chance(0.4):
                verdict["state"] = random.choice(("confirmed", "debunked"))
                verdict["resolved_by"] = "evidence-1"
            keys["verdicts"] = [{**verdict, "source": last.id}]
        theories.append(Theory(slugify(title), keys, writer.sentences("theories", 4)))
    return tuple(theories)
