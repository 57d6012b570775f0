"""Writes the body of a season's article, in the Markdown that seasontracker understands."""

from __future__ import annotations

from collections.abc import Sequence

from prose import Writer, wrap

WORDS = 1250
"""Words of prose in an average article."""
_COMPONENTS = {
    "timeline": "timeline",
    "cast": "cast",
    "episodes": "episodes",
    "theories": "theories",
}
_ALWAYS = ("release", "cast", "plot")
_MARKS = ("official", "on-record", "reported", "rumour", "speculation")


def write_article(writer: Writer, sources: Sequence[str], components: Sequence[str]) -> str:
    """Return about 1,250 words under eight to twelve headings; every source may be cited.

    `components` are the directives for which the season has something to show.
    """
    random = writer.random
    topics = list(writer.language.headings)
    others = [topic for topic in topics if topic not in _ALWAYS]
    if "theories" not in components:
        others.remove("theories")
    chosen = {*_ALWAYS, *random.sample(others, random.randint(5, min(9, len(others))))}
    topics = [topic for topic in topics if topic in chosen]
    # Less than it is to be: the last sentence of every paragraph goes a little too far.
    target = int(WORDS * (0.72 + 0.4 * random.random()))
    table, footnote = (writer.chance(1 / 3) for _ in range(2))
    extras = random.sample(range(len(topics)), 3)
    blocks = [_paragraph(writer, "release", sources, 55)]
    written = 55
    for place, topic in enumerate(topics):
        options = writer.language.headings[topic]
        blocks.append("## " + writer.fill(options[int(random.random() * len(options))]))
        share = (target - written) // (len(topics) - place)
        section = _section(writer, topic, sources, share, lists=place in extras[:2])
        if footnote and place == extras[0]:
            section[0] += "[^1]"
        if table and place == extras[1]:
            section.append(_table(writer, topic))
        if place == extras[2] and writer.chance(0.5):
            section.append(_quotation(writer))
        component = _COMPONENTS.get(topic)
        if component in components:
            section.append(f"::: {component}")
        written += sum(len(block.split()) for block in section)
        blocks.extend(section)
    if footnote:
        blocks.append("[^1]: " + writer.sentences("origin", 1 + writer.chance(0.4)))
    return "\n\n".join(blocks) + "\n"


def _section(
    writer: Writer, topic: str, sources: Sequence[str], target: int, *, lists: bool
) -> list[str]:
    """Return the blocks below one heading."""
    blocks = [_paragraph(writer, topic, sources, min(target, writer.random.randint(40, 90)))]
    left = target - len(blocks[0].split())
    if lists:
        blocks.append(_list(writer, topic))
        left -= len(blocks[-1].split())
    while left > 15:
        if left > 60 and writer.chance(0.22):
            options = writer.language.subheadings
            frame = options[int(writer.random.random() * len(options))]
            blocks.append("### " + writer.fill(frame))
        blocks.append(_paragraph(writer, topic, sources, min(left, writer.random.randint(35, 95))))
        left -= len(blocks[-1].split())
    return blocks


def _paragraph(writer: Writer, topic: str, sources: Sequence[str], target: int) -> str:
    """Return a paragraph of sentences, some with their sources and their certainty."""
    random, texts, written = writer.random, list[str](), 0
    while written < target:
        text = writer.sentence(topic)
        if sources and writer.chance(0.3):
            cited = random.sample(sources, 2 if len(sources) > 1 and writer.chance(0.2) else 1)
            mark = f" [!{random.choice(_MARKS)}]" if writer.chance(0.2) else ""
            text = f"{text[:-1]}{mark} [{'; '.join('@' + name for name in cited)}]{text[-1]}"
        texts.append(text)
        written += text.count(" ") + 1
    return wrap(" ".join(texts))


def _list(writer: Writer, topic: str) -> str:
    count = writer.random.randint(3, 5)
    if writer.chance(0.3):
        return "\n".join(f"{i}. {writer.sentence(topic)}" for i in range(1, count + 1))
    lead = "- **{noun}**: {np}, {verb} {time}"
    return "\n".join(writer.phrase(lead) for _ in range(count))


def _quotation(writer: Writer) -> str:
    said = writer.phrase("{quote}. {person} {adverb} {verb} it.")
    return "> " + wrap(said[0].upper() + said[1:]).replace("\n", "\n> ")


def _table(writer: Writer, topic: str) -> str:
    rows = [
        writer.phrase("| {month} {year} | {np} | {adj} |")
        for _ in range(writer.random.randint(3, 6))
    ]
    return "\n".join(["| When | What | How it was taken |", "|---|---|:--|", *rows])
