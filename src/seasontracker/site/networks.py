"""What a network is called in addresses, by which spellings of one name are recognised."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from unicodedata import category, normalize

from seasontracker.site.slugs import latin_slug

_SPOKEN = {"+": " plus ", "&": " and ", "@": " at "}
"""Signs that tell names apart: Apple TV and Apple TV+ are two networks."""
_DIGEST_LENGTH = 8
_LONGEST = 100
"""Characters of a name in an address; file systems hold 255 bytes, less a file's ending."""


@lru_cache(maxsize=1024)
def network_slug(name: str) -> str:
    """Return a network's name as part of an address.

    It follows from the name alone, so that a show can link to its network without knowing any
    other show. Two names with the same slug are two spellings of one network.
    """
    text = normalize("NFKD", name.casefold())
    for sign, word in _SPOKEN.items():
        text = text.replace(sign, word)
    whole = latin_slug(text)
    plain = whole[:_LONGEST].rstrip("-")
    is_spelled = not any(ord(letter) > 127 and category(letter)[0] in "LN" for letter in text)
    if plain and plain == whole and is_spelled:
        return plain
    # What no address can spell, or no disk can hold, must still tell names apart.
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST_LENGTH]
    return f"{plain or 'network'}-{digest}"
