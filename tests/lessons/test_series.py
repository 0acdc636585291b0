import pytest

from lessons.models import LessonPage
from tests.factories import make_lesson, make_series

pytestmark = pytest.mark.django_db


@pytest.fixture
def lessons():
    series = make_series()
    return [make_lesson(f"Les {nr}", series=series) for nr in (1, 2, 3)]


def test_a_lesson_knows_its_place_and_its_neighbours(lessons):
    place = lessons[1].place_in_series()

    assert (place.number, place.total) == (2, 3)
    assert (place.previous, place.next) == (lessons[0], lessons[2])


def test_the_first_and_the_last_have_one_neighbour(lessons):
    assert lessons[0].place_in_series().previous is None
    assert lessons[2].place_in_series().next is None


def test_a_lesson_that_is_not_public_takes_no_place(lessons):
    lessons[0].unpublish()

    place = LessonPage.objects.get(pk=lessons[1].pk).place_in_series()

    assert (place.number, place.total, place.previous) == (1, 2, None)


def test_a_lesson_outside_a_series_has_no_place():
    assert make_lesson().place_in_series() is None
