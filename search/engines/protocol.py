"""The contract that every search engine keeps; `tests/search/contract` holds them to it."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from search.engines.chunks import chunks
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


Refused = Mapping[int, str]
"""Page id -> why the engine will never take this write; the others of its batch were applied."""


class Filling(Protocol):
    """A new index that is filled beside the one that answers."""

    name: str
    """By which it is found again after its process was killed."""

    def held(self) -> set[int]:
        """Ids of the pages that are in it, and stay in it whatever happens to this process."""

    def add(self, writes: Sequence[Write]) -> Refused:
        """Take these pages in, at once or a little later; what is refused may be told later."""

    def finish(self) -> tuple[int, Refused]:
        """Swap it in at once. How many records it holds, and what was refused and not told yet."""


class SearchEngine(Protocol):
    """Each method raises EngineUnavailable, and nothing else, when the engine cannot do it now."""

    name: str

    def search(self, query: SearchQuery) -> SearchResults: ...

    def totals(self, queries: Sequence[SearchQuery]) -> tuple[int, ...]:
        """How many pages `search` would find for each of these questions, in their order."""

    def suggest(self, text: str, *, limit: int = 8) -> tuple[Suggestion, ...]: ...

    def related(self, record_id: int, *, limit: int = 3) -> tuple[Hit, ...]: ...

    def similar(self, text: str, *, types: Sequence[str] = (), limit: int = 3) -> tuple[Hit, ...]:
        """Pages of these types, or of any, that share the most telling words with a text."""

    def write(self, writes: Sequence[Write]) -> Refused:
        """Apply the writes and make them findable before returning."""

    def filling(self, name: str = "") -> AbstractContextManager[Filling]:
        """Go on with the index of this name, or begin a new one when it is not there or not fit."""

    def count(self) -> int: ...

    def rebuild(self, writes: Iterable[Write]) -> int:
        """Fill a new index from beginning to end and return how many records it holds."""
        with self.filling() as new:
            for some in chunks(writes):
                new.add(some)
            held, _refused = new.finish()
            return held
