"""Keeps the records in the database as well: what answers when the engine does not."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from django.db import DataError, connection, transaction

from search.dutch.compounds import pieces
from search.dutch.language import STOP_WORDS, words
from search.engines.protocol import Refused, Write
from search.models import StoredRecord, StoredTerm
from search.packing import packed
from search.records import FACET_FIELDS, YEAR_FACET, SearchRecord, facet_values

MOST_TERMS = 60
LONGEST_TERM = 60
# What a database says of values that it cannot hold, and Python of those that cannot be written.
UNFIT = (DataError, ValueError, TypeError, OverflowError)


def save(writes: Sequence[Write]) -> Refused:
    """Like the engine's write: an older version never wins, and one page's fault is its own."""
    newest = {write.id: write for write in sorted(writes, key=lambda write: write.version)}
    try:
        _save(newest)
    except UNFIT as error:
        if len(newest) == 1:
            return dict.fromkeys(newest, f"{type(error).__name__}: {error}")
        refused: dict[int, str] = {}
        for write in newest.values():
            refused |= save([write])
        return refused
    return {}


def _save(writes: Mapping[int, Write]) -> None:
    newest = dict(writes)
    with transaction.atomic():
        rows = StoredRecord.objects.filter(pk__in=newest)
        if connection.features.has_select_for_update:
            # What is not there cannot be locked, and two who both find nothing would both write.
            blank = [StoredRecord(page_id=page_id, version=-1) for page_id in sorted(newest)]
            StoredRecord.objects.bulk_create(blank, ignore_conflicts=True)
            rows = rows.order_by("pk").select_for_update()
        same: dict[int, list[int]] = defaultdict(list)
        for page_id, version, digest in rows.values_list("pk", "version", "digest"):
            if version > newest[page_id].version:
                del newest[page_id]
            elif digest == _digest(newest[page_id].record):
                same[newest.pop(page_id).version].append(page_id)
        _store(list(newest.values()))
        for version, page_ids in same.items():
            StoredRecord.objects.filter(pk__in=page_ids).update(version=version)


def changed_since(version: int, *, but: int) -> set[int]:
    """The pages of which a newer state came in than of this version, but for one other."""
    newer = StoredRecord.objects.filter(version__gt=version).exclude(version=but)
    return set(newer.values_list("pk", flat=True))


def forget_before(version: int) -> None:
    """After a rebuild: drop what it did not see."""
    StoredRecord.objects.filter(version__lt=version).delete()


def terms(record: SearchRecord) -> Iterator[tuple[str, str]]:
    """(facet, value) for its facets, and ("", word) for the words it can be found by."""
    for facet in (*FACET_FIELDS, YEAR_FACET):
        for value in facet_values(record, facet):
            yield facet, value
    text = " ".join((record.number, record.title, *record.keywords, record.summary))
    found: dict[str, None] = {}
    for word in (*words(text), "".join(words(record.number))):
        if word and word not in STOP_WORDS:
            found[word[:LONGEST_TERM]] = None
            found.update(dict.fromkeys(pieces(word)))
    for word in list(found)[:MOST_TERMS]:
        yield "", word


def _store(writes: Sequence[Write]) -> None:
    if not writes:
        return
    StoredRecord.objects.bulk_create(
        [_row(write) for write in writes],
        update_conflicts=True,
        unique_fields=["page_id"],
        update_fields=["version", "record", "digest", "day", "corroboration"],
    )
    # Raw: without the collector, which would fetch every term to delete it.
    old = StoredTerm.objects.filter(record_id__in=[write.id for write in writes])
    old._raw_delete(old.db)
    rows = [
        (write.id, facet, value)
        for write in writes
        if write.record is not None
        for facet, value in terms(write.record)
    ]
    # Not bulk_create: at some forty terms a page its objects cost ten times what the rows do.
    table = connection.ops.quote_name(StoredTerm._meta.db_table)
    insert = f"INSERT INTO {table} (record_id, facet, value) VALUES (%s, %s, %s)"  # noqa: S608  nothing in it comes from outside
    with connection.cursor() as cursor:
        cursor.executemany(insert, rows)


def _row(write: Write) -> StoredRecord:
    found = write.record
    return StoredRecord(
        page_id=write.id,
        version=write.version,
        record=packed(found) if found else None,
        digest=_digest(found),
        day=found.date if found else None,
        corroboration=max(found.corroboration, 0) if found else 0,
    )


def _digest(record: SearchRecord | None) -> str:
    """Tells an unchanged record, so that a rebuild writes only what changed."""
    if record is None:
        return ""
    return hashlib.sha256(json.dumps(packed(record), sort_keys=True).encode()).hexdigest()
