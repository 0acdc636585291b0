from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.apps import AppConfig
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from search.records import Kind, register_dependents, register_kind, register_page_dependents

if TYPE_CHECKING:
    from wagtail.models import Page


class LessonsConfig(AppConfig):
    name = "lessons"
    label = "lessons"
    verbose_name = _("Lessen")

    def ready(self) -> None:
        from lessons.models import LessonPage, PracticeExamplePage
        from meegenomen.core.models import Organisation

        def lessons_seen_on(pages: "QuerySet[Page]") -> Iterable[int]:
            ids: Iterable[int] = (
                LessonPage.objects.live()
                .filter(evidence__report__in=pages.values("pk"))
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

        # A lesson shows on how many trips it was seen, and what it says of a report is public for
        # as long as the report is. An example shows the name of its organisation.
        register_page_dependents(lessons_seen_on)
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
