"""The smallest pieces of a query."""

from collections.abc import Iterable, Sequence

from elasticsearch.dsl.query import Bool, ConstantScore, Prefix, Query, Term, Terms

LONGEST_VALUE = 256  # of a facet or a number; what is longer is not indexed


def shown() -> Query:
    return constant(Term("shown", {"value": True}), 1.0)


def one_of(name: str, values: Iterable[str]) -> Query:
    """Values come from an address, which may hold what UTF-8 does not, and at any length."""
    sayable = [value.encode("utf-8", "replace").decode() for value in values]
    return Terms(name, [value[: LONGEST_VALUE + 1] for value in sayable])


def term(name: str, word: str, boost: float = 1.0) -> Query:
    return Term(name, {"value": word, "boost": boost})


def constant(query: Query, score: float) -> Query:
    return ConstantScore(filter=query, boost=score)


def both(queries: Sequence[Query]) -> Query:
    return queries[0] if len(queries) == 1 else Bool(must=list(queries))


def either(queries: Sequence[Query]) -> Query:
    return queries[0] if len(queries) == 1 else Bool(should=list(queries), minimum_should_match=1)


def begins(name: str, word: str) -> Query:
    return Prefix(name, {"value": word})
