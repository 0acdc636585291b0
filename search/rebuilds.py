"""Rebuilds that are written down, so that editors can ask for one and see how it goes."""

import logging
import threading
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.db import IntegrityError, connections, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from search.models import Rebuild
from search.rebuild import rebuild

logger = logging.getLogger(__name__)

# Without a sign of life for so long its process is taken for dead.
SILENT_FOR = timedelta(minutes=10)


def latest() -> Rebuild | None:
    """The one that is waiting or busy, otherwise the last one."""
    _give_up_silent()
    newest = Rebuild.objects.order_by("-asked", "-pk")
    return newest.filter(finished=None).first() or newest.first()


def is_busy() -> bool:
    return Rebuild.objects.filter(finished=None).exists()


def ask() -> Rebuild | None:
    """Have the index built anew beside the request; None when somebody did so before."""
    _give_up_silent()
    if is_busy():
        return None
    try:
        with transaction.atomic():
            asked = Rebuild.objects.create(holds_turn=True)
    except IntegrityError:
        return None
    if settings.SEARCH_APPLY != "worker":
        transaction.on_commit(start_asked, robust=True)
    return asked


def start_asked() -> None:
    """Begin what was asked for, unless another process did; changes are applied meanwhile."""
    asked = Rebuild.objects.filter(started=None, finished=None).first()
    if asked is None or not _begin(asked):
        return
    if settings.SEARCH_APPLY == "inline":
        _run_logged(asked)
    else:
        # Not a daemon thread: a process that is asked to stop finishes the index first.
        threading.Thread(target=_run_apart, args=(asked,), name="search-rebuild").start()


def run(progress: Callable[[int], None] = lambda done: None) -> int:
    """Rebuild at once, for a command; the engine itself refuses when another one is busy."""
    return _run(Rebuild.objects.create(started=timezone.now()), progress)


def _begin(asked: Rebuild) -> bool:
    now = timezone.now()
    waiting = Rebuild.objects.filter(pk=asked.pk, started=None, finished=None)
    return waiting.update(started=now, seen=now) == 1


def _give_up_silent() -> None:
    now = timezone.now()
    Rebuild.objects.filter(finished=None, seen__lt=now - SILENT_FOR).update(
        finished=now,
        holds_turn=False,
        error=_("Afgebroken: er kwam geen teken van leven meer."),
    )


def _run(row: Rebuild, progress: Callable[[int], None] = lambda done: None) -> int:
    mine = Rebuild.objects.filter(pk=row.pk)

    def told(done: int) -> None:
        mine.update(read=done, seen=timezone.now())
        progress(done)

    try:
        documents = rebuild(told)
    except Exception as error:
        mine.update(finished=timezone.now(), holds_turn=False, error=str(error) or repr(error))
        raise
    mine.update(finished=timezone.now(), holds_turn=False, documents=documents, error="")
    return documents


def _run_logged(row: Rebuild) -> None:
    try:
        _run(row)
    except Exception:
        # The old index still answers; the error stands in the report.
        logger.exception("The search index could not be rebuilt")


def _run_apart(row: Rebuild) -> None:
    try:
        _run_logged(row)
    finally:
        connections.close_all()
