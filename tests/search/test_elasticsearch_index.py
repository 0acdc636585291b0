"""The indices in a real cluster: made by rebuilds alone, swapped at once, and never others' own."""

import uuid

import pytest

from search.engines.elasticsearch import ElasticsearchEngine, indices
from search.engines.protocol import EngineUnavailable, Write
from search.query import SearchQuery
from search.records import SearchRecord

pytestmark = pytest.mark.elasticsearch


def write(page_id: int, version: int = 1, **values: object) -> Write:
    values = {"title": "Een loket"} | values
    record = SearchRecord(id=page_id, type="les", url=f"/lessen/{page_id}/", **values)
    return Write(id=page_id, version=version, record=record)


@pytest.fixture
def engine(elasticsearch):
    """With a prefix of its own, because these tests look at everything below it."""
    prefix = f"{elasticsearch.indices.prefix}-{uuid.uuid4().hex[:6]}"
    engine = ElasticsearchEngine(
        url=elasticsearch.access.url, prefix=prefix, search_seconds=30, write_seconds=60
    )
    yield engine
    engine.indices.remove(list(below(engine)))


def below(engine) -> dict[str, list[str]]:
    """Every index below the prefix, with its aliases."""
    found = engine.indices.client.indices.get_alias(index=f"{engine.indices.prefix}-*")
    return {name: sorted(held["aliases"]) for name, held in found.items()}


def test_without_an_index_nothing_is_found_or_made(engine):
    for ask in (
        lambda: engine.search(SearchQuery(words="loket")),
        lambda: engine.suggest("loket"),
        lambda: engine.related(1),
        lambda: engine.write([write(1)]),
        engine.count,
    ):
        with pytest.raises(EngineUnavailable):
            ask()
    assert below(engine) == {}


def test_after_a_rebuild_there_is_one_index_behind_one_alias(engine):
    engine.rebuild([write(1)])
    engine.rebuild([write(1), write(2)])
    ((name, aliases),) = below(engine).items()
    assert aliases == [engine.indices.alias]
    assert name.startswith(f"{engine.indices.alias}-")


def test_what_a_killed_rebuild_left_is_removed_by_the_next(engine):
    engine.rebuild([write(1)])
    left = engine.indices.create()
    assert left in below(engine)
    assert engine.rebuild([write(2)]) == 1
    assert left not in below(engine)
    assert len(below(engine)) == 1


def test_of_two_rebuilds_at_once_the_newest_wins(engine):
    engine.rebuild([write(1)])

    def overtaken():
        yield write(1, title="Oud")
        engine.rebuild([write(2, title="Nieuw")])

    with pytest.raises(EngineUnavailable):
        engine.rebuild(overtaken())
    assert [hit.record.title for hit in engine.search(SearchQuery()).hits] == ["Nieuw"]
    assert len(below(engine)) == 1


def test_an_index_of_another_site_is_left_alone(engine):
    client = engine.indices.client
    others = f"{engine.indices.prefix}-acceptatie-0123456789ab-20260101000000abcdef"
    client.indices.create(index=others)
    engine.rebuild([write(1)])
    engine.rebuild([write(1)])
    assert others in below(engine)


def test_an_index_of_other_code_is_not_read_and_goes_with_a_rebuild(engine, monkeypatch):
    engine.rebuild([write(1)])
    (old,) = below(engine)
    monkeypatch.setattr(indices, "version", lambda: "0123456789ab")
    with pytest.raises(EngineUnavailable, match="rebuild_index"):
        engine.count()

    def reading_meanwhile():
        assert old in below(engine), "other code still answers with it"
        yield write(1)

    assert engine.rebuild(reading_meanwhile()) == 1
    assert old not in below(engine)


def test_a_field_that_nobody_named_is_refused(engine):
    engine.rebuild([])
    refused = {"shown": True, "secret": "x"}
    with pytest.raises(Exception, match="strict"):
        engine.indices.client.index(index=engine.indices.alias, document=refused)


def test_only_the_record_is_kept_to_be_read(engine):
    engine.rebuild([write(1, body="Een lang verhaal")])
    kept = engine.indices.client.get(index=engine.indices.alias, id="1")["_source"]
    assert set(kept) == {"shown", "record"}


def test_a_page_of_a_megabyte_is_one_of_many(engine):
    long = "dienstverlening en regie " * 40_000
    writes = [write(number, body=long, version=2) for number in range(1, 12)]
    assert engine.rebuild(writes) == 11
    engine.write([write(12, version=3, body=long, title="Iets anders")])
    assert engine.search(SearchQuery(words='"iets anders"')).total == 1


@pytest.mark.parametrize(
    "words", [".".join("ab" for _ in range(130)), "-".join("dienstverlening" for _ in range(25))]
)
def test_a_name_of_very_many_words_is_no_error(engine, words):
    engine.rebuild([write(1)])
    assert engine.search(SearchQuery(words=words)).total == 0


def test_a_value_longer_than_any_is_neither_found_nor_an_error(engine):
    engine.rebuild([write(1, tags=("x" * 40_000,), number="9" * 40_000)])
    assert engine.search(SearchQuery(tags=("x" * 40_000,))).total == 0
    assert engine.count() == 1


def test_a_closed_index_is_no_fault_of_the_pages(engine):
    engine.rebuild([write(1)])
    (index,) = below(engine)
    engine.indices.client.indices.close(index=index)
    with pytest.raises(EngineUnavailable, match="closed"):
        engine.write([write(2)])
    engine.indices.client.indices.open(index=index)
    assert engine.write([write(2)]) == {}
    assert engine.count() == 2


def test_an_old_index_that_cannot_be_removed_yet_goes_with_the_next_rebuild(engine, monkeypatch):
    """Elasticsearch removes none while it makes a snapshot."""
    engine.rebuild([write(1)])
    (old,) = below(engine)

    def refuse(self, names):
        if list(names):
            raise EngineUnavailable("snapshot_in_progress_exception")

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(indices.Indices, "remove", refuse)
        assert engine.rebuild([write(1), write(2)]) == 2
    assert engine.count() == 2
    assert old in below(engine)
    engine.rebuild([write(1)])
    assert old not in below(engine)
