"""Checks the outside addresses of the content: asks the web, and remembers what it said."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct

from seasontracker import __version__
from seasontracker.checks.external.addresses import find_addresses
from seasontracker.checks.external.answers import Answer, Fate, KeptAnswer, still_good
from seasontracker.checks.ruling import at_levels, levels_of
from seasontracker.checks.silences import read_silences
from seasontracker.clock import seconds_now
from seasontracker.codec import pack, unpack
from seasontracker.diagnostics import Diagnostic
from seasontracker.models import Located, SiteSettings
from seasontracker.output.database import tag_state
from seasontracker.output.publish import OutputError, cannot_write, write_whole
from seasontracker.pipeline.options import OutsideOptions, Progress
from seasontracker.project import Project
from seasontracker.rows import DamageError
from seasontracker.site.load import load_settings
from seasontracker.sources import (
    ContentFiles,
    Document,
    discover_content,
    load_front_matter,
    load_yaml,
    read_text,
)

MEMORY = "outside-links.msgpack"


class OutsideReport(Struct, frozen=True):
    """What became of the addresses that content names."""

    findings: tuple[Diagnostic, ...]
    lines: tuple[str, ...]
    """The report in words."""


def check_outside(
    project: Project,
    options: OutsideOptions,
    progress: Progress,
    only: Collection[PurePosixPath] | None = None,
) -> OutsideReport:
    """Ask the web about all addresses of the content, or of some files; raises `OutputError`.

    What was answered lately is not asked again.
    """
    from seasontracker.checks.external.asking import LATE, Manner, ask_all  # noqa: PLC0415
    from seasontracker.checks.external.findings import findings, report_lines  # noqa: PLC0415

    documents = [
        document for document in read_documents(project) if only is None or document.path in only
    ]
    addresses = find_addresses(documents)
    settings, _ = load_settings(project.root, project.content / "site.yaml")
    now = seconds_now()
    known = {kept.asked: kept for kept in _read(project.state) if still_good(kept, now)}
    wanted = dict.fromkeys(address.asked for address in addresses)
    manner = Manner(
        agent=_agent(settings),
        pause=options.pause,
        most_seconds=options.most_seconds,
        allow_private=options.allow_private,
    )
    new = ask_all(
        [url for url in wanted if url not in known],
        manner,
        lambda done, total: progress("ask", done, total),
    )
    answers = {url: new[url] if url in new else known[url].answer for url in wanted}
    for address in addresses:
        if not address.is_written and answers[address.asked].fate is Fate.MOVED:
            # What was asked for a video has moved, and not the video.
            answers[address.asked] = Answer(Fate.ALIVE)
    made = {url: KeptAnswer(url, answer, now) for url, answer in new.items() if answer != LATE}
    if made:
        _write(project.state, {**known, **made})
    return OutsideReport(
        tuple(_ruled(findings(addresses, answers), documents, settings)),
        tuple(report_lines(addresses, answers)),
    )


def _ruled(
    found: Iterable[Diagnostic],
    documents: Iterable[Document],
    settings: Located[SiteSettings] | None,
) -> Iterator[Diagnostic]:
    """Yield findings with the severity that the site gives them, without those it silences."""
    silences = [silence for document in documents for silence in read_silences(document)[0]]
    levels = levels_of(settings.value.checks) if settings else {}
    for one in at_levels(found, levels):
        if not any(silence.covers(one) for silence in silences):
            yield one


def _agent(settings: Located[SiteSettings] | None) -> str:
    """Return a User-Agent that says what asks, and for whose site."""
    site = f"; +{settings.value.base_url}" if settings else ""
    return f"seasontracker/{__version__} (checks links{site})"


def remembered_answers(project: Project) -> dict[str, Answer]:
    """Return what was answered lately, by what was asked."""
    now = seconds_now()
    return {kept.asked: kept.answer for kept in _read(project.state) if still_good(kept, now)}


def read_documents(project: Project) -> Iterator[Document]:
    """Yield every file of the content that can be read."""
    files, _ = discover_content(project.root, project.content)
    for path in content_paths(files):
        text, _ = read_text(project.root, path)
        if text is None:
            continue
        document, _ = load_front_matter(text) if path.suffix == ".md" else load_yaml(text)
        if document is not None:
            yield document


def content_paths(files: ContentFiles) -> Iterator[PurePosixPath]:
    """Yield the path of every text of the content."""
    maybe: list[PurePosixPath | None] = [files.site, files.sources]
    for show in files.shows:
        maybe += [show.show, show.sources, show.cast]
        for season in show.seasons:
            maybe += [season.index, season.status, season.cast, season.episodes, season.media]
            maybe += season.theories
    yield from (path for path in maybe if path is not None)


def _read(state: Path) -> tuple[KeptAnswer, ...]:
    file = state / MEMORY
    try:
        if state.is_symlink() or file.is_symlink():
            return ()
        return unpack(file.read_bytes(), tuple[KeptAnswer, ...])
    except (OSError, DamageError):
        return ()


def _write(state: Path, kept: Mapping[str, KeptAnswer]) -> None:
    try:
        tag_state(state)
        write_whole(state / MEMORY, pack(tuple(kept[asked] for asked in sorted(kept))))
    except OSError as error:
        raise OutputError(cannot_write(error, state)) from error
