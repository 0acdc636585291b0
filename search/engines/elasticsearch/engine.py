"""The engine on Elasticsearch."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any

from elasticsearch.dsl.query import Query

from search.engines.elasticsearch.asking import BY_SCORE, Asking, page
from search.engines.elasticsearch.connection import Access
from search.engines.elasticsearch.filling import IndexFilling, filling
from search.engines.elasticsearch.indices import Indices
from search.engines.elasticsearch.related import alike, similar
from search.engines.elasticsearch.searching import Searching
from search.engines.elasticsearch.suggestions import beginning
from search.engines.elasticsearch.totals import totals
from search.engines.elasticsearch.writer import write
from search.engines.hits import hit
from search.engines.marking import Marker
from search.engines.protocol import Refused, SearchEngine, Write
from search.engines.suggesting import READ, picked, typed_words
from search.query import SearchQuery
from search.records import SearchRecord
from search.results import Hit, SearchResults, Suggestion


class ElasticsearchEngine(SearchEngine):
    name = "elasticsearch"

    def __init__(self, *, url: str, prefix: str = "meegenomen", **access: Any) -> None:
        self.access = Access(url=url, **access)
        self.indices = Indices(self.access, prefix)

    def search(self, query: SearchQuery) -> SearchResults:
        return Searching(self._asking(), query).results()

    def totals(self, queries: Sequence[SearchQuery]) -> tuple[int, ...]:
        return totals(self._asking(), queries)

    def suggest(self, text: str, *, limit: int = 8) -> tuple[Suggestion, ...]:
        typed = typed_words(text)
        if not typed or limit < 1:
            return ()
        needed = [f"record.{name}" for name in ("id", "title", "url", "keywords")]
        body = {"query": beginning(typed).to_dict(), "size": READ, "sort": BY_SCORE}
        found = self._asking().sources(body | {"_source": needed})
        records = [SearchRecord(type="", **source["record"]) for source in found]
        return picked(records, typed, limit)

    def related(self, record_id: int, *, limit: int = 3) -> tuple[Hit, ...]:
        asking = self._asking()
        record = asking.record(record_id)
        if record is None or limit < 1:
            return ()
        return self._best(asking, alike(record), limit)

    def similar(self, text: str, *, types: Sequence[str] = (), limit: int = 3) -> tuple[Hit, ...]:
        if limit < 1:
            return ()
        return self._best(self._asking(), similar(text, types), limit)

    def write(self, writes: Sequence[Write]) -> Refused:
        return write(self.indices, writes)

    def filling(self, name: str = "") -> AbstractContextManager[IndexFilling]:
        return filling(self.indices, name)

    def count(self) -> int:
        return self._asking().count()

    def _best(self, asking: Asking, wanted: Query, limit: int) -> tuple[Hit, ...]:
        """What fits best, with nothing marked in it."""
        (found,) = asking.pages(page(wanted, filters={}, size=limit))
        marks = Marker()
        return tuple(hit(one, marks) for one in found.records)

    def _asking(self) -> Asking:
        return Asking(self.access, self.indices.alias)
