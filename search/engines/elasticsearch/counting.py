"""Facets: which values the found pages have, each facet counted without its own filter."""

from collections.abc import Container, Mapping
from typing import Any

from elasticsearch.dsl.query import Bool, Ids, Query, Range

from search.engines.elasticsearch.clauses import one_of
from search.engines.fields import FACETS, YEAR
from search.query import SearchQuery

MOST_VALUES = 1_000  # more than any page shows, and a bound for a facet that runs wild
FIELDS = {**FACETS, YEAR: "year"}
ANYWHERE = "anywhere"
LEFT_OUT = "left out"


def filters(query: SearchQuery) -> dict[str, Query]:
    """The filter of each facet on which the question is narrowed, and of pages to leave out."""
    found: dict[str, Query] = {
        facet: one_of(name, query.values(facet))
        for facet, name in FACETS.items()
        if query.values(facet)
    }
    if query.year_from is not None or query.year_to is not None:
        found[YEAR] = Range(
            "year",
            {
                "gte": min(max(query.year_from or 0, 0), 10_000),
                "lte": min(max(query.year_to or 9999, 0), 9999),
            },
        )
    if query.leave_out:
        found[LEFT_OUT] = Bool(must_not=[Ids(values=[str(page) for page in query.leave_out])])
    return found


def narrowed(filters: Mapping[str, Query], *, but: str = "") -> Query:
    return Bool(filter=[one for facet, one in filters.items() if facet != but])


# One count of all without filters.
EVERYTHING: dict[str, Any] = {ANYWHERE: {"filter": {"match_all": {}}}}


def counts(filters: Mapping[str, Query]) -> dict[str, Any]:
    """To be counted beside the hits: one count for each facet, and one of all without filters."""
    asked = dict(EVERYTHING)
    for facet, name in FIELDS.items():
        values = {"terms": {"field": name, "size": MOST_VALUES}}
        others = narrowed(filters, but=facet)
        asked[facet] = {"filter": others.to_dict(), "aggs": {"values": values}}
    return asked


def counted(answer: Mapping[str, Any], asked: Container[str]) -> dict[str, dict[str, int]]:
    """The facets that were asked for; KeyError when one of them is not answered."""
    return {
        facet: _counts(answer[facet]["values"]["buckets"]) for facet in FIELDS if facet in asked
    }


def _counts(buckets: list[dict[str, Any]]) -> dict[str, int]:
    """Most pages first, and equals by name, so that a list never jumps about."""
    pairs = [(str(bucket["key"]), int(bucket["doc_count"])) for bucket in buckets]
    return dict(sorted(pairs, key=lambda pair: (-pair[1], pair[0])))
