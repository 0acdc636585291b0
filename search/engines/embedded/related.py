"""Which pages are like a page."""

import tantivy
from tantivy import Occur, Query

from search.engines.embedded.queries import Queries
from search.engines.likeness import shared, telling
from search.records import SearchRecord


def alike(queries: Queries, record: SearchRecord) -> tantivy.Query:
    """What is shared counts by how rare it is; tantivy's own likeness needs the texts stored."""
    clauses = [
        (Occur.Should, Query.boost_query(Query.term_query(queries.schema, name, value), boost))
        for name, value, boost in shared(record)
    ]
    for name, word, boost in telling(record):
        term = Query.term_query(queries.schema, name, word, "freq")
        clauses.append((Occur.Should, Query.boost_query(term, boost)))
    if not clauses:
        return Query.empty_query()
    return Query.boolean_query(
        [(Occur.Must, Query.boolean_query(clauses)), (Occur.MustNot, queries.page(record.id))]
    )
