"""Who has a submission in hand. `judging.take` is for what nobody has."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone

from meegenomen.submissions.audit import Act, note
from meegenomen.submissions.models import Submission
from meegenomen.submissions.moderation.judging import OPEN, change
from meegenomen.submissions.states import SubmissionState

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser


def hand_over(
    submission: Submission, user: "AbstractBaseUser", *, seen: int, to: "AbstractBaseUser"
) -> None:
    """From whom `user` saw it with, by number, to another. Raises TooLate when that changed."""
    with transaction.atomic():
        change(
            submission,
            OPEN & Q(taken_by=seen),
            taken_by=to,
            taken_at=timezone.now(),
        )
        note(submission, Act.HAND_OVER, user=user, to=to.pk)


def let_go(submission: Submission, user: "AbstractBaseUser", *, seen: int) -> None:
    """Back to the queue, unless there is a draft already. Raises TooLate."""
    with transaction.atomic():
        change(
            submission,
            OPEN & Q(taken_by=seen),
            taken_by=None,
            taken_at=None,
            state=Case(
                When(
                    state=SubmissionState.JUDGING,
                    page=None,
                    added_to=None,
                    then=Value(SubmissionState.RECEIVED),
                ),
                default=F("state"),
            ),
        )
        note(submission, Act.LET_GO, user=user)
