"""What the index knows of the words of a question."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from elasticsearch.dsl.query import Bool, Query

from search.engines.analysis import loose
from search.engines.elasticsearch.clauses import either, term
from search.engines.matching import distance
from search.engines.stemming import stem

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
