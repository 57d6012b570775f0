"""A name in prose is spelt as in the register, and a part is played by whom the register names.

A word of a name may be off by one letter, and no more, so that nobody is taken for another. Korean
given names differ by a letter among real people; there only another romanisation is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from seasontracker.checks.passages import Passage
from seasontracker.checks.tracked import TrackedShow
from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.models import Character, CrewMember, Person
from seasontracker.site.unit import ShowUnit

_NAME = re.compile(r"[A-Z][\w-]{1,30}(?: [A-Z][\w-]{1,30}){1,3}")
_PLAYS = (
    " plays ", " played ", " portrays ", " portrayed ", " stars as ", " starred as ",
    " voices ", " voiced ",
)  # fmt: skip
_PLAYED_BY = (" played by ", " portrayed by ", " voiced by ")
_IS = re.compile(r"(?:,| is| was| will be)?$")
# At another age a part has another player, whom no register need name.
_AGED = re.compile(
    r"\b(?:young(?:er)?|old(?:er)?|little|adult|teenage|child|baby) $", re.IGNORECASE
)
_ROMANISED = (("oo", "u"), ("ou", "u"), ("ee", "i"), ("woo", "wu"))
_SHORTEST = 4

_Index = Mapping[tuple[tuple[str, ...], int], list[tuple[str, str]]]


class _Register(Struct, frozen=True):
    """The names that a show knows."""

    spellings: frozenset[str]
    near: _Index
    """By the words of a name but one, and the place of that one: the word, and the whole name."""
    parts: frozenset[str]
    """The words of all names of several."""
    people: Mapping[str, str]
    """Ids by name."""
    played_by: Mapping[str, frozenset[str]]
    """Ids of people by the name of a character."""
    names: Mapping[str, str]
    """Names of people by id."""


def check(show: TrackedShow) -> Iterator[Diagnostic]:
    if not show.is_english or not show.unit.people:
        return
    register = _register(show.unit)
    for season in show.seasons:
        for passage in season.texts:
            words = passage.raw
            yield from _misspelt(passage, words, register)
            yield from _miscast(passage, words, register)


def _register(unit: ShowUnit) -> _Register:
    people, characters = unit.people.values(), unit.characters.values()
    crew = unit.loaded.show.value.crew
    spellings: set[str] = set()
    near: dict[tuple[tuple[str, ...], int], list[tuple[str, str]]] = {}
    named: tuple[Person | Character | CrewMember, ...] = (*people, *characters, *crew)
    for one in named:
        spellings.update((one.original_name or "", *one.also_known_as))
        if not one.name:
            continue
        spellings.add(one.name)
        parts = tuple(one.name.split(" "))
        for index, part in enumerate(parts) if len(parts) > 1 else ():
            rest = (*parts[:index], *parts[index + 1 :])
            near.setdefault((rest, index), []).append((part, one.name))
    played: dict[str, set[str]] = {}
    for character_id, character in unit.characters.items():
        if character.name:
            ids = played.setdefault(character.name, set())
            ids.update(character.played_by)
            for season in unit.loaded.seasons:
                entry = season.cast.value.get(character_id) if season.cast else None
                ids.update(entry.played_by if entry else ())
    return _Register(
        spellings=frozenset(spellings),
        near=near,
        parts=frozenset(part for rest, _ in near for part in rest),
        people={person.name: person_id for person_id, person in unit.people.items()},
        played_by={name: frozenset(ids) for name, ids in played.items()},
        names={person_id: person.name for person_id, person in unit.people.items()},
    )


def _misspelt(passage: Passage, words: str, register: _Register) -> Iterator[Diagnostic]:
    for match in _NAME.finditer(words):
        name = match[0]
        if name in register.spellings:
            continue
        parts = tuple(name.split(" "))
        if register.parts.isdisjoint(parts):
            continue
        for index, part in enumerate(parts):
            rest = (*parts[:index], *parts[index + 1 :])
            # A part may be called as a person is.
            meant = {
                whole
                for known, whole in register.near.get((rest, index), ())
                if _is_slip(part, known)
            }
            if len(meant) == 1 and passage.is_own(*match.span()):
                yield passage.diagnostic(
                    Code.WRONG_NAME,
                    *match.span(),
                    f"`{name}` is spelt otherwise in `cast.yaml`",
                    f"did you mean `{meant.pop()}`? Else add the spelling to `also_known_as`",
                )
                break


def _miscast(passage: Passage, words: str, register: _Register) -> Iterator[Diagnostic]:
    for start, end in _places_of(_PLAYS, words):
        player = _ending(words[max(0, start - 60) : start], register.people)
        part = _beginning(words[end : end + 60], register.played_by) if player else ""
        yield from _played(passage, player, part, (start - len(player), end + len(part)), register)
    for start, end in _places_of(_PLAYED_BY, words):
        before = words[max(0, start - 70) : start]
        before = _IS.sub("", before, count=1)
        part = _ending(before, register.played_by)
        player = _beginning(words[end : end + 60], register.people) if part else ""
        begin = max(0, start - 70) + len(before) - len(part)
        if not _AGED.search(words, max(0, begin - 10), begin):
            yield from _played(passage, player, part, (begin, end + len(player)), register)


def _played(
    passage: Passage, player: str, part: str, stretch: tuple[int, int], register: _Register
) -> Iterator[Diagnostic]:
    """Yield a finding when a part that is said to be somebody's is somebody else's."""
    players = register.played_by[part] if player and part else frozenset()
    if not players or register.people[player] in players or not passage.is_own(*stretch):
        return
    names = " or ".join(sorted(register.names.get(one, one) for one in players))
    yield passage.diagnostic(
        Code.WRONG_NAME,
        *stretch,
        f"`{part}` is not played by `{player}`",
        f"in `cast.yaml` it is {names}: correct one of the two",
    )


def _places_of(verbs: Sequence[str], words: str) -> Iterator[tuple[int, int]]:
    """Yield where one of some verbs stands, with a blank on both sides."""
    for verb in verbs:
        place = words.find(verb)
        while place >= 0:
            yield place, place + len(verb)
            place = words.find(verb, place + 1)


def _ending(text: str, names: Mapping[str, object]) -> str:
    return max((name for name in names if text.endswith(name)), key=len, default="")


def _beginning(text: str, names: Mapping[str, object]) -> str:
    """Return the name that a text begins with; a longer one is somebody else's."""
    found = max((name for name in names if text.startswith(name)), key=len, default="")
    following = text[len(found) :]
    return "" if re.match(r"[\w-]| [A-Z]", following) else found


def _is_slip(word: str, known: str) -> bool:
    """Return whether one word is the other with one letter off."""
    if "-" in word or "-" in known:
        return word != known and _romanised(word) == _romanised(known)
    if min(len(word), len(known)) < _SHORTEST or abs(len(word) - len(known)) > 1:
        return False
    if word.endswith("s") and word[:-1] == known:
        return False  # several of them, or a family
    start = 0
    while start < min(len(word), len(known)) and word[start] == known[start]:
        start += 1
    one, other = word[start:], known[start:]
    if start == 0 or word.casefold() == known.casefold():
        return False
    swapped = one[:2] == other[:2][::-1] and one[2:] == other[2:]
    return swapped or one[1:] == other[1:] or one[1:] == other or one == other[1:]


def _romanised(word: str) -> str:
    small = word.casefold().replace("-", "")
    for variant, plain in _ROMANISED:
        small = small.replace(variant, plain)
    return small
