"""What the database answers when the engine does not."""

from datetime import date

import pytest

from search import fallback
from search.engines.protocol import Write
from search.index import stored
from search.models import StoredRecord, StoredTerm
from search.query import SearchQuery
from search.records import SearchRecord

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def record(page_id: int, title: str, **values: object) -> SearchRecord:
    return SearchRecord(
        **{"id": page_id, "type": "les", "url": f"/lessen/{page_id}/", "title": title} | values
    )


@pytest.fixture(autouse=True)
def three():
    records = [
        record(
            1,
            "Eén gemeenteloket op borger.dk",
            number="L-1",
            themes=("regie", "zorg"),
            tags=("mitid",),
            date=date(2018, 4, 21),
            corroboration=2,
        ),
        record(2, "Loketten <b>", summary="Het loket", themes=("zorg",), date=date(2024, 3, 21)),
        record(3, "Anders", type="reis", keywords=("Malmö",), tags=("mitid",)),
    ]
    stored.save([Write(id=one.id, version=10, record=one) for one in records])


def found(words: str = "", **query: object) -> list[int]:
    return [hit.record.id for hit in fallback.find(SearchQuery(words=words, **query)).hits]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("", [2, 1, 3]),
        ("loket", [2, 1]),
        ("gemeenteloket", [1]),
        ("malmo", [3]),
        ("borger.dk", [1]),
        ("L-1", [1]),
        ("les 1", [1]),
        ("loket -gemeente", [2]),
        ("loket van de zorg", []),
        ('"', [2, 1, 3]),
        ("xyzzy", []),
        ("a" * 5_000, []),
    ],
)
def test_words(words, ids):
    assert found(words) == ids


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ({"types": ("reis",)}, [3]),
        ({"themes": ("regie", "zorg")}, [2, 1]),
        ({"themes": ("zorg",), "tags": ("mitid",)}, [1]),
        ({"year_from": 2020}, [2]),
        ({"year_to": 2020}, [1]),
        ({"sort": "onderbouwing"}, [1, 2, 3]),
        ({"page": 2, "page_size": 2}, [3]),
    ],
)
def test_filters_orders_and_pages(query, ids):
    assert found(**query) == ids


def test_a_filter_narrows_hits_but_not_its_own_facet():
    results = fallback.find(SearchQuery(types=("les",)))
    assert results.simple
    assert results.total == 2
    assert results.facets == {
        "type": {"les": 2, "reis": 1},
        "thema": {"zorg": 2, "regie": 1},
        "tag": {"mitid": 1},
        "land": {},
        "org": {},
        "jaar": {"2018": 1, "2024": 1},
    }


def test_marks_are_escaped():
    (hit,) = fallback.find(SearchQuery(words="loketten")).hits
    assert hit.marked_title == "<mark>Loketten</mark> &lt;b&gt;"


def test_suggestions_and_related_pages():
    assert [one.url for one in fallback.suggest("gemeenteloket")] == ["/lessen/1/"]
    assert {hit.record.id for hit in fallback.related(1)} == {2, 3}
    assert fallback.related(999) == ()


def test_what_shares_the_most_words_with_a_text_comes_first():
    text = "Een loket in de gemeente, en op borger.dk"
    assert [hit.record.id for hit in fallback.similar(text)] == [1, 2]
    assert [hit.record.id for hit in fallback.similar(text, limit=1)] == [1]
    assert fallback.similar(text, types=("reis",)) == ()
    assert [hit.record.id for hit in fallback.similar("Malmö", types=("reis",))] == [3]
    assert fallback.similar("de het een") == fallback.similar("") == ()


def test_an_older_version_never_wins():
    stored.save([Write(id=1, version=9, record=None)])
    assert 1 in found()
    stored.save([Write(id=1, version=11, record=None)])
    stored.save([Write(id=1, version=10, record=record(1, "Oud"))])
    assert 1 not in found()


def test_an_unchanged_record_is_not_written_again():
    before = set(StoredTerm.objects.values_list("pk", flat=True))
    stored.save([Write(id=3, version=12, record=unchanged(3))])
    assert set(StoredTerm.objects.values_list("pk", flat=True)) == before
    assert StoredRecord.objects.get(pk=3).version == 12


def unchanged(number: int) -> SearchRecord:
    (hit,) = [h for h in fallback.find(SearchQuery()).hits if h.record.id == number]
    return hit.record


def test_the_number_of_queries_does_not_grow_with_the_results(django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        fallback.find(SearchQuery(words="loket", themes=("zorg",)))


def test_an_unfinished_word_is_not_looked_for_on_every_page(django_assert_num_queries):
    with django_assert_num_queries(1):
        assert fallback.suggest("gemeentelo") == ()
