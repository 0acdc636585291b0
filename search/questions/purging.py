"""Forgets what visitors asked after its term, and rare questions sooner."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Max, Q
from django.utils.timezone import localdate

from search.models import AskedOnDay, AskedQuestion, AskedTotal

RARE_AFTER = 90  # days since it was last asked, for a question that never became legible


@transaction.atomic
def purge() -> int:
    """How many questions are gone; their days go with them."""
    first = localdate() - timedelta(days=settings.SEARCH_COUNTS_DAYS)
    AskedTotal.objects.filter(day__lt=first).delete()
    AskedOnDay.objects.filter(day__lt=first).delete()
    asked = AskedQuestion.objects.annotate(on_days=Count("days"), last=Max("days__day"))
    rare = asked.filter(on_days__lt=settings.SEARCH_COUNTS_SHOWN_FROM)
    # What is left of a question that was asked more often may be a rare one now.
    AskedQuestion.objects.filter(pk__in=rare.exclude(words="").values("pk")).update(words="")
    long_ago = localdate() - timedelta(days=RARE_AFTER)
    gone = rare.filter(Q(last__lt=long_ago) | Q(on_days=0)).values_list("pk", flat=True)
    _, removed = AskedQuestion.objects.filter(pk__in=list(gone)).delete()
    return removed.get(AskedQuestion._meta.label, 0)
