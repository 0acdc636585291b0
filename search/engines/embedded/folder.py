"""The folder of the index: which one is current, who may write, and how a new one takes over."""

import contextlib
import fcntl
import os
import shutil
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import tantivy

from search.engines.embedded import schema
from search.engines.protocol import EngineUnavailable

POINTER = "current"
PREFIX = "index-"
WAIT_TO_WRITE = 10.0  # seconds; what waits longer stays pending and is applied later


@contextlib.contextmanager
def only_unavailable() -> Iterator[None]:
    """Turn what tantivy and the disk raise into EngineUnavailable.

    A corrupt file can also panic inside tantivy; pyo3 raises that as a BaseException of its own,
    which has no importable name.
    """
    try:
        yield
    except (ValueError, OSError, RuntimeError) as error:
        raise EngineUnavailable(f"The index cannot be used: {error}") from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise EngineUnavailable(f"The index is corrupt: {error}") from None
        raise


@dataclass(frozen=True, slots=True)
class IndexFolder:
    """Holds one index per rebuild, and a small file that names the current one."""

    path: Path

    def current(self) -> Path:
        try:
            name = (self.path / POINTER).read_text().strip()
        except OSError as error:
            raise EngineUnavailable("There is no index yet; run rebuild_index.") from error
        if not name.startswith(f"{PREFIX}{schema.version()}-") or "/" in name:
            raise EngineUnavailable("Other code made the index; run rebuild_index.")
        return self.path / name

    def pointed(self) -> Path | None:
        """The current one, also when other code made it and answers with it."""
        with contextlib.suppress(OSError, ValueError):
            name = (self.path / POINTER).read_text().strip()
            return self.path / name if name else None
        return None

    def unfinished(self, name: str) -> Path | None:
        """The folder of this name, when this code began to fill it and nothing answers with it."""
        path = self.path / name
        fits = name.startswith(f"{PREFIX}{schema.version()}-") and "/" not in name
        return path if fits and path.is_dir() and path != self.pointed() else None

    def open(self, folder: Path) -> tantivy.Index:
        with only_unavailable():
            index = tantivy.Index.open(str(folder))
            schema.prepare(index)
            index.config_reader("manual")
            index.reload()
            return index

    def create(self) -> Path:
        folder = self.path / f"{PREFIX}{schema.version()}-{uuid.uuid4().hex[:8]}"
        folder.mkdir(parents=True)
        return folder

    def swap(self, folder: Path) -> None:
        """One rename: readers see the old index or the new one, never none."""
        fresh = self.path / f"{POINTER}.{folder.name}"
        with fresh.open("w") as file:
            file.write(folder.name)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self.path / POINTER)

    def remove_all_but(self, *kept: Path | None) -> None:
        """Also what a killed rebuild left behind; a reader that has a file open keeps it."""
        for left in self.path.glob(f"{PREFIX}*"):
            if left not in kept:
                shutil.rmtree(left, ignore_errors=True)
        for left in self.path.glob(f"{POINTER}.*"):
            left.unlink(missing_ok=True)

    @contextlib.contextmanager
    def lock(self, name: str, *, wait: float) -> Iterator[None]:
        """Held by one process and thread at a time; the system frees it when its holder dies."""
        with only_unavailable():
            self.path.mkdir(parents=True, exist_ok=True)
            handle = os.open(self.path / f"{name}.lock", os.O_RDWR | os.O_CREAT, 0o644)
        try:
            _acquire(handle, name, time.monotonic() + wait)
            yield
        finally:
            os.close(handle)


def _acquire(handle: int, name: str, until: float) -> None:
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise EngineUnavailable(f"Another process holds the {name} lock.") from None
            time.sleep(0.02)
        else:
            return
