"""What search should hold, asked of the pages themselves, and what it does hold."""

from django.utils import timezone
from wagtail.models import Page

from search import engine
from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.embedded import EmbeddedEngine
from search.index import drain, rebuilds
from search.models import PendingChange, StoredRecord
from search.packing import unpacked
from search.query import SearchQuery
from search.records import SearchRecord


def public_records() -> dict[int, SearchRecord]:
    """Of every live page that nobody needs a password for, one at a time."""
    pages = Page.objects.live().public().specific()
    made = {page.pk: page.search_record() for page in pages if hasattr(page, "search_record")}
    return {pk: record for pk, record in made.items() if record is not None}


def held_records() -> dict[int, SearchRecord]:
    """Straight from the engine: what the service would hide is seen here."""
    held: dict[int, SearchRecord] = {}
    for page in range(1, 20):
        hits = engine.current().search(SearchQuery(page=page, page_size=100)).hits
        held |= {hit.record.id: hit.record for hit in hits}
        if len(hits) < 100:
            return held
    raise AssertionError("more pages than a test makes")


def stored_records() -> dict[int, SearchRecord]:
    rows = StoredRecord.objects.exclude(record=None)
    return {row.page_id: unpacked(row.record) for row in rows}


def stored_versions() -> dict[int, int]:
    return dict(StoredRecord.objects.exclude(record=None).values_list("pk", "version"))


def held_versions() -> dict[int, int]:
    current = engine.current()
    if isinstance(current, EmbeddedEngine):
        searcher = current.reader.opened().searcher
        # The searcher of the reader, so that it is what a question sees.
        hits = searcher.search(_shown(current), 2_000).hits
        at = [address for _, address in hits]
        ids = searcher.fast_field_values("id", at)
        return dict(zip(ids, searcher.fast_field_values("version", at), strict=True))
    assert isinstance(current, ElasticsearchEngine)
    indices = current.indices
    found = indices.client.search(
        index=indices.alias, version=True, size=2_000, query={"term": {"shown": True}}
    )
    return {int(hit["_id"]): hit["_version"] for hit in found["hits"]["hits"]}


def _shown(current: EmbeddedEngine):
    from tantivy import Query

    return Query.term_query(current.reader.opened().schema, "shown", True)


def converge() -> None:
    """What waits for its time is due now, as it is some minutes later."""
    PendingChange.objects.update(not_before=timezone.now())
    drain.drain()


def assert_index_is_true() -> None:
    expected = public_records()
    held = held_records()
    assert set(expected) - set(held) == set(), "lost"
    assert set(held) - set(expected) == set(), "ghosts"
    assert held == expected
    assert stored_records() == expected
    held_as, stored_as = held_versions(), stored_versions()
    if rebuilds._left_behind():
        # The table was told by the killed one already, the index that answers was not.
        assert all(held_as[pk] <= stored_as[pk] for pk in expected)
    else:
        assert held_as == stored_as
    assert not PendingChange.objects.exists()
