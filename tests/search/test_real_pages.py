"""What makes this domain findable, from the fields of real pages to the results."""

import pytest
from django.db import OperationalError, connection
from django.db.models.query import ModelIterable
from django.test.utils import CaptureQueriesContext

from lessons.models import LessonPage
from meegenomen.core.models import Organisation, OrganisationType
from search import service
from search.index import drain, rebuild
from search.index.pages import every, read
from search.query import SearchQuery
from search.records import SearchRecord
from tests.factories import (
    make_example,
    make_lesson,
    make_news,
    make_organisation,
    make_trip_report,
)
from trips.models import Traveller, Visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(site_tree):
    trip = make_trip_report("Op bezoek", destinations=(("Århus", "Denemarken"),))
    trip.visits = [
        Visit(
            host="Kommunernes Landsforening",
            place="Roskilde",
            what_was_seen="Inloggen met NemLog-in en MitID.",
        )
    ]
    trip.travellers = [
        Traveller(organisation=make_organisation("RDW", OrganisationType.AGENCY)),
        Traveller(organisation=make_organisation("Gemeente Zwolle")),
    ]
    trip.save()
    trip.save_revision().publish()
    make_lesson(
        "Begin klein", number=901, summary="Gebruikt door 72% van 1,5 miljoen mensen op borger.dk."
    )
    make_lesson("Betaal samen", number=902)
    make_example("Een voorbeeld", organisation=Organisation.objects.get(name="RDW"))
    make_news("Iets anders", summary="Een abonnement van € 3.000 in 2015, 72 keer, en 5 van de 1.")
    drain.drain()
    rebuild.rebuild()


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("L-901", "Begin klein"),
        ("les 901", "Begin klein"),
        ("lesnummer 902", "Betaal samen"),
        ("l902", "Betaal samen"),
        # places and hosts of visits
        ("arhus", "Op bezoek"),
        ("århus denemarken", "Op bezoek"),
        ("roskilde", "Op bezoek"),
        ("kommunernes", "Op bezoek"),
        ("kommunernes landsforening", "Op bezoek"),
        ("nemlogin", "Op bezoek"),
        ("nemlog in", "Op bezoek"),
        ("mit id", "Op bezoek"),
        # organisations and their kind
        ("rdw reisverslag", "Op bezoek"),
        ("zwolle", "Op bezoek"),
        ("uitvoeringsorganisatie denemarken", "Op bezoek"),
        ("rdw praktijkvoorbeeld", "Een voorbeeld"),
        # systems and figures
        ("BorgerDK", "Begin klein"),
        ("borger dk", "Begin klein"),
        ("1,5 miljoen", "Begin klein"),
        ("72% van de mensen", "Begin klein"),
        ("€ 3.000", "Iets anders"),
        ("3000", "Iets anders"),
    ],
)
def test_found_first(pages, words, title):
    hits = service.find(SearchQuery(words=words)).hits
    assert [hit.record.title for hit in hits][:1] == [title]


@pytest.mark.parametrize("make", [make_lesson, make_trip_report, make_example, make_news])
def test_reading_more_pages_takes_no_more_queries(site_tree, make):
    # A rebuild reads them all; one query for each page was most of its time.
    def queries_to_read() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert all(isinstance(record, SearchRecord) for _, record in every() if record)
        return len(queries)

    make("De eerste")
    before = queries_to_read()
    for number in range(3):
        make(f"Nog een {number}")
    assert queries_to_read() == before


def test_pages_with_too_many_relations_for_one_query_are_read_one_by_one(site_tree, monkeypatch):
    # As SQLite does when a query names more than a thousand related objects.
    lessons = {make_lesson(f"Les {number}").pk for number in range(3)}
    own = LessonPage.search_queryset

    class FewAtOnce(type(own())):
        def _fetch_all(self):
            super()._fetch_all()
            if self._iterable_class is ModelIterable and len(self._result_cache) > 1:
                raise OperationalError("Expression tree is too large")

    def few_at_once():
        pages = own()
        pages.__class__ = FewAtOnce
        return pages

    monkeypatch.setattr(LessonPage, "search_queryset", few_at_once)
    found = dict(every())
    assert all(isinstance(found[lesson], SearchRecord) for lesson in lessons)
    assert all(isinstance(one, SearchRecord) for one in read(lessons).values())
