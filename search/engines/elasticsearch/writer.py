"""Changes the index: never an older state over a newer one, and nothing refused goes unnoticed."""

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, cast

from search.engines.elasticsearch.connection import only_unavailable
from search.engines.elasticsearch.documents import document, line
from search.engines.elasticsearch.indices import Indices
from search.engines.protocol import EngineUnavailable, Write

# A request of a rebuild: large enough to be worth it, small enough for any cluster.
MOST_DOCUMENTS = 500
MOST_BYTES = 4_000_000
OLDER = 409
NOT_FOUND = 404


def write(indices: Indices, writes: Sequence[Write]) -> None:
    newest = {one.id: one for one in sorted(writes, key=lambda one: one.version)}
    lines = [each for one in newest.values() for each in _lines(one)]
    if not lines:
        return
    with only_unavailable():
        coming = indices.is_coming()
    _send(indices, indices.alias, lines, findable=True)
    if coming:
        # Gone: the rebuild is done, so the new index is the one that took the write above; or it
        # was given up, and nobody will read its index.
        with contextlib.suppress(_GoneError):
            _send(indices, indices.coming, lines, findable=False)


def rebuild(indices: Indices, writes: Iterable[Write]) -> int:
    """Fill a new index while the old one answers and takes changes, then swap.

    What changes meanwhile is written to both, with a newer version. A write that began before the
    new index was there is of a page that is read after that.
    """
    index = indices.create()
    target = indices.filling(index)
    sent: set[int] = set()
    # One request is on its way while the next is made.
    with ThreadPoolExecutor(max_workers=1) as sending:
        underway: Future[None] | None = None
        for ids, lines in _parcels(writes):
            if underway:
                underway.result()
            underway = sending.submit(_send, indices, target, lines, findable=False)
            sent.update(ids)
        if underway:
            underway.result()
    with only_unavailable():
        indices.client.indices.refresh(index=target)
        held = int(indices.client.count(index=target)["count"])
    if held < len(sent):
        raise EngineUnavailable(f"Of {len(sent)} pages the new index holds {held}.")
    with only_unavailable():
        shown = indices.client.count(index=target, query={"term": {"shown": True}})["count"]
    indices.swap(index)
    return int(shown)


def _parcels(writes: Iterable[Write]) -> Iterator[tuple[list[int], list[bytes]]]:
    """(ids, lines of a request)"""
    ids: list[int] = []
    lines: list[bytes] = []
    size = 0
    for one in writes:
        ids.append(one.id)
        lines += _lines(one)
        size += len(lines[-1])
        if len(ids) >= MOST_DOCUMENTS or size >= MOST_BYTES:
            yield ids, lines
            ids, lines, size = [], [], 0
    if ids:
        yield ids, lines


def _lines(one: Write) -> tuple[bytes, bytes]:
    action = {"_id": str(one.id), "version": one.version, "version_type": "external"}
    return line({"index": action}), line(document(one))


class _GoneError(EngineUnavailable):
    """The alias that was written to is not there."""


def _send(indices: Indices, target: str, lines: Sequence[bytes], *, findable: bool) -> None:
    """An older version that is refused is as it should be; any other refusal is an error."""
    with only_unavailable():
        answer = indices.client.bulk(
            index=target,
            # Lines that are made already are sent as they are; the types do not say so.
            operations=cast("Sequence[dict[str, Any]]", lines),
            require_alias=True,
            refresh=findable,
        )
        items = [item["index"] for item in answer["items"]]
        wrong = [one for one in items if one["status"] >= 300 and one["status"] != OLDER]
    if wrong:
        gone = all(one["status"] == NOT_FOUND for one in wrong)
        error = _GoneError if gone else EngineUnavailable
        reason = wrong[0].get("error", {})
        raise error(f"{len(wrong)} of {len(items)} changes were refused: {reason}")
