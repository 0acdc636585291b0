from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.views.generic import IndexView

from meegenomen.submissions.admin.bulk import ALL_ACTS
from meegenomen.submissions.admin.likeness import percentages
from meegenomen.submissions.models import Submission
from meegenomen.submissions.moderation.queue import CORNERS, TO_JUDGE, Corner, counts


class QueueView(IndexView):
    """One corner of the queue."""

    any_permission_required = ["change"]
    corner: Corner = TO_JUDGE

    def get_base_queryset(self) -> QuerySet[Submission]:
        return (
            self.corner.submissions()
            .select_related("taken_by", "taken_by__wagtail_userprofile")
            .prefetch_related("files", "mails")
        )

    def get_filterset_kwargs(self) -> dict[str, Any]:
        return {**super().get_filterset_kwargs(), "corner": self.corner}

    def get_ordering(self) -> str:
        asked: str = self.request.GET.get("ordering", "")
        if asked in self.get_valid_orderings():
            return asked
        return "received_at" if self.corner.oldest_first else "-received_at"

    def order_queryset(self, queryset: QuerySet[Submission]) -> QuerySet[Submission]:
        # Each on one page only, also where two are the same.
        return queryset.order_by(self.ordering, "pk")

    def get_index_url(self) -> str:
        return address_of(self.corner)

    def get_index_results_url(self) -> str:
        return address_of(self.corner, results=True)

    @property
    def no_results_message(self) -> str:
        if self.is_searching or self.is_filtering:
            return _("Geen inzendingen gevonden. Zoek met andere woorden of haal een filter weg.")
        return str(self.corner.empty)

    def get_edit_url(self, instance: Submission) -> None:
        """None, so that the title leads to the page where all of it stands."""

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        found = counts()
        likeness = percentages(context["object_list"])
        for submission in context["object_list"]:
            submission.likeness = likeness[submission.pk]
        return context | {
            "acts": [
                {
                    "label": act.display_name,
                    "aria": act.aria_label,
                    "is_serious": "serious" in act.classes,
                    "url": reverse(
                        "wagtail_bulk_action", args=["submissions", "submission", act.action_type]
                    ),
                }
                for act in ALL_ACTS
                if self.corner in act.corners
            ],
            "corners": [
                {
                    "label": corner.label,
                    "url": address_of(corner),
                    "count": found.in_corner[corner.name],
                    "is_current": corner == self.corner,
                }
                for corner in CORNERS
            ],
        }


def url_name_of(corner: Corner, *, results: bool = False) -> str:
    name = f"corner_{corner.name}" if corner.name else "index"
    return f"{name}_results" if results else name


def address_of(corner: Corner, *, results: bool = False) -> str:
    return reverse(f"inzendingen:{url_name_of(corner, results=results)}")
