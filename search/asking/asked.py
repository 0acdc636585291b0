"""When two questions are the same one."""

from search.asking.params import clean
from search.dutch.language import fold

LONGEST = 255


def key_of(words: str) -> str:
    """One spelling for questions that differ in case, accents, spaces and a mark at the end."""
    return fold(" ".join(clean(words).split())).strip(" ?!.,;:")[:LONGEST]
