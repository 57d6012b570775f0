"""Compiled pages come back from the cache as they were, whatever their views hold."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup
from msgspec import Struct, defstruct

from seasontracker.codec import pack_named, squeeze, unpack_named
from seasontracker.pages.views.article import Block, PictureView, TocEntry
from seasontracker.pages.views.head import Head
from seasontracker.pipeline import worker
from seasontracker.pipeline.build import build_site
from seasontracker.pipeline.kept_pages import KeptPages, keep_pages, kept_pages
from seasontracker.pipeline.options import BuildOptions
from seasontracker.pipeline.pages import PageContent
from seasontracker.project import find_project
from seasontracker.rows import DamageError

ROOT = Path(__file__).parents[2]
VIEWS = "seasontracker.pages.views"
PICTURE = PictureView("roof", "/roof.svg", 16, 9, "Roof", "", "Kim", "CC0", "")


def differences(one: Any, other: Any, place: str = "page") -> Iterator[str]:
    """Yield each place where two values differ, or their types: `0` is not printed as `0.0`."""
    if type(one) is not type(other):
        yield f"{place} is {one!r} ({type(one).__name__}), and comes back as {other!r}"
    elif isinstance(one, Struct):
        for name in one.__struct_fields__:
            yield from differences(getattr(one, name), getattr(other, name), f"{place}.{name}")
    elif isinstance(one, (tuple, list)):
        if len(one) != len(other):
            yield f"{place} has {len(one)} items, and comes back with {len(other)}"
        for index, (left, right) in enumerate(zip(one, other, strict=False)):
            yield from differences(left, right, f"{place}[{index}]")
    elif one != other:
        yield f"{place} is {one!r}, and comes back as {other!r}"


def unfit(value: Any, place: str = "page") -> Iterator[str]:
    """Yield each place that holds what cannot be kept."""
    if isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from unfit(getattr(value, name), f"{place}.{name}")
    elif type(value) in (tuple, list, frozenset):
        for index, one in enumerate(value):
            yield from unfit(one, f"{place}[{index}]")
    else:
        try:
            pack_named(defstruct("Holder", [("value", type(value))])(value))
        except (TypeError, NotImplementedError):
            yield f"{place} is a {type(value).__name__}, which cannot be kept"


def keep_strictly(pages: KeptPages) -> bytes:
    """Keep pages, and fail unless they come back as they were."""
    try:
        data = keep_pages(pages)
    except (TypeError, NotImplementedError) as error:
        raise AssertionError(f"{error}; {next(unfit(pages), '')}") from error
    assert next(differences(pages, kept_pages(data)), "") == ""
    return data


@pytest.mark.parametrize("site", ["content", "tests/sites/full", "tests/sites/minimal"])
@pytest.mark.parametrize("today", ["2019-01-01", "2026-11-22", "2031-06-05"])
def test_views_of_whole_sites_come_back_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, site: str, today: str
) -> None:
    """What the pages of every show are printed from is data, down to the last number."""
    source = ROOT / site if site != "content" else ROOT
    shutil.copytree(source / "content", tmp_path / "content")
    kept: list[bytes] = []

    def keep(pages: KeptPages) -> bytes:
        kept.append(keep_strictly(pages))
        return kept[-1]

    monkeypatch.setattr(worker, "keep_pages", keep)
    options = BuildOptions(today=today, jobs=1)
    report = build_site(find_project(tmp_path), options, lambda stage, done, total: None)

    assert report.published is not None, list(report.log)
    assert len(kept) == report.shows


def head() -> Head:
    return Head("Title", "Title", "Words", "https://example.org/", "article")


def kept_with(body: Any) -> KeptPages:
    block = Block("prose", children=(Block("any", body=body),))
    return KeptPages((PageContent("pages/season.html", "a.html", head(), block, None),), ())


@pytest.mark.parametrize(
    "body",
    [
        None,
        "text",
        "",
        0,
        0.0,
        True,
        PICTURE,
        (),
        (PICTURE, PICTURE),
        (PICTURE, TocEntry("a", "b"), None, (1, ("two",))),
        (Block("one", body=PICTURE), Block("two", body=(Block("three"),))),
    ],
    ids=lambda body: f"{body!r:.20}",
)
def test_undeclared_fields_come_back_as_they_were(body: Any) -> None:
    """A block's body may be any view, text or number, or a tuple of them."""
    keep_strictly(kept_with(body))


@pytest.mark.parametrize("body", [Markup("text"), date(2026, 1, 1), {}, [PICTURE], object()])
def test_what_cannot_be_kept_is_named(body: Any) -> None:
    """The place is told where a view holds something that would come back as something else."""
    with pytest.raises(AssertionError, match=r"pages.+view.+children.+body.+ cannot be kept"):
        keep_strictly(kept_with(body))


class Elsewhere(Struct, frozen=True):
    """A class that no view is made of."""

    text: str = ""


def test_classes_come_from_the_views_alone() -> None:
    """A cache can name no class but those of views."""
    data = keep_pages(kept_with(Elsewhere()))

    with pytest.raises(DamageError, match="is no class of"):
        kept_pages(data)


@pytest.mark.parametrize(
    "name",
    [
        "builtins:exec",
        f"{VIEWS}.article:Any",
        f"{VIEWS}.article:build_article",
        f"{VIEWS}.article:Cite",
        f"{VIEWS}.filling:ProseFiller",
        f"{VIEWS}.nowhere:Block",
        "(",
        "()",
        "Block",
    ],
)
def test_names_that_are_no_views_are_damage(name: str) -> None:
    """Whatever a damaged or foreign cache says, nothing but views comes out of it."""
    data = pack_named(("", 1))
    page = ["pages/season.html", "a.html", head(), [name, [1, 2]], None, []]
    with pytest.raises(DamageError):
        kept_pages(squeeze(pack_named([[page], []])))
    with pytest.raises(DamageError):
        unpack_named(data, KeptPages, VIEWS)
