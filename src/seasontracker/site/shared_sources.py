"""The sources that all shows of a site may cite, and what one show wanted to know of them.

A show is compiled anew when an answer to one of its questions has changed, and not when somebody
adds a source that it does not cite.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from seasontracker.models import Source
from seasontracker.site.sources_asked import SourcesAsked

_IDLE = re.compile(r"^https?://(?:www\.)?|/+$", re.IGNORECASE)
_HOST = re.compile(r"^[^/?]+")
_CAMPAIGN = re.compile(
    r"(?<=[?&])(?:utm_[a-z_]+|fbclid|gclid|mc_cid|mc_eid)=[^&]*(?:&|$)", re.IGNORECASE
)
# No id of a source begins with one of these.
_ALL = "*"
_ADDRESS = "@"


class SharedSources(Mapping[str, Source]):
    """The site's `sources.yaml` by id; whatever is looked up is remembered."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._register = _Register(sources)
        self._questions: dict[str, None] = {}

    def watched(self) -> SharedSources:
        """Return the same sources, of which nothing has been asked yet."""
        other = SharedSources.__new__(SharedSources)
        other._register = self._register
        other._questions = {}
        return other

    def __getitem__(self, source_id: str) -> Source:
        self._questions[source_id] = None
        return self._register.sources[source_id]

    def __iter__(self) -> Iterator[str]:
        self._questions[_ALL] = None
        return iter(self._register.sources)

    def __len__(self) -> int:
        self._questions[_ALL] = None
        return len(self._register.sources)

    def at(self, url: str) -> str:
        """Return the id of the first source with the address of a URL; empty if there is none."""
        address = idle_free(url)
        self._questions[f"{_ADDRESS}{address}"] = None
        return self._register.by_address.get(address, "")

    @property
    def asked(self) -> SourcesAsked:
        """All that was looked up until now."""
        questions = tuple(self._questions)
        return SourcesAsked(questions, self._register.answer(questions))

    def answers_the_same(self, asked: SourcesAsked) -> bool:
        """Return whether what was asked once, of these or of other sources, is answered as then."""
        return self._register.answer(asked.questions) == asked.digest


class _Register:
    def __init__(self, sources: Mapping[str, Source]) -> None:
        self.sources = sources
        self._digests: dict[str, bytes] = {}

    @cached_property
    def by_address(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for source_id, source in self.sources.items():
            if source.url:
                found.setdefault(idle_free(source.url), source_id)
        return found

    def answer(self, questions: tuple[str, ...]) -> str:
        """Return a digest of the answers to questions; empty where nothing is asked."""
        if not questions:
            return ""
        whole = hashlib.sha256()
        for question in questions:
            data = self._answer(question)
            whole.update(b"%d\n" % len(data) + data)
        return whole.hexdigest()

    def _answer(self, question: str) -> bytes:
        if question == _ALL:
            return b"\n".join(one.encode() + self._digest(one) for one in self.sources)
        if question.startswith(_ADDRESS):
            return self.by_address.get(question.removeprefix(_ADDRESS), "").encode()
        return self._digest(question) if question in self.sources else b""

    def _digest(self, source_id: str) -> bytes:
        known = self._digests.get(source_id)
        if known is None:
            # Every field, of whatever type; the same code writes it the same.
            text = repr(self.sources[source_id])
            known = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
            self._digests[source_id] = known
        return known


def idle_free(url: str) -> str:
    """Return an address without what does not lead elsewhere.

    That is the scheme, `www.`, the case of the host (RFC 3986, 6.2.2.1), the fragment, slashes at
    the end, and what campaigns count their readers by.
    """
    bare = _CAMPAIGN.sub("", url.partition("#")[0]).rstrip("?&")
    return _HOST.sub(lambda host: host[0].lower(), _IDLE.sub("", bare))
