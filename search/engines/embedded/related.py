"""Which pages are like a page: the same tags, themes and countries, and the same telling words."""

import tantivy
from tantivy import Occur, Query

from search.engines.embedded.analysis import exact_and_loose
from search.engines.embedded.queries import Queries
from search.records import SearchRecord

MOST_WORDS = 40
SHARED = {"tags": 2.0, "themes": 1.5, "countries": 0.5, "organisation_types": 0.2}


def alike(queries: Queries, record: SearchRecord) -> tantivy.Query:
    """What is shared counts by how rare it is; tantivy's own likeness needs the texts stored."""
    clauses = [
        (Occur.Should, Query.boost_query(Query.term_query(queries.schema, name, value), boost))
        for name, boost in SHARED.items()
        for value in getattr(record, name)
    ]
    _, loose = exact_and_loose(" ".join((record.title, *record.keywords, record.summary)))
    for word in list(dict.fromkeys(loose.split()))[:MOST_WORDS]:
        for name, boost in (("title_loose", 0.6), ("keywords_loose", 0.6), ("summary_loose", 0.3)):
            term = Query.term_query(queries.schema, name, word, "freq")
            clauses.append((Occur.Should, Query.boost_query(term, boost)))
    if not clauses:
        return Query.empty_query()
    return Query.boolean_query(
        [(Occur.Must, Query.boolean_query(clauses)), (Occur.MustNot, queries.page(record.id))]
    )
