"""Sends changes in requests of a bearable size, and tells apart what is refused for good."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, cast

from elasticsearch import ApiError

from search.engines.elasticsearch.connection import only_unavailable
from search.engines.elasticsearch.documents import document, line
from search.engines.elasticsearch.indices import Indices
from search.engines.protocol import EngineUnavailable, Write

# Large enough to be worth a request, small enough for any cluster.
MOST_DOCUMENTS = 500
MOST_BYTES = 4_000_000
OLDER = 409
NOT_FOUND = 404
TOO_LARGE = 413
# The same document gets the same answer tomorrow; any other refusal is of this moment.
FOR_GOOD = (400, TOO_LARGE)
# Said with 400 too, but of the index and not of a document.
OF_THE_INDEX = ("index_closed_exception", "no write index is defined")


class GoneError(EngineUnavailable):
    """The alias that was written to is not there."""


@dataclass(slots=True)
class Parcel:
    """What goes in one request: page id -> its two lines."""

    lines: dict[int, bytes] = field(default_factory=dict)
    refused: dict[int, str] = field(default_factory=dict)
    """Page id -> why no lines could be made of it."""
    size: int = 0

    def put(self, one: Write) -> None:
        action = {"_id": str(one.id), "version": one.version, "version_type": "external"}
        try:
            made = line({"index": action}) + b"\n" + line(document(one))
        except (ValueError, TypeError, OverflowError) as error:
            self.refused[one.id] = repr(error)
            return
        self.lines[one.id] = made
        self.size += len(made)

    def is_full(self) -> bool:
        return len(self.lines) >= MOST_DOCUMENTS or self.size >= MOST_BYTES

    def halves(self) -> tuple["Parcel", "Parcel"]:
        rest = iter(self.lines.items())
        return Parcel(dict(islice(rest, len(self.lines) // 2))), Parcel(dict(rest))


def parcels(writes: Iterable[Write]) -> Iterator[Parcel]:
    parcel = Parcel()
    for one in writes:
        parcel.put(one)
        if parcel.is_full():
            yield parcel
            parcel = Parcel()
    if parcel.lines or parcel.refused:
        yield parcel


def send(indices: Indices, target: str, parcel: Parcel, *, findable: bool) -> dict[int, str]:
    """Page id -> why it was refused for good. An older version that is refused is no error."""
    if not parcel.lines:
        return parcel.refused
    with only_unavailable():
        try:
            answer = indices.client.bulk(
                index=target,
                # Lines that are made already are sent as they are; the types do not say so.
                operations=cast("Sequence[dict[str, Any]]", list(parcel.lines.values())),
                require_alias=True,
                refresh=findable,
            )
        except ApiError as error:
            if error.meta.status != TOO_LARGE:
                raise
            return parcel.refused | _in_halves(indices, target, parcel, findable=findable)
        items = [item["index"] for item in answer["items"]]
        wrong = [one for one in items if one["status"] >= 300 and one["status"] != OLDER]
        refused = {int(one["_id"]): _reason(one) for one in wrong if _is_for_good(one)}
    if len(refused) < len(wrong):
        gone = all(one["status"] == NOT_FOUND for one in wrong)
        raise (GoneError if gone else EngineUnavailable)(
            f"{len(wrong)} of {len(items)} changes were refused: "
            f"{next(_reason(one) for one in wrong if not _is_for_good(one))}"
        )
    return parcel.refused | refused


def _in_halves(indices: Indices, target: str, parcel: Parcel, *, findable: bool) -> dict[int, str]:
    """A proxy in between, or the cluster, takes no request of this size."""
    if len(parcel.lines) == 1:
        return dict.fromkeys(parcel.lines, f"{parcel.size or 'its'} bytes are too many")
    refused: dict[int, str] = {}
    for half in parcel.halves():
        refused |= send(indices, target, half, findable=findable)
    return refused


def _is_for_good(item: dict[str, Any]) -> bool:
    said = _reason(item)
    return item["status"] in FOR_GOOD and not any(one in said for one in OF_THE_INDEX)


def _reason(item: dict[str, Any]) -> str:
    """In words, with what is beneath it, which names the field."""
    error = item.get("error") or {}
    if not isinstance(error, dict):
        return str(error)
    words = [str(error.get("type", item["status"])), str(error.get("reason", ""))]
    cause = error.get("caused_by")
    if isinstance(cause, dict):
        words.append(str(cause.get("reason", "")))
    return ": ".join(word for word in words if word)
