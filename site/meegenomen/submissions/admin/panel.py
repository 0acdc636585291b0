from typing import Any

from wagtail.admin.ui.components import Component

from meegenomen.submissions.admin.permissions import policy
from meegenomen.submissions.models import OutgoingMail, Submission

SHOWN = 5


class SubmissionsPanel(Component):
    """On the dashboard of a moderator: what came in longest ago first."""

    name = "submissions"
    template_name = "submissions/admin/panel.html"
    order = 90

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)
        request = parent_context["request"]
        if policy.user_has_permission(request.user, "change"):
            waiting = Submission.objects.waiting().order_by("received_at")
            unsent = OutgoingMail.objects.exclude(error="").select_related("submission")
            context |= {
                "submissions": waiting[:SHOWN],
                "total": waiting.count(),
                "unsent": unsent[:SHOWN],
            }
        return context
