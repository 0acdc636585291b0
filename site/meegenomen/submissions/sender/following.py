"""What a visitor does with a submission that was sent. Each step is taken once, as in `judging`."""

from typing import Any

from django.db import transaction
from django.db.models import Case, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _

from meegenomen.submissions.audit import Act, note
from meegenomen.submissions.form.answers import fields_of, themes_of
from meegenomen.submissions.keeping.erasing import erase_files, erase_what_was_made
from meegenomen.submissions.mails import outbox
from meegenomen.submissions.models import MailKind, Message, Submission
from meegenomen.submissions.moderation.judging import NOWHERE, change
from meegenomen.submissions.states import SubmissionState

# As long as no editor works in it. While a question waits nobody does, unless a draft was made.
CORRECTABLE = NOWHERE & Q(state__in=[SubmissionState.RECEIVED, SubmissionState.QUESTION])
WITHDRAWABLE = CORRECTABLE | Q(state=SubmissionState.UNCONFIRMED)
ASKED = Q(state=SubmissionState.QUESTION)
WORDS = ("done", "results", "organisation", "link", "name", "role")


def may_correct(submission: Submission) -> bool:
    return Submission.objects.filter(CORRECTABLE, pk=submission.pk).exists()


def may_withdraw(submission: Submission) -> bool:
    return Submission.objects.filter(WITHDRAWABLE, pk=submission.pk, erased_at=None).exists()


def answer(submission: Submission, text: str) -> None:
    """Back to the moderator who asked, or to the queue when that one is gone. Raises TooLate."""
    with transaction.atomic():
        change(
            submission,
            ASKED,
            state=Case(
                When(NOWHERE, taken_by=None, then=Value(SubmissionState.RECEIVED)),
                default=Value(SubmissionState.JUDGING),
            ),
        )
        Message.objects.create(submission=submission, from_visitor=True, text=text)
        outbox.queue(submission, MailKind.ANSWERED)
        note(submission, Act.ANSWER)


def correct(submission: Submission, said: dict[str, Any]) -> None:
    """Take over the answers of a form. Raises TooLate once an editor works in it."""
    with transaction.atomic():
        change(submission, CORRECTABLE, corrected_at=timezone.now(), **fields_of(said))
        submission.themes.set(themes_of(said))
        note(submission, Act.CORRECT)


def withdraw(submission: Submission) -> None:
    """As long as nobody works in it: all but the title goes. Raises TooLate."""
    # Who never confirmed an address may have filled in somebody else's.
    is_known = submission.state != SubmissionState.UNCONFIRMED
    with transaction.atomic():
        change(
            submission,
            WITHDRAWABLE & Q(erased_at=None),
            state=SubmissionState.WITHDRAWN,
            decided_at=timezone.now(),
            **dict.fromkeys(WORDS, ""),
        )
        submission.mails.all().delete()
        if is_known:
            outbox.queue(submission, MailKind.WITHDRAWN)
        if not submission.mails.exists():
            # Else it stays for that mail, and goes with it; see `sending`.
            Submission.objects.filter(pk=submission.pk).update(email="")
        submission.messages.all().delete()
        erase_files(submission)
        # Of a draft that a moderator threw away.
        erase_what_was_made(submission, None, _("Ingetrokken inzending"))
        note(submission, Act.WITHDRAW)
