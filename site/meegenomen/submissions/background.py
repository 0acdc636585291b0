"""Work beside a request, after its commit: one run at a time, which takes along all that waits."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from threading import Event

from django.conf import settings
from django.db import DatabaseError, connections, transaction

logger = logging.getLogger(__name__)


class Background:
    def __init__(self, name: str, run: Callable[[], object]) -> None:
        self._name = name
        self._run_once = run
        self._asked = Event()

    def after_commit(self) -> None:
        """In a thread, unless the settings say: in the request itself."""
        run = self._ask if settings.SUBMISSIONS_MAIL_IN_BACKGROUND else self._run_once
        transaction.on_commit(run, robust=True)

    def _ask(self) -> None:
        """At most one run waits for the one that is busy."""
        if not self._asked.is_set():
            self._asked.set()
            self._thread.submit(self._run)

    @cached_property
    def _thread(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(max_workers=1, thread_name_prefix=self._name)

    def _run(self) -> None:
        self._asked.clear()
        try:
            self._run_once()
        except DatabaseError:
            # What is claimed becomes free again by itself; the next run finds all of it.
            logger.exception("The database was busy or away, %s waits", self._name)
        finally:
            connections.close_all()
