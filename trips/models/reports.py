"""Trip reports: who went where, what they saw, and what they still want to know."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    TabbedInterface,
)
from wagtail.fields import StreamField
from wagtail.models import Orderable

from meegenomen.core.blocks import BodyBlock
from meegenomen.core.listing import IndexPage
from meegenomen.core.models import BasePage, Country, Organisation, all_pages
from meegenomen.core.text import text_of_page
from search.records import SearchRecord
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
                *(organisation.name for organisation in travellers),
            ],
            organisation_types=[organisation.type for organisation in travellers],
            date=self.start_date,
            details=[("map-pin", self.places), ("calendar-event", self.period)],
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


class Destination(Orderable):
    page = ParentalKey(TripReportPage, on_delete=models.CASCADE, related_name="destinations")
    place = models.CharField(_("plaats"), max_length=120)
    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, related_name="+", verbose_name=_("land")
    )
    latitude = models.DecimalField(
        _("breedtegraad"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.DecimalField(
        _("lengtegraad"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )

    panels = [
        FieldRowPanel([FieldPanel("place"), FieldPanel("country")]),
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("bestemming")
        verbose_name_plural = _("bestemmingen")

    def __str__(self) -> str:
        return self.place


def destinations() -> "Prefetch[Any]":
    """Fetches where reports went to, with the countries."""
    return Prefetch("destinations", queryset=Destination.objects.select_related("country"))


class Visit(Orderable):
    page = ParentalKey(TripReportPage, on_delete=models.CASCADE, related_name="visits")
    host = models.CharField(_("bij wie"), max_length=160)
    place = models.CharField(_("plaats"), max_length=120, blank=True)
    date = models.DateField(_("datum"), null=True, blank=True)
    what_was_seen = models.TextField(_("wat hebben jullie gezien?"), max_length=1500)
    url = models.URLField(_("website"), blank=True)

    panels = [
        FieldRowPanel([FieldPanel("host"), FieldPanel("place"), FieldPanel("date")]),
        FieldPanel("what_was_seen"),
        FieldPanel("url"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("bezoek")
        verbose_name_plural = _("bezoeken")

    def __str__(self) -> str:
        return self.host


class Traveller(Orderable):
    """An organisation that went along. People are named as authors only, and only if they wish."""

    page = ParentalKey(TripReportPage, on_delete=models.CASCADE, related_name="travellers")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("organisatie")
    )

    panels = [FieldPanel("organisation")]

    class Meta(Orderable.Meta):
        verbose_name = _("reizende organisatie")
        verbose_name_plural = _("reizende organisaties")

    def __str__(self) -> str:
        return str(self.organisation)


class Author(Orderable):
    page = ParentalKey(TripReportPage, on_delete=models.CASCADE, related_name="authors")
    name = models.CharField(_("naam"), max_length=120)
    role = models.CharField(_("functie of rol"), max_length=160, blank=True)
    on_personal_title = models.BooleanField(_("op persoonlijke titel"), default=False)

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("role")]),
        FieldPanel("on_personal_title"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("schrijver")
        verbose_name_plural = _("schrijvers")

    def __str__(self) -> str:
        return self.name


class ReportPhoto(Orderable):
    page = ParentalKey(TripReportPage, on_delete=models.CASCADE, related_name="photos")
    image = models.ForeignKey(
        "core.Photo", on_delete=models.PROTECT, related_name="+", verbose_name=_("foto")
    )
    alt = models.CharField(
        _("wat is er te zien?"),
        max_length=250,
        help_text=_("Voor lezers die de foto niet zien. Verplicht."),
    )
    caption = models.CharField(_("bijschrift"), max_length=250, blank=True)
    credit = models.CharField(
        _("maker"),
        max_length=200,
        blank=True,
        help_text=_("Leeg: de maker die bij het beeld staat."),
    )

    panels = [
        FieldPanel("image"),
        FieldPanel("alt"),
        FieldRowPanel([FieldPanel("caption"), FieldPanel("credit")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("foto")
        verbose_name_plural = _("foto’s")

    def __str__(self) -> str:
        return self.caption or self.alt


class Attachment(Orderable):
    page = ParentalKey(TripReportPage, on_delete=models.CASCADE, related_name="attachments")
    document = models.ForeignKey(
        "wagtaildocs.Document",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("document"),
    )
    description = models.CharField(_("wat staat erin?"), max_length=250, blank=True)

    panels = [FieldPanel("document"), FieldPanel("description")]

    class Meta(Orderable.Meta):
        verbose_name = _("bijlage")
        verbose_name_plural = _("bijlagen")

    def __str__(self) -> str:
        return self.description or str(self.document)


class OpenQuestion(Orderable):
    """What the travellers still want to know; a later trip or lesson may answer it."""

    page = ParentalKey(TripReportPage, on_delete=models.CASCADE, related_name="open_questions")
    question = models.CharField(_("vraag"), max_length=300)
    answer = models.TextField(_("antwoord"), max_length=800, blank=True)
    answered_by = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("antwoord staat in"),
        help_text=_("Een later reisverslag of een les."),
    )

    panels = [
        FieldPanel("question"),
        FieldPanel("answer"),
        PageChooserPanel("answered_by", ["trips.TripReportPage", "lessons.LessonPage"]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("open vraag")
        verbose_name_plural = _("open vragen")

    def __str__(self) -> str:
        return self.question
