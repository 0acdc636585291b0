from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lessons.models import LessonNumber, LessonPage


@require_safe
def lesson_by_number(request: HttpRequest, number: int) -> HttpResponse:
    """Send a number on to where its lesson stands now; 410 when the lesson is gone for good."""
    lesson = LessonPage.objects.live().public().filter(number=number).first()
    if lesson:
        # Found, not Moved Permanently: the lesson may move, the number stays the address to cite.
        return redirect(lesson.path_on_site)
    if (
        LessonPage.objects.filter(number=number).exists()
        or not LessonNumber.objects.filter(pk=number).exists()
    ):
        raise Http404(_("Deze les is er niet."))
    return TemplateResponse(request, "lessons/gone.html", {"number": number}, status=410)
