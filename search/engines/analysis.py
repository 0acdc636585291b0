"""From text to what is indexed: every word exactly, and loosely by its stem and its parts.

Done here and not by the engines, so that all of them find the same; their own compound filters
know no linking s. Fields take the words joined by spaces; a cache by word makes this cheap.
"""

from collections import defaultdict
from collections.abc import Iterable

from search.dutch.compounds import pieces
from search.dutch.language import COMPOSITE, HUMP, STOP_WORDS, WORD, fold, joined
from search.engines.stemming import LONGEST_WORD, stem

MOST_CACHED = 100_000
NONE: frozenset[str] = frozenset()


class _Words(dict[str, tuple[str, tuple[str, ...]]]):
    """Word as written -> (exact, loose ones)."""

    def __init__(self) -> None:
        self.found_by: defaultdict[str, set[str]] = defaultdict(set)
        """The other way around: a loose form -> the words, as written, that have it."""
        self.spellings: defaultdict[str, set[str]] = defaultdict(set)
        """An exact word -> the ways in which it is written."""
        self.met: set[str] = set()
        """The tokens of texts in which something was marked. Their words are all known."""
        self.composites: set[str] = set()
        """What was met that has a mark in it, as "borger.dk"; only its words are words."""

    def __missing__(self, written: str) -> tuple[str, tuple[str, ...]]:
        exact = fold(written)[:LONGEST_WORD]
        loose: dict[str, None] = {}
        if exact not in STOP_WORDS:
            loose[stem(exact)] = None
            for piece in pieces(exact):
                loose[stem(piece)] = None
        humps = HUMP.split(written)
        if len(humps) > 1:
            loose.update(dict.fromkeys(fold(hump) for hump in humps))
        self.spellings[exact].add(written)
        for one in loose:
            self.found_by[one].add(written)
        self[written] = found = (exact, tuple(loose))
        return found

    def make_room(self) -> None:
        if len(self) > MOST_CACHED:
            self.clear()
            self.found_by.clear()
            self.spellings.clear()
            self.composites.clear()
            self.met.clear()


_words = _Words()


class _Exact(dict[str, str]):
    """What stands between two spaces -> its exact words, joined by spaces."""

    def __missing__(self, chunk: str) -> str:
        self[chunk] = found = " ".join([_words[written][0] for written in WORD.findall(chunk)])
        return found


class _Loose(dict[str, str]):
    """What stands between two spaces -> its loose words, joined by spaces."""

    def __missing__(self, chunk: str) -> str:
        loose = [word for written in WORD.findall(chunk) for word in _words[written][1]]
        loose += filter(None, map(joined, COMPOSITE.findall(chunk)))
        self[chunk] = found = " ".join(loose)
        return found


_exact, _loose = _Exact(), _Loose()


def exact_and_loose(text: str) -> tuple[str, str]:
    """The text as two lists of words, each joined by spaces."""
    _words.make_room()
    for cache in (_exact, _loose):
        if len(cache) > MOST_CACHED:
            cache.clear()
    chunks = text.split()
    return " ".join(map(_exact.__getitem__, chunks)), " ".join(map(_loose.__getitem__, chunks))


def analysed(written: str) -> tuple[str, tuple[str, ...]]:
    """One word as it is found exactly, and all the ways in which it is found loosely."""
    return _words[written]


def loose(written: str) -> tuple[str, ...]:
    """How one word is found loosely: its stem first, then its parts; empty for a stop word."""
    return _words[written][1]


def written_as(
    tokens: set[str], exact: Iterable[str], roots: Iterable[str]
) -> tuple[set[str], set[str]]:
    """The words, of these, that are one of the exact ones or are found by one of the roots.

    Looked up from what was asked: a text holds hundreds of words, and few of them match. Tokens
    with a mark in them are returned apart.
    """
    _words.make_room()
    for unknown in tokens - _words.met:
        if unknown.isalnum():
            _words[unknown]
        else:
            _words.composites.add(unknown)
        _words.met.add(unknown)
    found: set[str] = set()
    for word in exact:
        found |= tokens & _words.spellings.get(word, NONE)
    for root in roots:
        found |= tokens & _words.found_by.get(root, NONE)
    return found, tokens & _words.composites
