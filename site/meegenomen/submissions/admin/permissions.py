from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy

from meegenomen.submissions.models import Submission


class JudgesOnly(ModelPermissionPolicy):
    """One right for the whole queue: it holds personal data, so looking is a moderator's too."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        # Visitors add submissions, and nobody edits or deletes what they wrote.
        return action in {"view", "change"} and super().user_has_permission(user, "change")


policy = JudgesOnly(Submission)
