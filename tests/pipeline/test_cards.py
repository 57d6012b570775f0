"""Every page has a card, drawn once."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from seasontracker.pages.views import home, paging
from seasontracker.pipeline import cards

SITE = "title: Seasons\nbase_url: https://example.org/sub/\n"
SEASON = "content/shows/severance/season-1"
STATUS = (
    "- date: 2021-01-01\n  renewal: ordered\n  release: 2022-02-18\n  confidence: official\n"
    "  source: wire\n"
)
RETURNS = "{claims: [{status: returning, date: 2022-01-01, source: wire, confidence: reported}]}\n"
FILES = {
    "content/site.yaml": SITE,
    "content/sources.yaml": "wire: {publisher: Wire}\n",
    f"{SEASON}/status.yaml": STATUS,
}
CARD = re.compile(r'<meta property="og:image" content="https://example.org/sub/(.*?)">')

Run = Callable[..., Any]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows by each drawing that is drawn."""
    found: list[str] = []
    draw = cards.draw_png

    def noted(svg: str, *given: Any, **named: Any) -> bytes:
        found.append(svg)
        return draw(svg, *given, **named)

    monkeypatch.setattr(cards, "draw_png", noted)
    return found


def pages(root: Path) -> dict[str, str]:
    build = root / "build"
    return {file.relative_to(build).as_posix(): file.read_text() for file in build.rglob("*.html")}


def test_every_page_has_its_card(make_project, run: Run) -> None:
    """Each page but the one for wrong addresses names a picture of 1200 by 630 that is there."""
    root = make_project(FILES)
    assert run("build", "--today", "2026-11-22").code == 0

    for path, text in pages(root).items():
        if path == "404.html":
            assert not CARD.search(text)
            continue
        [card] = CARD.findall(text)
        folder = Path(path).parent.as_posix()
        assert re.fullmatch(
            r"[0-9a-f]{10}\.png", Path(card).name.rpartition("/")[2].split(".", 1)[1]
        )
        assert card.startswith(f"assets/cards/{'index' if folder == '.' else folder}.")
        assert '<meta name="twitter:card" content="summary_large_image">' in text
        assert '<meta property="og:image:width" content="1200">' in text
        assert re.search(r'og:image:alt" content="\w', text)
        with Image.open(root / "build" / card) as picture:
            assert picture.size == (1200, 630)


def test_card_says_what_the_page_says(make_project, run: Run, drawn: list[str]) -> None:
    """A season's card has the show's title, the season, the short answer and how sure it is."""
    root = make_project(FILES)
    assert run("build", "--today", "2026-11-22").code == 0
    text = pages(root)["shows/severance/season-1/index.html"]
    [said] = re.findall(r'og:image:alt" content="(.*?)"', text)

    said = said.replace("\N{NO-BREAK SPACE}", " ")
    assert said.startswith("Severance. Season 1. ")
    assert "February 18, 2022" in said
    assert any(">Severance<" in svg and ">Official<" in svg for svg in drawn)


def test_cards_are_drawn_once(make_project, run: Run, drawn: list[str]) -> None:
    """A page made again and a build from nothing draw no card again; another answer does."""
    root = make_project(FILES)
    day = ("--today", "2026-11-22")
    assert run("build", *day).code == 0
    first = len(drawn)
    assert first == len(pages(root)) - 1

    (root / SEASON / "index.md").write_text(
        "---\nheadline: Another\npublished: 2022-02-18\n---\n\nAnother text.\n"
    )
    assert run("build", *day).code == 0
    assert run("build", "--clean", *day).code == 0
    assert len(drawn) == first

    (root / SEASON / "status.yaml").write_text(STATUS.replace("2022-02-18", "2022-02-19"))
    assert run("build", *day).code == 0
    assert first < len(drawn) <= first + 3
    kept = list((root / ".seasontracker/pictures").glob("*/*.png"))
    assert len(kept) == len(list((root / "build").glob("assets/cards/**/*.png"))) == first
    assert run("build", "--verify", *day).code == 0


def test_cards_can_be_switched_off(make_project, run: Run, drawn: list[str]) -> None:
    """A site that wants none has none, and forgets those that it had."""
    root = make_project(FILES)
    assert run("build").code == 0
    (root / "content/site.yaml").write_text(SITE + "social_cards: no\n")
    drawn.clear()
    assert run("build").code == 0

    assert drawn == []
    assert not list((root / "build").glob("assets/cards"))
    assert not list((root / ".seasontracker/pictures").glob("*/*.png"))
    for text in pages(root).values():
        assert "og:image" not in text
        assert '<meta name="twitter:card" content="summary">' in text


def test_check_draws_nothing(make_project, run: Run, drawn: list[str]) -> None:
    """A check is as quick with cards as without."""
    make_project(FILES)
    assert run("check").code == 0

    assert drawn == []


def test_pages_of_a_list_share_a_card(
    make_project, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second page of a list is shared with the picture of the first."""
    for module in (paging, home):
        monkeypatch.setattr(module, "PER_PAGE", 1)
    show = "title: Silo\nnetwork: A\nsummary: B.\n"
    root = make_project({**FILES, "content/shows/silo/show.yaml": show})
    assert run("build").code == 0
    built = pages(root)

    assert CARD.findall(built["shows/index.html"]) == CARD.findall(built["shows/page-2/index.html"])
    assert not list((root / "build/shows/page-2").glob("card*"))


def test_what_cards_cannot_name_is_told(make_project, run: Run, drawn: list[str]) -> None:
    """A site, network or person whose letters the fonts lack is a warning, each time."""
    root = make_project(
        {
            **FILES,
            "content/site.yaml": SITE.replace("Seasons", "季刊"),
            "content/shows/severance/show.yaml": "title: Severance\noriginal_title: 人生切割术\n"
            "network: {name: 网络}\nsummary: S.\n",
            "content/shows/severance/cast.yaml": "people:\n  a: {name: 亚当}\n  b: {name: 本}\n"
            "characters:\n"
            "  mark: {name: Mark, played_by: a}\n  helly: {name: Helly, played_by: b}\n",
            **{
                f"content/shows/severance/season-{number}/{name}": text
                for number in (1, 2)
                for name, text in {
                    "index.md": "---\nheadline: H\npublished: 2022-02-18\n---\n",
                    "cast.yaml": f"mark: {RETURNS}",
                }.items()
            },
            f"{SEASON}/cast.yaml": f"mark: {RETURNS}helly: {RETURNS}",
        }
    )
    wanted = [
        "content/shows/severance/cast.yaml:2:13: warning[ST812] undrawn-card: our fonts lack "
        "`亚`, `当`, so the person's page gets no social card",
        "content/shows/severance/show.yaml:3:17: warning[ST812] undrawn-card: our fonts lack "
        "`网`, `络`, so social cards leave out what names the network",
        "content/site.yaml:1:8: warning[ST812] undrawn-card: our fonts lack "
        "`季`, `刊`, so social cards do not name the site",
    ]

    for _ in range(2):
        outcome = run("build", "--today", "2026-11-22")
        assert outcome.code == 0
        assert [line for line in outcome.stderr.splitlines() if "ST812" in line] == wanted
    # The season is named without the title that the fonts lack.
    assert any(">Season 2<" in svg for svg in drawn)
    with (root / "content/site.yaml").open("a") as file:
        file.write("checks: {ST812: off}\n")
    assert "ST812" not in run("build", "--today", "2026-11-22").stderr


def test_site_that_wants_no_cards_is_told_nothing_of_them(make_project, run: Run) -> None:
    """Without cards, letters are nobody's business; a comment says the same where it stands."""
    title = SITE.replace("Seasons", "季刊")
    root = make_project({"content/site.yaml": f"{title}social_cards: no\n"})
    assert "ST812" not in run("check").stderr

    off = title.replace("季刊", "季刊 # st: off ST812 because it is our name")
    (root / "content/site.yaml").write_text(off)
    assert run("check").stderr == ""
