"""Runs the preview: listens, watches, builds, and tells open pages."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import signal
import socket
from collections.abc import Iterator

import uvicorn

from seasontracker.devserver.app import make_app
from seasontracker.devserver.builds import Told, ToldBuilding, follow
from seasontracker.devserver.news import News
from seasontracker.devserver.preview import Preview
from seasontracker.devserver.watching import changes


class PortError(ValueError):
    """The port cannot be listened on; the text says why, and what to do."""


def listen(port: int) -> socket.socket:
    """Return a socket that listens on this machine only; port 0 means any free one."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
    except OSError as error:
        listener.close()
        taken = error.errno == errno.EADDRINUSE
        why = "is in use, perhaps by another preview" if taken else f"cannot be used: {error}"
        hint = "hint: choose another, or any free one with --port 0"
        raise PortError(f"port {port} {why}\n{hint}") from error
    listener.listen(128)
    return listener


async def serve(
    preview: Preview, listener: socket.socket, told: Told, told_building: ToldBuilding
) -> None:
    """Serve until interrupted; what builds find, and that one takes long, is told."""
    port: int = listener.getsockname()[1]
    news = News(preview.state)
    config = uvicorn.Config(
        make_app(preview, news, port, told_building),
        log_config=None,
        access_log=False,
        lifespan="off",
        server_header=False,
        date_header=False,
        timeout_graceful_shutdown=1,
        ws="none",
    )
    server = _Server(config)
    watcher = asyncio.create_task(
        follow(preview, changes(preview.project), news, told, told_building)
    )
    ended = asyncio.Event()
    with _interruptions(ended):
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        waiting = asyncio.create_task(ended.wait())
        await asyncio.wait({serving, watcher, waiting}, return_when=asyncio.FIRST_COMPLETED)
        # Streams end first, since the server waits for them.
        await news.end()
        server.should_exit = True
        for task in (watcher, waiting):
            task.cancel()
        await asyncio.gather(watcher, waiting, serving, return_exceptions=True)
    if not watcher.cancelled() and (error := watcher.exception()) is not None:
        raise error


@contextlib.contextmanager
def _interruptions(ended: asyncio.Event) -> Iterator[None]:
    """Set an event when the person at the keyboard, or the machine, wants an end."""
    loop = asyncio.get_running_loop()
    signals = (signal.SIGINT, signal.SIGTERM)
    with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
        for one in signals:
            loop.add_signal_handler(one, ended.set)
    try:
        yield
    finally:
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            for one in signals:
                loop.remove_signal_handler(one)


class _Server(uvicorn.Server):
    """A server that leaves interruptions to whoever runs it."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield
