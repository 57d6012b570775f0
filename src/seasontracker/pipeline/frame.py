"""What all pages are made with, as digests, so that each page knows the part that it depends on."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping

from seasontracker.pages.environment import TemplateSources
from seasontracker.pages.inline import INLINE
from seasontracker.pipeline.workshop import Workshop

_SHOW_TEMPLATES = ("pages/season.html", "pages/show.html", INLINE)
_SHARED = ("engine", "locale", "base_url")


class Frame:
    """The digests of settings, words, assets and templates."""

    def __init__(
        self, workshop: Workshop, inputs: Mapping[str, str], known: Mapping[str, str]
    ) -> None:
        """`known` are digests that were `worked_out` before from the same inputs."""
        self._workshop = workshop
        self._inputs = inputs
        self._sources = TemplateSources(workshop.environment)
        self.worked_out = dict(known)

    @property
    def shared(self) -> str:
        """What every page depends on."""
        return self._keep("shared", self._shared)

    @property
    def show(self) -> str:
        """What every show depends on beside its own folder."""
        return self._keep(
            "show", lambda: _digest([self.page(*_SHOW_TEMPLATES), self._inputs["sources"]])
        )

    def page(self, *templates: str) -> str:
        """What a page depends on that is rendered with these templates."""
        return self._keep(" ".join(templates), lambda: self._page(templates))

    def _keep(self, name: str, work_out: Callable[[], str]) -> str:
        if name not in self.worked_out:
            self.worked_out[name] = work_out()
        return self.worked_out[name]

    def _shared(self) -> str:
        settings = self._workshop.settings.value.model_dump_json()
        assets = (
            f"{name} {asset.output_path} {asset.integrity}"
            for name, asset in sorted(self._workshop.assets.by_name.items())
        )
        return _digest([*(self._inputs[name] for name in _SHARED), settings, *assets])

    def _page(self, templates: Iterable[str]) -> str:
        sources: dict[str, str] = {}
        for name in templates:
            sources |= self._sources.closure(name)
        return _digest([self.shared, *(part for pair in sorted(sources.items()) for part in pair)])


def _digest(parts: Iterable[str]) -> str:
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        whole.update(b"%d\0" % len(data) + data)
    return whole.hexdigest()
