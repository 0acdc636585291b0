from datetime import date

import pytest
from django.core.exceptions import ValidationError

from tests.factories import make_country, make_lesson, make_trip_report
from trips.models import OpenQuestion, TripReportPage

pytestmark = pytest.mark.django_db


def test_a_report_has_the_countries_of_its_destinations():
    report = make_trip_report(
        destinations=(("Kopenhagen", "Denemarken"), ("Malmö", "Zweden"), ("Aarhus", "Denemarken"))
    )

    stored = TripReportPage.objects.get(pk=report.pk)

    assert {str(country) for country in stored.countries.all()} == {"Denemarken", "Zweden"}
    assert stored.places == "Kopenhagen, Denemarken · Malmö, Zweden · Aarhus, Denemarken"


def test_a_country_goes_when_its_destination_does():
    report = make_trip_report(destinations=(("Kopenhagen", "Denemarken"), ("Malmö", "Zweden")))
    report.destinations.set(report.destinations.filter(country=make_country("Zweden")))
    report.save_revision().publish()

    assert [str(c) for c in TripReportPage.objects.get().countries.all()] == ["Zweden"]


def test_a_trip_does_not_end_before_it_begins():
    report = make_trip_report(start_date=date(2024, 3, 22))
    report.end_date = date(2024, 3, 21)

    with pytest.raises(ValidationError, match="voor de eerste dag"):
        report.full_clean()


def test_places_hosts_and_travellers_are_words_to_find_it_by():
    report = make_trip_report()
    report.visits.create(host="Digital Hub Denmark", what_was_seen="Een rondleiding.")
    report.save()

    record = TripReportPage.objects.get(pk=report.pk).search_record()

    assert {"Kopenhagen", "Digital Hub Denmark", "Denemarken"} <= set(record.keywords)
    assert "Een rondleiding." in record.body


def test_an_open_question_does_not_name_an_answer_that_is_not_public(rf):
    report, lesson = make_trip_report(), make_lesson()
    OpenQuestion.objects.create(page=report, question="Wie betaalt?", answered_by=lesson)
    assert report.get_context(rf.get("/"))["open_questions"][0].answered_by == lesson.page_ptr

    lesson.unpublish()

    assert report.get_context(rf.get("/"))["open_questions"][0].answered_by is None
