from typing import Any

from django.db.models import Count, QuerySet
from django.urls import URLPattern, path
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from meegenomen.submissions.admin.permissions import policy
from meegenomen.submissions.admin.views import (
    DraftView,
    EraseView,
    FileView,
    MailView,
    RefuseView,
    SubmissionView,
)
from meegenomen.submissions.models import Submission
from meegenomen.submissions.queue import waiting_count


def _spam(submission: Submission) -> str:
    return _("vermoedelijk spam") if submission.suspected_spam else ""


class QueueView(IndexView):
    any_permission_required = ["change"]

    def get_base_queryset(self) -> QuerySet[Submission]:
        queue: QuerySet[Submission] = super().get_base_queryset()
        return queue.select_related("taken_by").annotate(file_count=Count("files"))

    def get_edit_url(self, instance: Submission) -> None:
        """None, so that the title leads to the page where all of it stands."""


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
    list_display = [
        "title",
        "organisation",
        DateColumn("received_at", label=gettext_lazy("Ontvangen"), sort_key="received_at"),
        Column("get_state_display", label=gettext_lazy("Stand"), sort_key="state"),
        Column("file_count", label=gettext_lazy("Bestanden")),
        Column("spam", label=gettext_lazy("Let op"), accessor=_spam, sort_key="suspected_spam"),
    ]
    list_filter = ["state", "suspected_spam", "organisation_type", "received_at"]
    # Plain look-ups: what visitors send in stays out of every search index.
    search_fields = ["title", "done", "organisation", "name"]
    search_backend_name = None
    ordering = "-received_at"

    @property
    def permission_policy(self) -> Any:
        return policy

    @cached_property
    def draft_view(self) -> Any:
        return self.construct_view(DraftView)

    @cached_property
    def refuse_view(self) -> Any:
        return self.construct_view(RefuseView)

    @cached_property
    def erase_view(self) -> Any:
        return self.construct_view(EraseView)

    @cached_property
    def mail_view(self) -> Any:
        return self.construct_view(MailView)

    @cached_property
    def file_view(self) -> Any:
        return self.construct_view(FileView)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/", self.inspect_view, name="inspect"),
            path("<int:pk>/concept/", self.draft_view, name="draft"),
            path("<int:pk>/afwijzen/", self.refuse_view, name="refuse"),
            path("<int:pk>/wissen/", self.erase_view, name="erase"),
            path("<int:pk>/mail/", self.mail_view, name="mail"),
            path("bestand/<int:pk>/", self.file_view, name="file"),
        ]

    def register_admin_url_finder(self) -> None:
        """There is no page to edit a submission on."""
