"""Brings pending changes to the database's own table and to the engine.

Safe with several processes at once, and when one is killed: a row is claimed for a while, and goes
only after the engine has taken the write.
"""

import logging
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import timedelta

from django.db import DatabaseError, OperationalError, connection, transaction
from django.db.models import Min, Q
from django.utils import timezone
from wagtail.models import Page

from search import engine
from search.engines.protocol import EngineUnavailable, Write
from search.index import stored
from search.index.pages import Failed, read
from search.models import PendingChange
from search.records import INDEX_LISTENERS

logger = logging.getLogger(__name__)

BATCH = 200
# Longer than a batch takes, but for many new documents or a slow engine; after that a claimer is
# taken for dead and its work is done twice, which loses nothing.
CLAIMED_FOR = timedelta(seconds=90)
# A page that fails this often is set aside until it changes again or the index is rebuilt.
MOST_ATTEMPTS = 5


class _Outage:
    """Says once in a process why changes wait, not again with every change."""

    def __init__(self) -> None:
        self._reason = ""

    def told(self, waiting: int, reason: str) -> None:
        if reason != self._reason:
            logger.warning("Search engine unavailable, %d changes wait: %s", waiting, reason)
            self._reason = reason

    def over(self) -> None:
        self._reason = ""


_outage = _Outage()


def drain() -> int:
    """Apply all that is due and return how many pages that were; stops when the engine does."""
    applied = 0
    while claimed := _claim():
        try:
            applied += _apply(claimed)
        except EngineUnavailable as error:
            _outage.told(len(claimed), str(error))
            _release(claimed, str(error))
            break
        except OperationalError:
            # Busy or away; when it does not take this either, the claims run out by themselves.
            with suppress(DatabaseError):
                _release(claimed, "")
            raise
        else:
            _outage.over()
    if applied:
        tell_listeners()
    return applied


def tell_listeners() -> None:
    for listener in INDEX_LISTENERS:
        listener()


def set_aside() -> int:
    """How many pages wait for somebody to look at their error."""
    return PendingChange.objects.filter(attempts__gte=MOST_ATTEMPTS).count()


def draw_version() -> int:
    """A version newer than any write so far, for pages that are read from now on."""
    row = PendingChange.objects.create(page_id=0, not_before=timezone.now() + CLAIMED_FOR)
    version: int = row.pk
    row.delete()
    return version


def _claim() -> list[PendingChange]:
    """Take due rows, one new row for each page, whose id is the version of the coming write."""
    now = timezone.now()
    with transaction.atomic():
        due = PendingChange.objects.filter(
            Q(not_before=None) | Q(not_before__lte=now), attempts__lt=MOST_ATTEMPTS
        ).order_by("pk")
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True)
        found = list(due[:BATCH])
        if not found:
            return []
        _spread([row.page_id for row in found if row.subtree])
        pages = (
            PendingChange.objects.filter(page_id__in={row.page_id for row in found})
            .values_list("page_id")
            .annotate(Min("attempts"), Min("created"))
            .order_by()
        )
        waiting = {page_id: (tried, since) for page_id, tried, since in pages}
        # Rows set aside go too: the page changed since, and gets as many new attempts.
        PendingChange.objects.filter(
            Q(pk__in=[row.pk for row in found])
            | Q(page_id__in=waiting, attempts__gte=MOST_ATTEMPTS)
        ).delete()
        return PendingChange.objects.bulk_create(
            [
                PendingChange(
                    page_id=page_id, attempts=tried, created=since, not_before=now + CLAIMED_FOR
                )
                for page_id, (tried, since) in waiting.items()
            ]
        )


def _spread(page_ids: Sequence[int]) -> None:
    """One row for every page below these; where a page is now decides, not where it was."""
    below = Q(pk__in=[])
    for path in Page.objects.filter(pk__in=page_ids).values_list("path", flat=True):
        below |= Q(path__startswith=path)
    rows = Page.objects.filter(below).exclude(pk__in=page_ids).values_list("pk", flat=True)
    PendingChange.objects.bulk_create(
        [PendingChange(page_id=page_id) for page_id in rows], batch_size=500
    )


def _apply(claimed: Sequence[PendingChange]) -> int:
    rows = {row.page_id: row for row in claimed}
    readings = read(rows)
    failed = {
        page_id: reading.why for page_id, reading in readings.items() if isinstance(reading, Failed)
    }
    writes = [
        Write(id=page_id, version=rows[page_id].pk, record=reading)
        for page_id, reading in readings.items()
        if not isinstance(reading, Failed)
    ]
    # The database first: when the engine is away it answers, and it must not know less.
    failed |= stored.save(writes)
    failed |= engine.current().write([one for one in writes if one.id not in failed])
    for page_id, error in failed.items():
        _postpone(rows[page_id], error)
    return _settle({page_id: row for page_id, row in rows.items() if page_id not in failed})


def _settle(rows: Mapping[int, PendingChange]) -> int:
    """Let go of what was applied, but not where a claim ran out meanwhile.

    Then somebody else applied a newer state, which a rebuild may have left out as not public: the
    page is read once more, so that this late write does not stay.
    """
    ours = [row.pk for row in rows.values()]
    with transaction.atomic():
        held = PendingChange.objects.filter(pk__in=ours)
        if connection.features.has_select_for_update:
            held = held.select_for_update()
        still = dict(held.values_list("page_id", "pk"))
        PendingChange.objects.filter(pk__in=list(still.values())).delete()
        PendingChange.objects.bulk_create(
            [PendingChange(page_id=page_id) for page_id in rows if page_id not in still]
        )
    return len(still)


def postponed(row: PendingChange, error: str) -> PendingChange:
    """The row as it is after one more failure: each next try comes later."""
    row.attempts += 1
    row.error = error
    row.not_before = timezone.now() + timedelta(seconds=30 * 2**row.attempts)
    return row


def _postpone(row: PendingChange, error: str) -> None:
    postponed(row, error)
    # Not save(): a claim that ran out may have replaced the row.
    PendingChange.objects.filter(pk=row.pk).update(
        attempts=row.attempts, error=row.error, not_before=row.not_before
    )


def _release(claimed: Sequence[PendingChange], error: str) -> None:
    """Due again at once: the engine failed here, not these pages."""
    PendingChange.objects.filter(pk__in=[row.pk for row in claimed]).update(
        not_before=None, error=error
    )
