from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from meegenomen.core.blocks import BodyBlock
from meegenomen.core.models import BasePage
from meegenomen.core.text import text_of_page
from search.records import SearchRecord
from trips.records import record_of


class StandardPage(BasePage):
    """About, privacy, accessibility, and whatever else a site must say of itself."""

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]

    body = StreamField(BodyBlock(), blank=True, verbose_name=_("tekst"))
    shows_retention = models.BooleanField(
        _("zet erbij hoe lang we inzendingen bewaren"),
        default=False,
        help_text=_("De termijnen komen dan uit de instellingen en staan onder de tekst."),
    )

    content_panels = [
        *BasePage.intro_panels,
        FieldPanel("body"),
        FieldPanel("shows_retention"),
        *BasePage.closing_panels,
    ]

    class Meta:
        verbose_name = _("gewone pagina")
        verbose_name_plural = _("gewone pagina’s")

    def search_record(self) -> SearchRecord | None:
        return record_of(self, type="pagina", body=text_of_page(self))
