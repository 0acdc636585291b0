"""What happens to a submission. Each step is taken once, whoever else tries it at the same time."""

from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from lessons.models import PracticeExamplePage
from meegenomen.submissions import outbox
from meegenomen.submissions.drafting import Draft
from meegenomen.submissions.models import MailKind, Submission
from meegenomen.submissions.states import OPEN_STATES, SubmissionState

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

UNTOUCHED = Q(state=SubmissionState.RECEIVED)
# A draft that somebody threw away may be made again.
DRAFTABLE = UNTOUCHED | Q(state=SubmissionState.JUDGING, page=None)
OPEN = Q(state__in=OPEN_STATES)
# Refused, and yet somebody publishes the draft: then the visitor should hear that.
PUBLISHABLE = OPEN | Q(state=SubmissionState.REFUSED, erased_at=None)


class TooLate(Exception):  # noqa: N818  an answer to the moderator, not a fault
    """Somebody else acted first; nothing has been done."""


def make_draft(submission: Submission, user: "AbstractBaseUser") -> PracticeExamplePage:
    """A practice example with everything in it, not yet public. Raises TooLate."""
    with transaction.atomic():
        _take(
            submission,
            DRAFTABLE,
            state=SubmissionState.JUDGING,
            suspected_spam=False,
            taken_at=timezone.now(),
            taken_by=user,
        )
        page = Draft(submission, user).make_page()
        Submission.objects.filter(pk=submission.pk).update(page=page)
    return page


def refuse(submission: Submission, user: "AbstractBaseUser", reason: str) -> None:
    """Raises TooLate. A draft that was made stays: a colleague may be working in it."""
    with transaction.atomic():
        _take(
            submission,
            OPEN,
            state=SubmissionState.REFUSED,
            refusal_reason=reason,
            decided_at=timezone.now(),
            decided_by=user,
        )
        submission.refresh_from_db()
        outbox.queue(submission, MailKind.REFUSED)


def note_publication(page: PracticeExamplePage, user: "AbstractBaseUser | None") -> None:
    """The page of a submission came out; a later change to it is no news."""
    submission = Submission.objects.filter(page=page).first()
    if submission is None:
        return
    with transaction.atomic():
        try:
            _take(
                submission,
                PUBLISHABLE,
                state=SubmissionState.PUBLISHED,
                decided_at=timezone.now(),
                decided_by=user,
            )
        except TooLate:
            return
        submission.refresh_from_db()
        outbox.queue(submission, MailKind.PUBLISHED)


def withdraw(submission: Submission) -> None:
    """By the visitor, as long as nobody acted on it: all but the title goes. Raises TooLate."""
    files = list(submission.files.all())
    with transaction.atomic():
        _take(
            submission,
            UNTOUCHED,
            state=SubmissionState.WITHDRAWN,
            decided_at=timezone.now(),
            **dict.fromkeys(
                ("done", "results", "organisation", "link", "name", "role", "email"), ""
            ),
        )
        submission.mails.all().delete()
        submission.files.all().delete()
        for file in files:
            transaction.on_commit(partial(file.stored.delete, save=False), robust=True)


def _take(submission: Submission, when: Q, **changes: object) -> None:
    """One statement that the database lets only one of two win."""
    if not Submission.objects.filter(when, pk=submission.pk).update(**changes):
        raise TooLate
