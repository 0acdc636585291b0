"""From a question to a query of tantivy."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import tantivy
from tantivy import Occur, Query

from search.asking.grammar import Chunk, Question
from search.dutch.compounds import split
from search.engines.analysis import loose
from search.engines.fields import TEXT_FIELDS
from search.engines.matching import SHORTEST_PREFIX, distance
from search.engines.readings import PREFIX_WEIGHT, SYNONYM_WEIGHT, TYPO_WEIGHT, Reading
from search.engines.stemming import forms, stem


@dataclass(frozen=True, slots=True)
class Queries:
    """Builds queries over one index, which knows what words there are."""

    schema: tantivy.Schema
    searcher: tantivy.Searcher

    def page(self, page_id: int) -> Query:
        return Query.term_query(self.schema, "id", page_id)

    def known(self, word: str, *, least: int = 1) -> bool:
        """Whether some field holds the word, or its stem, on at least so many pages."""
        frequency = self.searcher.doc_freq
        root = loose(word)[:1]
        return any(
            frequency(field.name, word) >= least
            or (root and frequency(field.loose_name, root[0]) >= least)
            for field in TEXT_FIELDS
        )

    def strict(self, question: Question) -> Reading[Query]:
        """Every chunk must match; the last one may be a beginning when the word is unknown."""
        chunks = [self._chunk(chunk) for chunk in question.wanted]
        last = question.wanted[-1].words[-1] if chunks and question.may_be_unfinished else ""
        beginning = len(last) >= SHORTEST_PREFIX and not self.known(last)
        if beginning:
            chunks[-1] = either([chunks[-1], self._prefix(last)])
        return Reading(self._all(question, chunks), beginning=beginning)

    def less_strict(self, question: Question) -> Iterator[Reading[Query]]:
        """When nothing fits: compounds apart, then typing errors, then a word may be missing."""
        if apart := self.apart(question):
            yield apart
        plain = [word for c in question.wanted if not c.literal for word in c.words]
        if any(distance(word) and not self.known(word) for word in plain):
            # The very words first: their stems double the work, and matter to few typing errors.
            yield Reading(self.forgiving(question, stems=False), forgiving=True)
            yield Reading(self.forgiving(question), forgiving=True)
        if most := self._most(question, forgiving=True):
            yield Reading(most, forgiving=True)

    def apart(self, question: Question) -> Reading[Query] | None:
        """Compounds of the question taken apart; None when it has none."""
        if not any(split(word) for chunk in question.wanted for word in chunk.words):
            return None
        chunks = [self._apart(chunk) for chunk in question.wanted]
        return Reading(self._all(question, chunks), apart=True)

    def wider(self, question: Question, strict: Reading[Query]) -> Reading[Query] | None:
        """When little fits: with what most words fit, or the parts, below what all of them do."""
        most, apart = self._most(question), self.apart(question)
        if most is None and apart is None:
            return None
        above = Query.const_score_query(strict.query, 1000.0)
        more = [query for query in (most, apart and apart.query) if query]
        query = either([*more, strict.query, above])
        return replace(strict, query=query, apart=apart is not None)

    def forgiving(self, question: Question, *, least: int = 1, stems: bool = True) -> Query:
        """As strict, but a word on fewer than so many pages may have typing errors."""
        return self._all(
            question,
            [
                self._chunk(chunk)
                if chunk.literal
                else both([self._forgiven(word, least, stems=stems) for word in chunk.words])
                for chunk in question.wanted
            ],
        )

    def _most(self, question: Question, *, forgiving: bool = False) -> Query | None:
        """Phrases and more than half of the words; None when there are fewer than three words."""
        words = [chunk for chunk in question.wanted if not chunk.phrase]
        if len(words) < 3:
            return None
        some = Query.boolean_query(
            [
                (
                    Occur.Should,
                    either([self._chunk(chunk), self._chunk_forgiven(chunk)])
                    if forgiving and not chunk.literal
                    else self._chunk(chunk),
                )
                for chunk in words
            ],
            minimum_number_should_match=len(words) // 2 + 1,
        )
        phrases = [(Occur.Must, self._chunk(c)) for c in question.wanted if c.phrase]
        return self._without(question, [(Occur.Must, some), *phrases])

    def one_of(self, name: str, values: Iterable[str | int]) -> Query:
        """Not by a set of terms, which visits every page that has one, whatever else is asked."""
        terms = [Query.term_query(self.schema, name, _clean(value), "basic") for value in values]
        return Query.const_score_query(either(terms), 0.0)

    def shown(self) -> Query:
        return Query.const_score_query(Query.term_query(self.schema, "shown", True), 1.0)

    def _all(self, question: Question, chunks: Sequence[Query]) -> Query:
        clauses = [(Occur.Must, chunk) for chunk in chunks]
        if not clauses:
            clauses.append((Occur.Must, self.shown()))
        if len(question.wanted) > 1:
            words = [word for chunk in question.wanted for word in chunk.words]
            clauses.append((Occur.Should, self._phrase("title", words, 8.0)))
        query = self._without(question, clauses)
        if question.numbers and not question.unwanted:
            numbers = [Query.term_query(self.schema, "number", one) for one in question.numbers]
            query = either([query, Query.const_score_query(either(numbers), 1000.0)])
        return query

    def _without(self, question: Question, clauses: list[tuple[Occur, Query]]) -> Query:
        clauses += [(Occur.MustNot, self._unwanted(chunk)) for chunk in question.unwanted]
        return Query.boolean_query(clauses)

    def _unwanted(self, chunk: Chunk) -> Query:
        """Excluded are the very words and their inflections, not compounds that hold them."""
        if len(chunk.words) > 1:
            return either([self._phrase(field.name, chunk.words, 1.0) for field in TEXT_FIELDS])
        word = chunk.words[0]
        return either([Query.term_query(self.schema, field.name, word) for field in TEXT_FIELDS])

    def _chunk(self, chunk: Chunk) -> Query:
        if chunk.phrase:
            query = either(
                [self._phrase(field.name, chunk.words, field.exact) for field in TEXT_FIELDS]
            )
        else:
            query = both([self._word(word) for word in chunk.words])
        if chunk.joined:
            query = either([query, self._word(chunk.joined)])
        if chunk.others:
            same = [one for other in chunk.others for one in self._other(other)]
            query = Query.disjunction_max_query([query, *same], 0.0)
        return query

    def _other(self, chunk: Chunk) -> Iterator[Query]:
        """A synonym, by the word and its inflections; what only looks like it is not meant."""
        *first, last = chunk.words
        for field in TEXT_FIELDS:
            if first:
                # The last word of a term is the one that is inflected.
                for form in forms(last):
                    if self.searcher.doc_freq(field.name, form):
                        phrase = Query.phrase_query(self.schema, field.name, [*first, form])
                        yield Query.const_score_query(phrase, field.exact * SYNONYM_WEIGHT)
            else:
                yield self._constant(field.name, last, field.exact)
            whole = chunk.joined or ("" if first else last)
            for root in loose(whole)[:1] if whole else ():
                yield self._constant(field.loose_name, root, field.loose)

    def _constant(self, name: str, word: str, weight: float) -> Query:
        term = Query.term_query(self.schema, name, word, "basic")
        return Query.const_score_query(term, weight * SYNONYM_WEIGHT)

    def _word(self, word: str) -> Query:
        """The best field counts, the others a little: a word in every field is no better page."""
        subqueries = [
            Query.boost_query(Query.term_query(self.schema, field.name, word, "freq"), field.exact)
            for field in TEXT_FIELDS
        ]
        if stems := loose(word)[:1]:
            subqueries += [
                Query.boost_query(
                    Query.term_query(self.schema, field.loose_name, stems[0], "freq"), field.loose
                )
                for field in TEXT_FIELDS
            ]
        return Query.disjunction_max_query(subqueries, 0.1)

    def _phrase(self, name: str, words: Sequence[str], boost: float) -> Query:
        query = (
            Query.phrase_query(self.schema, name, list(words))
            if len(words) > 1
            else Query.term_query(self.schema, name, words[0])
        )
        return Query.boost_query(query, boost)

    def begins(self, name: str, word: str) -> Query:
        return Query.fuzzy_term_query(self.schema, name, word, distance=0, prefix=True)

    def _prefix(self, word: str) -> Query:
        return Query.disjunction_max_query(
            [
                Query.const_score_query(self.begins(field.name, word), field.exact * PREFIX_WEIGHT)
                for field in TEXT_FIELDS
            ]
        )

    def _apart(self, chunk: Chunk) -> Query:
        if chunk.literal or len(chunk.words) > 1 or not split(chunk.words[0]):
            return self._chunk(chunk)
        return both([self._word(part) for part in split(chunk.words[0])])

    def _chunk_forgiven(self, chunk: Chunk) -> Query:
        return both([self._forgiven(word) for word in chunk.words])

    def _forgiven(self, word: str, least: int = 1, *, stems: bool = True) -> Query:
        wrong = distance(word)
        if not wrong or self.known(word, least=least):
            return self._word(word)
        return Query.disjunction_max_query(
            [
                Query.const_score_query(
                    Query.fuzzy_term_query(self.schema, name, text, distance=wrong),
                    weight * TYPO_WEIGHT,
                )
                for field in TEXT_FIELDS
                for name, text, weight in (
                    (field.name, word, field.exact),
                    (field.loose_name, stem(word), field.loose),
                )[: 2 if stems else 1]
            ]
        )


def both(queries: Sequence[Query]) -> Query:
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Must, query) for query in queries])


def either(queries: Sequence[Query]) -> Query:
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def total(found: tantivy.SearchResult) -> int:
    return int(found.count)


def _clean(value: str | int) -> str | int:
    return value if isinstance(value, int) else value.encode("utf-8", "replace").decode()
