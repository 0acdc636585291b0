from lessons.models import LessonPage
from search import checks


def test_every_page_type_of_the_site_says_what_it_is_to_search():
    assert checks.check_page_types() == []


def test_a_page_type_that_says_nothing_is_an_error(monkeypatch):
    monkeypatch.setattr(LessonPage, "search_record", None)
    (error,) = checks.check_page_types()
    assert error.id == "search.E001"
    assert error.msg == "lessons.LessonPage says nothing about search."
