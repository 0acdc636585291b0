"""One way to understand a question, whatever asks it of an index."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Query = TypeVar("Query")

# Below any real score: a typo, a synonym or an unfinished word never outranks the word itself.
PREFIX_WEIGHT = 0.02
SYNONYM_WEIGHT = 0.001
TYPO_WEIGHT = 0.001


@dataclass(frozen=True, slots=True)
class Reading(Generic[Query]):
    """How it reads the words decides what is marked."""

    query: Query
    beginning: bool = False
    """The last word may be the beginning of a longer one."""
    apart: bool = False
    """Compounds of the question are taken apart."""
    forgiving: bool = False
    """Words may have typing errors."""
