"""An engine in a list: the contract of SearchEngine at its plainest, to test what stands above."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from search.engines.protocol import Refused, SearchEngine, Write
from search.query import FACETS, VALUE_FACETS, SearchQuery
from search.records import YEAR_FACET, SearchRecord, facet_values
from search.results import Hit, SearchResults, Suggestion


class InMemoryEngine(SearchEngine):
    """Finds every word as it stands; `asked` remembers the questions."""

    name = "in memory"

    def __init__(self, *records: SearchRecord, did_you_mean: str = "", simple: bool = False):
        self.records = {record.id: record for record in records}
        self.did_you_mean = did_you_mean
        self.simple = simple
        self.asked: list[SearchQuery] = []

    def search(self, query: SearchQuery) -> SearchResults:
        self.asked.append(query)
        found = [
            record
            for record in self.records.values()
            if _says(record, query.words) and record.id not in query.leave_out
        ]
        hits = [record for record in found if _passes(record, query)]
        if query.sort == "nieuwste":
            hits.sort(key=lambda record: str(record.date), reverse=True)
        first = (query.page - 1) * query.page_size
        return SearchResults(
            total=len(hits),
            hits=tuple(_hit(record, query) for record in hits[first : first + query.page_size]),
            facets={
                facet: dict(
                    Counter(
                        value
                        for record in found
                        if _passes(record, query, ignoring=facet)
                        for value in facet_values(record, facet)
                    )
                )
                for facet in FACETS
            },
            did_you_mean=self.did_you_mean,
            simple=self.simple,
        )

    def totals(self, queries: Sequence[SearchQuery]) -> tuple[int, ...]:
        return tuple(self.search(query).total for query in queries)

    def suggest(self, text: str, *, limit: int = 8) -> tuple[Suggestion, ...]:
        return ()

    def related(self, record_id: int, *, limit: int = 3) -> tuple[Hit, ...]:
        return ()

    def similar(self, text: str, *, types: Sequence[str] = (), limit: int = 3) -> tuple[Hit, ...]:
        asked = {*text.lower().split()}
        found = [
            record
            for record in self.records.values()
            if (not types or record.type in types) and asked & {*record.title.lower().split()}
        ]
        return tuple(_hit(record, SearchQuery()) for record in found[:limit])

    def write(self, writes: Sequence[Write]) -> Refused:
        for write in writes:
            self.records.pop(write.id, None)
            if write.record:
                self.records[write.id] = write.record
        return {}

    @contextmanager
    def filling(self, name: str = "") -> Iterator["InMemoryFilling"]:
        yield InMemoryFilling(self)

    def count(self) -> int:
        return len(self.records)


class InMemoryFilling:
    name = "in memory"

    def __init__(self, engine: InMemoryEngine) -> None:
        self._engine = engine
        self._new = InMemoryEngine()

    def held(self) -> set[int]:
        return set()

    def add(self, writes: Sequence[Write]) -> Refused:
        return self._new.write(writes)

    def finish(self) -> tuple[int, Refused]:
        self._engine.records = self._new.records
        return self._engine.count(), {}


def _says(record: SearchRecord, words: str) -> bool:
    text = f"{record.title} {record.summary} {record.body}".lower()
    return all(word in text for word in words.lower().split())


def _passes(record: SearchRecord, query: SearchQuery, *, ignoring: str = "") -> bool:
    for facet in VALUE_FACETS:
        chosen = query.values(facet)
        if facet != ignoring and chosen and not {*chosen} & {*facet_values(record, facet)}:
            return False
    if ignoring == YEAR_FACET:
        return True
    year = record.date.year if record.date else 0
    return (query.year_from or 0) <= year <= (query.year_to or 9999)


def _hit(record: SearchRecord, query: SearchQuery) -> Hit:
    return Hit(record, _marked(record.title, query), _marked(record.summary, query))


def _marked(text: str, query: SearchQuery) -> SafeString:
    wanted = query.words.lower().split()
    return format_html_join(
        " ", "{}", ((_mark(word) if word.lower() in wanted else word,) for word in text.split())
    )


def _mark(word: str) -> SafeString:
    return format_html("<mark>{}</mark>", word)
