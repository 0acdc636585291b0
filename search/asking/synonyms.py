"""Terms that mean the same by the word of the editors, a line of them at a time.

They are looked up in the question and not in the texts, so that a line works at once. One step
and no further: what means the same as a synonym is not asked for.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from search.dutch.language import words
from search.engines.stemming import stem

Lines = tuple[tuple[str, ...], ...]
"""The terms of each line, as the editors wrote them."""

LONGEST_TERM = 5  # words
MOST_OTHERS = 10  # of one term of a question


def keys(said: Sequence[str]) -> frozenset[str]:
    """What the spellings of a term have in common: "Mit ID" and "MitID", "loket" and "loketten"."""
    return frozenset({"".join(said), "".join(map(stem, said))})


class Synonyms:
    def __init__(self, lines: Lines) -> None:
        self._lines: defaultdict[str, dict[tuple[str, ...], None]] = defaultdict(dict)
        for line in lines:
            for term in line:
                for key in keys(words(term)):
                    self._lines[key][line] = None

    def __bool__(self) -> bool:
        return bool(self._lines)

    def of(self, said: Sequence[str]) -> tuple[str, ...]:
        """The other terms of the lines that have this one."""
        own = keys(said)
        others: dict[str, str] = {}
        for term in (term for line in self._with(own) for term in line):
            of_term = keys(words(term))
            if own.isdisjoint(of_term):
                others.setdefault(min(of_term), term)
        return tuple(others.values())[:MOST_OTHERS]

    def concerning(self, text: str) -> Lines:
        """The lines with a term that stands in the text; the others change nothing for it."""
        if not self:
            return ()
        said = words(text)
        found: dict[tuple[str, ...], None] = {}
        for start in range(len(said)):
            for end in range(start + 1, min(start + LONGEST_TERM, len(said)) + 1):
                found.update(dict.fromkeys(self._with(keys(said[start:end]))))
        return tuple(found)

    def _with(self, some: Iterable[str]) -> list[tuple[str, ...]]:
        return list(
            dict.fromkeys(line for key in sorted(some) for line in self._lines.get(key, ()))
        )


@lru_cache(maxsize=64)
def synonyms(lines: Lines) -> Synonyms:
    """Kept for the same lines, which are read anew for every question."""
    return Synonyms(lines)
