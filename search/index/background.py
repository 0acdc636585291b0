"""Applies changes beside the editor's request, in one thread that lives while there is work."""

import logging
import threading
import time

from django.conf import settings
from django.db import OperationalError, connections

logger = logging.getLogger(__name__)

LOOK_EVERY = 30.0  # seconds
# Seconds before each new try when the database is busy. After the last one the rows wait for the
# next change or search: a command that ends must not wait forever for a database that is gone.
PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0)
GATHER = 0.05  # seconds; changes made together are applied together


class _Worker:
    """Not a daemon thread: a command that ends waits for its own changes to be applied."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._asked = False
        self._thread: threading.Thread | None = None
        self.next_look = time.monotonic() + LOOK_EVERY

    def ask(self) -> None:
        with self._lock:
            self._asked = True
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="search-changes")
                self._thread.start()

    def _more(self) -> bool:
        with self._lock:
            asked, self._asked = self._asked, False
            if not asked:
                self._thread = None
            return asked

    def _run(self) -> None:
        failures = 0
        while self._more():
            time.sleep(GATHER)
            try:
                _drain()
                failures = 0
            except OperationalError as error:
                failures += 1
                again = failures <= len(PAUSES)
                logger.log(
                    logging.INFO if again else logging.WARNING,
                    "The database is busy or away, changes for search wait: %s",
                    error,
                )
                if again:
                    time.sleep(PAUSES[failures - 1])
                    with self._lock:
                        self._asked = True
            except Exception:
                # The rows are still there; the worker, the next change or a rebuild applies them.
                logger.exception("Changes for search stay pending")
            finally:
                connections.close_all()


_worker = _Worker()


def apply_soon() -> None:
    """Apply what is pending, in the way that SEARCH_APPLY says."""
    if settings.SEARCH_APPLY == "inline":
        _drain()
    elif settings.SEARCH_APPLY == "background":
        _worker.ask()


def catch_up() -> None:
    """Called with every search: now and then, apply what an earlier failure left behind.

    So that a site of one process needs no worker to recover.
    """
    now = time.monotonic()
    if settings.SEARCH_APPLY == "background" and now >= _worker.next_look:
        _worker.next_look = now + LOOK_EVERY
        _worker.ask()


def _drain() -> None:
    from search.index.drain import drain  # the drain reads pages, whose models must be loaded first

    drain()
