from django import template
from django.db.models import QuerySet

from lessons.models import LessonPage
from trips.models import TripReportPage

register = template.Library()


@register.simple_tag
def lessons_drawn(report: TripReportPage) -> QuerySet[LessonPage]:
    """The live, public lessons that lean on this report, ready for their cards."""
    lessons: QuerySet[LessonPage] = LessonPage.objects.none()
    if report.pk:  # a preview of a report that was never saved has none
        lessons = (
            LessonPage.objects.live()
            .public()
            .filter(evidence__report=report)
            .distinct()
            .order_by("path")
            .for_cards()
        )
    return lessons
