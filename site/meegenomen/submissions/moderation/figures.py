"""How the queue has been doing, month by month: numbers only, and of nobody in particular."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from meegenomen.submissions.models import Submission
from meegenomen.submissions.states import SubmissionState

DECIDED = (SubmissionState.PUBLISHED, SubmissionState.REFUSED)
HOUR = datetime.timedelta(hours=1)


@dataclass(slots=True)
class Figures:
    """Of one month, or of all. What came in counts in the month it came, an answer when it went."""

    month: datetime.date | None
    """Its first day; None for all of them."""
    received: int = 0
    """Without spam."""
    accepted: int = 0
    refused: int = 0
    withdrawn: int = 0
    spam: int = 0
    """Suspected, or refused as such."""
    waits: list[float] = field(default_factory=list)
    """How many hours each waited for the first answer."""

    @property
    def name(self) -> str:
        return f"{self.month:%Y-%m}" if self.month else ""

    @property
    def median_hours(self) -> float | None:
        return round(median(self.waits), 1) if self.waits else None

    @property
    def longest_hours(self) -> float | None:
        return round(max(self.waits), 1) if self.waits else None


def by_month(submissions: QuerySet[Submission]) -> list[Figures]:
    """The newest first, without months in which nothing happened; then all together, if any."""
    found: defaultdict[datetime.date, Figures] = defaultdict(lambda: Figures(None))
    total = Figures(None)

    def both(moment: datetime.datetime) -> Iterable[Figures]:
        month = timezone.localdate(moment).replace(day=1)
        found[month].month = month
        return found[month], total

    rows = submissions.exclude(state=SubmissionState.UNCONFIRMED).annotate(
        # Before answers were noted a decision was the only one that is known.
        answered=Coalesce("answered_at", F("decided_at"))
    )
    for state, spam, received, decided, answered in rows.values_list(
        "state", "suspected_spam", "received_at", "decided_at", "answered"
    ).iterator():
        for figures in both(received):
            figures.spam += spam
            figures.received += not spam
        if spam:
            continue
        if decided:
            for figures in both(decided):
                figures.accepted += state == SubmissionState.PUBLISHED
                figures.refused += state == SubmissionState.REFUSED
                figures.withdrawn += state == SubmissionState.WITHDRAWN
        # Who withdraws was not answered.
        if answered and (state != SubmissionState.WITHDRAWN or answered != decided):
            for figures in both(answered):
                figures.waits.append((answered - received) / HOUR)
    months = sorted(found.values(), key=lambda figures: figures.name, reverse=True)
    return [*months, total] if months else []


def longest_waiting() -> QuerySet[Submission]:
    """Of what waits for us, the oldest first."""
    waiting = Q(state__in=[SubmissionState.RECEIVED, SubmissionState.JUDGING], suspected_spam=False)
    return Submission.objects.filter(waiting).order_by("received_at", "pk")
