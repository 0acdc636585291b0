from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSetGroup

from meegenomen.home.admin.examples import ExampleListingViewSet
from meegenomen.home.admin.lessons import LessonListingViewSet
from meegenomen.home.admin.news import NewsListingViewSet
from meegenomen.home.admin.trips import EventListingViewSet, ReportListingViewSet


class ContentGroup(ViewSetGroup):
    menu_label = _("Inhoud")
    menu_name = "inhoud"
    menu_icon = "list-ul"
    menu_order = 150  # right after the page tree
    items = (
        ReportListingViewSet,
        LessonListingViewSet,
        ExampleListingViewSet,
        EventListingViewSet,
        NewsListingViewSet,
    )
