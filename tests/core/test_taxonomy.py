import pytest
from taggit.models import Tag

from meegenomen.core.models import Theme
from meegenomen.core.related import pages_about, pages_tagged
from meegenomen.home.models import ThemePage
from tests.factories import make_example, make_lesson, make_news, make_site, make_theme

pytestmark = pytest.mark.django_db


def test_an_address_stays_when_the_name_changes():
    theme = make_theme("Regie en sturing")
    theme.name = "Regie"
    theme.save()

    assert Theme.objects.get().get_absolute_url() == "/themas/regie-en-sturing/"


def test_two_names_that_read_alike_get_two_addresses():
    assert make_theme("Eén loket").slug == "een-loket"
    assert make_theme("Een loket!").slug == "een-loket-2"


def test_a_name_without_letters_still_gets_an_address():
    assert make_theme("???").slug == "term"


def test_a_new_theme_has_its_page_at_once():
    make_site()

    theme = Theme.objects.create(name="Samenwerking", description="Samen kom je verder.")

    page = ThemePage.objects.live().get(theme=theme)
    assert page.path_on_site == theme.get_absolute_url()
    assert page.summary == "Samen kom je verder."


def test_pages_of_every_type_are_found_by_their_theme():
    lesson = make_lesson(themes=("Regie",))
    example = make_example(themes=("Regie",))
    make_news(themes=("Iets anders",))

    assert {page.pk for page in pages_about(make_theme("Regie"))} == {lesson.pk, example.pk}


def test_pages_of_every_type_are_found_by_their_tag():
    lesson = make_lesson(tags=("één loket",))
    news = make_news(tags=("één loket", "mitid"))

    assert {page.pk for page in pages_tagged(Tag.objects.get(name="één loket"))} == {
        lesson.pk,
        news.pk,
    }
