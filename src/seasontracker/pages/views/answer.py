"""The short answer at the head of an article."""

from __future__ import annotations

from msgspec import Struct

from seasontracker.pages.views.context import PageContext
from seasontracker.pages.views.horizon import Horizon
from seasontracker.pages.views.marks import Mark, confidence_mark, sentence_case
from seasontracker.pages.views.names import season_within
from seasontracker.pages.views.windows import standing_horizon
from seasontracker.tracking.answer import short_answer
from seasontracker.tracking.season import SeasonStanding
from seasontracker.wording.answers import SaidSentence, Topic, say_answer


class AnswerSentence(Struct, frozen=True):
    """A sentence of the short answer."""

    text: str
    mark: Mark


class Answer(Struct, frozen=True):
    """The short answer at the head of an article."""

    sentences: tuple[AnswerSentence, ...]
    mark: Mark
    is_contested: bool
    horizon: Horizon | None

    @property
    def text(self) -> str:
        return " ".join(sentence.text for sentence in self.sentences)


def say_short_answer(
    context: PageContext, season: SeasonStanding
) -> tuple[tuple[SaidSentence, ...], Mark]:
    """Return the short answer's sentences, and the certainty of the whole."""
    answer = short_answer(season)
    show = context.unit.loaded.show.value
    name = season_within(context.words, season.number, season.season.name)
    topic = Topic(show.title, name, show.network.name)
    said = tuple(
        SaidSentence(sentence_case(sentence.text), sentence.confidence)
        for sentence in say_answer(context.words, answer, topic)
    )
    return said, confidence_mark(context.words, answer.confidence)


def answer_view(context: PageContext, season: SeasonStanding) -> Answer:
    """Return the short answer with the bars of the windows that stand."""
    said, mark = say_short_answer(context, season)
    return Answer(
        sentences=tuple(
            AnswerSentence(one.text, confidence_mark(context.words, one.confidence)) for one in said
        ),
        mark=mark,
        is_contested=season.axes.release.is_contested,
        horizon=standing_horizon(context, season),
    )
