"""Which pages are like a page, or like a text."""

from collections.abc import Iterable, Sequence

import tantivy
from tantivy import Occur, Query

from search.engines.embedded.queries import Queries
from search.engines.likeness import shared, telling, telling_of
from search.records import SearchRecord


def alike(queries: Queries, record: SearchRecord) -> tantivy.Query:
    """What is shared counts by how rare it is; tantivy's own likeness needs the texts stored."""
    clauses = [
        (Occur.Should, Query.boost_query(Query.term_query(queries.schema, name, value), boost))
        for name, value, boost in shared(record)
    ]
    clauses += _words(queries, telling(record))
    if not clauses:
        return Query.empty_query()
    return Query.boolean_query(
        [(Occur.Must, Query.boolean_query(clauses)), (Occur.MustNot, queries.page(record.id))]
    )


def similar(queries: Queries, text: str, types: Sequence[str]) -> tantivy.Query:
    clauses = _words(queries, telling_of(text))
    if not clauses:
        return Query.empty_query()
    found = [(Occur.Must, Query.boolean_query(clauses))]
    if types:
        found.append((Occur.Must, queries.one_of("type", types)))
    return Query.boolean_query(found)


def _words(
    queries: Queries, words: Iterable[tuple[str, str, float]]
) -> list[tuple[Occur, tantivy.Query]]:
    return [
        (
            Occur.Should,
            Query.boost_query(Query.term_query(queries.schema, name, word, "freq"), boost),
        )
        for name, word, boost in words
    ]
