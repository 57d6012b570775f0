"""Style sheets, scripts and fonts as they are published."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from seasontracker.pages.assets import AssetError, Assets, load_assets, make_asset

Make = Callable[..., Assets]


@pytest.fixture
def load(tmp_path: Path) -> Make:
    """Load assets from files of the package and of a site's own."""

    def make(files: dict[str, str | bytes], own: dict[str, str | bytes] | None = None) -> Assets:
        for folder, contents in (("package", files), ("own", own or {})):
            for name, content in contents.items():
                file = tmp_path / folder / "assets" / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return load_assets(tmp_path / "package", tmp_path / "own" if own is not None else None)

    return make


def text(assets: Assets, name: str) -> str:
    return assets.by_name[name].data.decode()


def test_assets_are_named_after_their_content() -> None:
    """The digest is in the name, and the browser can check the bytes."""
    asset = make_asset("a.css", b"x")

    digest = hashlib.sha384(b"x").digest()
    assert asset.output_path == f"assets/a.{hashlib.sha256(b'x').hexdigest()[:10]}.css"
    assert asset.integrity == f"sha384-{base64.b64encode(digest).decode()}"


def test_sheets_are_joined_by_name(load: Make) -> None:
    """One sheet for the screen and one for print, in the order of the names."""
    assets = load(
        {"css/02-b.css": "b{c:d}", "css/01-a.css": "a{c:d}", "css/09-print.css": "p{c:d}"}
    )

    assert text(assets, "site.css").split() == ["a{c:d}b{c:d}"]
    assert text(assets, "print.css").strip() == "p{c:d}"


def test_sheets_lose_comments_but_no_strings(load: Make) -> None:
    """What looks like a comment inside a string stays; `/*!` is a licence."""
    sheet = """/* a */ a::before { content: "/* b */"; } /*! c */
    b::after { content: '\\'/* d'; } /* e
    */ i { c: d }"""
    found = text(load({"css/01.css": sheet}), "site.css")

    assert '"/* b */"' in found
    assert "'\\'/* d'" in found
    assert "/*! c */" in found
    assert "/* a */" not in found
    assert "/* e" not in found


def test_sheets_name_fonts_as_published(load: Make) -> None:
    """However the address is quoted; a font that is not there stays as it was written."""
    sheet = "a{b:url(../fonts/x.woff2)}c{d:url('../fonts/x.woff2')}e{f:url(\"../fonts/y.woff2\")}"
    assets = load({"css/01.css": sheet, "fonts/x.woff2": b"font", "fonts/OFL.txt": "licence"})

    font = assets.by_name["fonts/x.woff2"].output_path.removeprefix("assets/")
    assert text(assets, "site.css").count(f"url({font})") == 2
    assert 'url("../fonts/y.woff2")' in text(assets, "site.css")
    assert assets.by_name["fonts/OFL.txt"].output_path == "assets/fonts/OFL.txt"


def test_scripts_lose_comments_only_where_lines_begin(load: Make) -> None:
    """A pattern such as `image/*` is no comment."""
    script = '// a\n  /* b\n c */\nconst d = "image/*", e = /f*/; // g\n'

    assert text(load({"js/a.js": script}), "a.js") == 'const d = "image/*", e = /f*/; // g\n'


def test_own_asset_replaces_ours(load: Make) -> None:
    """A site's own file goes before ours of the same path, and others are added."""
    assets = load(
        {"css/01-a.css": "a{b:c}", "js/x.js": "ours", "icons/favicon.svg": "<svg/>"},
        {"css/01-a.css": "own{b:c}", "css/50-more.css": "more{b:c}", "js/y.js": "own", ".x": "y"},
    )

    assert text(assets, "site.css").strip() == "own{b:c}more{b:c}"
    assert sorted(assets.by_name) == ["icons/favicon.svg", "site.css", "x.js", "y.js"]


def test_asset_may_begin_with_a_byte_order_mark(load: Make) -> None:
    """Editors of some systems write one."""
    assert text(load({"css/01.css": "\ufeffa{b:c}"}), "site.css").strip() == "a{b:c}"


@pytest.mark.parametrize("name", ["css/01.css", "js/a.js"])
def test_asset_that_is_not_utf8_is_named(load: Make, name: str) -> None:
    """What cannot be read is an error that says which."""
    with pytest.raises(AssetError) as caught:
        load({}, {name: b"\xff"})

    assert caught.value.name == name


def test_no_assets(load: Make) -> None:
    """A folder without assets has none."""
    assert load({}, {}).by_name == {}
