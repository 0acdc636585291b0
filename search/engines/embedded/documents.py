"""From a record to a document of the index, and back."""

import datetime
import json

import tantivy

from search.engines.embedded.analysis import exact_and_loose
from search.engines.embedded.schema import FACETS, TEXT_FIELDS
from search.engines.protocol import Write
from search.language import words
from search.packing import packed, unpacked
from search.records import SearchRecord

# Room for the id below the date, and for both below the corroboration, in 64 bits.
ID_BITS = 32
DAY_BITS = 22
MOST_CORROBORATED = 1_000
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
    texts: dict[str, tuple[str, ...]] = {
        "title": (record.title,),
        "keywords": (*record.keywords, record.number),
        "summary": (record.summary,),
        "body": (record.body,),
    }
    for field in TEXT_FIELDS:
        for text in texts[field.name]:
            if text:
                exact, loose = exact_and_loose(text)
                found.add_text(field.name, exact)
                found.add_text(field.loose_name, loose)
    for name in FACETS.values():
        value = getattr(record, name)
        for slug in dict.fromkeys((value,) if isinstance(value, str) else value):
            found.add_text(name, slug)
    day = record.date.toordinal() if record.date else 0
    if record.date:
        found.add_unsigned("year", record.date.year)
    newest = (day << ID_BITS) | record.id
    found.add_unsigned("newest", newest)
    corroborated = max(0, min(record.corroboration, MOST_CORROBORATED))
    found.add_unsigned("corroborated", (corroborated << (ID_BITS + DAY_BITS)) | newest)
    found.add_float("weight", weight(day, record.id))


def weight(day: int, page_id: int) -> float:
    """Of equal scores the newer page comes first, and of one day some fixed order.

    A day is worth 5 millionths, more than a score's rounding and less than any real difference.
    """
    return 1 + max(0, day - FIRST_DAY) * 5e-6 + (page_id % 32) * 1.25e-7


def pack(record: SearchRecord) -> bytes:
    return json.dumps(packed(record), ensure_ascii=False).encode("utf-8", "replace")


def unpack(stored: bytes) -> SearchRecord:
    return unpacked(json.loads(stored))
