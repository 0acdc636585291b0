"""Practice examples: what an organisation does with a lesson, and how that goes."""

from typing import Any

from django import forms
from django.db import models
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import PageManager

from lessons.statuses import Origin, Stage
from meegenomen.core.blocks import BodyBlock
from meegenomen.core.listing import IndexPage
from meegenomen.core.models import (
    BasePage,
    Organisation,
    OrganisationSize,
    OrganisationType,
    VisiblePageQuerySet,
    words_for,
)
from meegenomen.core.text import text_of_page
from search.records import SearchRecord
from trips.records import record_of

LONG_TEXTS = ("body", "why_it_works", "results", "what_did_not_work")


class PracticeExampleQuerySet(VisiblePageQuerySet):
    def applying(self, lesson: models.Model) -> "PracticeExampleQuerySet":
        # A lesson that is only being previewed has no key, and nothing that applies it.
        key = [lesson.pk] if lesson.pk else []
        applying: PracticeExampleQuerySet = self.filter(lessons__in=key)
        return applying

    def for_cards(self) -> "PracticeExampleQuerySet":
        """With all that a card shows, so that many cards cost as many queries as one."""
        ready: PracticeExampleQuerySet = (
            self.defer(*LONG_TEXTS)
            .select_related("organisation", "listing_image")
            .prefetch_related("listing_image__renditions")
        )
        return ready

    def for_rows(self) -> "PracticeExampleQuerySet":
        """The same for rows, which have no picture and name the lessons."""
        lessons = self.model._meta.get_field("lessons").related_model.objects
        ready: PracticeExampleQuerySet = (
            self.defer(*LONG_TEXTS)
            .select_related("organisation")
            .prefetch_related(Prefetch("lessons", queryset=lessons.live().public().only("number")))
        )
        return ready


class PracticeExampleIndexPage(IndexPage):
    parent_page_types = ["home.HomePage"]
    subpage_types = ["lessons.PracticeExamplePage"]

    date_field = "first_published_at"

    class Meta:
        verbose_name = _("overzicht van praktijkvoorbeelden")
        verbose_name_plural = _("overzichten van praktijkvoorbeelden")

    def search_record(self) -> SearchRecord | None:
        return None

    def listed(self) -> QuerySet[Any]:
        pages: QuerySet[Any] = (
            PracticeExamplePage.objects.child_of(self)
            .live()
            .public()
            .for_cards()
            .order_by("-first_published_at", "pk")
        )
        return pages


class PracticeExamplePage(BasePage):
    parent_page_types = ["lessons.PracticeExampleIndexPage"]
    subpage_types: list[str] = []

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("organisatie"),
        help_text=_("Leeg als de organisatie niet genoemd wil worden."),
    )
    organisation_type = models.CharField(
        _("soort organisatie"),
        max_length=24,
        choices=OrganisationType,
        blank=True,
        help_text=_("Volgt uit de organisatie als die is ingevuld."),
    )
    organisation_size = models.CharField(
        _("grootte van de organisatie"),
        max_length=12,
        choices=OrganisationSize,
        blank=True,
        help_text=_("Alleen als de organisatie niet genoemd wil worden."),
    )
    stage = models.CharField(_("hoe ver is het?"), max_length=12, choices=Stage)
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("wat doen ze?"))
    why_it_works = RichTextField(_("waarom werkt het?"), blank=True)
    results = RichTextField(_("wat leverde het op?"), blank=True)
    what_did_not_work = RichTextField(_("wat werkte niet?"), blank=True)
    link = models.URLField(_("link naar meer informatie"), max_length=500, blank=True)
    contact = models.CharField(
        _("contact"),
        max_length=200,
        blank=True,
        help_text=_("Alleen wat openbaar mag: liefst een afdeling of een algemeen adres."),
    )
    lessons = ParentalManyToManyField(
        "lessons.LessonPage",
        blank=True,
        related_name="examples",
        verbose_name=_("bij welke lessen hoort dit?"),
    )
    origin = models.CharField(
        _("herkomst"), max_length=12, choices=Origin, default=Origin.EDITOR, editable=False
    )

    objects = PageManager.from_queryset(PracticeExampleQuerySet)()

    content_panels = [
        *BasePage.intro_panels,
        MultiFieldPanel(
            [
                FieldPanel("organisation"),
                FieldRowPanel([FieldPanel("organisation_type"), FieldPanel("organisation_size")]),
                FieldPanel("stage"),
            ],
            heading=_("Wie en hoe ver"),
        ),
        FieldPanel("body"),
        FieldPanel("why_it_works"),
        FieldPanel("results"),
        FieldPanel("what_did_not_work"),
        FieldPanel("lessons", widget=forms.CheckboxSelectMultiple),
        MultiFieldPanel([FieldPanel("link"), FieldPanel("contact")], heading=_("Meer weten")),
        FieldPanel("origin", read_only=True),
        *BasePage.closing_panels,
    ]

    class Meta:
        verbose_name = _("praktijkvoorbeeld")
        verbose_name_plural = _("praktijkvoorbeelden")

    def search_record(self) -> SearchRecord | None:
        return record_of(
            self,
            type="voorbeeld",
            body=text_of_page(self),
            keywords=[self.organisation.name] if self.organisation else [],
            # Of the organisation as it is now; the field follows when the page is saved.
            organisation_types=[
                self.organisation.type if self.organisation else self.organisation_type
            ],
            date=self.first_published_at.date() if self.first_published_at else None,
            status=self.stage,
            details=[
                ("building-community", self.organisation_words),
                ("world", ", ".join(country.name for country in self.countries.all())),
            ],
        )

    @classmethod
    def search_queryset(cls) -> QuerySet[Any]:
        pages: QuerySet[Any] = cls.objects.select_related("organisation").prefetch_related(
            "themes", "countries", "tagged_items__tag"
        )
        return pages

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.organisation:
            self.organisation_type = self.organisation.type
            self.organisation_size = ""
        super().save(*args, **kwargs)

    @property
    def organisation_words(self) -> str:
        """The name, or only type and size where the organisation is not to be named."""
        if self.organisation:
            return self.organisation.name
        return words_for(self.organisation_type, self.organisation_size)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        lesson_page = self._meta.get_field("lessons").related_model
        # By key: in a preview these are the lessons ticked in the form, which no query knows.
        chosen = self.lessons.values_list("id", flat=True)
        context["lessons"] = lesson_page.objects.live().public().filter(pk__in=chosen)
        return context
