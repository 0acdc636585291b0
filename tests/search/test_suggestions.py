"""What the script on the search fields gets while somebody types."""

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from search.index.rebuild import rebuild
from tests.factories import make_lesson

pytestmark = pytest.mark.django_db
committing = pytest.mark.django_db(transaction=True)


def asked(text: str) -> dict[str, object]:
    response = Client().get("/zoeken/suggesties/", {"q": text})
    assert response.status_code == 200
    return response.json()


def texts(text: str) -> list[str]:
    return [one["text"] for one in asked(text)["suggestions"]]


@committing
def test_a_title_leads_to_its_page_and_a_name_to_a_question(site_tree):
    rebuild()
    lesson = make_lesson("Eén strategie", tags=("strategisch",))
    answer = asked("strateg")
    assert answer["suggestions"] == [
        {"text": "Eén strategie", "url": lesson.url, "hint": "Ga naar de pagina"},
        {"text": "strategisch", "url": "/zoeken/?q=strategisch", "hint": "Zoek hierop"},
    ]
    assert answer["announcement"] == "2 suggesties, kies met de pijltjestoetsen"


@committing
def test_nothing_is_suggested_that_is_not_public(site_tree):
    rebuild()
    shown = make_lesson("Strategie voor ieder")
    draft = make_lesson("Strategie in concept")
    draft.unpublish()
    hidden = make_lesson("Strategie voor ons")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    assert texts("strategie") == [shown.title]


@pytest.mark.parametrize(
    "text", ["", " ", "e", "\0\0", "\ud800é", '"', "-", "-een", "%", "*", "x" * 5000, "é " * 5000]
)
def test_whatever_is_typed_gets_an_answer(text):
    response = Client().get("/zoeken/suggesties/", {"q": text.encode("utf-8", "surrogatepass")})
    assert response.status_code == 200
    assert response.json()["suggestions"] == []
    assert response.json()["announcement"] == "Geen suggesties"


def test_the_answer_sets_no_cookie_and_is_kept_for_a_moment_only():
    response = Client().get("/zoeken/suggesties/?q=strategie")
    assert not response.cookies
    assert set(response["Cache-Control"].split(", ")) == {"private", "max-age=30"}
    assert Client().post("/zoeken/suggesties/").status_code == 405
    assert Client().get("/zoeken/suggesties/").json()["suggestions"] == []
