"""A way to understand a question on any engine, and what words weigh that are not the very ones."""

from dataclasses import dataclass
from typing import Generic, TypeVar

EngineQuery = TypeVar("EngineQuery")

# Below any real score: a typo, a synonym or an unfinished word never outranks the word itself.
PREFIX_WEIGHT = 0.02
SYNONYM_WEIGHT = 0.001
TYPO_WEIGHT = 0.001


@dataclass(frozen=True, slots=True)
class Reading(Generic[EngineQuery]):
    """How it reads the words decides what is marked."""

    query: EngineQuery
    beginning: bool = False
    """The last word may be the beginning of a longer one."""
    apart: bool = False
    """Compounds of the question are taken apart."""
    forgiving: bool = False
    """Words may have typing errors."""
