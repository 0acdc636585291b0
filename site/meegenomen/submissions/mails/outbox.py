"""Mail waits in the transaction of what it tells about, and goes when that is certain."""

import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from django.conf import settings
from django.db import DatabaseError, connections, transaction
from django.utils import timezone

from meegenomen.submissions.mails import sending
from meegenomen.submissions.mails.mail import recipient_of
from meegenomen.submissions.models import MailKind, OutgoingMail, Submission

logger = logging.getLogger(__name__)
_asked = threading.Event()


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
    send = _ask if settings.SUBMISSIONS_MAIL_IN_BACKGROUND else sending.send_due
    transaction.on_commit(send, robust=True)


def _ask() -> None:
    """One run at a time, and at most one that waits: it takes along all that came meanwhile."""
    if not _asked.is_set():
        _asked.set()
        _thread().submit(_run)


@cache
def _thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="mail")


def _run() -> None:
    _asked.clear()
    try:
        sending.send_due()
    except DatabaseError:
        # The claim runs out by itself; the next run finds the mail again.
        logger.exception("The database was busy or away, mail waits")
    finally:
        connections.close_all()
