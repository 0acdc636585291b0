from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageListingViewSet

from meegenomen.home.admin.listing import ContentFilterSet, ContentListing, columns_with
from meegenomen.home.models import NewsPage


def _day(page: NewsPage) -> str:
    return date_format(page.date, "j F Y")


class NewsFilterSet(ContentFilterSet):
    class Meta:
        model = NewsPage
        fields: list[str] = []


class NewsListing(ContentListing):
    search_in = ("summary", "author")


class NewsListingViewSet(PageListingViewSet):
    model = NewsPage
    name = "nieuws"
    icon = "doc-full"
    menu_label = _("Nieuws")
    add_to_admin_menu = False
    index_view_class = NewsListing
    filterset_class = NewsFilterSet
    ordering = "-date"
    columns = columns_with(
        Column("date", label=_("Datum"), accessor=_day, sort_key="date"),
        Column("author", label=_("Schrijver"), sort_key="author"),
    )
