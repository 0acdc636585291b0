"""The contract that every search engine keeps; `tests/search/contract` holds them to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from search.query import SearchQuery
from search.records import SearchRecord
from search.results import Hit, SearchResults, Suggestion


class EngineUnavailable(Exception):  # noqa: N818  reads as what is the matter
    """The engine cannot answer now: absent, corrupt, or too late."""


@dataclass(frozen=True, slots=True)
class Write:
    """The newest state of one page: its record, or None when it must not be found."""

    id: int
    version: int
    """Grows with every change; a write with an older version never wins."""
    record: SearchRecord | None


class SearchEngine(Protocol):
    """Each method raises EngineUnavailable, and nothing else, when the engine cannot do it now."""

    name: str

    def search(self, query: SearchQuery) -> SearchResults: ...

    def suggest(self, text: str, *, limit: int = 8) -> tuple[Suggestion, ...]: ...

    def related(self, record_id: int, *, limit: int = 3) -> tuple[Hit, ...]: ...

    def similar(self, text: str, *, types: Sequence[str] = (), limit: int = 3) -> tuple[Hit, ...]:
        """Pages of these types, or of any, that share the most telling words with a text."""

    def write(self, writes: Sequence[Write]) -> None:
        """Apply the writes and make them findable before returning."""

    def rebuild(self, writes: Iterable[Write]) -> int:
        """Fill a new index, swap it in at once, and return how many records it holds."""

    def count(self) -> int: ...
