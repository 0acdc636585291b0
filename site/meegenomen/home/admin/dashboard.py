"""What waits for this editor, on the first page of the admin."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import IntegerField
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.models import (
    Page,
    TaskState,
    WorkflowState,
    get_default_page_content_type,
    get_page_models,
)
from wagtail.permissions import page_permission_policy

from lessons.models import Evidence, LessonPage
from lessons.statuses import LessonStatus
from meegenomen.core.models import BasePage
from meegenomen.home.admin.lessons import WITHOUT_EVIDENCE

SHOWN = 5
DRAFT_AGES_AFTER = timedelta(weeks=2)


@dataclass(frozen=True, slots=True)
class Item:
    title: str
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Pile:
    """One kind of work: how much there is, and what comes first."""

    name: str
    total: int
    items: tuple[Item, ...]
    all_url: str = ""

    @property
    def rest(self) -> int:
        return self.total - len(self.items)


class WaitingPanel(Component):
    name = "waiting"
    order = 100
    template_name = "admin/dashboard/waiting.html"

    def get_context_data(self, parent_context: dict[str, Any] | None) -> dict[str, Any]:
        user = (parent_context or {})["request"].user
        piles = (to_judge(user), to_review(user), without_evidence(user), old_drafts(user))
        return {"piles": [pile for pile in piles if pile.total]}


def to_judge(user: AbstractBaseUser) -> Pile:
    """Pages in a workflow whose present step is this user's, the longest waiting first."""
    states = (
        TaskState.objects.reviewable_by(user)
        .order_by("started_at")
        .select_related("revision__user")
        .prefetch_related("revision__content_object")
    )
    waiting = [state for state in states if isinstance(state.revision.content_object, Page)]
    return Pile(
        name=_("Te beoordelen"),
        total=len(waiting),
        items=tuple(
            _item(
                state.revision.content_object,
                _("ingediend op %(day)s door %(who)s")
                % {"day": _day(state.started_at), "who": state.revision.user or _("onbekend")},
            )
            for state in waiting[:SHOWN]
        ),
    )


def to_review(user: AbstractBaseUser) -> Pile:
    """Live pages whose day has come: one's own first, then the longest due."""
    editable = page_permission_policy.instances_user_has_permission_for(user, "change").values("pk")
    types = [
        model._default_manager.live()
        .filter(review_date__lte=timezone.localdate(), pk__in=editable)
        .order_by()
        .values_list("pk", "review_date", "review_owner_id")
        for model in get_page_models()
        if issubclass(model, BasePage)
    ]
    due = sorted(
        types[0].union(*types[1:], all=True), key=lambda row: (row[2] != user.pk, row[1], row[0])
    )
    pages = Page.objects.in_bulk([pk for pk, _date, _owner in due[:SHOWN]])
    return Pile(
        name=_("Na te kijken"),
        total=len(due),
        items=tuple(
            _item(pages[pk], _("sinds %(day)s") % {"day": _day(since)})
            for pk, since, _owner in due[:SHOWN]
        ),
    )


def without_evidence(user: AbstractBaseUser) -> Pile:
    """Live lessons that say nowhere where they were seen."""
    lessons = (
        LessonPage.objects.live()
        .exclude(pk__in=Evidence.objects.values("page"))
        .exclude(status=LessonStatus.WITHDRAWN)
        .order_by("number")
    )
    return Pile(
        name=_("Lessen zonder bewijs"),
        total=lessons.count(),
        items=tuple(_item(lesson, lesson.public_number) for lesson in lessons[:SHOWN]),
        all_url=f"{reverse('lessen:index')}?evidence={WITHOUT_EVIDENCE}&on_site=True",
    )


def old_drafts(user: AbstractBaseUser) -> Pile:
    """What this user left lying, unless it is with a moderator."""
    in_workflow = (
        WorkflowState.objects.active()
        .filter(base_content_type=get_default_page_content_type())
        # The key of the page is kept as text, which PostgreSQL does not compare with a number.
        .annotate(page_pk=Cast("object_id", IntegerField()))
    )
    drafts = (
        Page.objects.filter(
            has_unpublished_changes=True,
            latest_revision__user=user,
            latest_revision_created_at__lt=timezone.now() - DRAFT_AGES_AFTER,
        )
        .exclude(pk__in=in_workflow.values("page_pk"))
        .order_by("latest_revision_created_at")
    )
    return Pile(
        name=_("Oude concepten van jou"),
        total=drafts.count(),
        items=tuple(
            _item(
                page,
                _("bewaard op %(day)s") % {"day": _day(page.latest_revision_created_at)},
            )
            for page in drafts[:SHOWN]
        ),
    )


def _item(page: Page, note: str) -> Item:
    return Item(
        page.get_admin_display_title(), reverse("wagtailadmin_pages:edit", args=[page.pk]), note
    )


def _day(moment: date) -> str:
    return date_format(moment, "j F Y")
