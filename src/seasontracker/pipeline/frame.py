"""What all pages are made with, as digests, so that each page knows the part that it depends on."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping

from seasontracker.pages.environment import TemplateSources
from seasontracker.pages.inline import INLINE
from seasontracker.pipeline.workshop import Press

_SHOW_TEMPLATES = ("pages/season.html", "pages/show.html", INLINE)
_SHARED = ("engine", "locale", "base_url", "preview", "alone")


class Frame:
    """The digests of settings, words, assets and templates."""

    def __init__(self, press: Press, inputs: Mapping[str, str], known: Mapping[str, str]) -> None:
        """`known` are digests that were `worked_out` before from the same inputs."""
        self._press = press
        self._inputs = inputs
        self._sources = TemplateSources(press.environment)
        self.worked_out = dict(known)

    @property
    def shared(self) -> str:
        """What every page depends on."""
        return self._keep("shared", self._shared)

    def icons(self, own: str) -> str:
        """What the icons depend on, beside our own drawing."""
        return _digest([self.shared, self._inputs["icon"], own])

    @property
    def show(self) -> str:
        """What every show depends on beside its own folder and some of the `sources`."""
        return self._keep("show", lambda: _digest([self.content, self.page(*_SHOW_TEMPLATES)]))

    @property
    def content(self) -> str:
        """What compiling a show depends on beside its own folder; printing its pages does not."""
        return self._keep("content", self._content)

    @property
    def sources(self) -> str:
        """The site's `sources.yaml`, of which each show depends on what it asked for."""
        return self._keep("sources", lambda: self._inputs["sources"])

    def page(self, *templates: str) -> str:
        """What a page depends on that is rendered with these templates."""
        return self._keep(" ".join(templates), lambda: self._page(templates))

    def _keep(self, name: str, work_out: Callable[[], str]) -> str:
        if name not in self.worked_out:
            self.worked_out[name] = work_out()
        return self.worked_out[name]

    def _shared(self) -> str:
        return _digest([self._settings(), *self._assets()])

    def _settings(self) -> str:
        settings = self._press.workshop.settings.value.model_dump_json()
        return _digest([*(self._inputs[name] for name in _SHARED), settings])

    def _assets(self) -> list[str]:
        return [
            f"{name} {asset.output_path} {asset.integrity}"
            for name, asset in sorted(self._press.assets.by_name.items())
        ]

    def _content(self) -> str:
        inline = self._closure((INLINE,))
        # Where a site's own macros refer to an asset, it becomes part of the prose.
        assets = self._assets() if any("asset" in part for part in inline) else []
        return _digest([self._settings(), *inline, *assets])

    def _page(self, templates: Iterable[str]) -> str:
        return _digest([self.shared, *self._closure(templates)])

    def _closure(self, templates: Iterable[str]) -> list[str]:
        """Return names and sources of templates and of all that they may include."""
        sources: dict[str, str] = {}
        for name in templates:
            sources |= self._sources.closure(name)
        return [part for pair in sorted(sources.items()) for part in pair]


def _digest(parts: Iterable[str]) -> str:
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        whole.update(b"%d\0" % len(data) + data)
    return whole.hexdigest()
