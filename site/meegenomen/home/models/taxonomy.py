"""The pages of themes and countries: an introduction, and everything that carries the term."""

from typing import Any, ClassVar

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from meegenomen.core.listing import PAGE_SIZE
from meegenomen.core.models import BasePage, Country, Theme, VisiblePageQuerySet, all_pages
from meegenomen.core.related import pages_about
from search.records import SearchRecord
from trips.records import record_of


class TermIndexPage(BasePage):
    """Lists the terms that have a public page."""

    max_count = 1
    content_panels = BasePage.intro_panels

    class Meta:
        abstract = True

    def search_record(self) -> SearchRecord | None:
        return None

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["pages"] = all_pages().child_of(self).live().public().order_by("title").specific()
        return context


class TermPage(BasePage):
    """The page of one term. The address is that of the term, so it cannot be typed in."""

    introduction = RichTextField(_("inleiding"), blank=True)

    kind: ClassVar[str]
    """Slug of the registered kind under which search lists it."""

    class Meta:
        abstract = True

    @property
    def term(self) -> Theme | Country:
        raise NotImplementedError

    def search_record(self) -> SearchRecord | None:
        return record_of(self, type=self.kind, keywords=[self.term.name])

    def pages(self) -> VisiblePageQuerySet:
        """Live, public pages with this term, the newest first; other pages of terms stay out."""
        pages: VisiblePageQuerySet = (
            pages_about(self.term)
            .live()
            .public()
            .exclude(pk=self.pk)
            .order_by("-first_published_at", "pk")
        )
        return pages

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["pages"] = Paginator(self.pages().specific(), PAGE_SIZE).get_page(
            request.GET.get("pagina", "1")[:9]
        )
        return context


class ThemeIndexPage(TermIndexPage):
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.ThemePage"]

    class Meta:
        verbose_name = _("overzicht van thema’s")
        verbose_name_plural = _("overzichten van thema’s")


class ThemePage(TermPage):
    kind = "thema"
    parent_page_types = ["home.ThemeIndexPage"]
    subpage_types: list[str] = []

    theme = models.OneToOneField(
        Theme, on_delete=models.PROTECT, related_name="page", verbose_name=_("thema")
    )

    content_panels = [
        *BasePage.intro_panels,
        FieldPanel("theme"),
        FieldPanel("introduction"),
        *BasePage.closing_panels,
    ]

    class Meta:
        verbose_name = _("themapagina")
        verbose_name_plural = _("themapagina’s")

    @property
    def term(self) -> Theme:
        return self.theme


class CountryIndexPage(TermIndexPage):
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.CountryPage"]

    class Meta:
        verbose_name = _("overzicht van landen")
        verbose_name_plural = _("overzichten van landen")


class CountryPage(TermPage):
    kind = "land"
    parent_page_types = ["home.CountryIndexPage"]
    subpage_types: list[str] = []

    country = models.OneToOneField(
        Country, on_delete=models.PROTECT, related_name="page", verbose_name=_("land")
    )

    content_panels = [
        *BasePage.intro_panels,
        FieldPanel("country"),
        FieldPanel("introduction"),
        *BasePage.closing_panels,
    ]

    class Meta:
        verbose_name = _("landenpagina")
        verbose_name_plural = _("landenpagina’s")

    @property
    def term(self) -> Country:
        return self.country
