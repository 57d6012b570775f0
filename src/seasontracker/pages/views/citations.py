"""The numbers by which a page refers to its sources, and the list that they lead to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from seasontracker.models import Source
from seasontracker.pages.views.folds import Fold, Folds
from seasontracker.pages.views.marks import Moment, said_moment
from seasontracker.pages.views.scripts import is_written_in
from seasontracker.wording.catalogue import Words
from seasontracker.wording.labels import label


class Cite(Struct, frozen=True):
    """One reference to a source: its number, and the id that the list leads back to."""

    number: int
    id: str


class SourceLine(Struct, frozen=True):
    """A source as the list shows it."""

    number: int
    publisher: str
    title: str
    url: str
    archived_url: str
    published: Moment | None
    kind: str
    language: str
    """Of the title, where that is evidently not the page's; editors describe foreign sources."""
    by: str
    via: str
    note: str
    backs: tuple[str, ...]
    """Ids of the places that cite it, in order."""
    fold: Fold | None = None
    """The place for what names it beside its publisher."""


class SourceNumbers(Struct):
    """Numbers a page's sources in the order in which they are first cited."""

    sources: Mapping[str, Source]
    _backs: dict[str, list[str]] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)

    def cite(self, source_ids: Iterable[str]) -> tuple[Cite, ...]:
        """Return the references for sources; ids that nothing defines are left out."""
        cites: list[Cite] = []
        for source_id in dict.fromkeys(source_ids):
            if source_id not in self.sources:
                continue
            backs = self._backs.setdefault(source_id, [])
            number = self._numbers.setdefault(source_id, len(self._backs))
            cite = Cite(number, f"cite-{number}-{len(backs) + 1}")
            backs.append(cite.id)
            cites.append(cite)
        if len(cites) > 1:
            cites.sort(key=lambda cite: cite.number)
        return tuple(cites)

    def lines(self, words: Words, language: str, folds: Folds) -> tuple[SourceLine, ...]:
        """Return the list of all sources cited so far, by number, for a page in a language."""
        return tuple(
            _line(words, language, number, self.sources[source_id], tuple(backs), folds)
            for number, (source_id, backs) in enumerate(self._backs.items(), start=1)
        )


def _line(
    words: Words,
    page_language: str,
    number: int,
    source: Source,
    backs: tuple[str, ...],
    folds: Folds,
) -> SourceLine:
    title, language = source.title or "", source.language
    is_foreign = language != page_language and is_written_in(title, language)
    return SourceLine(
        number=number,
        publisher=source.publisher,
        title=title,
        url=source.url or "",
        archived_url=source.archived_url or "",
        published=said_moment(words, source.published) if source.published else None,
        kind=label(words, source.tier),
        language=language if is_foreign else "",
        by=source.by or "",
        via=source.via or "",
        note=source.note or "",
        backs=backs,
        fold=folds.fold(source.spoils),
    )
