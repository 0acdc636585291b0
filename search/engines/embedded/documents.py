"""From a record to a document of the index, and back."""

import datetime
import json

import tantivy

from search.dutch.language import words
from search.engines import fields
from search.engines.analysis import exact_and_loose
from search.engines.protocol import Write
from search.packing import packed, unpacked
from search.records import SearchRecord, facet_values

FIRST_DAY = datetime.date(1990, 1, 1).toordinal()


def document(write: Write) -> tantivy.Document:
    found = tantivy.Document()
    found.add_unsigned("id", write.id)
    found.add_unsigned("version", write.version)
    found.add_boolean("shown", write.record is not None)
    if write.record is not None:
        _fill(found, write.record)
    return found


def _fill(found: tantivy.Document, record: SearchRecord) -> None:
    found.add_bytes("record", pack(record))
    if record.number:
        found.add_text("number", "".join(words(record.number)))
    for field, text in fields.texts(record):
        exact, loose = exact_and_loose(text)
        found.add_text(field.name, exact)
        found.add_text(field.loose_name, loose)
    for facet, name in fields.FACETS.items():
        for slug in facet_values(record, facet):
            found.add_text(name, slug)
    if record.date:
        found.add_unsigned("year", record.date.year)
    found.add_unsigned("newest", fields.newest(record))
    found.add_unsigned("corroborated", fields.corroborated(record))
    found.add_float("weight", weight(fields.day(record), record.id))


def weight(day: int, page_id: int) -> float:
    """Of equal scores the newer page comes first, and of one day some fixed order.

    A day is worth 5 millionths, more than a score's rounding and less than any real difference.
    """
    return 1 + max(0, day - FIRST_DAY) * 5e-6 + (page_id % 32) * 1.25e-7


def pack(record: SearchRecord) -> bytes:
    return json.dumps(packed(record), ensure_ascii=False).encode("utf-8", "replace")


def unpack(stored: bytes) -> SearchRecord:
    return unpacked(json.loads(stored))
