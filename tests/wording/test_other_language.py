"""A site in another language has no word of English left: each message is marked and found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import html5lib
import pytest
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

CATALOGUE = Path(__file__).parents[2] / "src/seasontracker/wording/catalogues/seasontracker.pot"
LANGUAGE = "eo"

SHOW = """
title: Zzbanko
original_title: Zzoriginalo
also_known_as: Zzalinomo
language: ko
country: KR
network: Zzreto
type: scripted
genres: [Zzdramo]
summary: Zzresumo.
setting: Zzloko
premiered: 2022-01-28
crew:
  - {name: Zzdirektoro, role: director, source: zz-press}
  - {name: Zzkreinto, role: creator}
production_companies: [Zzkompanio]
source_material: {title: Zzlibro, kind: zzromano, author: Zzauxtoro, source: zz-press}
official_site: https://example.org/zz
ids: {imdb: tt0000001, wikidata: Q1}
"""
SOURCES = """
zz-press:
  publisher: Zzgazeto
  title: Zzartikolo
  url: https://example.org/a
  published: 2025-03
  tier: press
  archived_url: https://example.org/b
  language: ko
zz-official: {publisher: Zzreto, title: Zzsciigo, tier: official}
"""
CAST = """
people: {zz-ana: Zzana, zz-bo: Zzbo}
characters:
  zz-one: {name: Zzunu, played_by: zz-ana, description: Zzpriskribo, also_known_as: Zzkromnomo}
  zz-two: {name: Zzdu, played_by: zz-bo, billing: recurring}
  zz-three: {played_by: [zz-ana, zz-bo], billing: guest, spoils: S02}
"""
STATUS = """
- {date: 2025-01-10, renewal: renewed, confidence: official, source: zz-official, quote: Zzcitajxo,
   by: Zziu, note: Zznoto}
- {date: 2025-02, production: filming, confidence: reported, source: zz-press}
- {date: 2025-03-01, release: 2025-H2, confidence: speculation, because: Zzkialo, source: zz-press}
- {date: 2025-04-01, release: 2026-Q4, confidence: reported, source: zz-press}
- {date: 2025-05-01, release: early 2027, confidence: reported, source: zz-press, alongside: true}
- {date: 2025-06-01, headline: Zztitolo, confidence: rumour, source: zz-press}
- {date: 2025-07-01, episode_order: 8, pattern: weekly, confidence: listing, source: zz-press}
"""
SEASON_CAST = """
zz-one:
  claims: [{date: 2025-02-01, status: returning, confidence: official, source: zz-official,
            note: Zznoto}]
  fate: {state: dead, note: Zzsorto}
zz-two:
  claims: [{date: 2025-03-01, status: new, confidence: reported, source: zz-press}]
zz-three:
  claims: [{date: 2025-03-01, status: not-returning, confidence: speculation, because: Zzkialo}]
"""
MEDIA = """
videos:
  zz-teaser: {title: Zzfilmeto, video_id: abcdefghijk, kind: teaser, published: 2025-08-01,
              description: Zzpriskribo, channel: Zzkanalo, duration: 90, source: zz-press}
  zz-clip: {title: Zzpeco, video_id: abcdefghijk, kind: clip, published: 2025-08-02, spoils: S02}
images:
  zz-picture: {file: images/zz.svg, alt: Zzbildo, caption: Zzteksto, credit: Zzpentristo,
               license: CC-BY-4.0, license_url: "https://creativecommons.org/licenses/by/4.0/"}
  zz-spoiler: {file: images/zz.svg, alt: Zzbildo, credit: Zzpentristo, license: Zzlibera,
               license_url: "https://zz.example/",
               spoils: S02}
offers:
  - {provider: Zzreto, type: subscription, region: [KR, JP], note: Zznoto, checked: 2025-09-01,
     source: zz-press}
  - {provider: Zzkanalo, type: rent, region: "*", starts: 2026-Q1, ends: 2027, season: 1}
"""
THEORY = """---
question: Zzdemando?
claim: Zzaserto.
title: Zzteorio
proposed: 2025-01
proposed_by: Zziu
source: zz-press
evidence:
  - {id: zz-a, date: 2025-02, bears: for, kind: interview, text: Zzpor., source: zz-press}
  - {id: zz-b, date: 2025-03, bears: against, kind: on-screen, text: Zzkontraux., at: S01E03}
  - {id: zz-c, date: 2025-04, bears: neutral, kind: marketing, text: Zzegale.}
verdicts:
  - {date: 2025-05, state: contested, note: Zznoto}
  - {date: 2025-09, state: debunked, resolved_by: zz-b, note: Zznoto}
---

Zzargumento zzpruvo.
"""
FRONT = """---
headline: Zztitolego
deck: Zzsubtitolo
authors: [zz-author]
published: 2025-01-11
revisions: [{date: 2025-10-01, note: Zzrevizio}]
picture: zz-picture
quote: {text: Zzcitajxo, speaker: Zzparolanto, note: Zznoto, source: zz-press}
synopsis: {text: Zzresumo., source: zz-official, date: 2025-02-01}
key_facts:
  - {label: Zzetikedo, value: Zzvaloro, source: zz-press, date: 2025-02}
  - {label: Zzalia, value: Zzsekreto, spoils: S02}
tags: [Zzvorto]
---
"""
PROSE = """
Zzprozo [@zz-press] zzkun [!speculation] Zznoto.[^1]

[^1]: Zzpiednoto.

## Zzsekcio

::: aside
Zzflanke.
:::

::: correction
Zzkorekto.
:::

::: spoiler S02E01
Zzsekreto.
:::

::: spoiler source
Zzsekreto.
:::

::: image zz-picture

::: image zz-spoiler

::: video zz-clip

::: theory zz-theory
"""
EPISODES = """
- {number: 1, title: Zzunua, original_title: Zzoriginalo, airdate: 2022-01-28, runtime: 60,
   summary: Zzresumo., source: zz-press}
- {number: 2, title: Zzdua, airdate: 2022-02-04, runtime: 61}
- {number: 3, title: Zztria}
"""
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9" width="16" height="9"/>'
OTHER_SHOWS = {
    "zz-cancelled": "- {date: 2024-02, renewal: cancelled, confidence: official, source: zz-x}\n",
    "zz-dated": "- {date: 2025-02, release: 2027-05-01, confidence: official, source: zz-x}\n",
    "zz-airing": "- {date: 2025-02, release: 2025-10-28, pattern: weekly, episode_order: 8,"
    " confidence: official, source: zz-x}\n",
    "zz-overdue": "- {date: 2024-02, release: 2025, confidence: official, source: zz-x,"
    " production: post-production}\n",
    "zz-planned": "- {date: 2024-02, production: writing, confidence: rumour, source: zz-x}\n",
    "zz-silent": None,
}


def files() -> dict[str, str]:
    """Return a project whose own words all begin with `Zz`."""
    show, season = "content/shows/zz-banko", "content/shows/zz-banko/season-2"
    found = {
        "content/site.yaml": (
            "title: Zzejo\nbase_url: https://example.org\ntagline: Zzdevizo\n"
            f"description: Zzpriskribo.\nlanguage: {LANGUAGE}\n"
            "publisher: {name: Zzeldonisto}\n"
            "authors: {zz-author: {name: Zzverkisto, role: Zzrolo}}\n"
            "checks: {unofficial-source: off, repeated-alt: off, undated-source: off,"
            " silent-season: off}\n"
        ),
        "content/sources.yaml": "zz-x: {publisher: Zzgazeto, title: Zzartikolo, tier: trade}\n",
        f"{show}/show.yaml": SHOW,
        f"{show}/sources.yaml": SOURCES,
        f"{show}/cast.yaml": CAST,
        f"{show}/season-1/index.md": FRONT.replace("picture: zz-picture\n", "") + "\nZzprozo.\n",
        f"{show}/season-1/status.yaml": (
            "- {date: 2022-01-10, release: 2022-01-28, pattern: weekly, episode_order: 3,"
            " confidence: official, source: zz-official}\n"
        ),
        f"{show}/season-1/episodes.yaml": EPISODES,
        f"{season}/index.md": FRONT + PROSE,
        f"{season}/status.yaml": STATUS,
        f"{season}/cast.yaml": SEASON_CAST,
        f"{season}/media.yaml": MEDIA,
        f"{season}/theories/zz-theory.md": THEORY,
        f"{season}/theories/zz-other.md": THEORY.replace("title:", "spoils: S02\ntitle:"),
        f"{season}/images/zz.svg": PICTURE,
    }
    for slug, status in OTHER_SHOWS.items():
        folder = f"content/shows/{slug}"
        found[f"{folder}/show.yaml"] = f"title: Zz{slug[3:]}\nnetwork: Zzreto\nsummary: Zzresumo.\n"
        found[f"{folder}/season-1/index.md"] = (
            "---\nheadline: Zztitolo\npublished: 2024-01-01\n---\n\nZzprozo.\n"
        )
        if status:
            found[f"{folder}/season-1/status.yaml"] = status
    return found


def marked(text: Any) -> Any:
    """Return a message, or its plural forms, in brackets that no content has."""
    return tuple(f"⟦{one}⟧" for one in text) if isinstance(text, tuple) else f"⟦{text}⟧"


def write_marked_catalogue(path: Path) -> None:
    """Write a translation of every message to itself, in brackets."""
    translated = Catalog(locale=LANGUAGE)
    with CATALOGUE.open("rb") as stream:
        for message in read_po(stream):
            if message.id:
                translated.add(message.id, marked(message.id), context=message.context)
    path.parent.mkdir()
    with path.open("wb") as stream:
        write_po(stream, translated)


SEVERANCE = ("content/shows/severance/show.yaml", "content/shows/severance/season-1/index.md")
"""What the minimal project has of its own."""
NOT_SHOWN = {"script", "style", "template", "noscript"}
SPOKEN = ("aria-label", "alt", "title", "placeholder", "aria-description", "aria-roledescription")
META = {"description", "og:title", "og:description", "og:image:alt", "twitter:title"}


def spoken(tree: Any) -> Iterator[tuple[str, str]]:
    """Yield every attribute of a page that somebody hears or sees, with its place."""
    for element in tree.iter():
        for name in SPOKEN:
            if element.get(name):
                yield f"<{element.tag} {name}>", element.get(name)
        if element.tag == "meta" and (element.get("name") or element.get("property")) in META:
            yield "<meta>", element.get("content") or ""


def read(element: Any) -> Iterator[tuple[str, str]]:
    """Yield every text of a page that somebody sees, in order, with its place."""
    if not isinstance(element.tag, str) or element.tag in NOT_SHOWN:
        return
    yield f"<{element.tag}>", element.text or ""
    for child in element:
        yield from read(child)
        yield f"<{element.tag}>", child.tail or ""


def outside(text: str, depth: int = 0) -> tuple[str, int]:
    """Return what stands outside of messages, and how many are open at its end."""
    kept = []
    for letter in text:
        depth += (letter == "⟦") - (letter == "⟧")
        kept.append(letter if depth == 0 and letter != "⟧" else " ")
    return "".join(kept), depth


def unmarked(tree: Any) -> Iterator[tuple[str, str]]:
    """Yield the texts of a page that no message holds; a message may hold elements."""
    for place, text in spoken(tree):
        yield place, outside(text)[0]
    depth = 0
    for place, text in read(tree):
        kept, depth = outside(text, depth)
        yield place, kept


def _names_of_the_language() -> set[str]:
    """Return the words that CLDR has for months, countries and languages."""
    locale = Locale(LANGUAGE)
    names = {*locale.territories.values(), *locale.languages.values()}
    for form in locale.months.values():
        for width in form.values():
            names |= set(width.values())
    return {str(name) for name in names if len(str(name)) > 1}


OWN = re.compile(
    r"\bzz\w*|\bz\b|example\.org|CC-BY-4\.0|\bS\d\d(E\d\d)?\b|\b(kaj|aŭ|UTC|YouTube)\b",
    re.IGNORECASE,
)
"""Words of the content, and what is the same in every language."""


def english_in(text: str, names: set[str]) -> str:
    """Return the words of a text that are neither of the content nor from CLDR."""
    text = OWN.sub(" ", text)
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, " ")
    return " ".join(re.findall(r"[^\W\d_]+", text))


@pytest.fixture
def pages(
    make_project: Callable[[Mapping[str, str | None]], Path], run: Callable[..., Any]
) -> Path:
    """Build the site in the marked language and return its folder."""
    project = make_project({**dict.fromkeys(SEVERANCE), **files()})
    write_marked_catalogue(project / f"locale/{LANGUAGE}.po")
    outcome = run("build", "--today", "2025-11-20", "--jobs", "1", "--quiet")
    assert (outcome.code, outcome.headlines) == (0, []), outcome.stderr
    return project / "build"


def test_no_page_kind_has_a_word_that_is_not_from_the_catalogue(pages: Path) -> None:
    """Whatever the program itself says on a page can be translated."""
    names = _names_of_the_language()
    found: dict[str, str] = {}
    kinds = sorted(pages.rglob("*.html"))
    assert len(kinds) == 7 + 3 + 3 * len(OTHER_SHOWS) + 1
    for page in kinds:
        tree = html5lib.parse(page.read_text(encoding="utf-8"), namespaceHTMLElements=False)
        for place, text in unmarked(tree):
            if left := english_in(text, names):
                found.setdefault(f"{place} {left}", str(page.relative_to(pages)))

    assert found == {}


def test_what_is_looked_for_is_found() -> None:
    """A word outside of a message is seen in text, in attributes and beside a message."""
    page = (
        '<p aria-label="Play ⟦Zzfilmo⟧">⟦Zzunu <a>du</a>⟧ more, Zztri, Januaro 2025</p>'
        "<script>var x</script>"
    )
    tree = html5lib.parse(page, namespaceHTMLElements=False)

    left = [english_in(text, _names_of_the_language()) for _, text in unmarked(tree)]
    assert [one for one in left if one] == ["Play", "more"]


def test_page_says_its_language(pages: Path) -> None:
    """A page in another language says so."""
    article = (pages / "shows/zz-banko/season-2/index.html").read_text(encoding="utf-8")

    assert f'<html lang="{LANGUAGE}"' in article


def test_no_list_of_many_pages_has_a_word_that_is_not_from_the_catalogue(
    make_project: Callable[[Mapping[str, str | None]], Path], run: Callable[..., Any]
) -> None:
    """Nor do the pages that only a site with many shows has."""
    many: dict[str, str | None] = dict.fromkeys(SEVERANCE)
    # Two hundred cards would say what one says.
    many["content/site.yaml"] = files()["content/site.yaml"] + "social_cards: no\n"
    for number in range(210):
        show = f"content/shows/zz-{number}"
        many[f"{show}/show.yaml"] = f"title: Zz{number}\nnetwork: Zzreto\nsummary: Zzfilmo.\n"
        many[f"{show}/season-1/index.md"] = (
            "---\nheadline: Zztitolo\npublished: 2022-02-18\n---\n\nZzteksto.\n"
        )
        many[f"{show}/season-1/theories/zz.md"] = (
            "---\nquestion: Zzkial?\nproposed: 2022-03-01\n---\n\nZz.\n"
        )
    project = make_project(many)
    write_marked_catalogue(project / f"locale/{LANGUAGE}.po")
    outcome = run("build", "--today", "2025-11-20", "--quiet")
    assert (outcome.code, outcome.headlines) == (0, []), outcome.stderr

    names = _names_of_the_language()
    lists = (
        *("index", "404", "shows/page-2/index", "calendar/index", "scorecard/index"),
        *("calendar/without-a-date/page-2/index", "networks/zzreto/index", "theories/index"),
        "theories/open/page-2/index",
    )
    found: dict[str, str] = {}
    for name in lists:
        page = (project / f"build/{name}.html").read_text(encoding="utf-8")
        tree = html5lib.parse(page, namespaceHTMLElements=False)
        for place, text in unmarked(tree):
            if left := english_in(text, names):
                found.setdefault(f"{place} {left}", name)

    assert found == {}
