"""Whatever editors write as text is shown as text: on pages, in feeds and in linked data."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import NoneType
from typing import Annotated, Any, get_args, get_origin, get_type_hints
from xml.etree import ElementTree

import html5lib
import pytest
from pydantic import StringConstraints

from seasontracker.models import (
    CastEntry,
    CastRegister,
    Claim,
    Episode,
    Media,
    Season,
    Show,
    SiteSettings,
    Source,
    Theory,
)
from seasontracker.models.base import ContentModel
from seasontracker.sources import load_front_matter, load_yaml, read_text

CONTENT = Path(__file__).parent / "sites" / "full" / "content"
HOSTILE = """<script>alert(1)</script>&"'{{ 7*7 }}{% raw %}%(x)s%"""
ATOM = "{http://www.w3.org/2005/Atom}"
TODAY = "2026-11-22"

MODELS: dict[str, Any] = {
    "site.yaml": SiteSettings,
    "sources.yaml": dict[str, Source],
    "show.yaml": Show,
    "status.yaml": tuple[Claim, ...],
    "episodes.yaml": tuple[Episode, ...],
    "media.yaml": Media,
}


@pytest.fixture
def hostile_site(tmp_path: Path, run: Callable[..., Any]) -> Path:
    """Build the full site with hostile text at the end of every text in its data."""
    for file in sorted(CONTENT.rglob("*")):
        target = tmp_path / "content" / file.relative_to(CONTENT)
        target.parent.mkdir(parents=True, exist_ok=True)
        if file.suffix == ".yaml":
            document, _ = load_yaml(text_of(file))
            assert document is not None
            target.write_text(json.dumps(poisoned(document.value, model_of(file))))
        elif file.suffix == ".md":
            front, _ = load_front_matter(text_of(file))
            assert front is not None
            data = json.dumps(poisoned(front.value, model_of(file)))
            target.write_text(f"---\n{data}\n---\n{front.body}", encoding="utf-8")
        elif file.is_file():
            target.write_bytes(file.read_bytes())
    outcome = run("build", "--today", TODAY, "--jobs", "1")
    assert outcome.code == 0, outcome.stderr
    return tmp_path / "build"


def test_hostile_text_stays_text(hostile_site: Path) -> None:
    """No page has an element, attribute or script that its templates did not put there."""
    shown = 0
    for file in sorted(hostile_site.rglob("*.html")):
        html = file.read_text(encoding="utf-8")
        assert "<script>alert" not in html
        for element in elements(html):
            assert all(re.fullmatch(r"[a-z][a-z0-9:-]*", name.lower()) for name in element.attrib)
            assert not any(name.startswith("on") for name in element.attrib)
            if element.tag == "script":
                assert "src" in element.attrib or element.attrib["type"] == "application/ld+json"
                assert "src" not in element.attrib or not element.text
            texts = [element.text or "", element.tail or "", *element.attrib.values()]
            shown += sum(whole(text) for text in texts if element.tag != "script")
            if element.attrib.get("type") == "application/ld+json":
                assert "<" not in (element.text or "")
                shown += sum(whole(text) for text in strings(json.loads(element.text or "")))
    assert shown > 500


def test_hostile_text_stays_text_in_feeds(hostile_site: Path) -> None:
    """A feed is well formed, and the HTML inside it has no script."""
    shown = 0
    for file in sorted(hostile_site.rglob("*.xml")):
        root = ElementTree.fromstring(file.read_bytes())
        for element in root.iter():
            text = element.text or ""
            if element.tag == f"{ATOM}content":
                found = [*elements(text)]
                assert not any(one.tag == "script" for one in found)
                shown += sum(whole(one.text or "") + whole(one.tail or "") for one in found)
            else:
                shown += whole(text)
    assert shown > 50


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("{{ 7*7 }} {% raw %} {# no comment #}", "{{ 7*7 }} {% raw %} {# no comment #}"),
        ("## {{ site.title }} {%", "{{ site.title }} {%"),
        ("::: aside {{ 7*7 }}<b>\nText\n:::", "{{ 7*7 }}<b>"),
        ('[{{ a }}](https://example.org/ "{{ b }}\'")', "{{ a }}"),
        ("| {{ a }} | b |\n|---|---|\n| {% if %} | d |", "{% if %}"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>"),
        ("`<script>alert(1)</script>`", "<script>alert(1)</script>"),
        ("Text <script>alert(1)</script> more", None),
        ('<b onclick="alert(1)">x</b>', "x"),
        ("[x](javascript&#58;alert(1))", None),
    ],
)
def test_hostile_prose_stays_text(
    make_project: Callable[..., Path], run: Callable[..., Any], body: str, expected: str | None
) -> None:
    """Prose is no template, and raw HTML in it is cleaned."""
    index = f"---\nheadline: H\npublished: 2022-01-01\n---\n\n{body}\n"
    root = make_project({"content/shows/severance/season-1/index.md": index})

    outcome = run("build", "--today", TODAY)
    assert outcome.code == (0 if expected else 1), outcome.stderr
    if expected is None:
        return
    html = (root / "build/shows/severance/season-1/index.html").read_text(encoding="utf-8")
    assert "<script>alert" not in html
    found = [*elements(html)]
    assert not any(name.startswith("on") for one in found for name in one.attrib)
    text = "".join("".join(one.itertext()) for one in found if one.tag == "main")
    assert expected in text


@pytest.mark.parametrize("length", [300, 20_000])
def test_very_long_titles(
    make_project: Callable[..., Path], run: Callable[..., Any], length: int
) -> None:
    """Nothing is cut, and nothing breaks."""
    title = "ab " * (length // 3)
    root = make_project(
        {
            "content/shows/severance/show.yaml": f"title: {title}\nnetwork: {title}\nsummary: S\n",
            "content/shows/severance/season-1/index.md": (
                f"---\nheadline: {title}\nname: {title}\npublished: 2022-01-01\n---\n"
            ),
        }
    )

    # Without --strict: a headline of that length earns a warning.
    assert run("build", "--today", TODAY).code == 0
    html = (root / "build/shows/severance/season-1/index.html").read_text(encoding="utf-8")
    assert f"<h1>{title.strip()}</h1>" in html


def test_python_keyword_is_a_show(
    make_project: Callable[..., Path], run: Callable[..., Any]
) -> None:
    """A show may be called like anything: a word of Python, of YAML, or a number."""
    files: dict[str, str] = {}
    for slug, title in (("class", "Class"), ("none", "None"), ("1923", "1923"), ("on", "On")):
        files[f"content/shows/{slug}/show.yaml"] = f"title: {title}\nnetwork: NO\nsummary: Yes\n"
        files[f"content/shows/{slug}/season-1/index.md"] = (
            "---\nheadline: 22:30\npublished: 2022-01-01\n---\n\n"
            "[a](show:class) [b](show:1923/season-1) [c](../../on/season-1/index.md)\n"
        )
    root = make_project(files)

    assert run("build", "--today", TODAY, "--strict").code == 0
    home = (root / "build/index.html").read_text(encoding="utf-8")
    titles = re.findall(r'<a href="/shows/\w+/">([^<]+)</a></h3>', home)
    assert [one for one in titles if one != "Severance"] == ["1923", "Class", "None", "On"]


def whole(text: str) -> int:
    """Count hostile texts, and fail if one of them has been changed or evaluated."""
    count = text.count("alert(1)")
    assert text.count(HOSTILE) == count, text
    return count


def elements(html: str) -> Iterator[Any]:
    root = html5lib.parse(html, namespaceHTMLElements=False)
    return (one for one in root.iter() if isinstance(one.tag, str))


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)


def text_of(file: Path) -> Any:
    text, found = read_text(CONTENT, file.relative_to(CONTENT))
    assert found == []
    return text


def model_of(file: Path) -> Any:
    """Return what a file of content becomes."""
    if file.suffix == ".md":
        return Theory if file.parent.name == "theories" else Season
    if file.name == "cast.yaml":
        in_season = file.parent.name.startswith("season-")
        return dict[str, CastEntry] if in_season else CastRegister
    return MODELS[file.name]


def poisoned(value: Any, hint: Any) -> Any:
    """Return a value with hostile text at the end of each of its texts."""
    if value is None:
        return None
    if get_origin(hint) is Annotated:
        inner, *metadata = get_args(hint)
        if inner is str:
            is_text = isinstance(metadata[0], StringConstraints) and len(metadata) == 1
            return value + HOSTILE if is_text else value
        return poisoned(value, inner)
    arguments = [one for one in get_args(hint) if one is not NoneType and one is not Ellipsis]
    if isinstance(hint, type) and issubclass(hint, ContentModel):
        if isinstance(value, str):  # a bare name or text stands for the thing
            return value + HOSTILE
        hints = get_type_hints(hint, include_extras=True)
        return {key: poisoned(item, hints[key]) for key, item in value.items()}
    if get_origin(hint) is dict:
        return {key: poisoned(item, arguments[1]) for key, item in value.items()}
    if get_origin(hint) is tuple:
        items = value if isinstance(value, list) else [value]
        return [poisoned(item, arguments[0]) for item in items]
    return poisoned(value, arguments[0]) if arguments else value
