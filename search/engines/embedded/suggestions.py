"""While typing: questions to the index."""

from collections.abc import Sequence

from tantivy import Query

from search.engines.embedded.documents import unpack
from search.engines.embedded.queries import Queries, both, either
from search.engines.suggesting import READ, picked, typed_words
from search.results import Suggestion


def suggestions(queries: Queries, text: str, limit: int) -> tuple[Suggestion, ...]:
    typed = typed_words(text)
    if not typed or limit < 1:
        return ()
    searcher = queries.searcher
    found = searcher.search(
        _beginning(queries, typed), READ, count=False, weight_by_field="weight"
    ).hits
    records = [unpack(searcher.doc(address)["record"][0]) for _, address in found]
    return picked(records, typed, limit)


def _beginning(queries: Queries, words: Sequence[str]) -> Query:
    """For suggestions: in the title or the keywords, and the last word may be unfinished."""
    *finished, last = words
    names = ("title", "keywords")
    parts = [
        either([Query.term_query(queries.schema, name, word) for name in names])
        for word in finished
    ]
    parts.append(
        either(
            [
                query
                for name, boost in (("title", 2.0), ("keywords", 1.0))
                for query in (
                    Query.boost_query(Query.term_query(queries.schema, name, last), boost),
                    Query.const_score_query(queries.begins(name, last), boost),
                )
            ]
        )
    )
    return both(parts)
