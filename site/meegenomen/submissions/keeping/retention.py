"""Which submissions have been kept long enough."""

import calendar
import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from meegenomen.submissions.keeping.erasing import ErasedBy, erase
from meegenomen.submissions.models import RetentionSettings, Submission
from meegenomen.submissions.states import SubmissionState

# The pages and the mail that ask for confirmation say so.
UNCONFIRMED_KEPT = datetime.timedelta(days=7)


def erase_expired() -> int:
    """How many were erased."""
    return sum(erase(submission, ErasedBy.TERM) for submission in expired(timezone.now()))


def expired(now: datetime.datetime) -> QuerySet[Submission]:
    term = RetentionSettings.load()
    other = months_before(now, term.other_months)
    return Submission.objects.filter(
        Q(
            state=SubmissionState.PUBLISHED,
            decided_at__lt=months_before(now, term.placed_months),
        )
        | Q(
            state__in=[SubmissionState.REFUSED, SubmissionState.WITHDRAWN],
            decided_at__lt=other,
        )
        | Q(state=SubmissionState.UNCONFIRMED, received_at__lt=now - UNCONFIRMED_KEPT)
        | Q(state=SubmissionState.RECEIVED, suspected_spam=True, received_at__lt=other),
        erased_at=None,
    )


def months_before(moment: datetime.datetime, months: int) -> datetime.datetime:
    """The same day of an earlier month, or the last day of a month that has no such day."""
    year, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return moment.replace(year=year, month=month + 1, day=min(moment.day, last))
