"""Where targets lead."""

from __future__ import annotations

import pytest

from seasontracker.pages.markdown.targets import Leads, outside_url, where


@pytest.mark.parametrize(
    ("target", "leads"),
    [
        ("show:a", Leads.INSIDE),
        ("", Leads.INSIDE),
        ("a b.md", Leads.INSIDE),
        ("1:30.md", Leads.INSIDE),
        ("HTTPS://a.org", Leads.OUTSIDE),
        ("mailto:me@a.org", Leads.OUTSIDE),
        ("mailto:", Leads.UNSAFE),
        ("https:///", Leads.UNSAFE),
        (r"\\host", Leads.UNSAFE),
        (r"/\host", Leads.UNSAFE),
        (r"\x", Leads.ROOT),
        ("\x01javascript:x", Leads.UNSAFE),
    ],
)
def test_where(target, leads):
    """A target is judged as a browser reads it."""
    assert where(target) is leads


def test_outside_url_encodes_what_no_url_may_hold():
    """Letters of any script stay, quotes and blanks do not."""
    assert outside_url('https://a.org/지금 "x"|') == "https://a.org/지금%20%22x%22%7C"
