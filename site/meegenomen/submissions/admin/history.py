"""What was done with a submission, from the log of the admin."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.models import ModelLogEntry

from meegenomen.submissions.audit import Act
from meegenomen.submissions.keeping.erasing import ErasedBy
from meegenomen.submissions.models import Submission

BY_THE_SENDER = (Act.ANSWER, Act.CORRECT, Act.WITHDRAW)


@dataclass(frozen=True, slots=True)
class Event:
    at: datetime.datetime
    what: str
    who: str


def events_of(submission: Submission) -> list[Event]:
    """The oldest first."""
    entries = list(
        ModelLogEntry.objects.for_instance(submission)
        .filter(action__in=Act.values)
        .select_related("user")
        .order_by("timestamp", "pk")
    )
    given_to = get_user_model().objects.in_bulk(
        [entry.data["to"] for entry in entries if "to" in entry.data]
    )
    return [
        Event(submission.received_at, _("Ontvangen"), _("de inzender")),
        *(Event(entry.timestamp, _what(entry, given_to), _who(entry)) for entry in entries),
    ]


def _what(entry: Any, given_to: dict[int, Any]) -> str:
    if (to := entry.data.get("to")) is None:
        return str(entry.message)
    name = get_user_display_name(given_to[to]) if to in given_to else _("wie er niet meer is")
    return _("Inzending overgedragen aan %(name)s") % {"name": name}


def _who(entry: Any) -> str:
    if entry.action in BY_THE_SENDER or entry.data.get("by") == ErasedBy.VISITOR:
        return _("de inzender")
    if entry.user_id is None:
        return _("vanzelf")
    return str(entry.user_display_name)
