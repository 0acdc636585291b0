"""Follows the index: the current folder, and what other processes committed to it."""

import os
import threading
from dataclasses import dataclass
from pathlib import Path

import tantivy

from search.engines.embedded.folder import IndexFolder
from search.engines.protocol import EngineUnavailable


@dataclass(frozen=True, slots=True)
class Opened:
    folder: Path
    index: tantivy.Index
    stamp: tuple[int, int, int]
    """Of the file that every commit replaces."""
    schema: tantivy.Schema
    searcher: tantivy.Searcher


class Reader:
    """Shared by the threads of a process. Two small file reads a question; reopens on a change."""

    def __init__(self, folder: IndexFolder) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._opened: Opened | None = None

    def opened(self) -> Opened:
        try:
            return self._follow()
        except EngineUnavailable:
            # A rebuild may have swapped between reading the pointer and opening its folder.
            return self._follow()

    def _follow(self) -> Opened:
        folder = self._folder.current()
        stamp = _stamp(folder)
        opened = self._opened
        if opened is not None and opened.folder == folder and opened.stamp == stamp:
            return opened
        with self._lock:
            opened = self._opened
            if opened is None or opened.folder != folder:
                index = self._folder.open(folder)
            elif opened.stamp != stamp:
                index = opened.index
                index.reload()
            else:
                return opened
            self._opened = Opened(folder, index, stamp, index.schema, index.searcher())
            return self._opened


def _stamp(folder: Path) -> tuple[int, int, int]:
    try:
        found = os.stat(folder / "meta.json")
    except OSError as error:
        raise EngineUnavailable("The index is incomplete; run rebuild_index.") from error
    return found.st_mtime_ns, found.st_ino, found.st_size
