"""From a record to a document of the index, and back."""

import json
from collections import defaultdict
from typing import Any

from search.dutch.language import words
from search.engines import fields
from search.engines.analysis import exact_and_loose
from search.engines.protocol import Write
from search.packing import packed, unpacked
from search.records import SearchRecord, facet_values


def line(value: dict[str, Any]) -> bytes:
    """One line of a request; what cannot be written in UTF-8 becomes a question mark."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def document(write: Write) -> dict[str, Any]:
    if write.record is None:
        return {"shown": False}
    return {"shown": True, "record": packed(write.record)} | _found_by(write.record)


def _found_by(record: SearchRecord) -> dict[str, Any]:
    found: dict[str, Any] = defaultdict(list)
    for field, text in fields.texts(record):
        exact, loose = exact_and_loose(text)
        found[field.name].append(exact)
        found[field.loose_name].append(loose)
    for facet, name in fields.FACETS.items():
        found[name] = facet_values(record, facet)
    if record.number:
        found["number"] = "".join(words(record.number))
    if record.date:
        found["year"] = record.date.year
    found["newest"] = fields.newest(record)
    found["corroborated"] = fields.corroborated(record)
    return found


def record_of(source: dict[str, Any]) -> SearchRecord:
    return unpacked(source["record"])
