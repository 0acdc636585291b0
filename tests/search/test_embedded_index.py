"""The folder of the embedded index: missing, corrupt, of other code, left by a killed process."""

import fcntl
import os
import shutil
from concurrent.futures import ThreadPoolExecutor

import pytest

from search.engines.embedded import EmbeddedEngine, folder
from search.engines.protocol import EngineUnavailable, Write
from search.query import SearchQuery
from search.records import SearchRecord


def write(number: int, title: str = "Een loket", version: int = 1) -> Write:
    record = SearchRecord(id=number, type="les", url=f"/lessen/{number}/", title=title)
    return Write(id=number, version=version, record=record)


@pytest.fixture
def engine(tmp_path) -> EmbeddedEngine:
    engine = EmbeddedEngine(tmp_path)
    engine.rebuild([write(1)])
    return engine


def index_folder(engine: EmbeddedEngine):
    return engine.folder.current()


def asks(engine):
    return [
        lambda: engine.search(SearchQuery(words="loket")),
        lambda: engine.suggest("loket"),
        lambda: engine.related(1),
        lambda: engine.write([write(2)]),
        engine.count,
    ]


def removed(path):
    shutil.rmtree(path)


def emptied(path):
    for file in path.iterdir():
        file.write_bytes(b"")


def scrambled(path):
    for file in path.iterdir():
        file.write_bytes(os.urandom(len(file.read_bytes())))


def without_meta(path):
    (path / "meta.json").unlink()


@pytest.mark.parametrize("damage", [removed, emptied, scrambled, without_meta])
def test_a_damaged_index_is_unavailable_until_it_is_rebuilt(engine, tmp_path, damage):
    damage(index_folder(engine))
    fresh = EmbeddedEngine(tmp_path)
    for ask in asks(fresh):
        with pytest.raises(EngineUnavailable):
            ask()
    assert fresh.rebuild([write(3)]) == 1
    assert fresh.count() == engine.count() == 1


def test_without_any_index_nothing_is_found_or_half_made(tmp_path):
    engine = EmbeddedEngine(tmp_path / "none")
    for ask in asks(engine):
        with pytest.raises(EngineUnavailable, match="rebuild_index"):
            ask()


def test_an_index_of_other_code_must_be_rebuilt(engine, monkeypatch):
    monkeypatch.setattr(folder.schema, "version", lambda: "0123456789ab")
    with pytest.raises(EngineUnavailable, match="Other code"):
        engine.count()
    assert engine.rebuild([write(1)]) == 1


@pytest.mark.parametrize("pointer", ["", "../elsewhere", "\x00", "index-"])
def test_a_damaged_pointer_is_unavailable(engine, tmp_path, pointer):
    (tmp_path / "current").write_text(pointer)
    with pytest.raises(EngineUnavailable):
        engine.count()


def test_what_a_killed_rebuild_left_is_removed_by_the_next(engine, tmp_path):
    left = engine.folder.create()
    (left / "half").write_text("half")
    (tmp_path / "current.half").write_text("half")
    engine.rebuild([write(1)])
    assert {file.name for file in tmp_path.iterdir()} == {
        index_folder(engine).name,
        "current",
        "write.lock",
        "rebuild.lock",
    }


def test_one_rebuild_at_a_time(engine):
    with engine.folder.lock("rebuild", wait=0), pytest.raises(EngineUnavailable, match="rebuild"):
        engine.rebuild([])


def test_a_write_waits_for_another_but_not_forever(engine, tmp_path, monkeypatch):
    monkeypatch.setattr("search.engines.embedded.writer.WAIT_TO_WRITE", 0.1)
    with (tmp_path / "write.lock").open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(EngineUnavailable, match="write lock"):
            engine.write([write(2)])
        assert engine.count() == 1
    engine.write([write(2)])
    assert engine.count() == 2


def test_another_process_s_writes_and_rebuilds_are_followed(engine, tmp_path):
    other = EmbeddedEngine(tmp_path)
    assert engine.count() == 1
    other.write([write(2)])
    assert engine.count() == 2
    other.rebuild([write(3)])
    assert engine.count() == 1


def test_threads_write_and_read_at_once(engine):
    with ThreadPoolExecutor(4) as threads:
        writing = [threads.submit(engine.write, [write(n, version=9)]) for n in range(2, 10)]
        reading = [threads.submit(engine.search, SearchQuery(words="loket")) for _ in range(40)]
        assert all(1 <= one.result().total <= 9 for one in reading)
        for one in writing:
            one.result()
    assert engine.count() == 9
