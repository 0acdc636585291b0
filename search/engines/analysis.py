"""From text to what is indexed: every word exactly, and loosely by its stem and its parts.

Done here and not by the engines, so that all of them find the same; their own compound filters
know no linking s. Fields take the words joined by spaces; a cache by word makes this cheap.
"""

from typing import TypeVar

from search.dutch.compounds import pieces
from search.dutch.language import COMPOSITE, HUMP, STOP_WORDS, WORD, fold, joined
from search.engines.stemming import LONGEST_WORD, stem

MOST_CACHED = 100_000


Made = TypeVar("Made")


class _Cache(dict[str, Made]):
    def keep(self, key: str, made: Made) -> Made:
        if len(self) >= MOST_CACHED:
            self.clear()
        self[key] = made
        return made


class _Words(_Cache[tuple[str, tuple[str, ...]]]):
    """Word as written -> (exact, loose ones)."""

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
        return self.keep(written, (exact, tuple(loose)))


class _Exact(_Cache[str]):
    """What stands between two spaces -> its exact words, joined by spaces."""

    def __missing__(self, chunk: str) -> str:
        return self.keep(chunk, " ".join([_words[written][0] for written in WORD.findall(chunk)]))


class _Loose(_Cache[str]):
    """What stands between two spaces -> its loose words, joined by spaces."""

    def __missing__(self, chunk: str) -> str:
        loose = [word for written in WORD.findall(chunk) for word in _words[written][1]]
        loose += filter(None, map(joined, COMPOSITE.findall(chunk)))
        return self.keep(chunk, " ".join(loose))


_words = _Words()
_exact, _loose = _Exact(), _Loose()


def exact_and_loose(text: str) -> tuple[str, str]:
    """The text as two lists of words, each joined by spaces."""
    chunks = text.split()
    return " ".join(map(_exact.__getitem__, chunks)), " ".join(map(_loose.__getitem__, chunks))


def analysed(written: str) -> tuple[str, tuple[str, ...]]:
    """One word as it is found exactly, and all the ways in which it is found loosely."""
    return _words[written]


def loose(written: str) -> tuple[str, ...]:
    """How one word is found loosely: its stem first, then its parts; empty for a stop word."""
    return _words[written][1]
