"""What changed is written down with the change itself, and applied once that is certain."""

from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from search.index import background
from search.models import PendingChange

# Longer than it takes to save what was announced.
SAVED_BY_THEN = timedelta(minutes=1)


def announce_change(page_id: int) -> PendingChange | None:
    """Before a change, to this page and all below it, that is saved outside a transaction.

    A process that ends before it can tell of the change leaves this row; others delete it.
    """
    if transaction.get_connection().in_atomic_block:
        return None
    later = timezone.now() + SAVED_BY_THEN
    return PendingChange.objects.create(page_id=page_id, subtree=True, not_before=later)


def record_changes(page_ids: Iterable[int], *, subtree: bool = False) -> None:
    """Part of the caller's transaction: a rollback takes the rows with it."""
    rows = [PendingChange(page_id=page_id, subtree=subtree) for page_id in dict.fromkeys(page_ids)]
    if rows:
        PendingChange.objects.bulk_create(rows, batch_size=500)
        # Robust: a search that fails never fails the editor's request.
        transaction.on_commit(background.apply_soon, robust=True)
