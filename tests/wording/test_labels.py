"""A word for every word of the vocabularies."""

from __future__ import annotations

import inspect
from enum import Enum

import pytest

from seasontracker.models import vocabulary
from seasontracker.models.vocabulary import (
    Component,
    HostName,
    NetworkKind,
    SpoilerDefault,
    VideoProvider,
    Word,
)
from seasontracker.tracking.fold import StepKind
from seasontracker.tracking.release import ReleaseState
from seasontracker.tracking.status import ShowStatus
from seasontracker.tracking.windows import WindowFate
from seasontracker.wording.catalogue import Words
from seasontracker.wording.labels import LABELS, label

NEVER_SHOWN = {Component, HostName, NetworkKind, SpoilerDefault, VideoProvider}
"""Vocabularies that only decide what is shown."""

VOCABULARIES: list[type[Enum]] = [
    value
    for _, value in inspect.getmembers(vocabulary, inspect.isclass)
    if issubclass(value, Word) and value is not Word and value not in NEVER_SHOWN
]


@pytest.mark.parametrize(
    "words_of", [*VOCABULARIES, ReleaseState, ShowStatus, StepKind, WindowFate]
)
def test_every_word_has_a_label(words: Words, words_of: type[Enum]) -> None:
    """Every word can be shown to readers, with a capital and without a full stop."""
    for word in words_of:
        text = label(words, word)
        assert text == text.strip()
        assert text[0].isupper()
        assert not text.endswith(".")


def test_no_label_is_for_nothing() -> None:
    """Labels belong to the vocabularies listed above."""
    listed = {*VOCABULARIES, ReleaseState, ShowStatus, StepKind, WindowFate}

    assert {type(word) for word in LABELS} == listed
