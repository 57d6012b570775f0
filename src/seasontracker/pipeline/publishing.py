"""Puts what an engine made in place, and on record."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from seasontracker.output.manifest import Manifest
from seasontracker.output.picture_store import PictureStore
from seasontracker.output.publish import (
    OutputError,
    Published,
    cannot_write,
    prune,
    publish,
)
from seasontracker.output.records import UnitRecord
from seasontracker.output.stamps import stamps_of
from seasontracker.pipeline.changed_urls import changed_pages, write_changed_urls
from seasontracker.pipeline.engine import Engine
from seasontracker.pipeline.inputs import SHOW, moved_since
from seasontracker.pipeline.notes import kept_notes
from seasontracker.pipeline.site_files import HOSTS


def publish_made(engine: Engine, output: Path, manifest: Manifest, changed_urls: Path) -> Published:
    """Publish, then commit; whatever happens in between, the next build can tell.

    Raises `OutputError`.
    """
    assert engine.stage is not None
    records = engine.ledger.records
    try:
        added, unwanted = _difference(engine, manifest)
        ours = frozenset[str]()
        if added or unwanted or engine.options.clean:
            ours = manifest.read()
        if added:
            # Before they are there, so that a build that is cut off leaves no file unknown.
            manifest.write(ours | added)
        if engine.options.clean:
            prune(output, ours | unwanted)
        removed = publish(engine.stage, output, engine.ledger.staged, unwanted)
        for unit in engine.ledger.made.values():
            records.set_unit(replace(unit, stats=stamps_of(f"{output}{os.sep}", unit.paths)))
        for unit in engine.stale.moved:
            if unit.name not in engine.ledger.made and unit.name not in engine.ledger.replaced:
                records.set_unit(unit)
        if unwanted:
            manifest.write((ours | added) - unwanted)
        _forget_pictures(engine)
        write_changed_urls(changed_urls, _changed(engine, removed))
        # Before they are recorded, since records of what moved meanwhile are cleared.
        files = records.count_files()
        _record(engine, manifest)
        records.commit()
    except OSError as error:
        raise OutputError(cannot_write(error, output)) from error
    written = tuple(sorted(engine.ledger.staged))
    return Published(written, files - len(written), removed)


def _difference(engine: Engine, manifest: Manifest) -> tuple[frozenset[str], frozenset[str]]:
    """Return which paths are new, and which are ours and wanted no more."""
    made = {path for unit in engine.ledger.made.values() for path in unit.paths}
    before = {path for unit in engine.ledger.replaced.values() for path in unit.paths}
    if engine.ledger.records.meta().get("manifest") == manifest.digest():
        return frozenset(made - before), frozenset(before - made)
    # The list is not the one on record: a build was cut off, or the records are new.
    kept = {
        path
        for unit in engine.ledger.records.units()
        if unit.name not in engine.ledger.made
        for path in unit.paths
    }
    ours = manifest.read()
    return frozenset((made | kept) - ours), frozenset(ours - made - kept)


def _forget_pictures(engine: Engine) -> None:
    """Forget what was kept of pictures that no page has any more."""
    store = PictureStore(engine.opened.project.state)
    used = _pictures(engine.ledger.made.values())
    dropped = _pictures(engine.ledger.replaced.values()) - used
    is_new = all(f"{SHOW}{slug}" in engine.ledger.made for slug in engine.opened.shows)
    if is_new or dropped:
        used |= _pictures(engine.ledger.records.units())
    if is_new:
        store.forget_others(used)
    else:
        store.forget(dropped - used)


def _pictures(units: Iterable[UnitRecord]) -> set[str]:
    return {key for unit in units for key in kept_notes(unit.notes).pictures}


def _changed(engine: Engine, removed: Iterable[str]) -> Iterator[str]:
    """Yield the absolute addresses of the pages that crawlers may want to look at again."""
    workshop = engine.opened.workshop
    if workshop.settings.value.indexable:
        links = workshop.links
        changed = {*engine.ledger.staged, *removed} - _leading_on(engine)
        for path in changed_pages(changed):
            yield links.absolute(links.path(path))


def _leading_on(engine: Engine) -> frozenset[str]:
    """Return what only ever led on from an old address: no page became it, nor it a page."""
    units = [*engine.ledger.made.values(), *engine.ledger.replaced.values()]
    of_hosts = {path for unit in units if unit.name == HOSTS for path in unit.paths}
    return frozenset(of_hosts.difference(*(one.paths for one in units if one.name != HOSTS)))


def _record(engine: Engine, manifest: Manifest) -> None:
    """Note what the next build compares itself with."""
    records, settings = engine.ledger.records, engine.opened.workshop.settings.value
    made = [name.removeprefix(SHOW) for name in engine.ledger.made if name.startswith(SHOW)]
    project, jobs = engine.opened.project, engine.options.jobs
    moved = moved_since(project, engine.inputs, engine.known, made, jobs)
    if any(not name.startswith(SHOW) for name in moved):
        # Some of what was made may be of before and some of after; the next build makes all again.
        records.clear()
        return
    # What moved since it was looked at is looked at again, even if it moves back by then.
    taken = {name: one for name, one in engine.inputs.taken.items() if name not in moved}
    records.set_snapshots(taken)
    records.forget_snapshots([*engine.stale.gone, *moved])
    meta: Mapping[str, str] = {
        "frame": engine.inputs.frame,
        "zone": str(settings.zone),
        "manifest": manifest.digest(),
        **{f"frame:{name}": value for name, value in engine.frame.worked_out.items()},
    }
    records.set_meta(meta)
