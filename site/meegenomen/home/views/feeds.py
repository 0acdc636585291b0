from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.urls import reverse_lazy
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext_lazy as _

from lessons.models import LessonPage, LessonSeriesPage, PracticeExamplePage
from meegenomen.core.models import BasePage, all_pages
from meegenomen.home.models import NewsPage
from trips.models import EventPage, TripReportPage

LENGTH = 30
KINDS = (LessonPage, LessonSeriesPage, TripReportPage, PracticeExamplePage, EventPage, NewsPage)


class NewPagesFeed(Feed[BasePage, None]):
    """The newest pages of every kind, as Atom (RFC 4287)."""

    feed_type = Atom1Feed
    language = "nl"
    title = _("Nieuw op Meegenomen")
    subtitle = _("Nieuwe lessen, reisverslagen, praktijkvoorbeelden, bijeenkomsten en nieuws.")
    author_name = "Meegenomen"
    link = "/"
    feed_url = reverse_lazy("feed")

    def items(self) -> Any:
        pages = all_pages().live().public().type(KINDS)
        return pages.order_by("-first_published_at", "pk").specific()[:LENGTH]

    def item_title(self, item: BasePage) -> str:
        return str(item.title)

    def item_description(self, item: BasePage) -> str:
        return str(item.summary)

    def item_link(self, item: BasePage) -> str:
        return str(item.path_on_site)

    def item_guid(self, item: BasePage) -> str:
        """Stays the same when the page moves or the site gets another name."""
        return f"urn:uuid:{item.translation_key}"

    def item_pubdate(self, item: BasePage) -> datetime | None:
        published: datetime | None = item.first_published_at
        return published

    def item_updateddate(self, item: BasePage) -> datetime | None:
        changed: datetime | None = item.last_published_at or item.first_published_at
        return changed
