"""Whatever gives a story away stays where readers must open it, in every file of a build.

A word that stands nowhere else is planted in each text of each model that has `spoils`, and every
file is looked through, whatever its kind, so that new outputs and new models are covered too. So
are values: days, counts and words of the vocabularies that nothing else claims.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

import brotli
import pytest
from PIL import Image

from seasontracker.models.base import ContentModel, Slug
from seasontracker.site.load import load_settings, load_show
from seasontracker.sources import discover_content
from seasontracker.tracking.positions import HARMLESS, is_known

VALUES = r"2031|5563|conclude[ds]?|paused|daily|not.returning|departing|leaving"
"""What the logs of seasons 3 and 4 claim to those alone who have watched so far."""
PLANTED = re.compile(rf"zzleak\w*|{VALUES}", re.IGNORECASE)
CODE = re.compile(r"\.(?:css|js)(?:\.gz|\.br)?$|^api/v1/(?:schemas/|openapi)")
"""Files that know every word of the vocabularies."""
PICTURES = (".png", ".jpg", ".webp", ".avif", ".gif")
OPEN_KEYS = {"Source.publisher"}
"""Text that stands open where the rest is folded, as docs/content.md says."""
VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}
SHOW = "content/shows/harbor/"


def picture() -> bytes:
    """Return a picture whose own metadata says what it shows."""
    image = Image.new("RGB", (64, 36), "teal")
    exif = image.getexif()
    exif[0x010E] = "Zzleakexif"
    data = BytesIO()
    image.save(data, "JPEG", exif=exif)
    return data.getvalue()


FILES: Mapping[str, str | bytes | None] = {
    "content/shows/severance/show.yaml": None,
    "content/shows/severance/season-1/index.md": None,
    "content/site.yaml": "title: Seasons\nbase_url: https://example.org/sub/\n",
    f"{SHOW}show.yaml": (
        "title: Harbor\nnetwork: Aurora\nsummary: Ships.\ngenres: [Drama]\npremiered: 2024-01-05\n"
    ),
    f"{SHOW}sources.yaml": """\
a: {publisher: Aurora, title: News, url: 'https://a.example/'}
b:
  publisher: Borea
  title: Zzleaksourcetitle
  url: https://b.example/zzleaksourceurl
  archived_url: https://archive.example/zzleakarchive
  by: Zzleakwriter
  note: Zzleaksourcenote
  spoils: S01E08
""",
    f"{SHOW}cast.yaml": """\
people: {mia: Mia Stone, leo: Leo Park, ida: Ida Holm}
characters:
  ann: {name: Ann, played_by: mia, description: A pilot.}
  bo: {name: Bo, played_by: ida}
  zzleak-ghost:
    name: Zzleakname
    original_name: Zzleakoriginal
    also_known_as: [Zzleakaka]
    played_by: leo
    description: Zzleakdescription
    spoils: S01E04
""",
    f"{SHOW}season-1/index.md": """\
---
headline: Harbor season 1
deck: What was known.
published: 2024-01-01
picture: zzleak-roof
quote: {text: Zzleakquote, speaker: Zzleakspeaker, note: Zzleakquotenote, spoils: S01E02, source: a}
synopsis: {text: Zzleaksynopsis, date: 2024-01-01, spoils: S01, source: a}
key_facts: [{label: Zzleaklabel, value: Zzleakfact, spoils: S01E08, source: a}]
---

## What happens

It is dark, as [a theory](theories/zzleak-why.md) and
[its proof](#theory-zzleak-why-zzleak-proof) have it.

::: spoiler S01E08
## Zzleakheading

Zzleakprose, and a note.[^1]

![x](images/zzleak-roof.jpg)
:::

::: theory zzleak-why

::: image zzleak-roof

::: video zzleak-clip

::: episodes

[^1]: Zzleakfootnote, and [^2].

[^2]: Zzleakfootnotetwo.
""",
    f"{SHOW}season-1/status.yaml": """\
- date: 2023-11-01
  release: 2024-01-05
  confidence: official
  source: [a, b]
- date: 2024-01-05
  id: zzleak-claim
  headline: Zzleakheadline
  note: Zzleaknote
  quote: Zzleakclaimquote
  by: Zzleakby
  because: Zzleakbecause
  confidence: official
  source: a
  spoils: S01E01
""",
    f"{SHOW}season-1/cast.yaml": """\
ann:
  note: Zzleakentrynote
  spoils: S01E03
  fate: {state: dead, note: Zzleakfate, source: a}
zzleak-ghost:
  claims:
    - {date: 2024-02-01, status: guest, confidence: official, source: a, note: Zzleakcastnote,
       by: Zzleakcastby, because: Zzleakcastbecause, spoils: S01E05}
""",
    f"{SHOW}season-1/episodes.yaml": """\
- {number: 1, title: Fog, original_title: Tuman, airdate: 2024-01-05, summary: Zzleaksummary}
- {number: 2, title: Ice, airdate: 2024-01-12, summary: Zzleaksummarytwo, spoils: S01E02}
""",
    f"{SHOW}season-1/media.yaml": """\
videos:
  zzleak-clip:
    title: Zzleakvideo
    video_id: aaaaaaaaaaa
    kind: clip
    published: 2024-01-06
    channel: Zzleakchannel
    description: Zzleakvideodescription
    poster: zzleak-roof
    spoils: S01E06
images:
  zzleak-roof:
    file: images/zzleak-roof.jpg
    alt: Zzleakalt
    caption: Zzleakcaption
    credit: Zzleakcredit
    license: Zzleaklicense
    spoils: S01E06
""",
    f"{SHOW}season-1/images/zzleak-roof.jpg": picture(),
    f"{SHOW}season-1/theories/zzleak-why.md": """\
---
question: Zzleakquestion
claim: Zzleaktheoryclaim
title: Zzleaktitle
proposed: 2024-01-06
proposed_by: Zzleakproposer
source: a
spoils: S01E07
evidence:
  - {id: zzleak-proof, date: 2024-01-08, bears: for, kind: on-screen, source: a,
     text: Zzleakevidence, spoils: S01E07}
verdicts:
  - {date: 2024-01-09, state: confirmed, note: Zzleakverdictofspoiler, resolved_by: zzleak-proof}
---
### Zzleakargumenthead

Zzleakargument.[^1]

![x](../images/zzleak-roof.jpg)

[^1]: Zzleakargumentnote.
""",
    f"{SHOW}season-1/theories/who.md": """\
---
question: Who is it?
proposed: 2024-01-06
evidence:
  - {id: zzleak-shown, date: 2024-01-08, bears: against, kind: on-screen, source: a,
     text: Zzleakshown, spoils: S01E08}
verdicts:
  - {date: 2024-01-09, state: debunked, note: Zzleakoutcome, resolved_by: zzleak-shown, source: a}
---
Somebody.
""",
    f"{SHOW}season-2/index.md": "---\nheadline: Harbor 2\npublished: 2025-01-01\n---\nSoon.\n",
    f"{SHOW}season-2/status.yaml": (
        "- {date: 2025-01-01, release: 2027, confidence: official, source: a}\n"
        "- {date: 2025-02-01, headline: Zzleaksecond, note: Zzleaksecondnote, source: a,\n"
        "   confidence: official, spoils: source}\n"
    ),
    f"{SHOW}season-2/cast.yaml": "ann: {}\n",
    f"{SHOW}season-3/index.md": "---\nheadline: Harbor 3\npublished: 2025-01-01\n---\nLater.\n",
    f"{SHOW}season-3/status.yaml": """\
- {date: 2025-01-01, release: 2028, renewal: renewed, production: filming, confidence: official,
   episode_order: 8, pattern: weekly, source: a}
- {date: 2025-03-01, release: 2031-07-19, production: paused, episode_order: 5563, pattern: daily,
   confidence: official, source: a, spoils: S03E02}
- {date: 2025-04-01, release: 2029, confidence: official, source: a}
""",
    f"{SHOW}season-3/cast.yaml": """\
ann:
  claims:
    - {date: 2025-02-01, status: returning, confidence: official, source: a}
    - {date: 2025-03-01, status: not-returning, confidence: official, source: a, spoils: S03E02}
bo:
  claims:
    - {date: 2025-03-01, status: departing, confidence: official, source: a, spoils: S03E01}
""",
    f"{SHOW}season-4/index.md": "---\nheadline: Harbor 4\npublished: 2025-01-01\n---\nOnce.\n",
    f"{SHOW}season-4/status.yaml": """\
- {date: 2025-01-01, release: 2029, renewal: renewed, confidence: official, source: a}
- {date: 2025-03-01, renewal: concluded, confidence: official, source: a, spoils: S03E08}
""",
    "content/shows/quay/show.yaml": "title: Quay\nnetwork: Aurora\nsummary: More ships.\n",
    "content/shows/quay/cast.yaml": """\
people: {leo: Leo Park, mia: Mia Stone}
characters:
  tom: {name: Tom, played_by: leo}
  zzleak-eve: {name: Zzleakquay, played_by: mia, spoils: S01}
""",
    "content/shows/quay/season-1/index.md": (
        "---\nheadline: Quay\npublished: 2025-01-01\n---\nIslands.\n"
    ),
    "content/shows/quay/season-1/cast.yaml": "tom: {}\nzzleak-eve: {}\n",
}


@dataclass
class Folded(HTMLParser):
    """Reads a page, and notes what is planted outside of a fold, and folds in a wrong state."""

    found: list[str] = field(default_factory=list)
    shown: set[str] = field(default_factory=set)
    _elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self._elements.append((tag, values))
        self._look(" ".join(values.values()), tag)
        if "data-spoils" in values:
            # Where nobody says how far readers have watched, nothing is taken as known.
            levels = ["-1", *(one["data-seen"] for _, one in self._elements if "data-seen" in one)]
            seen = float("inf") if levels[-1] == "all" else float(levels[-1])
            if ("open" in values) is not is_known(values["data-spoils"], seen):
                self.found.append(f"fold for {values['data-spoils']} where {levels[-1]} is known")

    def handle_endtag(self, tag: str) -> None:
        while self._elements and self._elements.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        self._look(data, self._elements[-1][0] if self._elements else "")

    def handle_comment(self, data: str) -> None:
        self._look(data, "comment")

    def _look(self, text: str, place: str) -> None:
        words = PLANTED.findall(unquote(text))
        is_folded = any(
            tag == "details" and values.get("data-spoils", "none") not in HARMLESS
            for tag, values in self._elements
        )
        is_summary = any(tag == "summary" for tag, _ in self._elements)
        self.shown |= {word.lower() for word in words}
        if words and (not is_folded or is_summary):
            self.found += [f"{word} in <{place}>" for word in words]


def marked(value: Any, *, inside: bool = False) -> Iterator[str]:
    """Yield what is planted in JSON outside of objects that say what they give away."""
    if isinstance(value, dict):
        spoils = value.get("spoils")
        inside = inside or (isinstance(spoils, str) and spoils not in HARMLESS)
        for key, inner in value.items():
            yield from marked(key, inside=inside)
            yield from marked(inner, inside=inside)
    elif isinstance(value, list):
        for inner in value:
            yield from marked(inner, inside=inside)
    elif not inside:
        yield from PLANTED.findall(str(value))


def told(path: Path, data: bytes) -> Iterator[str]:
    """Yield what a file of any kind tells outside of the places for spoilers."""
    if path.suffix == ".gz":
        yield from told(path.with_suffix(""), gzip.decompress(data))
    elif path.suffix == ".br":
        yield from told(path.with_suffix(""), brotli.decompress(data))
    elif path.suffix == ".html":
        page = Folded()
        page.feed(data.decode())
        yield from page.found
    elif path.suffix in (".json", ".webmanifest"):
        yield from marked(json.loads(data))
    elif path.suffix in PICTURES:
        image = Image.open(BytesIO(data))
        words = f"{data.decode('latin-1')} {image.info} {dict(image.getexif())}"
        # Who made a picture, and how it may be used, travels with it wherever it goes.
        yield from set(PLANTED.findall(words)) - {"Zzleakcredit", "Zzleaklicense"}
    else:
        # A line of a calendar may be broken anywhere (RFC 5545, section 3.1).
        text = data.decode("latin-1").replace("\r\n ", "").replace("\r\n\t", "")
        yield from PLANTED.findall(unquote(text))


def leaks(build: Path) -> dict[str, list[str]]:
    """Return what each file of a build gives away in the open."""
    found: dict[str, list[str]] = {}
    for path in sorted(file for file in build.rglob("*") if file.is_file()):
        name = str(path.relative_to(build))
        given_away = [*PLANTED.findall(name), *told(path, path.read_bytes())]
        if CODE.search(name):
            given_away = [one for one in given_away if not re.fullmatch(VALUES, one, re.I)]
        if given_away:
            found[name] = sorted(set(given_away))
    return found


@pytest.fixture
def build(make_project: Callable[..., Path], run: Callable[..., Any]) -> Callable[[str], Path]:
    """Build the planted site with a default level."""

    def call(spoilers: str) -> Path:
        settings = f"{FILES['content/site.yaml']!s}spoilers: {spoilers}\n"
        root = make_project({**FILES, "content/site.yaml": settings})
        outcome = run("build", "--today", "2026-11-22", "--jobs", "1")
        assert outcome.code == 0, outcome.stderr
        return root / "build"

    return call


@pytest.mark.parametrize("spoilers", ["earlier-seasons", "nothing", "everything"])
def test_nothing_planted_is_told_in_the_open(build: Callable[[str], Path], spoilers: str) -> None:
    """No page, feed, calendar, card, address or file name tells what must be opened."""
    assert leaks(build(spoilers)) == {}


def test_everything_planted_can_be_read(build: Callable[[str], Path]) -> None:
    """What is planted is on the pages, so that the other test looks for something."""
    page, built = Folded(), build("earlier-seasons")
    for file in built.rglob("*.html"):
        page.feed(file.read_text())

    planted = {word.lower() for text in FILES.values() for word in PLANTED.findall(str(text))}
    planted = {word.replace("not-", "not ") for word in planted}
    # Ids, and what pages do not show: other names of a part, who said what of it.
    elsewhere = {"zzleak", "zzleakexif", "zzleakaka", "zzleakcastby", "zzleakcastbecause"}
    assert planted - page.shown - elsewhere == set()
    season = json.loads((built / "api/v1/shows/harbor/season-3.json").read_text())
    assert [(one["axis"], one["spoils"]) for one in season["standing"]][:4] == [
        ("renewal", "none"),
        ("production", "none"),
        ("production", "S03E02"),
        ("release", "none"),
    ]
    assert [(one["after"]["edtf"], one["spoils"]) for one in season["moves"]] == [
        ("2029", "none"),
        ("2031-07-19", "S03E02"),
        ("2029", "S03E02"),
    ]
    assert {one["state"] for one in season["claims"] if one["axis"] == "pattern"} == {"current"}


def test_planting_leaves_no_text_out(make_project: Callable[..., Path]) -> None:
    """Every model that has `spoils` is there, and each of its texts has a word in it."""
    root = make_project(FILES)
    listed, _ = discover_content(root, PurePosixPath("content"))
    assert load_settings(root, listed.site)[0] is not None
    shows = [load_show(root, files)[0] for files in listed.shows]

    spoiling = [model for model in _models(shows) if _spoils(model)]
    bare = {
        f"{type(model).__name__}.{key}"
        for model in spoiling
        for key in _texts(type(model))
        if not PLANTED.search(str(getattr(model, key) or ""))
    }
    full = {
        f"{type(model).__name__}.{key}"
        for model in spoiling
        for key in _texts(type(model))
        if PLANTED.search(str(getattr(model, key) or ""))
    }
    known = {model for model in _all_models() if "spoils" in model.model_fields}
    assert {type(model) for model in spoiling} == known
    assert bare - full - OPEN_KEYS - {"Episode.title", "Episode.original_title"} == set()


def _all_models() -> Iterator[type[ContentModel]]:
    waiting = [ContentModel]
    while waiting:
        kinds = waiting.pop().__subclasses__()
        yield from kinds
        waiting += kinds


def _texts(model: type[ContentModel]) -> list[str]:
    """Return the keys that hold words of the editor's own."""
    return [
        key
        for key, info in model.model_fields.items()
        if str(info.annotation) in ("<class 'str'>", "str | None", "typing.Optional[str]")
        and not any(type(one).__name__ in ("BeforeValidator", "TextForm") for one in info.metadata)
        and key not in ("spoils", "date", "language", "at", "resolved_by")
        and info.annotation is not Slug
    ]


def _spoils(model: ContentModel) -> bool:
    position = getattr(model, "spoils", "none")
    # Without a word of its own a fate, a summary or a verdict gives away what it is about.
    return position not in HARMLESS


def _models(value: Any) -> Iterator[ContentModel]:
    if isinstance(value, ContentModel):
        yield value
        yield from (one for key in type(value).model_fields for one in _models(getattr(value, key)))
    elif isinstance(value, Mapping):
        yield from (one for inner in value.values() for one in _models(inner))
    elif isinstance(value, list | tuple):
        yield from (one for inner in value for one in _models(inner))
    elif hasattr(value, "__struct_fields__") and not isinstance(value, date):
        yield from (one for key in value.__struct_fields__ for one in _models(getattr(value, key)))
