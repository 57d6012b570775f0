"""The shipped article as it would have stood on three days, from the library and from the pages."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import html5lib
import pytest
from msgspec.structs import replace

from seasontracker.clock import Clock
from seasontracker.models.vocabulary import CastStatus, Production, Renewal
from seasontracker.site.load import LoadedShow, load_settings, load_show
from seasontracker.sources import discover_content
from seasontracker.tracking.answer import short_answer
from seasontracker.tracking.changes import season_changes
from seasontracker.tracking.release import ReleaseState
from seasontracker.tracking.season import SeasonContent, SeasonStanding, track_season
from seasontracker.tracking.windows import WindowFate
from seasontracker.wording.answers import Topic, say_answer
from seasontracker.wording.catalogue import load_words

CONTENT = Path(__file__).parents[1] / "content"
SHOW = "all-of-us-are-dead"
ANSWERS = {
    "2023-06-30": [
        "All of Us Are Dead has been renewed for season 2; filming has not begun,"
        " according to press reports.",
        "There is no official release date; a release in the first half of 2024 is only a guess.",
        "There is no trailer yet.",
    ],
    "2024-07-15": [
        "All of Us Are Dead has been renewed for season 2; filming has not begun,"
        " according to press reports.",
        "There is no official release date; reports point to a release in 2026 or later.",
        "An earlier guess at a release in the first half of 2024 has not come true.",
    ],
    "2026-11-22": [
        "All of Us Are Dead has been renewed for season 2; filming is finished,"
        " according to press reports.",
        "There is no official release date, and the reported windows disagree.",
        "Earlier reports of a release in the second half of 2025 have not come true.",
    ],
}


@pytest.fixture(scope="module")
def shown() -> LoadedShow:
    """Return the shipped show."""
    listed, _ = discover_content(CONTENT.parent, PurePosixPath("content"))
    (files,) = (one for one in listed.shows if one.slug == SHOW)
    loaded, findings = load_show(CONTENT.parent, files)
    assert loaded is not None
    assert [finding for finding in findings if not finding.code.is_warning] == []
    return loaded


@pytest.fixture
def season_on(shown: LoadedShow) -> Callable[[str], tuple[SeasonStanding, Clock]]:
    """Return season 2 as it stands on a day, and the clock that was asked."""
    listed, _ = discover_content(CONTENT.parent, PurePosixPath("content"))
    settings, _ = load_settings(CONTENT.parent, listed.site)
    assert settings is not None
    season_1, season_2 = shown.seasons

    def stand(today: str) -> tuple[SeasonStanding, Clock]:
        clock = Clock(date.fromisoformat(today))
        content = SeasonContent(
            number=2,
            season=season_2.season.value,
            claims=season_2.claims.value if season_2.claims else (),
            cast=season_2.cast.value if season_2.cast else {},
            episodes=season_2.episodes.value if season_2.episodes else (),
            videos=season_2.media.value.videos if season_2.media else {},
            theories=[(one.slug, one.theory.value) for one in season_2.theories],
        )
        first = replace(
            content,
            number=1,
            season=season_1.season.value,
            claims=season_1.claims.value if season_1.claims else (),
            cast=season_1.cast.value if season_1.cast else {},
            episodes=season_1.episodes.value if season_1.episodes else (),
        )
        before = track_season(first, clock, settings.value, previous=None)
        return track_season(content, clock, settings.value, previous=before), clock

    return stand


Stand = Callable[[str], tuple[SeasonStanding, Clock]]


@pytest.mark.parametrize("today", ANSWERS)
def test_answer_is_that_of_the_day(season_on: Stand, today: str) -> None:
    """The library gives the short answer of any day."""
    season, _ = season_on(today)
    topic = Topic("All of Us Are Dead", "season 2", "Netflix")

    said = say_answer(load_words("en-GB"), short_answer(season), topic)
    assert [sentence.text for sentence in said] == ANSWERS[today]


def test_middle_of_2023_knows_a_renewal_and_a_guess(season_on: Stand) -> None:
    """A year after the renewal filming has not begun, there is no trailer, and 2024 is a guess."""
    season, _ = season_on("2023-06-30")

    assert season.axes.renewal.value is Renewal.RENEWED
    assert season.axes.production.value is Production.ANNOUNCED
    assert season.state is ReleaseState.WINDOW
    assert season.axes.release.current is not None
    assert str(season.axes.release.value) == "2024-H1"
    assert season.axes.release.current.confidence.value == "speculation"
    assert not season.has_trailer


def test_guess_has_expired_in_july_2024(season_on: Stand) -> None:
    """Two weeks after the first half of 2024 that guess is over, and nobody had to say so."""
    season, _ = season_on("2024-07-15")

    (guess,) = (one for one in season.windows if str(one.value) == "2024-H1")
    assert (guess.fate, guess.ended) == (WindowFate.EXPIRED, date(2024, 7, 1))
    (earlier,) = (one for one in season_on("2024-06-30")[0].windows if one.entry == guess.entry)
    assert earlier.fate is WindowFate.SUPERSEDED


def test_today_knows_production_cast_and_wrap(season_on: Stand) -> None:
    """The notices of production and casting, and the wrap, are told; a date is not."""
    season, clock = season_on("2026-11-22")

    stages = [step.entry.value for step in season.axes.production.steps]
    assert Production.FILMING in stages
    assert season.axes.production.value is Production.WRAPPED
    assert season.axes.release.is_contested
    assert season.state is ReleaseState.WINDOW
    statuses = {part.character_id: part.status_now for part in season.cast}
    assert statuses["nam-on-jo"] is CastStatus.RETURNING
    assert CastStatus.NEW in statuses.values()
    told = [change for change in season_changes(season, clock) if change.is_significant]
    assert any(change.key.startswith("cast:2025-07-22:returning") for change in told)
    assert season_on("2025-07-21")[0].axes.production.value is not Production.FILMING


def test_article_is_the_same_between_thresholds(season_on: Stand) -> None:
    """On a day before the next threshold nothing has changed, on the threshold something may."""
    season, clock = season_on("2026-11-22")
    changes = season_changes(season, clock)
    assert clock.valid_until == date(2027, 1, 1)

    later, later_clock = season_on("2026-12-31")
    assert (later, season_changes(later, later_clock)) == (season, changes)
    assert season_on("2027-01-01")[0] != season


@dataclass(frozen=True, slots=True)
class Article:
    """What a built article says."""

    answer: list[str]
    facts: dict[str, str]
    windows: list[str]
    """The rows of all time axes."""
    text: str


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _with_class(tree: Any, name: str) -> list[Any]:
    return [one for one in tree.iter() if name in (one.get("class") or "").split()]


def read_article(page: Path) -> Article:
    """Read the short answer, the key facts and all text from a page."""
    tree = html5lib.parse(page.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    answer = []
    for sentence in _with_class(tree, "answer__text"):
        marks = [_text(one) for one in _with_class(sentence, "certainty")]
        answer.append(_text(sentence).removesuffix(" ".join(marks)).strip())
    (facts,) = _with_class(tree, "facts")
    terms = {_text(row.find("dt")): _text(row.find("dd")) for row in facts.iter("div")}
    windows = [_text(row) for row in _with_class(tree, "horizon__row")]
    return Article(answer, terms, windows, _text(tree.find(".//main")))


@pytest.fixture(scope="module")
def article_on(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Article]:
    """Build the shipped site for a day, once, and return its article about season 2."""
    from seasontracker.cli import main  # noqa: PLC0415

    root = tmp_path_factory.mktemp("time-travel")
    shutil.copytree(CONTENT, root / "content")
    built: dict[str, Article] = {}

    def build(today: str) -> Article:
        if today not in built:
            output = root / today
            with pytest.MonkeyPatch.context() as patch:
                patch.chdir(root)
                code = main(
                    ["build", "--quiet", "--preview", "--today", today, "--output", str(output)]
                )
            assert code == 0
            built[today] = read_article(output / f"shows/{SHOW}/season-2/index.html")
        return built[today]

    return build


@pytest.mark.parametrize("today", ANSWERS)
def test_page_gives_the_answer_of_the_day(article_on: Callable[[str], Article], today: str) -> None:
    """`build --today` puts that day's short answer on the page."""
    found = [sentence.replace("\N{NO-BREAK SPACE}", " ") for sentence in article_on(today).answer]

    assert found == ANSWERS[today]


def test_page_of_2023_knows_nothing_of_later_years(article_on: Callable[[str], Article]) -> None:
    """Neither filming nor a cast of 2025 nor a later window is on the page of June 2023."""
    article = article_on("2023-06-30")

    assert article.facts["Production"].startswith("Announced, not yet filming")
    assert article.facts["Trailer"] == "None yet"
    timeline = article.text.partition("Timeline#")[2].partition("#")[0]
    assert "Filming has not begun" in timeline
    assert "In production" not in timeline
    assert "2026" not in timeline


def test_page_of_july_2024_marks_the_guess_as_expired(
    article_on: Callable[[str], Article],
) -> None:
    """The history of the date shows the guess, and that its time has run out."""
    windows = article_on("2024-07-15").windows

    (guess,) = (row for row in windows if row.startswith("First half of 2024"))
    assert "Speculation" in guess
    assert "Expired" in guess
    assert not any("Expired" in row for row in article_on("2023-06-30").windows)


def test_page_of_today_has_no_date(article_on: Callable[[str], Article]) -> None:
    """The page says that filming is finished, who is in the cast, and that no date is official."""
    article = article_on("2026-11-22")

    assert article.facts["Production"].startswith("Filming finished")
    assert "No official date" in article.facts["Release"]
    timeline = article.text.partition("Timeline#")[2]
    for title in ("Filming finished", "In production", "Season renewed"):
        assert title in timeline
    assert "Cast returning: " in article.text
