"""Which pages are like a page, or like a text."""

from collections.abc import Sequence

from elasticsearch.dsl.query import Bool, MatchNone, Query, Terms

from search.engines.elasticsearch.clauses import either, one_of, term
from search.engines.likeness import shared, telling, telling_of
from search.records import SearchRecord


def alike(record: SearchRecord) -> Query:
    """What is shared counts by how rare it is."""
    clauses = [term(*one) for one in (*shared(record), *telling(record))]
    if not clauses:
        return MatchNone()
    return Bool(must=[either(clauses)], must_not=[Terms("_id", [str(record.id)])])


def similar(text: str, types: Sequence[str]) -> Query:
    clauses = [term(*one) for one in telling_of(text)]
    if not clauses:
        return MatchNone()
    return Bool(must=[either(clauses)], filter=[one_of("type", types)] if types else [])
