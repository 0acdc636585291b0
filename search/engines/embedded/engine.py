"""The embedded engine: questions to, and writes into, the index that is current at that moment."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import tantivy
from tantivy import Query

from search.asking.grammar import Question, parse
from search.engines.corrections import corrected
from search.engines.embedded import counting
from search.engines.embedded.documents import unpack
from search.engines.embedded.filling import FolderFilling, filling
from search.engines.embedded.folder import IndexFolder, only_unavailable
from search.engines.embedded.queries import Queries, both, total
from search.engines.embedded.reader import Opened, Reader
from search.engines.embedded.related import alike, similar
from search.engines.embedded.suggestions import suggestions
from search.engines.embedded.writer import write
from search.engines.hits import hit
from search.engines.marking import Marker
from search.engines.matching import distance, marker
from search.engines.protocol import Refused, SearchEngine, Write
from search.engines.readings import Reading
from search.query import MAX_PAGE, SearchQuery
from search.records import SearchRecord
from search.results import Hit, SearchResults, Suggestion

FEW = 3  # results; with fewer, a better question is offered
MORE = 5  # times as many results as the question itself
_Found = tuple[int, list[tantivy.DocAddress]]
SORT_FIELDS = {"nieuwste": "newest", "onderbouwing": "corroborated"}


class EmbeddedEngine(SearchEngine):
    name = "embedded"

    def __init__(self, path: Path | str) -> None:
        self.folder = IndexFolder(Path(path))
        self.reader = Reader(self.folder)
        self.counts = counting.Counts()

    def search(self, query: SearchQuery) -> SearchResults:
        question = parse(query.words, query.synonyms)
        with only_unavailable():
            opened = self.reader.opened()
            queries = Queries(opened.schema, opened.searcher)
            narrowed = counting.filters(queries, query)
            strict = queries.strict(question)
            reading, (count, addresses) = _read(queries, question, strict, query, narrowed)
            few = bool(question.wanted) and (reading is not strict or count < FEW)
            records = _records(opened.searcher, addresses)
            marks = marker(
                question,
                forgiving=reading.forgiving,
                beginning=reading.beginning,
                apart=reading.apart,
            )
            return SearchResults(
                total=count,
                hits=tuple(hit(record, marks) for record in records),
                facets=self._facets(opened, query, reading, narrowed),
                did_you_mean=_better(queries, question, query.words, reading) if few else "",
            )

    def totals(self, queries: Sequence[SearchQuery]) -> tuple[int, ...]:
        with only_unavailable():
            opened = self.reader.opened()
            found = []
            for query in queries:
                one = replace(query, page=1, page_size=1, sort="relevantie")
                builder = Queries(opened.schema, opened.searcher)
                narrowed = counting.filters(builder, one)
                question = parse(one.words, one.synonyms)
                strict = builder.strict(question)
                _reading, (count, _addresses) = _read(builder, question, strict, one, narrowed)
                found.append(count)
            return tuple(found)

    def _facets(
        self,
        opened: Opened,
        query: SearchQuery,
        reading: Reading[Query],
        narrowed: Mapping[str, Query],
    ) -> counting.Facets:
        asked = replace(query, page=1, page_size=1, sort="relevantie")

        def remembered(facet: str, count: Callable[[], counting.Facets]) -> counting.Facets:
            key = (facet, asked.without(facet) if facet else asked)
            return self.counts.get((opened.folder, opened.stamp), key, count)

        return counting.count(opened.searcher, reading.query, narrowed, remembered)

    def suggest(self, text: str, *, limit: int = 8) -> tuple[Suggestion, ...]:
        with only_unavailable():
            opened = self.reader.opened()
            return suggestions(Queries(opened.schema, opened.searcher), text, limit)

    def related(self, record_id: int, *, limit: int = 3) -> tuple[Hit, ...]:
        with only_unavailable():
            opened = self.reader.opened()
            queries = Queries(opened.schema, opened.searcher)
            found = opened.searcher.search(
                both([queries.page(record_id), queries.shown()]), 1, count=False
            ).hits
            records = _records(opened.searcher, [address for _, address in found])
            if not records or limit < 1:
                return ()
            return _best(opened.searcher, alike(queries, records[0]), limit)

    def similar(self, text: str, *, types: Sequence[str] = (), limit: int = 3) -> tuple[Hit, ...]:
        with only_unavailable():
            opened = self.reader.opened()
            if limit < 1:
                return ()
            queries = Queries(opened.schema, opened.searcher)
            return _best(opened.searcher, similar(queries, text, types), limit)

    def write(self, writes: Sequence[Write]) -> Refused:
        return write(self.folder, writes)

    def filling(self, name: str = "") -> AbstractContextManager[FolderFilling]:
        return filling(self.folder, name)

    def count(self) -> int:
        with only_unavailable():
            opened = self.reader.opened()
            shown = Query.term_query(opened.schema, "shown", True)
            return total(opened.searcher.search(shown, 1))


def _read(
    queries: Queries,
    question: Question,
    strict: Reading[Query],
    query: SearchQuery,
    narrowed: Mapping[str, Query],
) -> tuple[Reading[Query], _Found]:
    """How the question is understood in the end, and what it finds then."""
    wanted = counting.narrow(strict.query, narrowed)
    found = _page(queries.searcher, wanted, query, bool(question.wanted))
    count, _addresses = found
    if count >= FEW or not question.wanted:
        return strict, found
    reading = _wider(queries, question, strict, None if narrowed else count)
    if reading is not strict:
        wanted = counting.narrow(reading.query, narrowed)
        found = _page(queries.searcher, wanted, query, True)
    return reading, found


def _wider(
    queries: Queries, question: Question, strict: Reading[Query], count: int | None
) -> Reading[Query]:
    """The strict reading when it finds enough, or one that finds more.

    Filters play no part: words that are found, but not within the filters, are no typing errors.
    """
    searcher = queries.searcher
    if count is None:
        count = total(searcher.search(strict.query, 1))
    if count >= FEW:
        return strict
    if count:
        return queries.wider(question, strict) or strict
    for reading in queries.less_strict(question):
        if searcher.search(reading.query, 1, count=False).hits:
            return reading
    return strict


def _page(searcher: tantivy.Searcher, wanted: Query, query: SearchQuery, scored: bool) -> _Found:
    size = min(max(query.page_size, 1), 100)
    offset = (min(max(query.page, 1), MAX_PAGE) - 1) * size
    field = SORT_FIELDS.get(query.sort) or (None if scored else "newest")
    if field is None:
        found = searcher.search(wanted, size, offset=offset, weight_by_field="weight")
    else:
        found = searcher.search(wanted, size, offset=offset, order_by_field=field)
    return total(found), [address for _, address in found.hits]


def _best(searcher: tantivy.Searcher, wanted: Query, limit: int) -> tuple[Hit, ...]:
    """What fits best, with nothing marked in it."""
    hits = searcher.search(wanted, limit, count=False, weight_by_field="weight").hits
    marks = Marker()
    return tuple(
        hit(record, marks) for record in _records(searcher, [address for _, address in hits])
    )


def _records(
    searcher: tantivy.Searcher, addresses: Sequence[tantivy.DocAddress]
) -> list[SearchRecord]:
    return [unpack(searcher.doc(address)["record"][0]) for address in addresses]


def _better(queries: Queries, question: Question, words: str, asked: Reading[Query]) -> str:
    """The question with its rare words replaced by like words of the pages that hold these.

    A word that no page holds is a typing error; one that few pages hold may be right, so there
    the better question must find clearly more.
    """
    least = 1 if asked.forgiving else FEW
    rare = {
        word
        for chunk in question.wanted
        if not chunk.literal
        for word in chunk.words
        if distance(word) and not queries.known(word, least=least)
    }
    if not rare:
        return ""
    searcher = queries.searcher
    like = asked.query if asked.forgiving else queries.forgiving(question, least=least)
    found = searcher.search(like, 10, count=not asked.forgiving)
    if not asked.forgiving and total(found) < MORE * max(total(searcher.search(asked.query, 1)), 1):
        return ""
    return corrected(words, rare, _records(searcher, [address for _, address in found.hits]))
