"""Old addresses, in the one form that they have here, and what would be read as another."""

from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from seasontracker.models.address import site_path


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("/old", "/old/"),
        ("/old/", "/old/"),
        ("/old/index.html", "/old/"),
        ("/old.php", "/old.php"),
        ("/caf%C3%A9", "/café/"),
        ("/a%20b/", "/a b/"),
        ("/a b", "/a b/"),
        (" /2023/the%20return.html ", "/2023/the return.html"),
        ("/", "/"),
    ],
)
def test_address_has_one_form(written: str, path: str) -> None:
    """However it is written, with a slash or encoded, it is one address."""
    assert site_path(written) == path
    assert site_path(path) == path


@pytest.mark.parametrize(
    "written",
    ["/a%0Ab/", "/a%20/", "/%20a/b/", "/a%2A/", "/a/%3Ab/", "/a%3Fb", "/%5C", "/a%C2%A0b/", "old"],
)
def test_address_that_a_host_would_misread_is_refused(written: str) -> None:
    """No wildcard, placeholder or line comes of an address, nor a name with a space at its end."""
    with pytest.raises(PydanticCustomError, match="is not an address of the site"):
        site_path(written)
