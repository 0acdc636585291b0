"""What submissions add to the admin of Wagtail."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from meegenomen.submissions.admin.bulk import ALL_ACTS
from meegenomen.submissions.admin.panel import SubmissionsPanel
from meegenomen.submissions.admin.permissions import policy
from meegenomen.submissions.admin.viewset import SubmissionViewSet
from meegenomen.submissions.audit import name_acts


@hooks.register("register_admin_viewset")
def register_queue() -> Any:
    return SubmissionViewSet()


@hooks.register("register_log_actions")
def name_what_is_done(actions: Any) -> None:
    name_acts(actions)


class ReportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(policy.user_has_permission(request.user, "change"))


@hooks.register("register_reports_menu_item")
def register_report() -> MenuItem:
    return ReportMenuItem(
        gettext_lazy("Inzendingen"),
        reverse("inzendingen:report"),
        name="inzendingen-rapport",
        icon_name="mail",
        order=660,
    )


@hooks.register("construct_homepage_panels")
def show_waiting_submissions(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(SubmissionsPanel())


for act in ALL_ACTS:
    hooks.register("register_bulk_action", act)
