from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.forms import CheckboxSelectMultiple, RadioSelect
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, MultipleChoiceFilter
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import ParentPageColumn
from wagtail.admin.viewsets.pages import PageListingViewSet

from lessons.corroboration import Corroboration, corroboration_of
from lessons.models import Evidence, LessonPage
from lessons.models.evidence import public_reports
from lessons.statuses import LessonStatus
from meegenomen.home.admin.listing import ContentFilterSet, ContentListing, columns_with

WITH_EVIDENCE = "met"
WITHOUT_EVIDENCE = "zonder"


def _seen(lesson: LessonPage) -> Corroboration:
    """Of the evidence that the list fetched, where a report that is not public is None."""
    return corroboration_of(
        item for item in lesson.evidence.all() if item.report or not item.report_id
    )


class LessonFilterSet(ContentFilterSet):
    status = MultipleChoiceFilter(
        label=_("Status van de les"), choices=LessonStatus.choices, widget=CheckboxSelectMultiple
    )
    evidence = ChoiceFilter(
        label=_("Bewijs"),
        method="narrow_by_evidence",
        choices=[(WITH_EVIDENCE, _("Met bewijs")), (WITHOUT_EVIDENCE, _("Zonder bewijs"))],
        empty_label=_("Maakt niet uit"),
        widget=RadioSelect,
    )

    class Meta:
        model = LessonPage
        fields: list[str] = []

    def narrow_by_evidence(self, lessons: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        known = Q(pk__in=Evidence.objects.values("page"))
        return lessons.filter(known if value == WITH_EVIDENCE else ~known)


class LessonListing(ContentListing):
    search_in = ("in_one_sentence",)

    def annotate_queryset(self, pages: QuerySet[Any]) -> QuerySet[Any]:
        # Asked each time: which reports are public is a question to the database.
        evidence = Evidence.objects.prefetch_related(public_reports())
        lessons: QuerySet[Any] = super().annotate_queryset(pages)
        return lessons.prefetch_related(Prefetch("evidence", queryset=evidence))

    def with_word(self, word: str) -> QuerySet[Any]:
        """An editor also asks for "L-12"."""
        digits = word.lower().removeprefix("l-")
        if digits.isascii() and digits.isdigit() and len(digits) < 10:
            numbered: QuerySet[Any] = LessonPage.objects.filter(number=int(digits))
            return numbered | super().with_word(word)
        return super().with_word(word)


class LessonListingViewSet(PageListingViewSet):
    model = LessonPage
    name = "lessen"
    icon = "clipboard-list"
    menu_label = _("Lessen")
    add_to_admin_menu = False
    index_view_class = LessonListing
    filterset_class = LessonFilterSet
    ordering = "number"
    columns = columns_with(
        Column("public_number", label=_("Nummer"), sort_key="number", width="7%"),
        ParentPageColumn("parent", label=_("Reeks")),
        Column("get_status_display", label=_("Status van de les"), sort_key="status"),
        Column("corroboration", label=_("Gezien"), accessor=_seen),
    )
