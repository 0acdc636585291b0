from typing import Any

from wagtail.admin.ui.components import Component

from meegenomen.submissions.admin.listing import address_of
from meegenomen.submissions.admin.permissions import policy
from meegenomen.submissions.models import OutgoingMail
from meegenomen.submissions.moderation.queue import ASKED, SPAM, TO_JUDGE, counts

SHOWN = 5


class SubmissionsPanel(Component):
    """On the dashboard of a moderator: what waits, what came in longest ago first."""

    name = "submissions"
    template_name = "submissions/admin/panel.html"
    order = 90

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)
        request = parent_context["request"]
        if policy.user_has_permission(request.user, "change"):
            found = counts()
            to_judge = TO_JUDGE.submissions().select_related("taken_by")
            unsent = OutgoingMail.objects.exclude(error="").select_related("submission")
            context |= {
                "submissions": to_judge.order_by("received_at", "pk")[:SHOWN],
                "total": found.in_corner[TO_JUDGE.name],
                "untouched": found.untouched,
                "oldest": found.oldest,
                "asked": found.in_corner[ASKED.name],
                "spam": found.in_corner[SPAM.name],
                "addresses": {
                    "to_judge": address_of(TO_JUDGE),
                    "asked": address_of(ASKED),
                    "spam": address_of(SPAM),
                },
                "unsent": unsent[:SHOWN],
            }
        return context
