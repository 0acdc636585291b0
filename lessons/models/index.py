"""The list of all lessons, in and outside a series."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from lessons.models.lessons import LessonPage, LessonSeriesPage
from meegenomen.core.listing import IndexPage
from search.records import SearchRecord


class LessonIndexPage(IndexPage):
    parent_page_types = ["home.HomePage"]
    subpage_types = ["lessons.LessonSeriesPage", "lessons.LessonPage"]

    date_field = "last_seen"

    class Meta:
        verbose_name = _("overzicht van lessen")
        verbose_name_plural = _("overzichten van lessen")

    def search_record(self) -> SearchRecord | None:
        return None

    def listed(self) -> QuerySet[Any]:
        pages: QuerySet[Any] = (
            LessonPage.objects.descendant_of(self)
            .live()
            .public()
            .with_last_seen()
            .for_cards()
            .order_by("path")
        )
        return pages

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["series"] = LessonSeriesPage.objects.child_of(self).live().public()
        return context
