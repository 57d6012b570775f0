"""The pictures of one show or page: made again only if nothing was kept of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from seasontracker.diagnostics import Diagnostic
from seasontracker.media.credits import Credit
from seasontracker.media.loading import Picture, load_picture
from seasontracker.models.media import Image
from seasontracker.output.picture_store import PictureStore
from seasontracker.output.publish import OutputFile
from seasontracker.pages.accent import tone_class
from seasontracker.pages.views.article import PictureView
from seasontracker.pipeline.workshop import Workshop
from seasontracker.site.listing import SourceSet
from seasontracker.site.load import LoadedSeason
from seasontracker.site.permalinks import Permalinks
from seasontracker.tracking.positions import HARMLESS


class PictureShelf(Struct):
    """What is kept of pictures, and what of it one unit used."""

    store: PictureStore | None
    """None when nothing is to be made, but only looked at."""
    used: set[str] = field(default_factory=set)

    @property
    def makes(self) -> bool:
        """Whether anything is to be made."""
        return self.store is not None

    def find(self, key: str) -> bytes | None:
        """Return what was kept under a key, if it is still whole."""
        data = self.store.find(key) if self.store is not None else None
        if data is not None:
            self.used.add(key)
        return data

    def keep(self, key: str, data: bytes) -> None:
        """Keep something under a key; raises `OSError`."""
        if self.store is not None:
            self.store.keep(key, data)
            self.used.add(key)


class SeasonPictures(Struct, frozen=True):
    """A season's pictures by id, and the files to be published."""

    views: Mapping[str, PictureView]
    files: tuple[OutputFile, ...]
    tones: frozenset[str]
    """The colours that stand in for them, `#rrggbb`."""


def load_pictures(
    workshop: Workshop, slug: str, season: LoadedSeason, shelf: PictureShelf
) -> tuple[SeasonPictures, list[Diagnostic]]:
    """Read a season's declared pictures, and make the forms in which they are published."""
    views: dict[str, PictureView] = {}
    files: list[OutputFile] = []
    found: list[Diagnostic] = []
    tones: set[str] = set()
    folder = f"shows/{slug}/season-{season.number}/images"
    for image_id, image in (season.media.value.images if season.media else {}).items():
        path = season.files.folder / image.file
        if path not in season.files.images:
            continue  # reported by a rule
        credit = Credit(
            image.credit, image.license, image.license_address or "", image.acquire_url or ""
        )
        # The name of a file may tell what is on it.
        stem = path.stem if image.spoils in HARMLESS else "picture"
        picture, problems = load_picture(workshop.project.root, path, stem, credit, shelf)
        found.extend(problems)
        if picture is None:
            continue
        files += [OutputFile(f"{folder}/{form.name}", form.data) for form in picture.forms]
        views[image_id] = _view(workshop.links, folder, image_id, image, picture)
        tones |= {picture.tone} - {""}
    return SeasonPictures(views, tuple(files), frozenset(tones)), found


def _view(
    links: Permalinks, folder: str, image_id: str, image: Image, picture: Picture
) -> PictureView:
    *sources, fallback = _source_sets(links, folder, picture)
    largest = picture.largest
    return PictureView(
        id=image_id,
        url=links.path(f"{folder}/{largest.name}"),
        width=largest.width,
        height=largest.height,
        alt=image.alt,
        caption=image.caption or "",
        credit=image.credit,
        license=image.license,
        license_url=image.license_address or "",
        spoils=image.spoils,
        sources=tuple(sources),
        srcset=fallback.srcset if "," in fallback.srcset else "",
        tone=tone_class(picture.tone),
        acquire_url=image.acquire_url or "",
    )


def _source_sets(links: Permalinks, folder: str, picture: Picture) -> Iterator[SourceSet]:
    """Yield the forms of a picture by format, the fallback last."""
    for media_type in dict.fromkeys(form.media_type for form in picture.forms):
        forms = [form for form in picture.forms if form.media_type == media_type]
        candidates = (f"{links.path(f'{folder}/{form.name}')} {form.width}w" for form in forms)
        yield SourceSet(media_type, ", ".join(candidates))
