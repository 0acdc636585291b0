"""Brings waiting mail to the mail server. Safe with several processes at once: each mail is
claimed by one of them for a while, and goes from the table only when the server has it."""

import logging
from dataclasses import dataclass
from datetime import timedelta
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused, SMTPSenderRefused

from django.core.mail import get_connection
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from meegenomen.submissions.mails.mail import message_of, recipient_of
from meegenomen.submissions.models import MailKind, OutgoingMail, Submission
from meegenomen.submissions.states import SubmissionState

logger = logging.getLogger(__name__)

# Longer than a slow server takes; after that a claimer is taken for dead.
CLAIMED_FOR = timedelta(minutes=15)
# Before each new try. After the last, about a week, only a moderator sends it again.
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360, *(6 * [1440])))
# The server is there, but does not want this one.
REFUSALS = (SMTPRecipientsRefused, SMTPSenderRefused, SMTPDataError, ValueError)


@dataclass(frozen=True, slots=True)
class Sent:
    sent: int
    failed: int


def send_due() -> Sent:
    """Stops when the server is away: with a hundred waiting, one has to find that out."""
    connection = get_connection()
    sent = failed = 0
    try:
        while outgoing := _claim():
            try:
                if recipient_of(outgoing.submission, outgoing.kind):
                    connection.open()
                    connection.send_messages([message_of(outgoing)])
                _finish(outgoing)
                sent += 1
            except REFUSALS as error:
                _postpone(outgoing, error)
                failed += 1
            except (SMTPException, OSError) as error:
                _postpone(outgoing, error)
                failed += 1
                break
    finally:
        _close(connection)
    return Sent(sent, failed)


def _claim() -> OutgoingMail | None:
    """The oldest that is due, for us alone; None when there is none."""
    due = OutgoingMail.objects.select_related("submission__page", "submission__added_to")
    while outgoing := due.filter(not_before__lte=timezone.now()).first():
        mine = OutgoingMail.objects.filter(pk=outgoing.pk, not_before=outgoing.not_before)
        outgoing.not_before = timezone.now() + CLAIMED_FOR
        taken = {"not_before": outgoing.not_before, "attempts": F("attempts") + 1, "error": ""}
        if mine.update(**taken):
            outgoing.attempts += 1
            return outgoing
    return None


def _finish(outgoing: OutgoingMail) -> None:
    """Of what was withdrawn, the address stayed for this mail alone."""
    with transaction.atomic():
        OutgoingMail.objects.filter(pk=outgoing.pk).delete()
        if outgoing.kind == MailKind.WITHDRAWN:
            withdrawn = Submission.objects.filter(state=SubmissionState.WITHDRAWN)
            withdrawn.filter(pk=outgoing.submission_id).update(email="")


def _postpone(outgoing: OutgoingMail, error: Exception) -> None:
    """The log gets the kind of error only: its text may hold the address."""
    logger.warning(
        "No mail '%s' went out for submission %s, try %s: %s",
        outgoing.kind,
        outgoing.submission_id,
        outgoing.attempts,
        type(error).__name__,
    )
    again = outgoing.attempts <= len(PAUSES)
    if not again and outgoing.kind == MailKind.WITHDRAWN:
        # No confirmation is worth an address that was to be erased a week ago.
        _finish(outgoing)
        return
    OutgoingMail.objects.filter(pk=outgoing.pk).update(
        not_before=timezone.now() + PAUSES[outgoing.attempts - 1] if again else None,
        error=f"{type(error).__name__}: {error}"[:300],
    )


def _close(connection: object) -> None:
    try:
        connection.close()  # type: ignore[attr-defined]  # whichever backend the settings name
    except (SMTPException, OSError) as error:
        logger.info("The mail server hung up: %s", type(error).__name__)
