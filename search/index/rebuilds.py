"""Rebuilds that are written down, so that editors can ask for one and see how it goes."""

import logging
import threading
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.db import IntegrityError, connections, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from search.index.rebuild import Progress, nobody, rebuild
from search.models import Rebuild

logger = logging.getLogger(__name__)

# Without a sign of life for so long its process is taken for dead.
SILENT_FOR = timedelta(minutes=10)
# What a rebuild of longer ago left is not gone on with: it read most pages as they are no more.
RESUMED_WITHIN = timedelta(days=1)


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


def run(progress: Callable[[Progress], None] = nobody, *, processes: int = 1) -> int:
    """Rebuild at once, for a command; the engine itself refuses when another one is busy."""
    return _run(Rebuild.objects.create(started=timezone.now()), progress, processes=processes)


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


def _run(row: Rebuild, progress: Callable[[Progress], None] = nobody, *, processes: int = 1) -> int:
    mine = Rebuild.objects.filter(pk=row.pk)
    left = _left_behind()

    def told(now: Progress) -> None:
        mine.update(read=now.read, seen=timezone.now(), index=now.index, version=now.version)
        if left and left.index == now.index and left.finished is None:
            _close(left)
        progress(now)

    try:
        documents = rebuild(
            told,
            index=left.index if left else "",
            version=left.version if left else 0,
            processes=processes,
        )
    except Exception as error:
        mine.update(finished=timezone.now(), holds_turn=False, error=str(error) or repr(error))
        raise
    mine.update(finished=timezone.now(), holds_turn=False, documents=documents, error="")
    return documents


def _left_behind() -> Rebuild | None:
    """The last one that came to filling an index, when it did not come to the end."""
    last = Rebuild.objects.exclude(index="").order_by("-pk").first()
    recent = last is not None and last.asked > timezone.now() - RESUMED_WITHIN
    return last if last is not None and recent and last.documents is None else None


def _close(left: Rebuild) -> None:
    left.finished = timezone.now()
    Rebuild.objects.filter(pk=left.pk, finished=None).update(
        finished=left.finished,
        holds_turn=False,
        error=_("Afgebroken; de volgende keer ging ermee verder."),
    )


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
