"""Submissions straight in the table, for tests that are not about how they came in."""

import datetime
from typing import Any

from django.utils import timezone

from meegenomen.submissions.keys import hash_of, secret_of
from meegenomen.submissions.models import Submission


def put(title: str, *, days: int = 0, **fields: Any) -> Submission:
    """Received, unless said otherwise; `days` is how long ago."""
    key = f"key-{Submission.objects.count()}"
    made = Submission.objects.create(
        **{
            "key": key,
            "secret_hash": hash_of(secret_of(key)),
            "title": title,
            "done": "Wij deden iets.",
            "results": "Het hielp.",
            "stage": "Pilot",
            "organisation": "Gemeente Voorbeeldstad",
            "organisation_type": "gemeente",
            "name": "Noor Willems",
            "email": "noor@voorbeeldstad.example",
            "show_name": True,
            **fields,
        }
    )
    if days:
        made.received_at = timezone.now() - datetime.timedelta(days=days)
        made.save()
    return made
