import pytest

from lessons.models import LessonPage
from tests.factories import make_lesson

pytestmark = pytest.mark.django_db


def test_every_lesson_gets_the_next_number():
    first, second = make_lesson("Eerste"), make_lesson("Tweede")

    assert second.number == first.number + 1


def test_a_number_stays_when_the_lesson_is_edited():
    lesson = make_lesson()
    number = lesson.number

    lesson.title = "Andere titel"
    lesson.save_revision().publish()

    assert LessonPage.objects.get(pk=lesson.pk).number == number


def test_a_number_never_comes_back_after_its_lesson_is_deleted():
    lesson = make_lesson()
    number = lesson.number
    lesson.delete()

    assert make_lesson("De volgende").number > number


def test_a_copy_is_another_lesson_with_a_number_of_its_own():
    lesson = make_lesson(tags=("regie",))

    copy = lesson.copy(update_attrs={"slug": "kopie"})

    assert copy.number != lesson.number
    assert [str(tag) for tag in copy.specific.tags.all()] == ["regie"]


@pytest.mark.parametrize("address", ["/id/L-{number}", "/id/l-{number}"])
def test_the_number_leads_to_the_page(client, address):
    lesson = make_lesson()

    response = client.get(address.format(number=lesson.number))

    assert response.status_code == 302
    assert response["Location"] == lesson.path_on_site


def test_the_number_follows_the_page_when_its_address_changes(client):
    lesson = make_lesson()
    lesson.slug = "nieuw-adres"
    lesson.save_revision().publish()

    assert client.get(f"/id/L-{lesson.number}")["Location"].endswith("/nieuw-adres/")


def test_the_number_of_a_deleted_lesson_says_that_it_is_gone(client):
    lesson = make_lesson()
    number = lesson.number
    lesson.delete()

    response = client.get(f"/id/L-{number}")

    assert response.status_code == 410
    assert f"L-{number}" in response.content.decode()


@pytest.mark.parametrize("address", ["/id/L-999999", "/id/L-0", "/id/12", "/id/L-x", "/id/"])
def test_a_number_that_was_never_given_is_not_found(client, address):
    make_lesson()

    assert client.get(address, follow=True).status_code == 404


def test_the_number_of_a_draft_does_not_give_it_away(client):
    lesson = make_lesson()
    lesson.unpublish()

    assert client.get(f"/id/L-{lesson.number}").status_code == 404
