"""While typing: what to ask of the index."""

from collections.abc import Sequence

from elasticsearch.dsl.query import Query

from search.engines.elasticsearch.clauses import begins, both, constant, either, term


def beginning(words: Sequence[str]) -> Query:
    """For suggestions: in the title or the keywords, and the last word may be unfinished."""
    *finished, last = words
    parts: list[Query] = [either([term("title", w), term("keywords", w)]) for w in finished]
    parts.append(
        either(
            [
                query
                for name, boost in (("title", 2.0), ("keywords", 1.0))
                for query in (term(name, last, boost), constant(begins(name, last), boost))
            ]
        )
    )
    return both(parts)
