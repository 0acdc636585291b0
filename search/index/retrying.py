from django.db import transaction

from search.index import background
from search.index.drain import MOST_ATTEMPTS
from search.models import PendingChange


def retry() -> list[PendingChange]:
    """Give every page that was set aside as many new attempts, and begin at once."""
    with transaction.atomic():
        rows = list(PendingChange.objects.filter(attempts__gte=MOST_ATTEMPTS))
        # By their state, not their ids: there may be more than a query can name.
        PendingChange.objects.filter(attempts__gte=MOST_ATTEMPTS).update(
            attempts=0, error="", not_before=None
        )
        if rows:
            transaction.on_commit(background.apply_soon, robust=True)
    return rows
