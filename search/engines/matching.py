"""Which words of a found text are those that were asked for."""

from collections.abc import Iterator
from itertools import chain

from search.asking.grammar import Chunk, Question
from search.dutch.compounds import known_parts
from search.dutch.inflections import beginnings
from search.dutch.language import joined
from search.engines.analysis import analysed, loose
from search.engines.marking import Marker
from search.engines.stemming import forms

SHORTEST_PREFIX = 4
SHORTEST_TYPO = 4


def distance(word: str) -> int:
    """How many letters may be wrong, missing, extra or swapped; none in a word that exists."""
    if len(word) < SHORTEST_TYPO or word.isdigit() or word in known_parts():
        return 0
    return 1 if len(word) < 8 else 2


def edits(one: str, other: str, most: int) -> int:
    """Damerau-Levenshtein distance, or more than `most` when it is more than that."""
    if abs(len(one) - len(other)) > most or len(set(one) ^ set(other)) > 2 * most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, against in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def marker(
    question: Question, *, forgiving: bool = False, beginning: bool = False, apart: bool = False
) -> Marker:
    """Marks the words asked for, their inflections and the compounds that hold them.

    A phrase is marked only where its words stand side by side; `apart` marks the parts of the
    compounds that were asked for too.
    """
    if not question.wanted:
        return Marker()
    chunks = [one for chunk in question.wanted for one in (chunk, *chunk.others)]
    phrases = [words for chunk in question.wanted for words in _side_by_side(chunk)]
    plain = [
        word
        for chunk in chunks
        if not chunk.phrase
        for word in chunk.words
        # Of "borger.dk" the last part, alone, says nothing.
        if not chunk.joined or len(word) >= SHORTEST_TYPO
    ]
    wanted = set(plain)
    wanted |= {chunk.joined for chunk in chunks if chunk.joined}
    roots = {root for word in plain for root in loose(word)[: None if apart else 1]}
    last = question.wanted[-1].words[-1]
    first = (
        last if beginning and question.may_be_unfinished and len(last) >= SHORTEST_PREFIX else ""
    )
    typed = [
        (word, distance(word))
        for chunk in question.wanted
        if forgiving and not chunk.literal
        for word in chunk.words
        if distance(word)
    ]

    def decide(written: str) -> bool:
        if not written.isalnum():
            return joined(written) in wanted
        word, several = analysed(written)
        if word in wanted or not roots.isdisjoint(several):
            return True
        if first and word.startswith(first):
            return True
        return bool(typed) and any(edits(word, other, most) <= most for other, most in typed)

    return Marker(
        decide,
        held={*wanted, first, *chain(*map(beginnings, roots))} - {""},
        lengths={len(word) + more for word, most in typed for more in range(-most, most + 1)},
        phrases=phrases,
    )


def _side_by_side(chunk: Chunk) -> Iterator[tuple[str, ...]]:
    """What is marked as a whole: a phrase, a name with a mark, a synonym with its inflections."""
    if chunk.phrase or chunk.joined:
        yield chunk.words
    for other in chunk.others:
        *first, last = other.words
        if first:
            yield from ((*first, form) for form in forms(last))
