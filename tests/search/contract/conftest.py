"""Every engine keeps the same contract. A new one is added to `engine`, and nothing else here."""

from collections.abc import Callable, Iterable

import pytest

from search.engines.embedded import EmbeddedEngine
from search.engines.protocol import SearchEngine, Write
from search.query import SearchQuery
from search.records import SearchRecord
from search.results import SearchResults


class Site:
    """An engine with the handles that a test needs; empty until one is used."""

    def __init__(self, engine: SearchEngine) -> None:
        self._engine = engine
        self._made = False
        self.version = 0

    @property
    def engine(self) -> SearchEngine:
        if not self._made:
            self.holds()
        return self._engine

    def holds(self, *records: SearchRecord) -> None:
        self._made = True
        self.version += 1
        self._engine.rebuild(writes(records, self.version))

    def add(self, *records: SearchRecord) -> None:
        self.version += 1
        self.engine.write(writes(records, self.version))

    def remove(self, *ids: int) -> None:
        self.version += 1
        self.engine.write([Write(id=one, version=self.version, record=None) for one in ids])

    def search(self, words: str = "", **query: object) -> SearchResults:
        return self.engine.search(SearchQuery(words=words, **query))

    def found(self, words: str = "", **query: object) -> list[int]:
        return [hit.record.id for hit in self.search(words, **query).hits]


def writes(records: Iterable[SearchRecord], version: int) -> list[Write]:
    return [Write(id=record.id, version=version, record=record) for record in records]


@pytest.fixture(params=["embedded", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)])
def engine(request, tmp_path) -> SearchEngine:
    if request.param == "embedded":
        return EmbeddedEngine(tmp_path / "search")
    return request.getfixturevalue("elasticsearch")


@pytest.fixture
def site(engine) -> Site:
    return Site(engine)


@pytest.fixture
def record() -> Callable[..., SearchRecord]:
    """Make records numbered from 1; name only what the test is about."""
    last = 0

    def make(title: str = "Een pagina", **values: object) -> SearchRecord:
        nonlocal last
        last += 1
        return SearchRecord(
            **{"id": last, "type": "les", "url": f"/lessen/{last}/", "title": title} | values
        )

    return make
