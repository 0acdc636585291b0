from datetime import date

import pytest
from wagtail.models import PageViewRestriction

from lessons.models import Evidence, LessonPage
from lessons.statuses import Verdict
from tests.factories import make_lesson, make_trip_report

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def fresh(lesson: LessonPage) -> LessonPage:
    """The lesson as the next request reads it."""
    return LessonPage.objects.get(pk=lesson.pk)


@pytest.fixture
def trips():
    return (
        make_trip_report("Naar Kopenhagen en Malmö", start_date=date(2018, 4, 1)),
        make_trip_report("Naar Kopenhagen", start_date=date(2024, 3, 21)),
    )


def test_a_lesson_without_evidence_says_that_no_trip_saw_it():
    assert str(fresh(make_lesson()).corroboration) == "nog niet op een reis gezien"


def test_two_trips_give_their_number_and_the_years_between(trips):
    assert str(fresh(make_lesson(seen_on=trips)).corroboration) == "gezien op 2 reizen, 2018-2024"


def test_one_trip_gives_its_own_year(trips):
    assert str(fresh(make_lesson(seen_on=trips[:1])).corroboration) == "gezien op 1 reis, 2018"


def test_two_passages_in_one_report_count_as_one_trip(trips):
    lesson = make_lesson(seen_on=(trips[0], trips[0]))

    assert fresh(lesson).corroboration.trips == 1


def test_a_contradiction_is_counted_apart(trips):
    lesson = make_lesson(seen_on=trips[:1])
    Evidence.objects.create(
        page=lesson, report=trips[1], passage="Anders.", verdict=Verdict.CONTRADICTS
    )

    corroboration = fresh(lesson).corroboration

    assert (corroboration.trips, corroboration.contradictions) == (1, 1)
    assert corroboration.last_year == 2018


def test_sources_elsewhere_lift_the_level_once(trips):
    lesson = make_lesson(seen_on=trips[:1])
    for title in ("Een rapport", "Nog een rapport"):
        Evidence.objects.create(page=lesson, source_title=title, passage="Zo staat het daar.")

    corroboration = fresh(lesson).corroboration

    assert (corroboration.sources, corroboration.level) == (2, 2)


def test_an_unpublished_report_proves_nothing_in_public(trips):
    lesson = make_lesson(seen_on=trips)
    trips[1].unpublish()

    assert str(fresh(lesson).corroboration) == "gezien op 1 reis, 2018"
    assert [item.report.title for item in fresh(lesson).public_evidence] == [trips[0].title]


def test_a_report_behind_a_password_proves_nothing_in_public(trips):
    lesson = make_lesson(seen_on=trips)
    PageViewRestriction.objects.create(
        page=trips[0], restriction_type=PageViewRestriction.PASSWORD, password="geheim"
    )

    assert str(fresh(lesson).corroboration) == "gezien op 1 reis, 2024"


def test_the_search_record_carries_it(trips):
    record = fresh(make_lesson(seen_on=trips)).search_record()

    assert record.corroboration == 2
    assert record.date == date(2024, 3, 21)
    assert ("route", "gezien op 2 reizen, 2018-2024") in record.details
