"""Words in another language."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[지금 *우리*]{lang=ko}", '<span lang="ko">지금 <em>우리</em></span>'),
        ('[نعم]{lang="ar" dir=rtl}', '<span dir="rtl" lang="ar">نعم</span>'),
        ("[[x](show:a)]{lang=de}", '<span lang="de"><a href="/show:a">x</a></span>'),
        ("[[지금]{lang=ko}](show:a)", '<a href="/show:a"><span lang="ko">지금</span></a>'),
        ("`[x]{lang=ko}`", "<code>[x]{lang=ko}</code>"),
    ],
)
def test_span(page, text, html):
    """Bracketed words with a language are a span."""
    assert page(text) == f"<p>{html}</p>"


@pytest.mark.parametrize("written", [".big", "lang=", "lang=ko style=x", "lang=ko dir=up", "id=a"])
def test_nothing_else_can_be_set(page, problems, written):
    """Any other attribute is reported, and the text stays as written."""
    assert problems(f"[x]{{{written}}}") == [
        f"1:5+{len(written)} ST205 `{{{written}}}` is not a language"
    ]
    assert page(f"[x]{{{written}}}") == f"<p>[x]{{{written}}}</p>"
