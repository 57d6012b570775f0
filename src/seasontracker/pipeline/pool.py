"""Shares shows out among processes, and streams what becomes of them."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from threading import Thread
from time import sleep
from typing import TYPE_CHECKING

from seasontracker.output.publish import OutputError
from seasontracker.output.shared_work import cores
from seasontracker.pipeline.worker import ShowJob, ShowResult, ShowWorker

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

POOL_FROM = 12
"""With fewer shows than this, starting processes costs more than it saves."""
SPAWN_FROM = 40
"""The same where a process cannot be forked, and has to load everything anew."""
_BATCH = 8
_LOOK_SECONDS = 1.0
_BATCHES_AHEAD = 3
"""How many batches wait for each process; more would only take memory."""
_KILLED = (
    "a process that made shows was killed, most often because memory ran out; nothing was written;"
    " with `--jobs 1` there is only one"
)

# A process has one worker for its whole life. It is the process' own argument, handed over by the
# initializer or by the fork, since an executor gives no other way to keep what is dear to make.
_worker: list[ShowWorker] = []

OpenWorker = Callable[[], ShowWorker]


def run_jobs(
    jobs: Iterable[ShowJob],
    count: int,
    worker: ShowWorker,
    open_worker: OpenWorker,
    processes: int | None,
) -> Iterator[ShowResult]:
    """Yield what becomes of each show, in any order; raises what the work raises.

    Raises `OutputError` when a process is killed from outside.
    `jobs` is read as the work proceeds. `open_worker` can be pickled, and makes a worker where a
    process cannot inherit this one's.
    """
    processes = min(processes or cores(), max(1, count // _BATCH))
    method = _start_method()
    if processes == 1 or count < (POOL_FROM if method == "fork" else SPAWN_FROM):
        for job in jobs:
            yield worker.run(job)
        return
    # Here, since a build of a few shows needs no processes.
    import multiprocessing  # noqa: PLC0415
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    _worker[:] = [worker]
    # What is there now will stay, and need not be looked at, nor copied, by every process.
    gc.collect()
    gc.freeze()
    context = multiprocessing.get_context(method)
    try:
        with ProcessPoolExecutor(processes, context, _start, (open_worker,)) as pool:
            yield from _stream(pool, iter(jobs), processes)
    finally:
        gc.unfreeze()
        _worker.clear()


def _stream(
    pool: ProcessPoolExecutor, jobs: Iterator[ShowJob], processes: int
) -> Iterator[ShowResult]:
    from concurrent.futures import FIRST_COMPLETED, wait  # noqa: PLC0415 - see above
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    waiting: set[Future[list[ShowResult]]] = set()
    try:
        while True:
            while len(waiting) < processes * _BATCHES_AHEAD:
                batch = list(islice(jobs, _BATCH))
                if not batch:
                    break
                waiting.add(pool.submit(_run, batch))
            if not waiting:
                return
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                yield from future.result()
    except BrokenProcessPool as error:
        raise OutputError(_KILLED) from error
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise


def _start(open_worker: OpenWorker) -> None:
    Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    if not _worker:
        _worker.append(open_worker())


def _end_with(parent: int) -> None:
    """End this process soon after its parent, which may be killed while this one waits for work."""
    while os.getppid() == parent:
        sleep(_LOOK_SECONDS)
    os._exit(1)


def _run(jobs: list[ShowJob]) -> list[ShowResult]:
    return [_worker[0].run(job) for job in jobs]


def _start_method() -> str:
    """Return how processes start: by a fork, which inherits all, where that is safe."""
    is_safe = sys.platform == "linux" and threading.active_count() == 1
    return "fork" if is_safe else "spawn"
