"""What submissions add to the admin of Wagtail."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component

from meegenomen.submissions.admin.panel import SubmissionsPanel
from meegenomen.submissions.admin.viewset import SubmissionViewSet
from meegenomen.submissions.audit import name_acts


@hooks.register("register_admin_viewset")
def register_queue() -> Any:
    return SubmissionViewSet()


@hooks.register("register_log_actions")
def name_what_is_done(actions: Any) -> None:
    name_acts(actions)


@hooks.register("construct_homepage_panels")
def show_waiting_submissions(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(SubmissionsPanel())
