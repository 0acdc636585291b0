"""Dutch writes compounds as one word; this takes them apart with a word list."""

from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

WORD_LIST = Path(__file__).parents[1] / "data" / "compound-words-nl.txt"
SHORTEST_COMPOUND = 8
LONGEST_COMPOUND = 40
LONGEST_WITH_OWN_S = 6
LINKS = ("", "s", "en", "e", "n")


@cache
def known_parts() -> frozenset[str]:
    return frozenset(WORD_LIST.read_text().split())


@lru_cache(maxsize=50_000)
def split(word: str) -> tuple[str, ...]:
    """The parts of a folded word, the fewest that make it up; empty when it is no compound.

    >>> split("gemeenteloket")
    ('gemeente', 'loket')
    """
    if not SHORTEST_COMPOUND <= len(word) <= LONGEST_COMPOUND or not word.isalpha():
        return ()
    best = _cover(word)
    return best if len(best) > 1 else ()


def _cover(word: str) -> tuple[str, ...]:
    """Fewest known parts from left to right; of equals the one with the longest shortest part."""
    known = known_parts()
    reached: dict[int, tuple[str, ...]] = {0: ()}
    for start in range(len(word) - 2):
        before = reached.get(start)
        if before is None:
            continue
        for end in range(start + 3, len(word) + 1):
            part = word[start:end]
            if part not in known or (start == 0 and end == len(word)):
                continue
            if end < len(word) and _is_linked(part):
                continue
            for link in LINKS:
                after = end + len(link)
                # A linking letter joins two parts; nothing ends with one.
                if after > len(word) or (link and after == len(word)):
                    continue
                if word.startswith(link, end):
                    _keep_better(reached, after, (*before, part))
    return reached.get(len(word), ())


def _is_linked(part: str) -> bool:
    """ "Overheids" is overheid with a linking s; of shorter words, as kans, the s is their own."""
    return len(part) > LONGEST_WITH_OWN_S and part.endswith("s") and part[:-1] in known_parts()


def _keep_better(reached: dict[int, tuple[str, ...]], at: int, parts: tuple[str, ...]) -> None:
    current = reached.get(at)
    if current is None or _rank(parts) < _rank(current):
        reached[at] = parts


def _rank(parts: tuple[str, ...]) -> tuple[int, int]:
    return len(parts), -min(map(len, parts))


def pieces(word: str) -> tuple[str, ...]:
    """Every word inside a compound: its parts, theirs, and neighbours together.

    "zelfhulpplek" holds zelf, hulp, plek, zelfhulp and hulpplek.
    """
    parts = split(word)
    inside = dict.fromkeys(parts)
    for part in parts:
        inside.update(dict.fromkeys(split(part)))
    if len(parts) > 2:
        inside.update(dict.fromkeys(a + b for a, b in pairwise(parts)))
    return tuple(inside)
