"""Facets: which values the found pages have, each facet counted without its own filter."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from functools import partial
from typing import Any

import tantivy
from tantivy import FieldType, Occur, Query

from search.engines.embedded.queries import Queries
from search.engines.fields import FACETS, YEAR
from search.query import SearchQuery

MOST_VALUES = 1_000  # more than any page shows, and a bound for a facet that runs wild
MOST_KNOWN = 128
Facets = dict[str, dict[str, int]]
FIELDS = {**FACETS, YEAR: "year"}
LEFT_OUT = "left out"


def filters(queries: Queries, query: SearchQuery) -> dict[str, Query]:
    """The filter of each facet on which the question is narrowed, and of pages to leave out."""
    found = {
        facet: queries.one_of(name, query.values(facet))
        for facet, name in FACETS.items()
        if query.values(facet)
    }
    if query.year_from is not None or query.year_to is not None:
        found[YEAR] = Query.const_score_query(
            Query.range_query(
                queries.schema,
                "year",
                FieldType.Unsigned,
                lower_bound=max(query.year_from or 0, 0),
                upper_bound=min(max(query.year_to or 9999, 0), 9999),
            ),
            0.0,
        )
    if query.leave_out:
        pages = [(Occur.Should, queries.page(page_id)) for page_id in query.leave_out]
        # Without a score, and beside a query for all: a query that only forbids finds nothing.
        found[LEFT_OUT] = Query.const_score_query(
            Query.boolean_query(
                [
                    (Occur.Must, Query.all_query()),
                    (Occur.MustNot, Query.boolean_query(pages)),
                ]
            ),
            0.0,
        )
    return found


def narrow(query: Query, filters: Mapping[str, Query], *, but: str = "") -> Query:
    others = [(Occur.Must, one) for facet, one in filters.items() if facet != but]
    return Query.boolean_query([(Occur.Must, query), *others]) if others else query


class Counts:
    """The counts of the last questions, for other pages and orders of the same, until a change."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._of: Hashable = None
        self._known: OrderedDict[Hashable, Facets] = OrderedDict()

    def get(self, of: Hashable, key: Hashable, count: Callable[[], Facets]) -> Facets:
        """`of` is the state of the index that the counts hold for."""
        with self._lock:
            if self._of != of:
                self._known.clear()
                self._of = of
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]
        found = count()
        with self._lock:
            if self._of == of:
                self._known[key] = found
                if len(self._known) > MOST_KNOWN:
                    self._known.popitem(last=False)
        return found


def count(
    searcher: tantivy.Searcher,
    query: Query,
    filters: Mapping[str, Query],
    remembered: Callable[[str, Callable[[], Facets]], Facets],
) -> Facets:
    """One pass for all facets without a filter of their own, and one for each that has one."""
    free = [facet for facet in FIELDS if facet not in filters]
    found = dict(
        remembered("", lambda: _aggregate(searcher, narrow(query, filters), free)),
    )
    for facet in filters.keys() & FIELDS.keys():
        found |= remembered(facet, partial(_but, searcher, query, filters, facet))
    return {facet: found[facet] for facet in FIELDS}


def _but(
    searcher: tantivy.Searcher, query: Query, filters: Mapping[str, Query], facet: str
) -> Facets:
    return _aggregate(searcher, narrow(query, filters, but=facet), [facet])


def _aggregate(searcher: tantivy.Searcher, query: Query, facets: list[str]) -> Facets:
    wanted = {facet: {"terms": {"field": FIELDS[facet], "size": MOST_VALUES}} for facet in facets}
    if not wanted:
        return {}
    answer: dict[str, Any] = searcher.aggregate(query, wanted)
    return {facet: _counts(answer[facet]["buckets"]) for facet in facets}


def _counts(buckets: list[dict[str, Any]]) -> dict[str, int]:
    """Most pages first, and equals by name, so that a list never jumps about."""
    pairs = [(str(bucket["key"]), int(bucket["doc_count"])) for bucket in buckets]
    return dict(sorted(pairs, key=lambda pair: (-pair[1], pair[0])))
