"""From text to what is indexed: every word exactly, and loosely by its stem and its parts.

Done here and not by the engines, so that all of them find the same; their own compound filters
know no linking s. Fields take the words joined by spaces; a cache by word makes this cheap.
"""

from search.compounds import pieces
from search.engines.stemming import LONGEST_WORD, stem
from search.language import COMPOSITE, HUMP, STOP_WORDS, WORD, fold, joined

MOST_CACHED = 300_000


class _Words(dict[str, tuple[str, tuple[str, ...]]]):
    """Word as written -> (exact, loose ones)."""

    def __missing__(self, written: str) -> tuple[str, tuple[str, ...]]:
        if len(self) > MOST_CACHED:
            self.clear()
        exact = fold(written)[:LONGEST_WORD]
        loose: dict[str, None] = {}
        if exact not in STOP_WORDS:
            loose[stem(exact)] = None
            for piece in pieces(exact):
                loose[stem(piece)] = None
        humps = HUMP.split(written)
        if len(humps) > 1:
            loose.update(dict.fromkeys(fold(hump) for hump in humps))
        self[written] = found = (exact, tuple(loose))
        return found


_words = _Words()


def exact_and_loose(text: str) -> tuple[str, str]:
    """The text as two lists of words, each joined by spaces."""
    found = [_words[written] for written in WORD.findall(text)]
    loose = [word for _, several in found for word in several]
    loose += [joined(composite) for composite in COMPOSITE.findall(text)]
    return " ".join([exact for exact, _ in found]), " ".join(loose)


def analysed(written: str) -> tuple[str, tuple[str, ...]]:
    """One word as it is found exactly, and all the ways in which it is found loosely."""
    return _words[written]


def loose(written: str) -> tuple[str, ...]:
    """How one word is found loosely: its stem first, then its parts; empty for a stop word."""
    return _words[written][1]
