"""Changes the index: one process at a time, and never an older state over a newer one."""

from collections.abc import Iterable, Sequence

import tantivy
from tantivy import FieldType, Query

from search.engines.embedded import schema
from search.engines.embedded.documents import document, unpack
from search.engines.embedded.folder import WAIT_TO_WRITE, IndexFolder, only_unavailable
from search.engines.embedded.queries import total
from search.engines.protocol import EngineUnavailable, Write

SMALL_HEAP = 15_000_000  # bytes; the least that tantivy takes
LARGE_HEAP = 120_000_000


def write(folder: IndexFolder, writes: Sequence[Write]) -> None:
    if not writes:
        return
    with folder.lock("write", wait=WAIT_TO_WRITE):
        index = folder.open(folder.current())
        with only_unavailable():
            _apply(index, writes)


def rebuild(folder: IndexFolder, writes: Iterable[Write]) -> int:
    """Fill a new folder while the old one answers and takes changes, then swap.

    What is newer in the old one at the end than all it held at the beginning came in meanwhile;
    it is taken over under the write lock, so that no change falls between the two.
    """
    with folder.lock("rebuild", wait=0):
        before = _newest(folder)
        fresh = folder.create()
        with only_unavailable():
            index = tantivy.Index(schema.build(), path=str(fresh))
            schema.prepare(index)
        _fill(index, writes)
        with folder.lock("write", wait=WAIT_TO_WRITE):
            meanwhile = _changed_since(folder, before)
            with only_unavailable():
                index.reload()
                if meanwhile:
                    _apply(index, meanwhile)
                folder.swap(fresh)
        folder.remove_all_but(fresh)
        with only_unavailable():
            index.reload()
            shown = Query.term_query(index.schema, "shown", True)
            return total(index.searcher().search(shown, 1))


def _fill(index: tantivy.Index, writes: Iterable[Write]) -> None:
    """Errors of the caller's own pass unchanged; only those of the index are translated."""
    with only_unavailable():
        writer = index.writer(LARGE_HEAP, 1)
    for one in writes:
        with only_unavailable():
            writer.add_document(document(one))
    with only_unavailable():
        writer.commit()
        writer.wait_merging_threads()


def _apply(index: tantivy.Index, writes: Sequence[Write]) -> None:
    newest = {one.id: one for one in sorted(writes, key=lambda one: one.version)}
    index.reload()
    searcher = index.searcher()
    existing = Query.term_set_query(index.schema, "id", list(newest))
    addresses = [address for _, address in searcher.search(existing, len(newest)).hits]
    for page_id, version in zip(
        _numbers(searcher, "id", addresses), _numbers(searcher, "version", addresses), strict=True
    ):
        if version > newest[page_id].version:
            del newest[page_id]
    if not newest:
        return
    writer = index.writer(SMALL_HEAP, 1)
    for one in newest.values():
        # By query: by term, 0.27 takes the number for a signed one and deletes nothing.
        writer.delete_documents_by_query(Query.term_query(index.schema, "id", one.id))
        writer.add_document(document(one))
    writer.commit()
    writer.wait_merging_threads()


def _newest(folder: IndexFolder) -> int:
    """The newest version in the current index; 0 when there is none that can be read."""
    try:
        searcher = folder.open(folder.current()).searcher()
        with only_unavailable():
            found = searcher.search(Query.all_query(), 1, order_by_field="version").hits
    except EngineUnavailable:
        return 0
    return int(found[0][0]) if found else 0


def _changed_since(folder: IndexFolder, version: int) -> list[Write]:
    """What the current index holds that is newer; nothing when it cannot be read.

    Writes to an unreadable index failed too, so they are still pending.
    """
    try:
        index = folder.open(folder.current())
        with only_unavailable():
            searcher = index.searcher()
            newer = Query.range_query(
                index.schema, "version", FieldType.Unsigned, lower_bound=version + 1
            )
            found = searcher.search(newer, max(searcher.num_docs, 1)).hits
            return [_as_write(searcher, address) for _, address in found]
    except EngineUnavailable:
        return []


def _as_write(searcher: tantivy.Searcher, address: tantivy.DocAddress) -> Write:
    packed = searcher.doc(address).get_first("record")
    (page_id,) = _numbers(searcher, "id", [address])
    (version,) = _numbers(searcher, "version", [address])
    return Write(id=page_id, version=version, record=unpack(packed) if packed else None)


def _numbers(
    searcher: tantivy.Searcher, name: str, addresses: list[tantivy.DocAddress]
) -> list[int]:
    """Every document has one of each of these."""
    return [int(value or 0) for value in searcher.fast_field_values(name, addresses)]
