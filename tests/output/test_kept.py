"""Texts that were rendered are kept by unit, as long as the unit uses them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from seasontracker.output.kept import forget_kept, open_kept


def keep_and_stop(state: Path) -> None:
    with open_kept(state, "texts") as texts:
        texts.keep("show:a", [], {"1": b"one"})
        raise KeyboardInterrupt


def test_texts_are_kept_by_unit(tmp_path: Path) -> None:
    """Each unit has its own, and the next build finds them."""
    with open_kept(tmp_path, "texts") as texts:
        texts.keep("show:a", [], {"1": b"one", "2": b"two"})
        texts.keep("show:b", [], {"1": b"other"})
    with open_kept(tmp_path, "texts") as texts:
        assert texts.of_unit("show:a") == {"1": b"one", "2": b"two"}
        assert texts.of_unit("show:b") == {"1": b"other"}
        assert texts.of_unit("show:c") == {}


def test_texts_that_are_used_no_more_are_forgotten(tmp_path: Path) -> None:
    """What was used or made this time stays; the rest goes, and so do units that are gone."""
    with open_kept(tmp_path, "texts") as texts:
        texts.keep("show:a", [], {"1": b"one", "2": b"two"})
        texts.keep("show:b", [], {"1": b"other"})
        texts.keep("show:a", ["2"], {"3": b"three"})
        texts.forget(["show:b"])

        assert texts.of_unit("show:a") == {"2": b"two", "3": b"three"}
        assert texts.of_unit("show:b") == {}


def test_texts_stay_when_a_build_fails(tmp_path: Path) -> None:
    """What was dear to make is not lost with a build that has errors or is interrupted."""
    with pytest.raises(KeyboardInterrupt):
        keep_and_stop(tmp_path)
    with open_kept(tmp_path, "texts") as texts:
        assert texts.of_unit("show:a") == {"1": b"one"}


def test_texts_without_a_folder_are_not_kept() -> None:
    """A build that is to leave no trace keeps nothing."""
    with open_kept(None, "texts") as texts:
        texts.keep("show:a", [], {"1": b"one"})
        assert texts.of_unit("show:a") == {"1": b"one"}
    with open_kept(None, "texts") as texts:
        assert texts.of_unit("show:a") == {}


def test_what_is_no_text_is_not_handed_out(tmp_path: Path) -> None:
    """What is read are bytes; whether they are those that were written, the reader tells."""
    with open_kept(tmp_path, "texts") as texts:
        texts.keep("show:a", [], {"1": b"one" * 100})
    connection = sqlite3.connect(tmp_path / "texts.sqlite3")
    connection.execute("UPDATE kept SET data = 7")
    connection.commit()
    connection.close()
    with open_kept(tmp_path, "texts") as texts:
        assert texts.of_unit("show:a") == {}


def test_forgotten_texts_are_gone(tmp_path: Path) -> None:
    """The store can be thrown away, whether it is there or not."""
    forget_kept(tmp_path, "texts")
    with open_kept(tmp_path, "texts") as texts:
        texts.keep("show:a", [], {"1": b"one"})
    forget_kept(tmp_path, "texts")
    with open_kept(tmp_path, "texts") as texts:
        assert texts.of_unit("show:a") == {}
