"""What a visitor does with a submission that was sent. Each step is taken once, as in `judging`."""

from functools import partial

from django.db import transaction
from django.db.models import Case, Q, Value, When
from django.utils import timezone

from meegenomen.submissions.audit import Act, note
from meegenomen.submissions.judging import change
from meegenomen.submissions.models import Message, Submission
from meegenomen.submissions.states import SubmissionState

# As long as no editor works in it. While a question waits nobody does, unless a draft was made.
NOT_JUDGED = Q(state__in=[SubmissionState.RECEIVED, SubmissionState.QUESTION], page=None)
ASKED = Q(state=SubmissionState.QUESTION)
WORDS = ("done", "results", "organisation", "link", "name", "role")


def may_change(submission: Submission) -> bool:
    """Whether the visitor may still correct and withdraw it."""
    return Submission.objects.filter(NOT_JUDGED, pk=submission.pk).exists()


def answer(submission: Submission, text: str) -> None:
    """Back to the moderator who asked, or to the queue when that one is gone. Raises TooLate."""
    with transaction.atomic():
        change(
            submission,
            ASKED,
            state=Case(
                When(taken_by=None, page=None, then=Value(SubmissionState.RECEIVED)),
                default=Value(SubmissionState.JUDGING),
            ),
        )
        Message.objects.create(submission=submission, from_visitor=True, text=text)
        note(submission, Act.ANSWER)


def withdraw(submission: Submission) -> None:
    """As long as nobody works in it: all but the title goes. Raises TooLate."""
    with transaction.atomic():
        change(
            submission,
            NOT_JUDGED,
            state=SubmissionState.WITHDRAWN,
            decided_at=timezone.now(),
            **dict.fromkeys((*WORDS, "email"), ""),
        )
        submission.mails.all().delete()
        submission.messages.all().delete()
        for file in submission.files.all():
            transaction.on_commit(partial(file.stored.delete, save=False), robust=True)
        submission.files.all().delete()
        note(submission, Act.WITHDRAW)
