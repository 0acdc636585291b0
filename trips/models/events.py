"""The agenda: trips and meetings to come, and those that were."""

from datetime import datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager

from meegenomen.core.blocks import BodyBlock
from meegenomen.core.listing import IndexPage
from meegenomen.core.models import BasePage, VisiblePageQuerySet
from meegenomen.core.text import text_of_page
from search.records import SearchRecord
from trips.periods import period_in_words
from trips.records import record_of


class EventQuerySet(VisiblePageQuerySet):
    def upcoming(self) -> "EventQuerySet":
        """Not over yet, the next one first."""
        return self._with_last_moment().filter(last_moment__gte=timezone.now()).order_by("start")

    def past(self) -> "EventQuerySet":
        """Over, the latest one first."""
        return self._with_last_moment().filter(last_moment__lt=timezone.now()).order_by("-start")

    def _with_last_moment(self) -> "EventQuerySet":
        annotated: EventQuerySet = self.annotate(last_moment=Coalesce("end", "start"))
        return annotated


class EventIndexPage(IndexPage):
    parent_page_types = ["home.HomePage"]
    subpage_types = ["trips.EventPage"]

    date_field = "start"

    class Meta:
        verbose_name = _("agenda")
        verbose_name_plural = _("agenda’s")

    def search_record(self) -> SearchRecord | None:
        return None

    def events(self) -> EventQuerySet:
        events: EventQuerySet = EventPage.objects.child_of(self).live().public().defer("body")
        return events

    def listed(self) -> QuerySet[Any]:
        """What is over: the events to come stand above the list, all of them."""
        past: QuerySet[Any] = self.events().past()
        return past

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["upcoming"] = self.events().upcoming()
        return context


class EventPage(BasePage):
    parent_page_types = ["trips.EventIndexPage"]
    subpage_types: list[str] = []

    start = models.DateTimeField(_("begin"))
    end = models.DateTimeField(_("einde"), null=True, blank=True)
    whole_day = models.BooleanField(
        _("geen tijden tonen"),
        default=False,
        help_text=_("Zet aan als alleen de dag bekend is of telt."),
    )
    location = models.CharField(
        _("plaats"), max_length=160, help_text=_("Zaal en plaats, of ‘Online’.")
    )
    audience = models.CharField(
        _("voor wie"), max_length=200, blank=True, help_text=_("Zoals: programmamanagers.")
    )
    sign_up_url = models.URLField(_("link om je aan te melden"), blank=True)
    is_example = models.BooleanField(
        _("verzonnen voorbeeld"),
        default=False,
        help_text=_("De pagina zegt dan duidelijk dat deze bijeenkomst niet bestaat."),
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("tekst"))

    objects = PageManager.from_queryset(EventQuerySet)()

    content_panels = [
        *BasePage.intro_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("start"), FieldPanel("end")]),
                FieldPanel("whole_day"),
                FieldRowPanel([FieldPanel("location"), FieldPanel("audience")]),
                FieldPanel("sign_up_url"),
                FieldPanel("is_example"),
            ],
            heading=_("Wanneer en waar"),
        ),
        FieldPanel("body"),
        *BasePage.closing_panels,
    ]

    class Meta:
        verbose_name = _("bijeenkomst")
        verbose_name_plural = _("bijeenkomsten")

    def search_record(self) -> SearchRecord | None:
        return record_of(
            self,
            type="bijeenkomst",
            body=" ".join([text_of_page(self), self.audience]),
            keywords=[self.location],
            date=timezone.localtime(self.start).date(),
            details=[("map-pin", self.location), ("calendar-event", self.when)],
        )

    @classmethod
    def search_queryset(cls) -> QuerySet[Any]:
        pages: QuerySet[Any] = cls.objects.prefetch_related(
            "themes", "countries", "tagged_items__tag"
        )
        return pages

    def clean(self) -> None:
        super().clean()
        if self.end and self.start and self.end < self.start:
            raise ValidationError({"end": _("Het einde ligt voor het begin.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.whole_day:
            # A day without times is over when the day is.
            last = timezone.localtime(self.end or self.start).date()
            self.end = timezone.make_aware(datetime.combine(last, time(23, 59)))
        super().save(*args, **kwargs)

    @property
    def last_day(self) -> datetime:
        return self.end or self.start

    @property
    def is_past(self) -> bool:
        return self.last_day < timezone.now()

    @property
    def when(self) -> str:
        """ "17 december 2026, 10.00 - 16.00 uur"."""
        start = timezone.localtime(self.start)
        end = timezone.localtime(self.end) if self.end else None
        if self.whole_day or (end and end.date() != start.date()):
            return period_in_words(start.date(), end.date() if end else None)
        hours = date_format(start, "H.i") + (f" - {date_format(end, 'H.i')}" if end else "")
        return _now("%(day)s, %(hours)s uur") % {
            "day": date_format(start, "j F Y"),
            "hours": hours,
        }
