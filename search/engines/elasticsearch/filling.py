"""Fills a new index while the old one answers and takes changes, then swaps."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from elasticsearch.helpers import scan

from search.engines.elasticsearch.bulk import parcels, send
from search.engines.elasticsearch.connection import only_unavailable
from search.engines.elasticsearch.indices import Indices
from search.engines.protocol import EngineUnavailable, Refused, Write

AT_ONCE = 5_000  # ids


class IndexFilling:
    """What changes meanwhile is written to both indices, with a newer version."""

    def __init__(self, indices: Indices, index: str, sending: ThreadPoolExecutor) -> None:
        self.name = index
        self._indices = indices
        self._target = indices.filling(index)
        self._sending = sending
        # One request is on its way while the next is made.
        self._underway: Future[dict[int, str]] | None = None
        self._held = self._read()
        self._expected = set(self._held)

    def held(self) -> set[int]:
        return self._held

    def add(self, writes: Sequence[Write]) -> Refused:
        refused: dict[int, str] = {}
        for parcel in parcels(writes):
            refused |= self._arrived()
            self._expected.update(parcel.lines)
            self._underway = self._sending.submit(
                send, self._indices, self._target, parcel, findable=False
            )
        return refused

    def finish(self) -> tuple[int, Refused]:
        refused = self._arrived()
        client = self._indices.client
        with only_unavailable():
            client.indices.refresh(index=self._target)
            held = int(client.count(index=self._target)["count"])
            shown = client.count(index=self._target, query={"term": {"shown": True}})["count"]
        if held < len(self._expected):
            raise EngineUnavailable(f"Of {len(self._expected)} pages the new index holds {held}.")
        self._indices.swap(self.name)
        return int(shown), refused

    def _arrived(self) -> dict[int, str]:
        if self._underway is None:
            return {}
        underway, self._underway = self._underway, None
        refused = underway.result()
        self._expected.difference_update(refused)
        return refused

    def _read(self) -> set[int]:
        client = self._indices.client
        with only_unavailable():
            client.indices.refresh(index=self._target)
            # What an incomplete answer lacks is read and sent once more, which changes nothing.
            found = scan(
                client,
                index=self._target,
                query={"_source": False},
                size=AT_ONCE,
                raise_on_error=False,
            )
            return {int(hit["_id"]) for hit in found}


@contextmanager
def filling(indices: Indices, name: str) -> Iterator[IndexFilling]:
    index = indices.again(name) or indices.create()
    with ThreadPoolExecutor(max_workers=1) as sending:
        yield IndexFilling(indices, index, sending)
