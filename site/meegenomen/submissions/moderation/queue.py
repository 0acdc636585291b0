"""The queue of the moderators: which submissions stand where in it, and how many."""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Min, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from meegenomen.submissions.models import Submission
from meegenomen.submissions.states import OPEN_STATES, SubmissionState

if TYPE_CHECKING:
    from meegenomen.submissions.models import SubmissionQuerySet

TO_DO = (SubmissionState.RECEIVED, SubmissionState.JUDGING)


@dataclass(frozen=True, slots=True)
class Corner:
    """A part of the queue that has a list of its own."""

    name: str
    """Also its address in the admin; empty for the first one."""
    label: str | Promise
    empty: str | Promise
    """What its list says when nothing is in it."""
    states: tuple[SubmissionState, ...]
    suspected_spam: bool | None
    """None where it does not matter."""
    oldest_first: bool = False

    @property
    def holds(self) -> Q:
        within = Q(state__in=self.states)
        if self.suspected_spam is None:
            return within
        return within & Q(suspected_spam=self.suspected_spam)

    def submissions(self) -> "SubmissionQuerySet":
        return Submission.objects.filter(self.holds)


CORNERS = (
    Corner(
        name="",
        label=_("Te doen"),
        empty=_("Niets te doen. Elke inzender heeft antwoord van ons."),
        states=TO_DO,
        suspected_spam=False,
        oldest_first=True,
    ),
    Corner(
        name="vraag",
        label=_("Vraag uitgezet"),
        empty=_("Er staat geen vraag uit: van niemand wachten we op antwoord."),
        states=(SubmissionState.QUESTION,),
        suspected_spam=False,
        oldest_first=True,
    ),
    Corner(
        name="spam",
        label=_("Vermoedelijk spam"),
        empty=_("Geen spam. Wat we niet vertrouwen, komt hier en nergens anders."),
        states=OPEN_STATES,
        suspected_spam=True,
    ),
    Corner(
        name="alle",
        label=_("Alle"),
        empty=_("Er is nog niets ingestuurd."),
        # What waits for a confirmed address is not ours to read yet.
        states=tuple(state for state in SubmissionState if state != SubmissionState.UNCONFIRMED),
        suspected_spam=None,
    ),
)
TO_JUDGE, ASKED, SPAM, ALL = CORNERS


@dataclass(frozen=True, slots=True)
class Counts:
    in_corner: dict[str, int]
    """By the name of the corner."""
    untouched: int
    """Nobody took it up yet."""
    oldest: datetime.datetime | None
    """When the longest waiting of what is to be done came in."""


def counts() -> Counts:
    """In one query."""
    found = Submission.objects.aggregate(
        untouched=Count("pk", filter=TO_JUDGE.holds & Q(state=SubmissionState.RECEIVED)),
        oldest=Min("received_at", filter=TO_JUDGE.holds),
        **{f"in_{corner.name}": Count("pk", filter=corner.holds) for corner in CORNERS},
    )
    return Counts(
        in_corner={corner.name: found[f"in_{corner.name}"] for corner in CORNERS},
        untouched=found["untouched"],
        oldest=found["oldest"],
    )


def waiting_count() -> int:
    """How many submissions nobody has taken up yet, without suspected spam."""
    return Submission.objects.waiting().count()
