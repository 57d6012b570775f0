"""Writes prose from the grammar: sentences, paragraphs, and a whole article in Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

import grammar

_SLOT = re.compile(r"\{(\w+)\}")
_ARTICLE = re.compile(r"\b([Aa])n? (?=\w)")
_VOWEL = re.compile(r"\b([Aa]) (?=[aeiouAEIOUÉéÓó])")
_MARKUP = re.compile(r"\[([^]]*)\](?:\([^)]*\)|\{[^}]*\})")
_WIDTH = 100

Frame = tuple[tuple[str, str], ...]
"""Pairs of literal text and the symbol that follows it; the last symbol is empty."""
Rules = Mapping[str, Sequence[Frame]]


def parse_frame(text: str) -> Frame:
    """Split a sentence frame at its `{symbols}`."""
    pieces = _SLOT.split(text.replace("{{", "\0").replace("}}", "\1"))
    pieces = [piece.replace("\0", "{").replace("\1", "}") for piece in pieces]
    return tuple(zip(pieces[::2], [*pieces[1::2], ""], strict=True))


def parse_rules(phrases: Mapping[str, Sequence[str]]) -> dict[str, tuple[Frame, ...]]:
    """Parse all alternatives of each symbol."""
    return {symbol: tuple(map(parse_frame, texts)) for symbol, texts in phrases.items()}


@dataclass(frozen=True, slots=True)
class Language:
    """The whole grammar, parsed."""

    phrases: dict[str, tuple[Frame, ...]]
    topics: dict[str, tuple[Frame, ...]]
    headings: dict[str, tuple[Frame, ...]]
    subheadings: tuple[Frame, ...]


def read_language() -> Language:
    """Parse the grammar, once for all pages."""
    general = tuple(map(parse_frame, grammar.SENTENCES))
    topics = parse_rules(grammar.TOPICS)
    return Language(
        phrases=parse_rules(grammar.PHRASES),
        # Half of what stands under a heading is about its topic.
        topics={name: frames * 4 + general for name, frames in topics.items()},
        headings=parse_rules(grammar.HEADINGS),
        subheadings=tuple(map(parse_frame, grammar.SUBHEADINGS)),
    )


class Writer:
    """Writes in a language about one season's names; owns the random numbers."""

    def __init__(
        self, language: Language, names: Mapping[str, Sequence[str]], random: Random
    ) -> None:
        self.language = language
        self.random = random
        literal = {
            symbol: tuple(((text, ""),) for text in texts) for symbol, texts in names.items()
        }
        self._recent: tuple[Frame, ...] = ()
        self._rules: Rules = {**language.phrases, **literal}

    def fill(self, frame: Frame) -> str:
        """Replace each symbol of a frame by one of its alternatives, all the way down."""
        random, rules, parts = self.random.random, self._rules, []
        for text, symbol in frame:
            parts.append(text)
            if symbol:
                options = rules[symbol]
                parts.append(self.fill(options[int(random() * len(options))]))
        return "".join(parts)

    def phrase(self, text: str) -> str:
        """Fill a frame that is not part of the grammar; correct its articles."""
        return _correct(self.fill(parse_frame(text)))

    def sentence(self, topic: str) -> str:
        """Return a sentence about a topic, with its full stop."""
        frames = self.language.topics[topic]
        frame = frames[int(self.random.random() * len(frames))]
        while frame in self._recent:
            frame = frames[int(self.random.random() * len(frames))]
        self._recent = (*self._recent[-3:], frame)
        text = _correct(self.fill(frame))
        head = 0
        while text[head] in "*[":
            head += 1
        text = text[:head] + text[head].upper() + text[head + 1 :]
        return text if text.endswith("?") else text + "."

    def sentences(self, topic: str, count: int) -> str:
        """Return some sentences."""
        return " ".join(self.sentence(topic) for _ in range(count))

    def plain(self, topic: str, count: int = 1) -> str:
        """Return some sentences without markup, as they stand in YAML."""
        return _strip(self.sentences(topic, count))

    def label(self, text: str) -> str:
        """Fill a frame, without markup and with a capital at its beginning."""
        filled = _strip(self.phrase(text))
        return filled[0].upper() + filled[1:]

    def chance(self, probability: float) -> bool:
        """Say yes as often as that."""
        return self.random.random() < probability


def _strip(text: str) -> str:
    return _MARKUP.sub(r"\1", text).replace("*", "")


def _correct(text: str) -> str:
    return _VOWEL.sub(r"\1n ", _ARTICLE.sub(r"\1 ", text))


def wrap(text: str, indent: str = "") -> str:
    """Break a text into lines as an editor would."""
    lines, line, length = list[str](), list[str](), len(indent)
    for word in text.split(" "):
        if length + len(word) > _WIDTH and line:
            lines.append(indent + " ".join(line))
            line, length = [], len(indent)
        line.append(word)
        length += len(word) + 1
    lines.append(indent + " ".join(line))
    return "\n".join(lines)
