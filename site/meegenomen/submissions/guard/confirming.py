"""Who sends without proof of work confirms a mail address first; see docs/decisions/0066."""

from django.db import transaction
from django.utils import timezone

from meegenomen.submissions.mails import outbox
from meegenomen.submissions.models import MailKind, Submission
from meegenomen.submissions.states import SubmissionState


def confirm(submission: Submission) -> bool:
    """False when it was confirmed before, or erased meanwhile."""
    with transaction.atomic():
        todo = Submission.objects.filter(
            pk=submission.pk, state=SubmissionState.UNCONFIRMED, erased_at=None
        )
        if not todo.update(state=SubmissionState.RECEIVED, confirmed_at=timezone.now()):
            return False
        submission.refresh_from_db()
        outbox.queue(submission, MailKind.RECEIVED)
    return True
