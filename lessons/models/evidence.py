"""What a lesson rests on, what was done with it, and how to begin."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import Orderable

from lessons.models.examples import PracticeExamplePage
from lessons.statuses import FollowUpStatus, Verdict
from meegenomen.core.models import Organisation
from trips.models import TripReportPage, destinations


class Evidence(Orderable):
    """One place where the lesson was seen: a trip report on this site, or a source elsewhere."""

    page = ParentalKey("lessons.LessonPage", on_delete=models.CASCADE, related_name="evidence")
    report = models.ForeignKey(
        TripReportPage,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="evidence",
        verbose_name=_("reisverslag"),
    )
    source_title = models.CharField(_("of een bron elders"), max_length=255, blank=True)
    source_url = models.URLField(_("link naar die bron"), max_length=500, blank=True)
    source_date = models.DateField(_("datum van die bron"), null=True, blank=True)
    passage = models.TextField(
        _("wat staat daar?"),
        max_length=800,
        help_text=_("In eigen woorden: wat zagen ze, en wat zegt dat over deze les?"),
    )
    verdict = models.CharField(
        _("wat doet het met de les?"),
        max_length=16,
        choices=Verdict,
        default=Verdict.CONFIRMS,
    )

    panels = [
        FieldPanel("report"),
        FieldRowPanel([FieldPanel("source_title"), FieldPanel("source_date")]),
        FieldPanel("source_url"),
        FieldPanel("passage"),
        FieldPanel("verdict"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("bewijs")
        verbose_name_plural = _("bewijzen")

    def __str__(self) -> str:
        return self.source_title or str(self.report)

    def clean(self) -> None:
        super().clean()
        if bool(self.report_id) == bool(self.source_title):
            raise ValidationError(
                {"report": _("Kies een reisverslag of noem een bron elders, één van de twee.")}
            )

    @property
    def date(self) -> date | None:
        return self.report.start_date if self.report else self.source_date


class FollowUp(Orderable):
    """What an organisation did with the lesson, also when that was: nothing."""

    page = ParentalKey("lessons.LessonPage", on_delete=models.CASCADE, related_name="follow_ups")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("organisatie")
    )
    status = models.CharField(_("wat deden ze ermee?"), max_length=20, choices=FollowUpStatus)
    reason = models.TextField(
        _("toelichting"),
        max_length=600,
        blank=True,
        help_text=_("Verplicht als de les niet is overgenomen: waarom niet?"),
    )
    date = models.DateField(_("datum"), null=True, blank=True)
    example = models.ForeignKey(
        PracticeExamplePage,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("praktijkvoorbeeld"),
    )

    panels = [
        FieldRowPanel([FieldPanel("organisation"), FieldPanel("status"), FieldPanel("date")]),
        FieldPanel("reason"),
        PageChooserPanel("example"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("opvolging")
        verbose_name_plural = _("opvolging")

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_status_display()}"

    def clean(self) -> None:
        super().clean()
        if self.status == FollowUpStatus.NOT_ADOPTED and not self.reason.strip():
            raise ValidationError(
                {"reason": _("Schrijf op waarom de les niet is overgenomen. Daar leren we van.")}
            )


class FirstStep(Orderable):
    page = ParentalKey("lessons.LessonPage", on_delete=models.CASCADE, related_name="first_steps")
    text = models.CharField(_("stap"), max_length=250)

    panels = [FieldPanel("text")]

    class Meta(Orderable.Meta):
        verbose_name = _("eerste stap")
        verbose_name_plural = _("eerste stappen")

    def __str__(self) -> str:
        return self.text


def public_reports() -> "Prefetch[Any]":
    """Fetches reports that anyone may read; evidence in another one comes out without it."""
    return Prefetch(
        "report",
        queryset=TripReportPage.objects.live()
        .public()
        .defer("body")
        .prefetch_related(destinations()),
    )


def publicly_known(evidence: Iterable[Evidence]) -> list[Evidence]:
    """The evidence that anyone may see: in public reports and in sources elsewhere."""
    known = list(evidence)
    # What is fetched along is left as it is; asking what is public is a query by itself.
    if unknown := [item for item in known if not Evidence.report.is_cached(item)]:
        prefetch_related_objects(unknown, public_reports())
    # Evidence whose report was deleted has neither.
    return [item for item in known if item.report is not None or item.source_title]


def public_follow_ups(follow_ups: Iterable[FollowUp]) -> list[FollowUp]:
    """All follow-up, the latest first; an example that is not public is left out of it."""
    known = list(follow_ups)
    prefetch_related_objects(
        known,
        "organisation",
        Prefetch("example", queryset=PracticeExamplePage.objects.live().public()),
    )
    return sorted(known, key=lambda item: item.date or date.min, reverse=True)
