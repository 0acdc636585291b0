"""Mail waits in the transaction of what it tells about, and goes when that is certain."""

from django.db import transaction
from django.utils import timezone

from meegenomen.submissions.background import Background
from meegenomen.submissions.mails import sending
from meegenomen.submissions.mails.mail import recipient_of
from meegenomen.submissions.models import MailKind, OutgoingMail, Submission


def queue(submission: Submission, kind: MailKind) -> None:
    """Call within the transaction of the change, so that neither comes without the other."""
    # A program that fills in forms gets no mail sent to an address of its choice.
    if recipient_of(submission, kind) and not submission.suspected_spam:
        OutgoingMail.objects.create(submission=submission, kind=kind)
        send_soon()


def try_again(submission: Submission) -> None:
    """What failed, also what was given up."""
    # What is being sent at this moment has no error any more, and is left alone.
    failed = submission.mails.exclude(error="")
    with transaction.atomic():
        failed.update(not_before=timezone.now(), attempts=0)
        send_soon()


def send_soon() -> None:
    """After commit, beside the request unless the settings say otherwise."""
    _sending.after_commit()


_sending = Background("mail", lambda: sending.send_due())
