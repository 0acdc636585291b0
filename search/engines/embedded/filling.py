"""Fills a new folder while the old one answers and takes changes, then swaps."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import tantivy
from tantivy import FieldType, Query

from search.engines.embedded import schema
from search.engines.embedded.documents import unpack
from search.engines.embedded.folder import WAIT_TO_WRITE, IndexFolder, only_unavailable
from search.engines.embedded.queries import total
from search.engines.embedded.writer import apply, made, numbers
from search.engines.protocol import EngineUnavailable, Refused, Write

LARGE_HEAP = 120_000_000  # bytes
# Pages after which what was added is made to stay; a killed process loses fewer.
KEPT_EVERY = 2_000
# What is newer in the old index than this came in while the new one was being filled.
BEFORE = "newest-before"


class FolderFilling:
    def __init__(self, folder: IndexFolder, path: Path, index: tantivy.Index) -> None:
        self.name = path.name
        self._folder = folder
        self._path = path
        self._index = index
        with only_unavailable():
            self._held = _ids(index)
            self._writer = index.writer(LARGE_HEAP, 1)
        self._added = 0

    def held(self) -> set[int]:
        return self._held

    def add(self, writes: Sequence[Write]) -> Refused:
        documents, refused = made(writes)
        with only_unavailable():
            for document in documents.values():
                self._writer.add_document(document)
            self._added += len(documents)
            if self._added >= KEPT_EVERY:
                self._writer.commit()
                self._added = 0
        return refused

    def finish(self) -> tuple[int, Refused]:
        """What came in meanwhile is taken over under the write lock, so that nothing falls between.

        A page of it that is refused was refused before.
        """
        with only_unavailable():
            self._writer.commit()
            self._writer.wait_merging_threads()
        with self._folder.lock("write", wait=WAIT_TO_WRITE):
            meanwhile = _changed_since(self._folder, int((self._path / BEFORE).read_text()))
            with only_unavailable():
                apply(self._index, meanwhile)
                self._folder.swap(self._path)
        self._folder.remove_all_but(self._path)
        with only_unavailable():
            (self._path / BEFORE).unlink()
            self._index.reload()
            shown = Query.term_query(self._index.schema, "shown", True)
            return total(self._index.searcher().search(shown, 1)), {}

    def close(self) -> None:
        """Lets go of the index; what was not made to stay is lost."""
        del self._writer


@contextmanager
def filling(folder: IndexFolder, name: str) -> Iterator[FolderFilling]:
    with folder.lock("rebuild", wait=0):
        path, index = _again(folder, name) or _begun(folder)
        folder.remove_all_but(path, folder.pointed())
        new = FolderFilling(folder, path, index)
        try:
            yield new
        finally:
            new.close()


def _again(folder: IndexFolder, name: str) -> tuple[Path, tantivy.Index] | None:
    """The unfinished index of this name, when this code can go on with it."""
    path = folder.unfinished(name)
    if path is None:
        return None
    with suppress(EngineUnavailable, OSError, ValueError):
        int((path / BEFORE).read_text())
        return path, folder.open(path)
    return None


def _begun(folder: IndexFolder) -> tuple[Path, tantivy.Index]:
    before = _newest(folder)
    path = folder.create()
    with only_unavailable():
        index = tantivy.Index(schema.build(), path=str(path))
        schema.prepare(index)
        (path / BEFORE).write_text(str(before))
    return path, index


def _ids(index: tantivy.Index) -> set[int]:
    searcher = index.searcher()
    found = searcher.search(Query.all_query(), max(searcher.num_docs, 1), count=False).hits
    return set(numbers(searcher, "id", [address for _, address in found]))


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

    Other code may write to that one; a rebuild reads again what changed meanwhile.
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
    (page_id,) = numbers(searcher, "id", [address])
    (version,) = numbers(searcher, "version", [address])
    return Write(id=page_id, version=version, record=unpack(packed) if packed else None)
