"""The columns of the queue. What they show of other tables is fetched along with the page."""

from typing import Any

from django.urls import reverse
from django.utils.timesince import timesince
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column, TitleColumn
from wagtail.admin.utils import get_user_display_name

from meegenomen.submissions.admin.notices import notices_of
from meegenomen.submissions.models import Submission
from meegenomen.submissions.states import OPEN_STATES


class SinceColumn(Column):
    """When it came in, and how long its sender has been waiting if that is so."""

    cell_template_name = "submissions/admin/columns/since.html"

    def get_value(self, instance: Submission) -> dict[str, Any]:
        waits = instance.state in OPEN_STATES
        return {
            "received": instance.received_at,
            "waits": timesince(instance.received_at, depth=1) if waits else "",
        }


class SubmissionColumn(TitleColumn):
    """On a phone with the state, who has it and what to look out for below the title."""

    cell_template_name = "submissions/admin/columns/title.html"

    def get_cell_context_data(self, instance: Submission, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        said = [instance.get_state_display(), _holder(instance), *notices_of(instance)]
        return context | {"on_a_phone": [part for part in said if part]}


class NoticesColumn(Column):
    cell_template_name = "submissions/admin/columns/notices.html"


def _detail(submission: Submission) -> str:
    return reverse("inzendingen:inspect", args=[submission.pk])


def _title_id(submission: Submission) -> str:
    return f"submission_{submission.pk}_title"


def _holder(submission: Submission) -> str:
    if submission.taken_by:
        return str(get_user_display_name(submission.taken_by))
    return gettext("niemand") if submission.state in OPEN_STATES else ""


def _likeness(submission: Submission) -> str:
    percent = getattr(submission, "likeness", 0)
    return f"{percent}%" if percent else ""


def _file_count(submission: Submission) -> int | str:
    return len(submission.files.all()) or ""


COLUMNS: list[Any] = [
    BulkActionsCheckboxColumn("bulk_actions", obj_type="submission"),
    SubmissionColumn(
        "title", label=_("Titel"), sort_key="title", get_url=_detail, get_title_id=_title_id
    ),
    Column(
        "organisation", label=_("Organisatie"), sort_key="organisation", classname="queue-extra"
    ),
    SinceColumn("received_at", label=_("Wacht"), sort_key="received_at"),
    Column("get_state_display", label=_("Stand"), sort_key="state", classname="queue-extra"),
    Column(
        "in_hand",
        label=_("Bij"),
        accessor=_holder,
        sort_key="taken_by__username",
        classname="queue-extra",
    ),
    Column("likeness", label=_("Lijkt op"), accessor=_likeness, classname="queue-extra"),
    Column("file_count", label=_("Bestanden"), accessor=_file_count, classname="queue-extra"),
    NoticesColumn("notices", label=_("Let op"), accessor=notices_of, classname="queue-extra"),
]
