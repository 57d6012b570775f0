"""Where licences can be read that editors name by their SPDX identifier."""

from __future__ import annotations

import re

_CREATIVE_COMMONS = re.compile(
    r"CC-(BY(?:-NC)?(?:-SA|-ND)?)-([1-4]\.[05])(?:-([A-Z]{2,3}))?", re.ASCII
)
_OTHERS = {
    "CC0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC-PDDC": "https://creativecommons.org/licenses/publicdomain/",
    "CC-PDM-1.0": "https://creativecommons.org/publicdomain/mark/1.0/",
    "FAL-1.3": "https://artlibre.org/licence/lal/en/",
    "GFDL-1.2": "https://www.gnu.org/licenses/old-licenses/fdl-1.2.html",
    "GFDL-1.3": "https://www.gnu.org/licenses/fdl-1.3.html",
    "OGL-UK-3.0": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
}
KNOWN = (*(f"CC-BY{kind}-4.0" for kind in ("", "-SA", "-ND", "-NC", "-NC-SA", "-NC-ND")), *_OTHERS)
"""What is offered to somebody who wrote something like it."""


def license_address(name: str) -> str | None:
    """Return where a licence of pictures can be read (spdx.org/licenses, version 3.25)."""
    if name in _OTHERS:
        return _OTHERS[name]
    match = _CREATIVE_COMMONS.fullmatch(name)
    if match is None:
        return None
    place = f"{match[3].lower()}/" if match[3] else ""
    return f"https://creativecommons.org/licenses/{match[1].lower()}/{match[2]}/{place}"
