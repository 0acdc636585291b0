"""From a question to a query of Elasticsearch; the same readings as in the embedded engine."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from elasticsearch.dsl.query import Bool, DisMax, MatchPhrase, Query, Terms

from search.asking.grammar import Chunk, Question
from search.dutch.compounds import split
from search.engines.analysis import loose
from search.engines.elasticsearch.clauses import begins, both, constant, either, shown, term
from search.engines.elasticsearch.lexicon import Known, Lexicon
from search.engines.fields import TEXT_FIELDS
from search.engines.matching import distance
from search.engines.readings import PREFIX_WEIGHT, SYNONYM_WEIGHT, TYPO_WEIGHT, Reading
from search.engines.stemming import forms, stem


def strict(question: Question, *, beginning: bool = False) -> Reading[Query]:
    """Every chunk must match; of the last word the beginning may do."""
    chunks = [_chunk(chunk) for chunk in question.wanted]
    if beginning:
        chunks[-1] = either([chunks[-1], _prefix(question.wanted[-1].words[-1])])
    return Reading(_all(question, chunks), beginning=beginning)


def wider(question: Question, strict: Reading[Query]) -> Reading[Query] | None:
    """When little fits: with what most words fit, or the parts, below what all of them do."""
    some, parts = _most(question, _chunk), apart(question)
    if some is None and parts is None:
        return None
    above = constant(strict.query, 1000.0)
    more = [query for query in (some, parts and parts.query) if query]
    query = either([*more, strict.query, above])
    return replace(strict, query=query, apart=parts is not None)


def apart(question: Question) -> Reading[Query] | None:
    """Compounds of the question taken apart; None when it has none."""
    if not any(split(word) for chunk in question.wanted for word in chunk.words):
        return None
    return Reading(_all(question, [_apart(chunk) for chunk in question.wanted]), apart=True)


def forgiving(
    question: Question, lexicon: Lexicon, *, least: int = 1, stems: bool = True
) -> Reading[Query]:
    """As strict, but a word on fewer than so many pages may have typing errors, or its stem."""
    chunks = [
        _chunk(chunk)
        if chunk.literal
        else both([_forgiven(w, lexicon[w], least, stems=stems) for w in chunk.words])
        for chunk in question.wanted
    ]
    return Reading(_all(question, chunks), forgiving=True)


def most(question: Question, lexicon: Lexicon) -> Reading[Query] | None:
    """When that finds nothing either: words may have typing errors, and some may be missing."""

    def read(chunk: Chunk) -> Query:
        if chunk.literal:
            return _chunk(chunk)
        return either(
            [_chunk(chunk), both([_forgiven(word, lexicon[word]) for word in chunk.words])]
        )

    some = _most(question, read)
    return Reading(some, forgiving=True) if some else None


def _most(question: Question, read: Callable[[Chunk], Query]) -> Query | None:
    """Phrases and more than half of the words; None when there are fewer than three words."""
    words = [read(chunk) for chunk in question.wanted if not chunk.phrase]
    if len(words) < 3:
        return None
    return Bool(
        must=[
            Bool(should=words, minimum_should_match=len(words) // 2 + 1),
            *(_chunk(chunk) for chunk in question.wanted if chunk.phrase),
        ],
        must_not=_unwanted(question),
    )


def _all(question: Question, chunks: Sequence[Query]) -> Query:
    should = []
    if len(question.wanted) > 1:
        words = [word for chunk in question.wanted for word in chunk.words]
        should.append(_phrase("title", words, 8.0))
    query: Query = Bool(must=list(chunks) or [shown()], should=should, must_not=_unwanted(question))
    if question.numbers and not question.unwanted:
        numbers = either([term("number", one) for one in question.numbers])
        query = either([query, constant(numbers, 1000.0)])
    return query


def _unwanted(question: Question) -> list[Query]:
    """Excluded are the very words, not their inflections or compounds that hold them."""
    return [
        either([_phrase(field.name, chunk.words, 1.0) for field in TEXT_FIELDS])
        for chunk in question.unwanted
    ]


def _chunk(chunk: Chunk) -> Query:
    if chunk.phrase:
        query = either([_phrase(field.name, chunk.words, field.exact) for field in TEXT_FIELDS])
    else:
        query = both([_word(word) for word in chunk.words])
    if chunk.joined:
        query = either([query, _word(chunk.joined)])
    if chunk.others:
        query = DisMax(queries=[query, *(one for other in chunk.others for one in _other(other))])
    return query


def _other(chunk: Chunk) -> Iterator[Query]:
    """A synonym, by the word and its inflections; what only looks like it is not meant."""
    *first, last = chunk.words
    whole = chunk.joined or ("" if first else last)
    for field in TEXT_FIELDS:
        # The last word of a term is the one that is inflected.
        words = [_phrase(field.name, [*first, form], 1.0) for form in forms(last)]
        yield constant(
            either(words) if first else term(field.name, last), field.exact * SYNONYM_WEIGHT
        )
        for root in loose(whole)[:1] if whole else ():
            yield constant(term(field.loose_name, root), field.loose * SYNONYM_WEIGHT)


def _word(word: str) -> Query:
    """The best field counts, the others a little: a word in every field is no better page."""
    queries = [term(field.name, word, field.exact) for field in TEXT_FIELDS]
    for root in loose(word)[:1]:
        queries += [term(field.loose_name, root, field.loose) for field in TEXT_FIELDS]
    return DisMax(queries=queries, tie_breaker=0.1)


def _phrase(name: str, words: Sequence[str], boost: float) -> Query:
    if len(words) == 1:
        return term(name, words[0], boost)
    return MatchPhrase(name, {"query": " ".join(words), "boost": boost})


def _prefix(word: str) -> Query:
    return DisMax(
        queries=[
            constant(begins(field.name, word), field.exact * PREFIX_WEIGHT) for field in TEXT_FIELDS
        ]
    )


def _apart(chunk: Chunk) -> Query:
    if chunk.literal or len(chunk.words) > 1 or not split(chunk.words[0]):
        return _chunk(chunk)
    return both([_word(part) for part in split(chunk.words[0])])


def _forgiven(word: str, known: Known, least: int = 1, *, stems: bool = True) -> Query:
    if not distance(word) or known.pages >= least:
        return _word(word)
    likely = [(field.name, [word, *known.exact], field.exact) for field in TEXT_FIELDS]
    if stems:
        roots = [stem(word), *known.loose]
        likely += [(field.loose_name, roots, field.loose) for field in TEXT_FIELDS]
    return DisMax(
        queries=[
            constant(Terms(name, words), weight * TYPO_WEIGHT) for name, words, weight in likely
        ]
    )
