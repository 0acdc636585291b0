from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem
from wagtail.admin.viewsets.model import ModelViewSet

from meegenomen.submissions.admin.acts import ACTS
from meegenomen.submissions.admin.columns import COLUMNS
from meegenomen.submissions.admin.detail import SubmissionView
from meegenomen.submissions.admin.files import FileView
from meegenomen.submissions.admin.filters import QueueFilterSet
from meegenomen.submissions.admin.listing import QueueView, url_name_of
from meegenomen.submissions.admin.permissions import policy
from meegenomen.submissions.admin.report import SubmissionsReport
from meegenomen.submissions.models import Submission
from meegenomen.submissions.moderation.queue import CORNERS, waiting_count

# Its own addresses, instead of those of the queue that a viewset gives to every view.
REPORT = {
    "index_url_name": SubmissionsReport.index_url_name,
    "index_results_url_name": SubmissionsReport.index_results_url_name,
}


class QueueMenuItem(MenuItem):
    def is_shown(self, request: Any) -> bool:
        return bool(policy.user_has_permission(request.user, "change"))

    def render_component(self, request: Any) -> LinkMenuItem:
        component = super().render_component(request)
        if waiting := waiting_count():
            component.label = f"{component.label} ({waiting})"
        return component


class SubmissionViewSet(ModelViewSet):
    model = Submission
    name = "inzendingen"
    icon = "mail"
    menu_order = 150
    menu_item_class = QueueMenuItem
    add_to_admin_menu = True
    # What a submission points to may go without asking it.
    add_to_reference_index = False
    inspect_view_enabled = True
    copy_view_enabled = False

    index_view_class = QueueView
    inspect_view_class = SubmissionView
    inspect_template_name = "submissions/admin/submission.html"
    index_template_name = "submissions/admin/queue.html"
    index_results_template_name = "submissions/admin/queue_results.html"
    list_display = COLUMNS
    list_per_page = 50
    filterset_class = QueueFilterSet
    # Plain look-ups: what visitors send in stays out of every search index.
    search_fields = ["title", "done", "organisation", "name"]
    search_backend_name = None

    @property
    def permission_policy(self) -> Any:
        return policy

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *self._corners(),
            path("<int:pk>/", self.inspect_view, name="inspect"),
            *self._acts(),
            path("rapport/", self.construct_view(SubmissionsReport, **REPORT), name="report"),
            path(
                "rapport/results/",
                self.construct_view(SubmissionsReport, **REPORT, results_only=True),
                name="report_results",
            ),
            path("bestand/<int:pk>/", self.construct_view(FileView), name="file"),
        ]

    def _corners(self) -> Iterator[URLPattern]:
        for corner in CORNERS:
            options = self.get_index_view_kwargs() | {"corner": corner}
            start = f"{corner.name}/" if corner.name else ""
            yield path(
                start,
                self.construct_view(QueueView, **options),
                name=url_name_of(corner),
            )
            yield path(
                f"{start}results/",
                self.construct_view(QueueView, **options, results_only=True),
                name=url_name_of(corner, results=True),
            )

    def _acts(self) -> Iterator[URLPattern]:
        for end, name, act_view in ACTS:
            view = self.construct_view(act_view, **self.get_inspect_view_kwargs())
            yield path(f"<int:pk>/{end}/", view, name=name)

    def register_admin_url_finder(self) -> None:
        """There is no page to edit a submission on."""
