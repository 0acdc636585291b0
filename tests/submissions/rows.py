"""Submissions straight in the table, for tests that are not about how they came in."""

import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from meegenomen.submissions.keys import hash_of, secret_of
from meegenomen.submissions.models import FileKind, Submission, SubmissionFile


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


def attach(submission: Submission, upload: UploadedFile, *, alt: str = "") -> SubmissionFile:
    """A file that was found good, with the text that goes with a photo."""
    file = SubmissionFile(
        submission=submission,
        kind=FileKind.IMAGE if alt else FileKind.DOCUMENT,
        name=upload.name or "",
        alt=alt,
        size=upload.size or 0,
        position=submission.files.count(),
    )
    file.stored.save(f"stored-{submission.files.count()}", upload, save=False)
    file.save()
    return file
