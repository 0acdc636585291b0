"""What a trip report is made of: where they went, whom they saw, who came along, what is open."""

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import Orderable

from meegenomen.core.models import Country, Organisation


class Destination(Orderable):
    page = ParentalKey(
        "trips.TripReportPage", on_delete=models.CASCADE, related_name="destinations"
    )
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
    page = ParentalKey("trips.TripReportPage", on_delete=models.CASCADE, related_name="visits")
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

    page = ParentalKey("trips.TripReportPage", on_delete=models.CASCADE, related_name="travellers")
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
    page = ParentalKey("trips.TripReportPage", on_delete=models.CASCADE, related_name="authors")
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
    page = ParentalKey("trips.TripReportPage", on_delete=models.CASCADE, related_name="photos")
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
    page = ParentalKey("trips.TripReportPage", on_delete=models.CASCADE, related_name="attachments")
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

    page = ParentalKey(
        "trips.TripReportPage", on_delete=models.CASCADE, related_name="open_questions"
    )
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
