"""Puts a unit's files on the stage, with their smaller siblings where a site wants them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from seasontracker.models import SiteSettings
from seasontracker.output.publish import OutputFile, Stage


def put_files(
    stage: Stage | None,
    settings: SiteSettings,
    files: Iterable[OutputFile],
    intact: Mapping[str, bytes],
) -> dict[str, tuple[bytes, bool]]:
    """Put files on the stage, with smaller siblings if the site wants them.

    Return each one's digest and whether it is there; without a stage only their paths count.
    """
    if stage is None:
        return {file.path: (b"", False) for file in files}
    if settings.precompress:
        from seasontracker.output.compress import with_siblings  # noqa: PLC0415 - loads brotli

        files = with_siblings(files)
    return {file.path: stage.put(file, intact) for file in files}
