"""How many pages several questions find: one request for all, more for words that find little."""

from collections.abc import Mapping, Sequence
from typing import Any

from elasticsearch.dsl.query import Query

from search.asking.grammar import Question
from search.asking.synonyms import Lines
from search.engines.elasticsearch import counting
from search.engines.elasticsearch.asking import Asking, Found, total
from search.engines.elasticsearch.searching import FEW, Searching
from search.engines.readings import Reading
from search.query import SearchQuery

Asked = tuple[str, Lines]


class Counting(Searching):
    """Reads the same words in the same way, and asks only how many pages there are."""

    def body(self, reading: Reading[Query]) -> dict[str, Any]:
        return total(reading.query, filters=counting.filters(self.query))


def totals(asking: Asking, queries: Sequence[SearchQuery]) -> tuple[int, ...]:
    # Filters play no part in how words are read, so the same words are read once.
    words = {
        _asked(query): Counting(asking, SearchQuery(words=query.words, synonyms=query.synonyms))
        for query in queries
    }
    readings = {asked: one.strict for asked, one in words.items()}
    found = asking.pages(*_bodies(queries, readings))
    counts = [one.total for one in found]
    unsure = [
        at
        for at, (query, one) in enumerate(zip(queries, found, strict=True))
        if _is_unsure(words[_asked(query)].question, one)
    ]
    if not unsure:
        return tuple(counts)
    for asked in {_asked(queries[at]) for at in unsure}:
        readings[asked], _found = words[asked].read()
    again = asking.pages(*_bodies([queries[at] for at in unsure], readings))
    for at, one in zip(unsure, again, strict=True):
        counts[at] = one.total
    return tuple(counts)


def _is_unsure(question: Question, found: Found) -> bool:
    """Whether these words may be read in another way than as they are.

    Of a name that is written in two ways, the last word may be found in one of them only.
    """
    in_two_ways = question.may_be_unfinished and bool(question.wanted[-1].joined)
    return bool(question.wanted) and (in_two_ways or found.anywhere < FEW)


def _asked(query: SearchQuery) -> Asked:
    return query.words, query.synonyms


def _bodies(
    queries: Sequence[SearchQuery], readings: Mapping[Asked, Reading[Query]]
) -> list[dict[str, Any]]:
    return [
        total(readings[_asked(query)].query, filters=counting.filters(query)) for query in queries
    ]
