"""What editors do with a submission. Each step is taken once, whoever tries at the same time."""

import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from lessons.models import PracticeExamplePage
from meegenomen.submissions.audit import Act, note
from meegenomen.submissions.mails import outbox
from meegenomen.submissions.models import MailKind, Message, Submission
from meegenomen.submissions.moderation import drafting
from meegenomen.submissions.states import OPEN_STATES, SubmissionState

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

UNTOUCHED = Q(state=SubmissionState.RECEIVED)
ASKABLE = Q(state__in=[SubmissionState.RECEIVED, SubmissionState.JUDGING])
# A draft that somebody threw away may be made again, and who waits for an answer may go on.
NOWHERE = Q(page=None, added_to=None)
DRAFTABLE = UNTOUCHED | Q(state__in=[SubmissionState.JUDGING, SubmissionState.QUESTION]) & NOWHERE
OPEN = Q(state__in=OPEN_STATES)
TAKEABLE = OPEN & Q(taken_by=None, suspected_spam=False)
NO_SPAM_YET = OPEN & NOWHERE & Q(suspected_spam=False)
SUSPECTED = UNTOUCHED & Q(suspected_spam=True)
# Refused, and yet somebody publishes the draft: then the visitor should hear that.
PUBLISHABLE = OPEN | Q(state=SubmissionState.REFUSED, erased_at=None)


class TooLate(Exception):  # noqa: N818  an answer to who acted, not a fault
    """Somebody else acted first; nothing has been done."""


def take(submission: Submission, user: "AbstractBaseUser") -> None:
    """In hand, so that colleagues leave it alone. Raises TooLate."""
    untouched = submission.state == SubmissionState.RECEIVED
    with transaction.atomic():
        change(
            submission,
            TAKEABLE,
            # Where a question waits for its answer it goes on waiting.
            state=Case(
                When(state=SubmissionState.RECEIVED, then=Value(SubmissionState.JUDGING)),
                default=F("state"),
            ),
            taken_at=timezone.now(),
            taken_by=user,
        )
        if untouched:
            outbox.queue(submission, MailKind.TAKEN)
        note(submission, Act.TAKE, user=user)


def ask(submission: Submission, user: "AbstractBaseUser", text: str) -> None:
    """Who asks has it in hand from then on, and hears the answer. Raises TooLate."""
    now = timezone.now()
    with transaction.atomic():
        change(
            submission,
            ASKABLE,
            state=SubmissionState.QUESTION,
            # Who is asked something is no program any more.
            suspected_spam=False,
            taken_at=Coalesce("taken_at", Value(now)),
            taken_by=user,
            answered_at=first_answer(now),
        )
        Message.objects.create(
            submission=submission, from_visitor=False, text=text, sent_at=now, by_id=user.pk
        )
        outbox.queue(submission, MailKind.QUESTION)
        note(submission, Act.ASK, user=user)


def make_draft(submission: Submission, user: "AbstractBaseUser") -> PracticeExamplePage:
    """A practice example with everything in it, not yet public. Raises TooLate."""
    untouched = submission.state == SubmissionState.RECEIVED
    with transaction.atomic():
        change(
            submission,
            DRAFTABLE,
            state=SubmissionState.JUDGING,
            suspected_spam=False,
            taken_at=timezone.now(),
            taken_by=user,
        )
        page = drafting.make_page(submission, user)
        Submission.objects.filter(pk=submission.pk).update(page=page)
        if untouched:
            outbox.queue(submission, MailKind.TAKEN)
        note(submission, Act.DRAFT, user=user, page=page.pk)
    return page


def refuse(
    submission: Submission, user: "AbstractBaseUser", reason: str, *, when: Q = OPEN
) -> None:
    """Raises TooLate. A draft that was made stays: a colleague may be working in it."""
    now = timezone.now()
    with transaction.atomic():
        change(
            submission,
            when,
            state=SubmissionState.REFUSED,
            refusal_reason=reason,
            decided_at=now,
            decided_by=user,
            answered_at=first_answer(now),
        )
        outbox.queue(submission, MailKind.REFUSED)
        note(submission, Act.REFUSE, user=user)


def mark_spam(submission: Submission, user: "AbstractBaseUser") -> None:
    """To its own corner; no mail goes out any more. Raises TooLate, also once there is a draft."""
    with transaction.atomic():
        change(
            submission,
            NO_SPAM_YET,
            state=SubmissionState.RECEIVED,
            suspected_spam=True,
            taken_at=None,
            taken_by=None,
        )
        submission.mails.all().delete()
        note(submission, Act.MARK_SPAM, user=user)


def unmark_spam(submission: Submission, user: "AbstractBaseUser") -> None:
    """Back in the queue; only now the visitor gets the confirmation. Raises TooLate."""
    with transaction.atomic():
        change(submission, SUSPECTED, suspected_spam=False)
        outbox.queue(submission, MailKind.RECEIVED)
        note(submission, Act.UNMARK_SPAM, user=user)


def note_publication(page: PracticeExamplePage, user: "AbstractBaseUser | None") -> None:
    """The page of a submission came out; a later change to it is no news."""
    submission = Submission.objects.filter(page=page).first()
    if submission is None:
        return
    now = timezone.now()
    with transaction.atomic():
        try:
            change(
                submission,
                PUBLISHABLE,
                state=SubmissionState.PUBLISHED,
                decided_at=now,
                decided_by=user,
                answered_at=first_answer(now),
            )
        except TooLate:
            return
        outbox.queue(submission, MailKind.PUBLISHED)
        note(submission, Act.PUBLISH, user=user)


def first_answer(now: datetime.datetime) -> Coalesce:
    """For `answered_at`: the moment at which the visitor first heard from a person stays."""
    return Coalesce("answered_at", Value(now))


def change(submission: Submission, when: Q, **changes: object) -> None:
    """One statement that the database lets only one of two win. Raises TooLate.

    Afterwards the submission is read anew: what it was before may be older than another's change.
    """
    if not Submission.objects.filter(when, pk=submission.pk).update(**changes):
        raise TooLate
    submission.refresh_from_db()
