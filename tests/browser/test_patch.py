"""An open page of the preview is changed where that is safe, and else left for loading again."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

PATCH = files("seasontracker.devserver").joinpath("client/patch.js").read_text("utf-8")
LOAD = "text => import(URL.createObjectURL(new Blob([text], {type: 'text/javascript'})))"
RUN = f"""async ([text, before, after, script]) => {{
  const {{ patch }} = await ({LOAD})(text);
  const parsed = (html) => new DOMParser().parseFromString(html, "text/html");
  const live = parsed(before);
  document.head.innerHTML = live.head.innerHTML;
  document.body.innerHTML = live.body.innerHTML + '<aside class="st-preview">bar</aside>';
  eval(script);
  const first = document.querySelector("main").firstElementChild;
  const done = patch(parsed(before), parsed(after));
  return [done, document.querySelector("main").innerHTML, document.title, first.isConnected,
    document.querySelector(".st-preview").textContent];
}}"""


def page(main: str, head: str = "") -> str:
    """Return a page with a title that says how long its text is."""
    title = f"<title>{len(main)}</title>"
    return f"<!DOCTYPE html><head>{title}{head}</head><body><main>{main}</main><footer>F</footer>"


HEAD = "<h1>One</h1>"
FOLD = "<details data-spoils='S01'><summary>S</summary><p>{}</p></details>"
SAFE = [
    (f"{HEAD}<p>a</p>", f"{HEAD}<p>b</p>", ""),
    (f"{HEAD}<p>a</p>", f"{HEAD}<p>a</p><h2>New</h2><p>b</p>", ""),
    (f"{HEAD}<p>a</p><p>b</p><p>c</p>", f"{HEAD}<p>c</p>", ""),
    # What a script did to an element stays when only words within it differ.
    (
        HEAD + FOLD.format("a"),
        HEAD + FOLD.format("b"),
        "document.querySelector('details').open = 1",
    ),
]
UNSAFE = [
    # A fold that no script has opened or closed yet.
    (HEAD, HEAD + FOLD.format("a"), ""),
    (
        f"{HEAD}<a data-video='x' href='#'>Play</a>",
        f"{HEAD}<a data-video='y' href='#'>Play</a>",
        "",
    ),
    # Where a script has added something it is not known what belongs where.
    (f"{HEAD}<p>a</p>", f"{HEAD}<p>a</p><p>b</p>", "document.querySelector('main').append('!')"),
    (f"{HEAD}<p>a</p>", f"{HEAD}<p>b</p>", "document.querySelector('p').outerHTML = '<b>a</b>'"),
]


def test_patch_changes_what_is_different_or_nothing(chromium: Browser) -> None:
    """The page says what the new one says, its other elements are the same, and the bar stays."""
    opened = chromium.new_page()
    for before, after, script in SAFE:
        done, main, title, is_same, bar = opened.evaluate(
            RUN, [PATCH, page(before), page(after), script]
        )
        opened_fold = main.replace(' open=""', "")
        assert (done, opened_fold) == (True, after.replace("'", '"')), after
        assert (title, is_same, bar) == (str(len(after)), True, "bar")
        assert (' open=""' in main) is bool(script)
    for before, after, script in UNSAFE:
        done, main, title, _, _ = opened.evaluate(RUN, [PATCH, page(before), page(after), script])
        assert (done, title) == (False, str(len(before))), after
    sheet = '<link rel="stylesheet" href="data:text/css,{}">'
    pages = [page(HEAD, sheet.format("a")), page(HEAD, sheet.format("b"))]
    assert opened.evaluate(RUN, [PATCH, *pages, ""])[0] is False
    opened.close()
