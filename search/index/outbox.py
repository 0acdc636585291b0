"""What changed is written down with the change itself, and applied once that is certain."""

from collections.abc import Iterable

from django.db import transaction

from search.index import background
from search.models import PendingChange


def record_changes(page_ids: Iterable[int], *, subtree: bool = False) -> None:
    """Part of the caller's transaction: a rollback takes the rows with it."""
    rows = [PendingChange(page_id=page_id, subtree=subtree) for page_id in dict.fromkeys(page_ids)]
    if rows:
        PendingChange.objects.bulk_create(rows, batch_size=500)
        # Robust: a search that fails never fails the editor's request.
        transaction.on_commit(background.apply_soon, robust=True)
