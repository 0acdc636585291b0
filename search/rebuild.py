"""Fills a new index, and the table beside it, from every page that may be found."""

import logging
from collections.abc import Callable, Iterator

from search import engine, stored
from search.breaker import breaker
from search.drain import MOST_ATTEMPTS, drain, draw_version
from search.engines.protocol import Write
from search.models import PendingChange
from search.pages import CHUNK, every

logger = logging.getLogger(__name__)


def rebuild(progress: Callable[[int], None] = lambda done: None) -> int:
    """Return how many pages the new index holds; changes made meanwhile are in it too."""
    # Whatever was written down before now is read below.
    pending = list(PendingChange.objects.values_list("pk", flat=True))
    version = draw_version()
    failed: list[PendingChange] = []
    count = engine.current().rebuild(_writes(version, failed, progress))
    stored.forget_before(version)
    for at in range(0, len(pending), CHUNK):
        PendingChange.objects.filter(pk__in=pending[at : at + CHUNK]).delete()
    PendingChange.objects.bulk_create(failed)
    breaker.succeeded()
    drain()
    return count


def _writes(
    version: int, failed: list[PendingChange], progress: Callable[[int], None]
) -> Iterator[Write]:
    done = 0
    chunk: list[Write] = []
    for page_id, reading in every():
        done += 1
        if isinstance(reading, Exception):
            logger.error("Page %d says nothing to search: %s", page_id, reading, exc_info=reading)
            failed.append(
                PendingChange(page_id=page_id, attempts=MOST_ATTEMPTS, error=repr(reading))
            )
            continue
        if reading is not None:
            write = Write(id=page_id, version=version, record=reading)
            chunk.append(write)
            yield write
        if len(chunk) >= CHUNK:
            stored.save(chunk)
            chunk.clear()
            progress(done)
    stored.save(chunk)
    progress(done)
