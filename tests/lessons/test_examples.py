import pytest

from lessons.models import PracticeExamplePage
from tests.factories import make_example, make_lesson, make_organisation

pytestmark = pytest.mark.django_db


def test_an_example_has_the_type_of_its_organisation():
    agency = make_organisation("Een dienst", type="uitvoeringsorganisatie")

    example = make_example(organisation=agency)

    assert example.organisation_type == "uitvoeringsorganisatie"
    assert example.organisation_words == "Een dienst"


def test_an_example_without_a_named_organisation_shows_its_type_only():
    example = make_example()

    assert example.organisation_words == "Gemeente"
    assert example.search_record().organisation_types == ("gemeente",)


def test_the_examples_of_a_lesson_are_those_that_apply_it():
    lesson, other = make_lesson("Deze"), make_lesson("Een andere")
    ours = make_example("Van ons", lessons=(lesson,))
    make_example("Van hen", lessons=(other,))

    assert list(PracticeExamplePage.objects.live().applying(lesson)) == [ours]


def test_a_row_shows_no_lesson_that_is_not_public():
    lesson = make_lesson()
    make_example(lessons=(lesson,))
    lesson.unpublish()

    [example] = PracticeExamplePage.objects.for_rows()

    assert list(example.lessons.all()) == []
