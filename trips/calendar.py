"""Events as a calendar file (RFC 5545)."""

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils import timezone
from icalendar import Calendar, Event

if TYPE_CHECKING:
    from trips.models import EventPage


def calendar_response(events: Iterable["EventPage"], *, name: str) -> HttpResponse:
    calendar = Calendar()
    calendar.add("prodid", "-//Meegenomen//agenda//NL")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for event in events:
        calendar.add_component(_event(event))
    response = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="agenda.ics"'
    return response


def _event(page: "EventPage") -> Event:
    event = Event()
    # Stable for good: a calendar that reads the file again updates its event.
    event.add("uid", f"bijeenkomst-{page.pk}@meegenomen")
    event.add("dtstamp", page.last_published_at or page.start)
    event.add("summary", page.title)
    event.add("location", page.location)
    event.add("description", page.summary)
    event.add("url", page.full_url)
    start = timezone.localtime(page.start)
    end = timezone.localtime(page.last_day)
    if page.whole_day:
        event.add("dtstart", start.date())
        event.add("dtend", end.date() + timedelta(days=1))
    else:
        event.add("dtstart", start)
        event.add("dtend", end)
    return event
