"""Filters that somebody types among the words."""

from collections.abc import Mapping

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from meegenomen.core.models import Country, Theme
from search.asking.spelling import slug_of
from search.asking.typed import NAMES, taken_apart
from search.breaker import breaker
from search.index import drain, rebuild
from search.query import SearchQuery
from tests.factories import make_lesson


@pytest.mark.parametrize(
    ("text", "rest", "typed"),
    [
        ("loket land:denemarken", "loket", [("land", "denemarken")]),
        ("THEMA:Regie loket", "loket", [("thema", "Regie")]),
        ('thema:"regie op leven" loket', "loket", [("thema", "regie op leven")]),
        ("thema:“regie op leven” loket", "loket", [("thema", "regie op leven")]),
        ('loket thema:"nooit gesloten', "loket", [("thema", "nooit gesloten")]),
        ("type:les type:reisverslag", "", [("type", "les"), ("type", "reisverslag")]),
        ("soort:lessen, org:gemeente;", "", [("type", "lessen"), ("org", "gemeente")]),
        ("van:2020 tot:2023", "", [("van", "2020"), ("tot", "2023")]),
        ("sinds:2020", "", [("van", "2020")]),
        ("vanaf:2020", "", [("van", "2020")]),
        ("jaar:2020", "", [("van", "2020"), ("tot", "2020")]),
        ("een tag:e-health en loket", "een en loket", [("tag", "e-health")]),
    ],
)
def test_a_filter_is_taken_out_of_the_words(text, rest, typed):
    params, found = taken_apart({"q": [text]})
    assert " ".join(params["q"][0].split()) == rest
    assert found == tuple(typed)


@pytest.mark.parametrize(
    "text",
    [
        "10:30",
        "https://www.borger.dk/land:x",
        "naam:x",
        "land:",
        "land: denemarken",
        'thema:""',
        "Nederland:denemarken",
        '"thema:regie"',
        '"een thema:regie en meer"',
        "-thema:regie",
        ":",
        "::::",
        "land",
        "",
    ],
)
def test_what_is_no_filter_stays_a_word(text):
    params = {"q": [text]}
    assert taken_apart(params) == (params, ())


@given(st.text(alphabet='ab :"“-land,themaq', max_size=40))
def test_what_is_left_holds_no_filter(text):
    query = SearchQuery.from_params({"q": [text]}).query
    again = SearchQuery.from_params({"q": [query.words]})
    assert again.typed == ()


def test_typed_filters_add_to_those_chosen_and_the_last_year_counts():
    asked = SearchQuery.from_params(
        {"q": ["loket land:zweden sinds:2020"], "land": ["finland"], "van": ["2010"], "tot": [""]}
    )
    assert asked.query == SearchQuery(
        words="loket", countries=("finland", "zweden"), year_from=2020
    )


def test_a_year_that_is_none_is_told():
    asked = SearchQuery.from_params({"q": ["loket sinds:toen"]})
    assert asked.query == SearchQuery(words="loket")
    assert asked.messages == ("‘toen’ is geen jaartal waarop we kunnen zoeken.",)


def candidates(called: str) -> Mapping[str, str]:
    return {
        "regie": "Regie",
        "eigen-regie": "Regie op je leven",
        "malmo": "Malmö",
        "in": "Inloggen",
    }


@pytest.mark.parametrize(
    ("facet", "called", "slug"),
    [
        ("thema", "regie", "regie"),
        ("thema", "REGIE", "regie"),
        ("thema", "Regie op je leven", "eigen-regie"),
        ("thema", "regie op je leven", "eigen-regie"),
        ("thema", "eigen regie", "eigen-regie"),
        ("thema", "Malmo", "malmo"),
        ("thema", "MALMÖ", "malmo"),
        # by a part of the name, when that is the part of one name only
        ("thema", "leven", "eigen-regie"),
        ("thema", "onzin", "onzin"),
        ("thema", "!", "!"),
        ("type", "Lessen", "les"),
        ("type", "reisverslagen", "reisverslag"),
        ("type", "praktijkvoorbeelden", "voorbeeld"),
        ("type", "Praktijkvoorbeeld", "voorbeeld"),
        ("onbekend", "x", "x"),
    ],
)
def test_a_value_is_known_by_what_people_call_it(monkeypatch, facet, called, slug):
    monkeypatch.setattr("search.asking.spelling.CANDIDATES", {"thema": candidates})
    assert slug_of(facet, called) == slug


@pytest.fixture
def site(site_tree):
    lesson = make_lesson("Eén loket")
    lesson.themes.add(Theme.objects.create(name="Regie op je leven"))
    lesson.countries.add(Country.objects.create(name="Denemarken", code="DK"))
    lesson.tags.add("e-health")
    lesson.save()
    lesson.save_revision().publish()
    make_lesson("Nog een loket")
    drain.drain()
    rebuild.rebuild()


def page_of(response) -> str:
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


@pytest.mark.django_db
@pytest.mark.parametrize("simple", [False, True])
@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ('thema:"regie op je leven" loket', "q=loket&thema=regie-op-je-leven"),
        ("loket land:Denemarken", "q=loket&land=denemarken"),
        ("tag:E-health loket type:lessen", "q=loket&type=les&tag=e-health"),
    ],
)
def test_typed_filters_become_chosen_ones(site, client, simple, typed, chosen):
    if simple:
        breaker.failed(after=10)
    response = client.get("/zoeken/", {"q": typed})
    assert response.status_code == 302
    assert response["Location"] == f"/zoeken/?{chosen}"
    page = page_of(client.get(response["Location"]))
    assert 'name="q" type="search" value="loket"' in page
    assert "kp-chip" in page
    assert " checked>" in page
    assert "Eén <mark" in page or "Eén loket" in page
    assert "Nog een" not in page


@pytest.mark.django_db
def test_a_value_nobody_knows_is_told_and_the_words_are_searched(site, client):
    response = client.get("/zoeken/", {"q": "loket thema:onzin"}, follow=True)
    page = page_of(response)
    assert response.redirect_chain == [("/zoeken/?q=loket&thema=onzin", 302)]
    assert "Het thema ‘onzin’ kennen we niet." in page
    assert "2 resultaten" in page


@pytest.mark.django_db
def test_a_year_nobody_knows_is_told_and_the_words_are_searched(site, client):
    page = page_of(client.get("/zoeken/", {"q": "loket sinds:<b>"}))
    assert "‘&lt;b&gt;’ is geen jaartal" in page
    assert 'value="loket"' in page
    assert "2 resultaten" in page


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "value", ["\x00", "x" * 5_000, "\ud800".encode("utf-16", "surrogatepass"), "'--", "%ff"]
)
def test_nothing_that_is_typed_as_a_filter_is_an_error(client, site_tree, name, value):
    typed = f"{name}:{value}" if isinstance(value, str) else name.encode() + b":" + value
    assert client.get("/zoeken/", {"q": typed}, follow=True).status_code == 200
    assert Client(enforce_csrf_checks=True).head("/zoeken/", {"q": typed}).status_code in (200, 302)
