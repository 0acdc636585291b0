from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField

from meegenomen.core.blocks import BodyBlock
from meegenomen.core.listing import IndexPage
from meegenomen.core.models import BasePage
from meegenomen.core.text import text_of_page
from search.records import SearchRecord
from trips.records import record_of


class NewsIndexPage(IndexPage):
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.NewsPage"]

    date_field = "date"

    class Meta:
        verbose_name = _("nieuwsoverzicht")
        verbose_name_plural = _("nieuwsoverzichten")

    def search_record(self) -> SearchRecord | None:
        return None

    def listed(self) -> QuerySet[Any]:
        pages: QuerySet[Any] = (
            NewsPage.objects.child_of(self)
            .live()
            .public()
            .order_by("-date", "pk")
            .defer("body")
            .select_related("listing_image")
            .prefetch_related("listing_image__renditions")
        )
        return pages


class NewsPage(BasePage):
    """A news item, or a column when it has an author."""

    parent_page_types = ["home.NewsIndexPage"]
    subpage_types: list[str] = []

    date = models.DateField(_("datum"), default=localdate)
    author = models.CharField(
        _("schrijver"), max_length=120, blank=True, help_text=_("Bij een column.")
    )
    author_role = models.CharField(_("functie van de schrijver"), max_length=160, blank=True)
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("tekst"))

    content_panels = [
        *BasePage.intro_panels,
        FieldPanel("date"),
        FieldRowPanel([FieldPanel("author"), FieldPanel("author_role")]),
        FieldPanel("body"),
        *BasePage.closing_panels,
    ]

    class Meta:
        verbose_name = _("nieuwsbericht")
        verbose_name_plural = _("nieuwsberichten")

    def search_record(self) -> SearchRecord | None:
        return record_of(
            self,
            type="nieuws",
            body=text_of_page(self),
            keywords=[self.author],
            date=self.date,
            details=[("calendar-event", date_format(self.date, "j F Y")), ("user", self.author)],
        )

    @classmethod
    def search_queryset(cls) -> QuerySet[Any]:
        pages: QuerySet[Any] = cls.objects.prefetch_related(
            "themes", "countries", "tagged_items__tag"
        )
        return pages
