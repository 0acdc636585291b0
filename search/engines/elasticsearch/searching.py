"""One question of a visitor: one request when it finds enough, and more only when it must."""

from collections.abc import Iterable
from typing import Any

from elasticsearch.dsl.query import Query

from search.asking.grammar import parse
from search.engines.corrections import corrected
from search.engines.elasticsearch import counting, queries
from search.engines.elasticsearch.asking import MOST_COUNTED, Asking, Found, page
from search.engines.hits import hit
from search.engines.matching import SHORTEST_PREFIX, distance, marker
from search.engines.readings import Reading
from search.query import MAX_PAGE, SearchQuery
from search.results import SearchResults

FEW = MOST_COUNTED  # results; with fewer, a better question is offered
MORE = 5  # times as many results as the question itself
SORTS = {
    "nieuwste": [{"newest": "desc"}],
    "onderbouwing": [{"corroborated": "desc"}],
}


class Searching:
    def __init__(self, asking: Asking, query: SearchQuery) -> None:
        self.asking = asking
        self.query = query
        self.question = parse(query.words, query.synonyms)
        self.words = [word for chunk in self.question.wanted for word in chunk.words]
        self.strict = queries.strict(self.question)

    def results(self) -> SearchResults:
        reading, found = self.read()
        few = bool(self.question.wanted) and (reading is not self.strict or found.total < FEW)
        marks = marker(
            self.question,
            forgiving=reading.forgiving,
            beginning=reading.beginning,
            apart=reading.apart,
        )
        return SearchResults(
            total=found.total,
            hits=tuple(hit(record, marks) for record in found.records),
            facets=found.facets,
            did_you_mean=self._better(reading, found) if few else "",
        )

    def read(self) -> tuple[Reading[Query], Found]:
        """How the question is understood, and what it finds then."""
        strict, found = self._strict()
        if found.total >= FEW or not self.question.wanted:
            return strict, found
        return self._wider(strict, found)

    def _ask(
        self, *readings: Reading[Query], words: Iterable[str] = (), alike: bool = False
    ) -> list[Found]:
        bodies = [self.body(reading) for reading in readings]
        return self.asking.pages(*bodies, words=words, alike=alike)

    def body(self, reading: Reading[Query]) -> dict[str, Any]:
        size = min(max(self.query.page_size, 1), 100)
        sort = SORTS.get(self.query.sort)
        if not (sort or self.question.wanted):
            sort = SORTS["nieuwste"]
        return page(
            reading.query,
            filters=counting.filters(self.query),
            first=(min(max(self.query.page, 1), MAX_PAGE) - 1) * size,
            size=size,
            sort=sort,
        )

    def _strict(self) -> tuple[Reading[Query], Found]:
        """Of the last word the beginning may do, when no page holds the word itself."""
        last = self.words[-1] if self.words and self.question.may_be_unfinished else ""
        if len(last) < SHORTEST_PREFIX:
            (found,) = self._ask(self.strict)
            return self.strict, found
        (found,) = self._ask(self.strict, words=[last])
        if not self.asking.lexicon[last].pages:
            self.strict = queries.strict(self.question, beginning=True)
            (found,) = self._ask(self.strict)
        return self.strict, found

    def _wider(self, strict: Reading[Query], found: Found) -> tuple[Reading[Query], Found]:
        """The strict reading when it finds enough, or one that finds more.

        Filters play no part: words that are found, but not within them, are no typing errors.
        """
        if found.anywhere >= FEW:
            return strict, found
        if found.anywhere:
            wider = queries.wider(self.question, strict)
            return (wider, self._ask(wider)[0]) if wider else (strict, found)
        # What must be known of the words for the next readings comes with the first of them.
        apart = queries.apart(self.question)
        for more in self._ask(*[apart] if apart else [], words=self.words, alike=True):
            if apart and more.anywhere:
                return apart, more
        lexicon = self.asking.lexicon
        forgiving: list[Reading[Query]] = []
        if any(distance(word) and not lexicon[word].pages for word in self._plain()):
            # The very words go before their stems, which look like more.
            for stems in (False, True):
                forgiving.append(queries.forgiving(self.question, lexicon, stems=stems))
        if most := queries.most(self.question, lexicon):
            forgiving.append(most)
        for reading, more in zip(forgiving, self._ask(*forgiving), strict=True):
            if more.anywhere:
                return reading, more
        return strict, found

    def _plain(self) -> list[str]:
        return [word for c in self.question.wanted if not c.literal for word in c.words]

    def _better(self, asked: Reading[Query], found: Found) -> str:
        """The question with its rare words replaced by like words of the pages that hold these.

        A word that no page holds is a typing error; one that few pages hold may be right, so there
        the better question must find clearly more.
        """
        typed = {word for word in self._plain() if distance(word)}
        if not typed or self._all_known(asked, found):
            return ""
        least = 1 if asked.forgiving else FEW
        lexicon = self.asking.lexicon
        if not asked.forgiving:
            self.asking.pages(words=self.words, alike=True)
        rare = {word for word in typed if lexicon[word].pages < least}
        if not rare:
            return ""
        better = queries.forgiving(self.question, lexicon, least=least)
        (other,) = self.asking.pages(page(better.query, filters={}))
        if not asked.forgiving and other.total < MORE * max(found.anywhere, 1):
            return ""
        return corrected(self.query.words, rare, other.records)

    def _all_known(self, asked: Reading[Query], found: Found) -> bool:
        """Read as they are, all words are on as many pages as were found, whatever the filters.

        Not so of the beginning of a word, nor of a name that is written in two ways.
        """
        as_they_are = asked is self.strict and not asked.beginning
        in_two_ways = any(chunk.joined for chunk in self.question.wanted)
        return as_they_are and not in_two_ways and found.anywhere >= FEW
