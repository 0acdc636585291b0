"""What happened to a submission, for its sender: in the order in which it happened."""

import datetime
from dataclasses import dataclass, replace
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from meegenomen.submissions.models import Submission
from meegenomen.submissions.states import SubmissionState


class Kind(StrEnum):
    UNCONFIRMED = "unconfirmed"
    RECEIVED = "received"
    CORRECTED = "corrected"
    TAKEN = "taken"
    QUESTION = "question"
    ANSWER = "answer"
    PUBLISHED = "published"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    ERASED = "erased"


LABELS: dict[Kind, Promise] = {
    Kind.UNCONFIRMED: _("Wacht op bevestiging"),
    Kind.RECEIVED: _("Ontvangen"),
    Kind.CORRECTED: _("Door jou gewijzigd"),
    Kind.TAKEN: _("In behandeling"),
    Kind.QUESTION: _("Vraag gesteld"),
    Kind.ANSWER: _("Antwoord ontvangen"),
    Kind.PUBLISHED: _("Gepubliceerd"),
    Kind.REFUSED: _("Niet geplaatst"),
    Kind.WITHDRAWN: _("Ingetrokken"),
    Kind.ERASED: _("Gewist"),
}
# Which steps may be where a submission stands now; the last of them is.
NOW: dict[str, tuple[Kind, ...]] = {
    SubmissionState.UNCONFIRMED: (Kind.UNCONFIRMED,),
    SubmissionState.RECEIVED: (Kind.RECEIVED, Kind.ANSWER),
    SubmissionState.JUDGING: (Kind.TAKEN, Kind.ANSWER),
    SubmissionState.QUESTION: (Kind.QUESTION,),
    SubmissionState.PUBLISHED: (Kind.PUBLISHED,),
    SubmissionState.REFUSED: (Kind.REFUSED,),
    SubmissionState.WITHDRAWN: (Kind.WITHDRAWN,),
}
DECIDED = {
    SubmissionState.PUBLISHED: Kind.PUBLISHED,
    SubmissionState.REFUSED: Kind.REFUSED,
    SubmissionState.WITHDRAWN: Kind.WITHDRAWN,
}


@dataclass(frozen=True, slots=True)
class Step:
    kind: Kind
    at: datetime.datetime
    text: str = ""
    """What was said with it: a question, an answer, the reason of a refusal. Plain text."""
    is_now: bool = False

    @property
    def label(self) -> Promise:
        return LABELS[self.kind]


def history_of(submission: Submission) -> list[Step]:
    steps = sorted(_steps(submission), key=lambda step: step.at)
    may_be_now = (Kind.ERASED,) if submission.erased_at else NOW[submission.state]
    for place in reversed(range(len(steps))):
        if steps[place].kind in may_be_now:
            steps[place] = replace(steps[place], is_now=True)
            break
    return steps


def _steps(submission: Submission) -> list[Step]:
    waits = submission.state == SubmissionState.UNCONFIRMED
    steps = [Step(Kind.UNCONFIRMED if waits else Kind.RECEIVED, submission.received_at)]
    if submission.corrected_at:
        steps.append(Step(Kind.CORRECTED, submission.corrected_at))
    if submission.taken_at:
        steps.append(Step(Kind.TAKEN, submission.taken_at))
    for message in submission.messages.all():
        kind = Kind.ANSWER if message.from_visitor else Kind.QUESTION
        steps.append(Step(kind, message.sent_at, message.text))
    decided = DECIDED.get(SubmissionState(submission.state))
    if decided and submission.decided_at:
        reason = submission.refusal_reason if decided == Kind.REFUSED else ""
        steps.append(Step(decided, submission.decided_at, reason))
    if submission.erased_at:
        steps.append(Step(Kind.ERASED, submission.erased_at))
    return steps
