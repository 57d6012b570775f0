"""Writes new files, and never over anybody's work."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from seasontracker.editing.yaml_entries import EditingError
from seasontracker.output.publish import write_whole


def write_new(root: Path, files: Iterable[tuple[str, str]]) -> list[Path]:
    """Write files that are not there yet, all of them or none; raises `EditingError`."""
    wanted = [(root / path, text) for path, text in files]
    taken = [path for path, _ in wanted if os.path.lexists(path)]
    if taken:
        names = ", ".join(f"`{path.relative_to(root).as_posix()}`" for path in taken[:4])
        more = f" and {len(taken) - 4} more" if len(taken) > 4 else ""
        raise EditingError(
            f"{names}{more} {'is' if len(taken) == 1 else 'are'} there already; nothing was written"
        )
    written: list[Path] = []
    try:
        for path, text in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            # Refused when somebody else has made the file meanwhile.
            with path.open("x", encoding="utf-8", newline="\n") as stream:
                written.append(path)
                stream.write(text)
    except BaseException as error:  # also when somebody interrupts it
        for path in written:
            path.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _refusal(Path(error.filename or path), error) from error
        raise
    return written


def refuse_read_only(path: Path) -> None:
    """Raise `EditingError` for a file that may not be written, though it could be replaced."""
    # Root may write everything, and means no more by it than anybody else.
    try:
        is_writable = bool(path.stat().st_mode & 0o222) and os.access(path, os.W_OK)
    except FileNotFoundError:
        return
    except OSError as error:
        raise _refusal(path, error) from error
    if not is_writable:
        raise EditingError(
            f"`{_shown(path)}` cannot be written: it is read-only\n"
            "hint: make it writable first, as by `chmod u+w`"
        )


def rewrite(path: Path, text: str) -> None:
    """Replace a file by a changed text in one step; raises `EditingError`."""
    rewrite_bytes(path, text.encode("utf-8"))


def rewrite_bytes(path: Path, data: bytes) -> None:
    """Replace a file in one step; raises `EditingError`."""
    refuse_read_only(path)
    try:
        target = path.resolve()
        mode = target.stat().st_mode if target.exists() else None
        write_whole(target, data)
        if mode is not None:
            target.chmod(mode)
    except OSError as error:
        raise _refusal(path, error) from error


def _refusal(path: Path, error: OSError) -> EditingError:
    return EditingError(f"`{_shown(path)}` cannot be written: {error.strerror or error}")


def _shown(path: Path) -> str:
    """Return a path as one would type it here."""
    here = Path.cwd()
    whole = here / path
    return (whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix()
