"""How often the parts of a drawing are drawn, since parts may hold each other."""

from __future__ import annotations

from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter

from msgspec import Struct, field

from seasontracker.diagnostics import Location

MOST_DRAWN = 200_000
"""Ten levels of ten `<use>` each are a few hundred bytes, and ten thousand million shapes."""


class References(Struct):
    """The elements of a drawing in order, and which of them hold or refer to which."""

    _places: list[Location] = field(default_factory=list)
    _children: list[list[int]] = field(default_factory=list)
    _targets: dict[int, list[str]] = field(default_factory=dict)
    _ids: dict[str, int] = field(default_factory=dict)
    _open: list[int] = field(default_factory=list)

    def open_element(self, place: Location, element_id: str | None, ids: Iterable[str]) -> None:
        number = len(self._places)
        self._places.append(place)
        self._children.append([])
        if self._open:
            self._children[self._open[-1]].append(number)
        self._open.append(number)
        # To a browser, the first element of an id is the one that has it.
        if element_id is not None:
            self._ids.setdefault(element_id, number)
        targets = list(ids)
        if targets:
            self._targets[number] = targets

    def close_element(self) -> None:
        self._open.pop()

    def overdrawn(self) -> Location | None:
        """Return an element that is drawn without end or far too often, if there is one."""
        if not self._targets:
            return None
        drawn_by = {
            number: [*children, *self._referred(number)]
            for number, children in enumerate(self._children)
        }
        try:
            order = list(TopologicalSorter(drawn_by).static_order())
        except CycleError as error:
            first: int = min(error.args[1])
            return self._places[first]
        drawn: dict[int, int] = {}
        for number in order:
            drawn[number] = 1 + sum(drawn[inner] for inner in drawn_by[number])
            if drawn[number] > MOST_DRAWN:
                return self._places[number]
        return None

    def _referred(self, number: int) -> list[int]:
        targets = self._targets.get(number, [])
        return [self._ids[target] for target in targets if target in self._ids]
