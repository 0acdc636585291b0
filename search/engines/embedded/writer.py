"""Changes the index: one process at a time, and never an older state over a newer one."""

from collections.abc import Iterable, Sequence

import tantivy
from tantivy import Query

from search.engines.embedded.documents import document
from search.engines.embedded.folder import WAIT_TO_WRITE, IndexFolder, only_unavailable
from search.engines.protocol import Refused, Write

SMALL_HEAP = 15_000_000  # bytes; the least that tantivy takes


def write(folder: IndexFolder, writes: Sequence[Write]) -> Refused:
    if not writes:
        return {}
    with folder.lock("write", wait=WAIT_TO_WRITE):
        index = folder.open(folder.current())
        with only_unavailable():
            return apply(index, writes)


def apply(index: tantivy.Index, writes: Sequence[Write]) -> Refused:
    newest = {one.id: one for one in sorted(writes, key=lambda one: one.version)}
    documents, refused = made(newest.values())
    index.reload()
    searcher = index.searcher()
    existing = Query.term_set_query(index.schema, "id", list(documents))
    addresses = [address for _, address in searcher.search(existing, len(newest) + 1).hits]
    for page_id, version in zip(
        numbers(searcher, "id", addresses), numbers(searcher, "version", addresses), strict=True
    ):
        if version > newest[page_id].version:
            del documents[page_id]
    if not documents:
        return refused
    writer = index.writer(SMALL_HEAP, 1)
    for page_id, one in documents.items():
        # By query: by term, 0.27 takes the number for a signed one and deletes nothing.
        writer.delete_documents_by_query(Query.term_query(index.schema, "id", page_id))
        writer.add_document(one)
    writer.commit()
    writer.wait_merging_threads()
    return refused


def made(writes: Iterable[Write]) -> tuple[dict[int, tantivy.Document], dict[int, str]]:
    """Page id -> its document, and page id -> why there can be none."""
    documents: dict[int, tantivy.Document] = {}
    refused: dict[int, str] = {}
    for one in writes:
        try:
            documents[one.id] = document(one)
        except (ValueError, TypeError, OverflowError) as error:
            refused[one.id] = repr(error)
    return documents, refused


def numbers(
    searcher: tantivy.Searcher, name: str, addresses: list[tantivy.DocAddress]
) -> list[int]:
    """Every document has one of each of these."""
    return [int(value or 0) for value in searcher.fast_field_values(name, addresses)]
