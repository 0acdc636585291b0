"""From a question to a query of Elasticsearch; the same readings as in the embedded engine."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from elasticsearch.dsl.query import (
    Bool,
    ConstantScore,
    DisMax,
    MatchNone,
    MatchPhrase,
    Prefix,
    Query,
    Term,
    Terms,
)

from search.asking.grammar import Chunk, Question
from search.dutch.compounds import split
from search.engines.analysis import loose
from search.engines.fields import TEXT_FIELDS
from search.engines.likeness import shared, telling, telling_of
from search.engines.matching import distance
from search.engines.stemming import forms, stem
from search.records import SearchRecord

# Below any real score: a typo, a synonym or an unfinished word never outranks the word itself.
PREFIX_WEIGHT = 0.02
SYNONYM_WEIGHT = 0.001
TYPO_WEIGHT = 0.001
LONGEST_VALUE = 256  # of a facet or a number; what is longer is not indexed

# Fields with all words of a page, whatever field they are in.
EXACT, LOOSE = "words", "words_loose"
MOST_ALIKE = 50
# More pages than there are: also a word that is on some may be an error.
MOST_FREQUENT = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Known:
    """What the index knows of a word."""

    pages: int
    """On how many it is, exactly or by its stem; counted no further than is asked for."""
    exact: tuple[str, ...] = ()
    """Words of the index that look like it."""
    loose: tuple[str, ...] = ()
    """Stems and parts of compounds that look like its stem."""


# No word that is asked for is left out of it.
Lexicon = Mapping[str, Known]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a question; how it reads the words decides what is marked."""

    query: Query
    beginning: bool = False
    """The last word may be the beginning of a longer one."""
    apart: bool = False
    """Compounds of the question are taken apart."""
    forgiving: bool = False
    """Words may have typing errors."""


def strict(question: Question, *, beginning: bool = False) -> Reading:
    """Every chunk must match; of the last word the beginning may do."""
    chunks = [_chunk(chunk) for chunk in question.wanted]
    if beginning:
        chunks[-1] = either([chunks[-1], _prefix(question.wanted[-1].words[-1])])
    return Reading(_all(question, chunks), beginning=beginning)


def wider(question: Question, strict: Reading) -> Reading | None:
    """When little fits: with what most words fit, or the parts, below what all of them do."""
    some, parts = _most(question, _chunk), apart(question)
    if some is None and parts is None:
        return None
    above = constant(strict.query, 1000.0)
    more = [query for query in (some, parts and parts.query) if query]
    query = either([*more, strict.query, above])
    return replace(strict, query=query, apart=parts is not None)


def apart(question: Question) -> Reading | None:
    """Compounds of the question taken apart; None when it has none."""
    if not any(split(word) for chunk in question.wanted for word in chunk.words):
        return None
    return Reading(_all(question, [_apart(chunk) for chunk in question.wanted]), apart=True)


def forgiving(
    question: Question, lexicon: Lexicon, *, least: int = 1, stems: bool = True
) -> Reading:
    """As strict, but a word on fewer than so many pages may have typing errors, or its stem."""
    chunks = [
        _chunk(chunk)
        if chunk.literal
        else both([_forgiven(w, lexicon[w], least, stems=stems) for w in chunk.words])
        for chunk in question.wanted
    ]
    return Reading(_all(question, chunks), forgiving=True)


def most(question: Question, lexicon: Lexicon) -> Reading | None:
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


def beginning(words: Sequence[str]) -> Query:
    """For suggestions: in the title or the keywords, and the last word may be unfinished."""
    *finished, last = words
    parts: list[Query] = [either([term("title", w), term("keywords", w)]) for w in finished]
    parts.append(
        either(
            [
                query
                for name, boost in (("title", 2.0), ("keywords", 1.0))
                for query in (term(name, last, boost), constant(_begins(name, last), boost))
            ]
        )
    )
    return both(parts)


def alike(record: SearchRecord) -> Query:
    """What is shared counts by how rare it is."""
    clauses = [term(*one) for one in (*shared(record), *telling(record))]
    if not clauses:
        return MatchNone()
    return Bool(must=[either(clauses)], must_not=[Terms("_id", [str(record.id)])])


def similar(text: str, types: Sequence[str]) -> Query:
    clauses = [term(*one) for one in telling_of(text)]
    if not clauses:
        return MatchNone()
    return Bool(must=[either(clauses)], filter=[one_of("type", types)] if types else [])


def holds(word: str) -> Query:
    """Pages on which some field holds the word, or its stem."""
    terms = [term(EXACT, word), *(term(LOOSE, root) for root in loose(word)[:1])]
    return Bool(filter=[either(terms)])


def resembling(word: str) -> dict[str, Any]:
    """Asks for what looks like the word, and like its stem; the answer is for `resembled`."""
    return {
        name: {
            "text": text,
            "term": {
                "field": name,
                "max_edits": distance(word),
                "prefix_length": 0,
                "suggest_mode": "always",
                "max_term_freq": MOST_FREQUENT,
                "size": MOST_ALIKE,
                "shard_size": MOST_ALIKE,
            },
        }
        for name, text in ((EXACT, word), (LOOSE, stem(word)))
    }


def resembled(answer: Mapping[str, Any], name: str) -> tuple[str, ...]:
    return tuple(option["text"] for one in answer[name] for option in one["options"])


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


def _begins(name: str, word: str) -> Query:
    return Prefix(name, {"value": word})


def _prefix(word: str) -> Query:
    return DisMax(
        queries=[
            constant(_begins(field.name, word), field.exact * PREFIX_WEIGHT)
            for field in TEXT_FIELDS
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
