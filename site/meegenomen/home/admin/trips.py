from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce
from django.forms import RadioSelect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, DateFromToRangeFilter
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageListingViewSet

from meegenomen.home.admin.listing import ContentFilterSet, ContentListing, columns_with
from trips.models import EventPage, TripReportPage

COMING = "komt"
PAST = "geweest"


class ReportFilterSet(ContentFilterSet):
    start_date = DateFromToRangeFilter(label=_("Wanneer"), widget=DateRangePickerWidget)

    class Meta:
        model = TripReportPage
        fields: list[str] = []


class ReportListing(ContentListing):
    search_in = ("summary", "destinations__place", "destinations__country__name", "visits__host")
    prefetches = ("destinations__country",)


class ReportListingViewSet(PageListingViewSet):
    model = TripReportPage
    name = "reisverslagen"
    icon = "globe"
    menu_label = _("Reisverslagen")
    add_to_admin_menu = False
    index_view_class = ReportListing
    filterset_class = ReportFilterSet
    ordering = "-start_date"
    columns = columns_with(
        Column("period", label=_("Wanneer"), sort_key="start_date"),
        Column("places", label=_("Bestemmingen")),
    )


class EventFilterSet(ContentFilterSet):
    when = ChoiceFilter(
        label=_("Wanneer"),
        method="narrow_by_time",
        choices=[(COMING, _("Komt nog")), (PAST, _("Geweest"))],
        empty_label=_("Maakt niet uit"),
        widget=RadioSelect,
    )

    class Meta:
        model = EventPage
        fields: list[str] = []

    def narrow_by_time(self, events: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        over = Q(ends__lt=timezone.now())
        ending: QuerySet[Any] = events.annotate(ends=Coalesce("end", "start"))
        return ending.filter(over if value == PAST else ~over)


class EventListing(ContentListing):
    search_in = ("summary", "location")


class EventListingViewSet(PageListingViewSet):
    model = EventPage
    name = "bijeenkomsten"
    icon = "calendar"
    menu_label = _("Bijeenkomsten")
    add_to_admin_menu = False
    index_view_class = EventListing
    filterset_class = EventFilterSet
    ordering = "-start"
    columns = columns_with(
        Column("when", label=_("Wanneer"), sort_key="start"),
        Column("location", label=_("Plaats"), sort_key="location"),
    )
