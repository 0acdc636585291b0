from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from trips.calendar import calendar_response
from trips.models import EventPage


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """Every public event to come."""
    upcoming = EventPage.objects.live().public().upcoming()
    return calendar_response(upcoming, name=_("Agenda van Meegenomen"))


@require_safe
def calendar_of_event(request: HttpRequest, slug: str) -> HttpResponse:
    event = get_object_or_404(EventPage.objects.live().public(), slug=slug)
    return calendar_response([event], name=event.title)
