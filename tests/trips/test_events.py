from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from icalendar import Calendar

from tests.factories import make_event
from trips.models import EventPage

pytestmark = pytest.mark.django_db


def test_an_event_leaves_the_agenda_when_it_is_over_and_not_before():
    now = timezone.now()
    over = make_event("Voorbij", start=now - timedelta(days=2))
    going_on = make_event("Bezig", start=now - timedelta(hours=1), end=now + timedelta(hours=1))
    to_come = make_event("Straks", start=now + timedelta(days=1))

    assert list(EventPage.objects.upcoming()) == [going_on, to_come]
    assert list(EventPage.objects.past()) == [over]


def test_a_day_without_times_lasts_until_midnight(monkeypatch):
    late = timezone.localtime().replace(hour=23, minute=58)
    monkeypatch.setattr(timezone, "now", lambda: late)

    event = make_event(start=late.replace(hour=0, minute=0), whole_day=True)

    assert not event.is_past
    assert list(EventPage.objects.upcoming()) == [event]


@pytest.mark.parametrize(
    ("start", "end", "whole_day", "words"),
    [
        (datetime(2026, 12, 17, 9, tzinfo=UTC), None, False, "17 december 2026, 10.00 uur"),
        (
            datetime(2026, 12, 17, 9, tzinfo=UTC),
            datetime(2026, 12, 17, 15, tzinfo=UTC),
            False,
            "17 december 2026, 10.00 - 16.00 uur",
        ),
        (datetime(2024, 4, 19, 10, tzinfo=UTC), None, True, "19 april 2024"),
        (
            datetime(2026, 12, 17, 9, tzinfo=UTC),
            datetime(2026, 12, 18, 15, tzinfo=UTC),
            False,
            "17 en 18 december 2026",
        ),
    ],
)
def test_when_an_event_is_reads_as_dutch(start, end, whole_day, words):
    assert make_event(start=start, end=end, whole_day=whole_day).when == words


def test_an_event_does_not_end_before_it_begins():
    event = make_event()
    event.end = event.start - timedelta(hours=1)

    with pytest.raises(ValidationError, match="voor het begin"):
        event.full_clean()


def test_the_calendar_file_holds_the_events_to_come(client):
    make_event("Voorbij", start=timezone.now() - timedelta(days=2))
    to_come = make_event("Werkplaats; van les, naar plan", summary="Neem een collega mee.")

    response = client.get("/agenda/agenda.ics")

    assert response["Content-Type"].startswith("text/calendar")
    [event] = Calendar.from_ical(response.content).walk("VEVENT")
    assert event["SUMMARY"] == to_come.title
    assert event["DTSTART"].dt == to_come.start.replace(microsecond=0)


def test_one_event_has_a_calendar_file_of_its_own(client):
    event = make_event(start=datetime(2024, 4, 19, 10, tzinfo=UTC), whole_day=True)

    response = client.get(f"{event.path_on_site}agenda.ics")

    [entry] = Calendar.from_ical(response.content).walk("VEVENT")
    assert str(entry["DTSTART"].dt) == "2024-04-19"
    assert str(entry["DTEND"].dt) == "2024-04-20"
