"""What this site adds to the admin of Wagtail."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from taggit.models import Tag
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import WorkflowObjectsToModeratePanel
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.snippets.models import register_snippet

from meegenomen.home.admin.content import ContentGroup
from meegenomen.home.admin.dashboard import WaitingPanel
from meegenomen.home.admin.merge import MergeTagView
from meegenomen.home.admin.topics import TopicsGroup
from meegenomen.home.admin.wanted import question_buttons
from meegenomen.home.tag_merging import MERGED

register_snippet(TopicsGroup)
hooks.register("register_search_question_buttons", question_buttons)


@hooks.register("register_admin_viewset")
def register_content() -> ContentGroup:
    return ContentGroup()


@hooks.register("construct_homepage_panels")
def show_what_waits(request: HttpRequest, panels: list[Component]) -> None:
    # Ours says the same in one place with the other work.
    panels[:] = [p for p in panels if not isinstance(p, WorkflowObjectsToModeratePanel)]
    panels.append(WaitingPanel())


@hooks.register("construct_help_menu")
def leave_out_news_of_wagtail(request: HttpRequest, items: list[MenuItem]) -> None:
    """What is new in Wagtail is for its developers; who writes here sees it as a job to do."""
    items[:] = [item for item in items if not item.name.startswith("whats-new-in-wagtail")]


@hooks.register("register_snippet_listing_buttons")
def merge_button(snippet: Any, user: AbstractBaseUser, next_url: str | None = None) -> list[Button]:
    may_merge = MergeTagView.permission_policy.user_has_permission(user, "delete")
    if not isinstance(snippet, Tag) or not may_merge:
        return []
    url = reverse(Tag.snippet_viewset.get_url_name("merge"), args=[snippet.pk])
    return [Button(_("Samenvoegen"), url=url, icon_name="resubmit", priority=25)]


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    @actions.register_action(MERGED)
    class MergedTags(LogFormatter):
        label = gettext_lazy("Tags samenvoegen")

        def format_message(self, log_entry: Any) -> str:
            return _("De tag ‘%(tag)s’ is hiermee samengevoegd") % {"tag": log_entry.data["tag"]}
