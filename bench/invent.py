"""Invents whole shows, one at a time, each from its own seed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

import words
from article import write_article
from claims import TODAY, Sourced, invent_claims
from facts import Fate, Keys, Outline, Season, Show
from names import invent_people, pick, slugify
from parts import Players, invent_cast, invent_characters, invent_episodes, invent_theories
from prose import Language, Writer

_LANGUAGES = {"US": "en", "GB": "en", "KR": "ko", "FR": "fr", "SE": "sv", "ES": "es", "DE": "de",
              "AU": "en", "TR": "tr", "JP": "ja", "BR": "pt", "CA": "en", "CZ": "cs"}  # fmt: skip
_ANYWHERE = (("en", 45), ("ko", 25), ("fr", 10), ("es", 10), ("de", 5), ("tr", 5))
_NETWORKS = tuple(((name, kind, country), weight) for name, kind, country, weight in words.NETWORKS)


@dataclass(frozen=True, slots=True)
class World:
    """What the shows of one corpus share."""

    seed: int
    language: Language
    outlines: Sequence[Outline]


def invent_show(world: World, outline: Outline) -> Show:
    """Return a show; the same one whenever the seed and its outline are the same."""
    random = Random(f"{world.seed}:show:{outline.index}")
    name, kind, country = pick(random, _NETWORKS)
    language = pick(random, _ANYWHERE) if country == "*" else _LANGUAGES[country]
    people = invent_people(random, language, random.randint(10, 18))
    parts = invent_people(random, language, random.randint(10, 16))
    names = _names(outline, name, people, parts)
    first_days = _first_days(random, outline.fates)
    players = Players(tuple(people), invent_characters(random, people, parts))
    writer = Writer(
        world.language, _with_links(world, outline, 1, first_days[0], names, random), random
    )
    keys: Keys = {"title": outline.title}
    if language == "ko":
        keys["original_title"] = " ".join(random.sample(words.HANGUL, 2))
    keys["language"] = language
    keys["network"] = {
        "name": name,
        "kind": kind,
        **({} if country == "*" else {"country": country}),
    }
    keys["genres"] = random.sample(words.GENRES, random.randint(1, 3))
    keys["summary"] = writer.plain("plot")
    if random.random() < 0.5:
        creator = next(iter(people.values()))[0]
        keys["crew"] = [{"name": creator, "role": random.choice(("creator", "showrunner"))}]
    if outline.fates[0] is Fate.OUT:
        keys["premiered"] = first_days[0].isoformat()
    keys["accent"] = f"#{random.randint(0x30, 0xA0):02x}{random.randint(0x30, 0x80):02x}3c"
    sources: Keys = {}
    seasons = []
    for number, fate in zip(outline.season_numbers, outline.fates, strict=True):
        symbols = _with_links(world, outline, number, first_days[number - 1], names, random)
        writer = Writer(world.language, symbols, random)
        seasons.append(
            _season(writer, outline, number, fate, first_days[number - 1], players, sources)
        )
    return Show(outline, keys, _register(people), dict(players.characters), sources, tuple(seasons))


def _season(
    writer: Writer,
    outline: Outline,
    number: int,
    fate: Fate,
    first_day: date,
    players: Players,
    sources: Keys,
) -> Season:
    random = writer.random
    cited = _sources(writer, number, fate, first_day, sources)
    ids = [source.id for source in cited]
    count = random.randint(6, 13)
    episodes = invent_episodes(writer, first_day, count, ids) if fate is Fate.OUT else ()
    claims = invent_claims(writer, number, fate, first_day, count, cited)
    theories = invent_theories(writer, number, fate, cited)
    cast = invent_cast(writer, players, fate, cited)
    components = ["timeline", "cast"]
    components += ["episodes"] if episodes else []
    components += ["theories"] if theories else []
    published = cited[0].day + timedelta(days=random.randint(0, 20))
    revised = min(TODAY, published + timedelta(days=random.randint(30, 400)))
    noun = random.choice(words.NOUNS)
    front: Keys = {
        "headline": writer.label(f"{outline.title} {{season}}: {{np}}, and everything we know"),
        "deck": writer.plain("release", 2),
        "description": writer.plain("plot"),
        "authors": random.choice(("editors", "desk", "correspondent")),
        "published": min(published, TODAY).isoformat(),
        "revisions": [{"date": revised.isoformat(), "note": writer.plain("timeline")}],
        "synopsis": {"text": writer.plain("plot", 2), "source": random.choice(ids)},
        "key_facts": [
            {"label": label, "value": writer.label(value), "source": random.choice(ids)}
            for label, value in (("Directed by", "{person}"), ("Shot in", "{place} and {place}"))
        ],
        "tags": sorted({noun, *random.sample(words.NOUNS, 2)}),
    }
    body = write_article(writer, ids, components)
    return Season(
        number, fate, first_day, front, body, claims, cast, episodes, theories, tuple(ids)
    )


def _names(
    outline: Outline,
    network: str,
    people: dict[str, tuple[str, str | None]],
    parts: dict[str, tuple[str, str | None]],
) -> dict[str, tuple[str, ...]]:
    """Return what the prose calls everybody; an original script is given now and then."""
    plain = [name for name, _ in people.values()]
    scripts = [f"{name} ([{own}]{{lang=ko}})" for name, own in people.values() if own]
    return {
        "title": (outline.title,),
        "network": (network,),
        "person": (*plain * 4, *scripts),
        "character": tuple(name for name, _ in parts.values()),
        "publisher": tuple(name for name, _ in words.PUBLISHERS),
    }


def _with_links(
    world: World,
    outline: Outline,
    number: int,
    first_day: date,
    names: dict[str, tuple[str, ...]],
    random: Random,
) -> dict[str, tuple[str, ...]]:
    """Add what differs between a show's seasons: years, and what its prose links to."""
    other = world.outlines[random.randrange(len(world.outlines))]
    target = random.choice(other.season_numbers)
    title, link = other.title, f"show:{other.slug}/season-{target}"
    if len(outline.fates) > 1:
        target = random.choice([n for n in outline.season_numbers if n != number])
        own = (f"season {target}", f"../season-{target}/index.md")
        title, link = random.choice(
            ((title, link), own, (own[0], f"show:{outline.slug}/season-{target}"))
        )
    base = min(first_day.year, TODAY.year) - 3
    return {
        **names,
        "season": (f"season {number}",),
        "year": tuple(str(base + index) for index in range(6)),
        "other_title": (title,),
        "other_link": (link,),
        "news_link": tuple(
            f"https://{slugify(name)}.example/{base + index}/{random.randint(1000, 99999)}"
            for index, (name, _) in enumerate(random.sample(words.PUBLISHERS, 5))
        ),
    }


def _first_days(random: Random, fates: Sequence[Fate]) -> list[date]:
    """Return when each season comes out, or is expected to."""
    earliest, latest = {
        Fate.OUT: (date(1995, 3, 1), date(2026, 10, 31)),
        Fate.DATED: (date(2026, 12, 1), date(2028, 6, 30)),
        Fate.WINDOW: (date(2027, 1, 1), date(2028, 12, 31)),
        Fate.OVERDUE: (date(2023, 1, 1), date(2025, 12, 31)),
        Fate.TBA: (date(2027, 6, 1), date(2028, 12, 31)),
        Fate.CANCELLED: (date(2014, 1, 1), date(2027, 6, 30)),
    }[fates[-1]]
    # Most series of such a site are recent.
    share = random.random() ** 0.5
    days = [earliest + timedelta(days=int((latest - earliest).days * share))]
    for _ in fates[1:]:
        days.insert(0, days[0] - timedelta(days=random.randint(330, 900)))
    # The seasons before one that is far off are out all the same.
    for place in range(len(days) - 1):
        days[place] = min(days[place], date(2026, 8, 1) - timedelta(days=400 * (len(days) - place)))
    return days


def _sources(writer: Writer, number: int, fate: Fate, first_day: date, into: Keys) -> list[Sourced]:
    """Add a season's sources to its show's, and return them by day."""
    random = writer.random
    start = first_day - timedelta(days=random.randint(400, 800))
    end = first_day + timedelta(days=30) if fate is Fate.OUT else first_day
    start, end = min(start, TODAY - timedelta(days=90)), min(end, TODAY)
    found = []
    for place in range(random.randint(6, 8)):
        day = start if place == 0 else start + (end - start) * random.random()
        publisher, tier = random.choice(words.PUBLISHERS)
        name = f"{slugify(publisher)}-{day:%Y-%m}"
        while name in into:
            name += "-" + random.choice("abcdefgh")
        title = writer.label("{plural} on the {adj} {noun} of {season}")
        into[name] = {
            "publisher": publisher,
            "title": title,
            "url": f"https://{slugify(publisher)}.example/{day:%Y/%m}/{slugify(title)}",
            "published": day.isoformat(),
            "tier": tier,
        }
        found.append(Sourced(name, day))
    return sorted(found, key=lambda source: (source.day, source.id))


def _register(people: dict[str, tuple[str, str | None]]) -> Keys:
    return {
        name: {"name": text, "original_name": own} if own else text
        for name, (text, own) in people.items()
    }
