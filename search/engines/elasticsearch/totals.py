"""How many pages several questions find: one request for all, more for words that find little."""

from collections.abc import Mapping, Sequence

from elasticsearch.dsl.query import Query

from search.asking.grammar import parse
from search.asking.synonyms import Lines
from search.engines.elasticsearch import counting
from search.engines.elasticsearch.asking import Asking, total
from search.engines.elasticsearch.queries import strict
from search.engines.elasticsearch.searching import FEW, Searching
from search.engines.readings import Reading
from search.query import SearchQuery

Asked = tuple[str, Lines]


def totals(asking: Asking, queries: Sequence[SearchQuery]) -> tuple[int, ...]:
    questions = {_asked(query): parse(*_asked(query)) for query in queries}
    readings = {asked: strict(question) for asked, question in questions.items()}
    found = asking.pages(*_bodies(queries, readings))
    counts = [one.total for one in found]
    # Filters play no part in how words are read, so the same words are read once.
    little = {
        _asked(query)
        for query, one in zip(queries, found, strict=True)
        if one.anywhere < FEW and questions[_asked(query)].wanted
    }
    if not little:
        return tuple(counts)
    for words, synonyms in little:
        alone = SearchQuery(words=words, synonyms=synonyms, page_size=1)
        readings[words, synonyms], _found = Searching(asking, alone).read()
    places = [at for at, query in enumerate(queries) if _asked(query) in little]
    again = asking.pages(*_bodies([queries[at] for at in places], readings))
    for at, one in zip(places, again, strict=True):
        counts[at] = one.total
    return tuple(counts)


def _asked(query: SearchQuery) -> Asked:
    return query.words, query.synonyms


def _bodies(
    queries: Sequence[SearchQuery], readings: Mapping[Asked, Reading[Query]]
) -> list[dict[str, object]]:
    return [
        total(readings[_asked(query)].query, filters=counting.filters(query)) for query in queries
    ]
