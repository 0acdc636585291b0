"""Lessons and the series they stand in."""

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Count, OuterRef, Prefetch, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, TruncDate
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.fields import RichTextField, StreamField
from wagtail.models import PageManager

from lessons.corroboration import Corroboration, corroboration_of
from lessons.models.evidence import Evidence, public_follow_ups, public_reports, publicly_known
from lessons.models.examples import PracticeExamplePage
from lessons.models.numbers import LessonNumber
from lessons.statuses import LessonStatus, Verdict
from meegenomen.core.blocks import BodyBlock
from meegenomen.core.models import BasePage, VisiblePageQuerySet
from meegenomen.core.text import text_of_page
from search.records import SearchRecord
from trips.models import TripReportPage
from trips.records import record_of


class LessonQuerySet(VisiblePageQuerySet):
    def with_last_seen(self) -> "LessonQuerySet":
        """Adds `last_seen`: the day of the latest public trip it was seen on, else it came out."""
        seen = (
            Evidence.objects.filter(
                page=OuterRef("pk"), report__in=TripReportPage.objects.live().public()
            )
            .order_by("-report__start_date")
            .values("report__start_date")[:1]
        )
        dated: LessonQuerySet = self.annotate(
            last_seen=Coalesce(Subquery(seen), TruncDate("first_published_at"))
        )
        return dated

    def for_cards(self) -> "LessonQuerySet":
        """With all that a card shows, so that many cards cost as many queries as one."""
        supporting = Evidence.objects.exclude(verdict=Verdict.CONTRADICTS).filter(
            page=OuterRef("pk"), report__in=TripReportPage.objects.live().public()
        )
        applying = PracticeExamplePage.objects.live().public().filter(lessons=OuterRef("pk"))
        ready: LessonQuerySet = self.defer("body", "conditions_there", "position_here").annotate(
            trips_seen_on=_number_of(supporting, "report"),
            examples_applying=_number_of(applying, "pk"),
        )
        return ready


def _number_of(related: QuerySet[Any], field: str) -> Coalesce:
    """How many different values the rows that belong to each lesson have."""
    counted = related.order_by().annotate(one=Value(1)).values("one")
    return Coalesce(Subquery(counted.annotate(n=Count(field, distinct=True)).values("n")), 0)


class LessonSeriesPage(BasePage):
    parent_page_types = ["lessons.LessonIndexPage"]
    subpage_types = ["lessons.LessonPage"]

    introduction = StreamField(BodyBlock(), blank=True, verbose_name=_("inleiding"))

    content_panels = [
        *BasePage.intro_panels,
        FieldPanel("introduction"),
        *BasePage.closing_panels,
    ]

    class Meta:
        verbose_name = _("lessenreeks")
        verbose_name_plural = _("lessenreeksen")

    def search_record(self) -> SearchRecord | None:
        return record_of(
            self,
            type="serie",
            body=text_of_page(self),
            date=self.first_published_at.date() if self.first_published_at else None,
        )

    def lessons(self) -> LessonQuerySet:
        """Live, public lessons in the order of the series."""
        lessons: LessonQuerySet = LessonPage.objects.child_of(self).live().public().order_by("path")
        return lessons

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["lessons"] = self.lessons().for_cards()
        return context


class LessonPage(BasePage):
    parent_page_types = ["lessons.LessonSeriesPage", "lessons.LessonIndexPage"]
    subpage_types: list[str] = []

    number = models.PositiveIntegerField(
        _("lesnummer"), unique=True, null=True, editable=False, default=None
    )
    in_one_sentence = models.TextField(
        _("de les in één zin"),
        max_length=300,
        help_text=_("De kern, zo dat een collega hem kan navertellen."),
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("wat houdt de les in?"))
    conditions_there = RichTextField(
        _("waarom werkt het daar?"),
        blank=True,
        help_text=_("Welke voorwaarden golden op de plek waar dit is gezien?"),
    )
    position_here = RichTextField(
        _("hoe staat het hier?"),
        blank=True,
        help_text=_("Hoe staat Nederland ervoor op diezelfde punten?"),
    )
    status = models.CharField(
        _("status"), max_length=12, choices=LessonStatus, default=LessonStatus.PROPOSED
    )

    objects = PageManager.from_queryset(LessonQuerySet)()

    # A copy is another lesson, so it gets a number of its own.
    exclude_fields_in_copy = ["number"]

    content_panels = [
        *BasePage.intro_panels,
        FieldPanel("number", read_only=True),
        FieldPanel("in_one_sentence"),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("conditions_there"), FieldPanel("position_here")],
            heading=_("Past dit hier?"),
        ),
        InlinePanel("first_steps", heading=_("Dit kun je morgen doen"), label=_("Stap")),
        FieldPanel("status"),
    ]
    evidence_panels = [
        InlinePanel("evidence", heading=_("Waar is dit gezien?"), label=_("Bewijs")),
        InlinePanel("follow_ups", heading=_("Wat is ermee gedaan?"), label=_("Opvolging")),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Les")),
            ObjectList(evidence_panels, heading=_("Bewijs en opvolging")),
            ObjectList(BasePage.closing_panels, heading=_("Onderwerpen en bronnen")),
            ObjectList(BasePage.promote_panels, heading=_("Adres")),
        ]
    )

    class Meta:
        verbose_name = _("les")
        verbose_name_plural = _("lessen")

    def search_record(self) -> SearchRecord | None:
        corroboration = self.corroboration
        dates = [item.date for item in self.public_evidence if item.date]
        published = self.first_published_at.date() if self.first_published_at else None
        return record_of(
            self,
            type="les",
            number=self.public_number,
            body=" ".join(
                [
                    self.in_one_sentence,
                    text_of_page(self),
                    *(item.passage for item in self.public_evidence),
                    *(step.text for step in self.first_steps.all()),
                ]
            ),
            date=max(dates, default=published),
            corroboration=corroboration.trips,
            details=[("bulb", self.public_number), ("route", str(corroboration))],
        )

    @classmethod
    def search_queryset(cls) -> QuerySet[Any]:
        pages: QuerySet[Any] = cls.objects.prefetch_related(
            "themes",
            "countries",
            "tagged_items__tag",
            "first_steps",
            Prefetch("evidence", queryset=Evidence.objects.prefetch_related(public_reports())),
        )
        return pages

    def with_content_json(self, content: dict[str, Any]) -> "LessonPage":
        """An alias takes over all that its page says, but stays another lesson."""
        updated: LessonPage = super().with_content_json(content)
        updated.number = self.number
        return updated

    def save(self, *args: Any, **kwargs: Any) -> None:
        # An alias begins as a copy of all fields, with the number of its page.
        if self.number is None or (self._state.adding and self.alias_of_id):
            self.number = LessonNumber.objects.create().pk
        super().save(*args, **kwargs)

    @property
    def public_number(self) -> str:
        return f"L-{self.number}"

    @cached_property
    def public_evidence(self) -> list[Evidence]:
        return publicly_known(self.evidence.all())

    @cached_property
    def corroboration(self) -> Corroboration:
        return corroboration_of(self.public_evidence)

    def place_in_series(self) -> "PlaceInSeries | None":
        """Where it stands among the live lessons of its series; None when it does not."""
        above = LessonSeriesPage.objects.parent_of(self).live().public()
        series = above.defer("introduction").first()
        lessons = list(series.lessons().only("title", "url_path")) if series else []
        if series is None or self not in lessons:
            return None
        return PlaceInSeries(series, tuple(lessons), lessons.index(self))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["place"] = self.place_in_series()
        context["examples"] = (
            PracticeExamplePage.objects.live()
            .public()
            .applying(self)
            .select_related("organisation")
        )
        context["follow_ups"] = public_follow_ups(self.follow_ups.select_related("organisation"))
        return context


@dataclass(frozen=True, slots=True)
class PlaceInSeries:
    """ "Les 3 van 8", with what stands before and after."""

    series: LessonSeriesPage
    lessons: tuple[LessonPage, ...]
    index: int
    """Counts from 0."""

    @property
    def number(self) -> int:
        return self.index + 1

    @property
    def total(self) -> int:
        return len(self.lessons)

    @property
    def previous(self) -> LessonPage | None:
        return self.lessons[self.index - 1] if self.index else None

    @property
    def next(self) -> LessonPage | None:
        return self.lessons[self.index + 1] if self.number < self.total else None
