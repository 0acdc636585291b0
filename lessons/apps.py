from collections.abc import Iterable

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from search.records import Kind, register_dependents, register_kind


class LessonsConfig(AppConfig):
    name = "lessons"
    label = "lessons"
    verbose_name = _("Lessen")

    def ready(self) -> None:
        from wagtail.models import PageViewRestriction

        from lessons.models import LessonPage, PracticeExamplePage
        from meegenomen.core.models import Organisation
        from trips.models import TripReportPage

        def lessons_seen_on(report: TripReportPage) -> Iterable[int]:
            ids: Iterable[int] = (
                LessonPage.objects.live()
                .filter(evidence__report=report)
                .values_list("pk", flat=True)
            )
            return ids

        def lessons_seen_below(restriction: PageViewRestriction) -> Iterable[int]:
            ids: Iterable[int] = (
                LessonPage.objects.live()
                .filter(evidence__report__path__startswith=restriction.page.path)
                .values_list("pk", flat=True)
            )
            return ids

        def examples_of(organisation: Organisation) -> Iterable[int]:
            ids: Iterable[int] = (
                PracticeExamplePage.objects.live()
                .filter(organisation=organisation)
                .values_list("pk", flat=True)
            )
            return ids

        # A lesson shows on how many trips it was seen, an example the name of its organisation.
        register_dependents(TripReportPage, lessons_seen_on)
        # What a lesson says of a report is public for as long as the report is.
        register_dependents(PageViewRestriction, lessons_seen_below)
        register_dependents(Organisation, examples_of)
        register_kind(Kind("les", _("Les"), _("Lessen"), icon="bulb", colour="les"))
        register_kind(
            Kind("serie", _("Lessenreeks"), _("Lessenreeksen"), icon="list-numbers", colour="les")
        )
        register_kind(
            Kind(
                "voorbeeld",
                _("Praktijkvoorbeeld"),
                _("Praktijkvoorbeelden"),
                icon="plant-2",
                colour="praktijk",
            )
        )
