"""Trip reports: who went where, what they saw, and what they still want to know."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.fields import StreamField

from meegenomen.core.blocks import BodyBlock
from meegenomen.core.listing import IndexPage
from meegenomen.core.models import BasePage, all_pages
from meegenomen.core.text import text_of_page
from search.records import SearchRecord
from trips.models.report_parts import destinations
from trips.periods import Precision, period_in_words
from trips.records import record_of


class TripIndexPage(IndexPage):
    parent_page_types = ["home.HomePage"]
    subpage_types = ["trips.TripReportPage"]

    date_field = "start_date"

    class Meta:
        verbose_name = _("overzicht van reisverslagen")
        verbose_name_plural = _("overzichten van reisverslagen")

    def search_record(self) -> SearchRecord | None:
        return None

    def listed(self) -> QuerySet[Any]:
        pages: QuerySet[Any] = (
            TripReportPage.objects.child_of(self)
            .live()
            .public()
            .order_by("-start_date", "pk")
            .defer("body")
            .select_related("listing_image")
            .prefetch_related(destinations(), "listing_image__renditions")
        )
        return pages


class TripReportPage(BasePage):
    parent_page_types = ["trips.TripIndexPage"]
    subpage_types: list[str] = []

    start_date = models.DateField(_("eerste dag"))
    end_date = models.DateField(
        _("laatste dag"), null=True, blank=True, help_text=_("Leeg als het één dag was.")
    )
    date_precision = models.CharField(
        _("hoe precies weten we dat?"),
        max_length=8,
        choices=Precision,
        default=Precision.DAY,
        help_text=_("We tonen niet meer dan er bekend is: dagen, een maand of een seizoen."),
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("verslag"))

    content_panels = [
        *BasePage.intro_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("start_date"), FieldPanel("end_date")]),
                FieldPanel("date_precision"),
            ],
            heading=_("Wanneer"),
        ),
        InlinePanel(
            "destinations",
            heading=_("Bestemmingen"),
            label=_("Bestemming"),
            min_num=1,
            help_text=_(
                "De landen van de reis volgen hieruit. Staat een land er niet bij? "
                "Een moderator voegt het toe."
            ),
        ),
        FieldPanel("body"),
        InlinePanel("visits", heading=_("Bezoeken"), label=_("Bezoek")),
        InlinePanel("photos", heading=_("Foto’s"), label=_("Foto")),
        InlinePanel("attachments", heading=_("Bijlagen"), label=_("Bijlage")),
        InlinePanel("open_questions", heading=_("Open vragen"), label=_("Vraag")),
    ]
    people_panels = [
        InlinePanel("authors", heading=_("Schrijvers"), label=_("Schrijver")),
        InlinePanel("travellers", heading=_("Wie gingen mee"), label=_("Organisatie")),
    ]
    filing_panels = [
        HelpPanel(content=_("De landen volgen uit de bestemmingen van de reis.")),
        *BasePage.closing_panels,
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Verslag")),
            ObjectList(people_panels, heading=_("Mensen")),
            ObjectList(filing_panels, heading=_("Onderwerpen en bronnen")),
            ObjectList(BasePage.promote_panels, heading=_("Adres")),
        ]
    )

    class Meta:
        verbose_name = _("reisverslag")
        verbose_name_plural = _("reisverslagen")

    def search_record(self) -> SearchRecord | None:
        places = [destination.place for destination in self.destinations.all()]
        visits = self.visits.all()
        travellers = [traveller.organisation for traveller in self.travellers.all()]
        questions = [question.question for question in self.open_questions.all()]
        return record_of(
            self,
            type="reisverslag",
            body=" ".join(
                [text_of_page(self), *(visit.what_was_seen for visit in visits), *questions]
            ),
            keywords=[
                *places,
                *(visit.host for visit in visits),
                *(visit.place for visit in visits if visit.place),
                *(organisation.name for organisation in travellers),
            ],
            organisation_types=[organisation.type for organisation in travellers],
            date=self.start_date,
            details=[("map-pin", self.places), ("calendar-event", self.period)],
            documents=[attachment.document for attachment in self.attachments.all()],
        )

    @classmethod
    def reading_queryset(cls) -> QuerySet[Any]:
        return super().reading_queryset().prefetch_related(destinations())

    @classmethod
    def search_queryset(cls) -> QuerySet[Any]:
        pages: QuerySet[Any] = cls.objects.prefetch_related(
            "themes",
            "countries",
            "tagged_items__tag",
            "destinations__country",
            "visits",
            "travellers__organisation",
            "open_questions",
            "attachments__document__collection",
        )
        return pages

    def save(self, *args: Any, **kwargs: Any) -> None:
        # A trip has the countries it went to; asking for them twice invites a difference.
        self.countries.set({destination.country for destination in self.destinations.all()})
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if self.end_date and self.start_date and self.end_date < self.start_date:
            raise ValidationError({"end_date": _("De laatste dag ligt voor de eerste dag.")})

    @property
    def places(self) -> str:
        """ "Kopenhagen, Denemarken en Malmö, Zweden", in the order of the trip."""
        return " · ".join(
            f"{destination.place}, {destination.country}" for destination in self.destinations.all()
        )

    @property
    def period(self) -> str:
        precision = Precision(self.date_precision)
        return period_in_words(self.start_date, self.end_date, precision=precision)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["destinations"] = self.destinations.all()
        context["travellers"] = self.travellers.select_related("organisation")
        context["attachments"] = self.attachments.select_related("document")
        context["photos"] = self.photos.select_related("image").prefetch_related(
            "image__renditions"
        )
        context["open_questions"] = self.open_questions.prefetch_related(
            Prefetch("answered_by", queryset=all_pages().live().public())
        )
        return context
