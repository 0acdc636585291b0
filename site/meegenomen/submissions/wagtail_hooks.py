"""What submissions add to the admin of Wagtail."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component

from meegenomen.submissions.admin.panel import SubmissionsPanel
from meegenomen.submissions.admin.viewset import SubmissionViewSet
from meegenomen.submissions.erasing import ACTION


@hooks.register("register_admin_viewset")
def register_queue() -> Any:
    return SubmissionViewSet()


@hooks.register("register_log_actions")
def name_erasure(actions: Any) -> None:
    actions.register_action(ACTION, _("Wis inzending"), _("Inzending gewist"))


@hooks.register("construct_homepage_panels")
def show_waiting_submissions(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(SubmissionsPanel())
