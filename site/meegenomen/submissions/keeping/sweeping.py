"""What may go: what was kept for its term, files that nobody holds, and counts of yesterday."""

import datetime
from dataclasses import dataclass

from django.utils import timezone

from meegenomen.submissions.guard import limits
from meegenomen.submissions.keeping import retention
from meegenomen.submissions.models import Attempt, SubmissionFile, UsedProof
from meegenomen.submissions.models.files import private_storage
from meegenomen.submissions.uploads import waiting_room

# A file is written before its row; one that is younger than this may still get it.
ON_ITS_WAY = datetime.timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Swept:
    waiting: int
    orphans: int
    attempts: int
    erased: int


def sweep() -> Swept:
    UsedProof.objects.filter(expires_at__lt=timezone.now()).delete()
    old = Attempt.objects.filter(at__lt=timezone.now() - limits.KEPT)
    return Swept(
        waiting=waiting_room.purge(),
        orphans=_remove_orphans(),
        attempts=old.delete()[0],
        erased=retention.erase_expired(),
    )


def _remove_orphans() -> int:
    storage, deadline = private_storage(), timezone.now() - ON_ITS_WAY
    folder = str(SubmissionFile.stored.field.upload_to)
    if not storage.exists(folder):
        return 0
    held = set(SubmissionFile.objects.values_list("stored", flat=True))
    orphans = [
        path
        for path in (f"{folder}/{name}" for name in storage.listdir(folder)[1])
        if path not in held and storage.get_modified_time(path) < deadline
    ]
    for path in orphans:
        storage.delete(path)
    return len(orphans)
