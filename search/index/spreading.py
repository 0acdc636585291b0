"""Spreads work over processes, where it keeps one processor busy and leaves the others idle."""

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import Any

from django.db import connections

Spread = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]
"""Works as `map` does; what goes in and comes out can be pickled."""

# Pieces of work that are done or under way for each process; more would only fill memory.
AHEAD = 2


@contextmanager
def spreading(processes: int) -> Iterator[Spread]:
    """Call it where no transaction is open, and before a lock is taken or a thread started: a
    forked process has its own database connection, and must not hold the rest.
    """
    if processes < 2:
        yield map
        return
    connections.close_all()
    fork = multiprocessing.get_context("fork")
    pool = ProcessPoolExecutor(processes, mp_context=fork, initializer=_started)
    try:
        # They are forked with the first piece of work, all at once.
        pool.submit(os.getpid).result()
        yield partial(_in_order, pool, processes * AHEAD)
    except BaseException:
        # Nobody waits for what is under way. Each page is read, and what is kept of it, as a whole.
        for process in multiprocessing.active_children():
            process.kill()
        # One that was writing leaves half an answer. Who waits here for the rest sees that it ends.
        pool._result_queue._writer.close()  # type: ignore[attr-defined]  # kill_workers() of 3.14
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _in_order(
    pool: ProcessPoolExecutor, most: int, work: Callable[[Any], Any], pieces: Iterable[Any]
) -> Iterator[Any]:
    begun: deque[Future[Any]] = deque()
    for piece in pieces:
        begun.append(pool.submit(work, piece))
        if len(begun) > most:
            yield begun.popleft().result()
    while begun:
        yield begun.popleft().result()


def _started() -> None:
    # Ctrl-C is for the process that gives the work.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # And what the parent does when it is told to end is not for its readers.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # What the parent had loaded stays; nobody need look through it for garbage.
    gc.freeze()


def _end_with_parent() -> None:
    """Nobody tells a process that waits for work that its parent was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
