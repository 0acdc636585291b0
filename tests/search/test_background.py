"""Changes are applied by a thread beside the request, and by a later search after a failure."""

import threading

import pytest
from django.db import OperationalError

from search.index import background


@pytest.fixture
def drained(monkeypatch, settings):
    """Waits until the thread has drained once more, and says in which thread that was."""
    settings.SEARCH_APPLY = "background"
    names: list[str] = []
    done = threading.Semaphore(0)

    def drain():
        names.append(threading.current_thread().name)
        done.release()

    monkeypatch.setattr(background, "_drain", drain)
    monkeypatch.setattr(background, "_worker", background._Worker())

    def wait() -> list[str]:
        assert done.acquire(timeout=10)
        return names

    return wait


def test_a_change_is_applied_beside_the_request(drained):
    background.apply_soon()
    assert drained() == ["search-changes"]


def test_a_failure_does_not_end_the_applying(drained, monkeypatch, caplog):
    working = background._drain
    monkeypatch.setattr(background, "_drain", lambda: 1 / 0)
    background.apply_soon()
    if thread := background._worker._thread:
        thread.join(10)
    assert "stay pending" in caplog.text
    monkeypatch.setattr(background, "_drain", working)
    background.apply_soon()
    drained()


def test_a_busy_database_is_tried_again_without_a_fuss(drained, monkeypatch, caplog):
    caplog.set_level("INFO", "search")
    working, busy = background._drain, [OperationalError("database is locked")] * 2
    monkeypatch.setattr(background, "PAUSES", (0.0, 0.0))

    def drain():
        if busy:
            raise busy.pop()
        working()

    monkeypatch.setattr(background, "_drain", drain)
    background.apply_soon()
    drained()
    assert [record.levelname for record in caplog.records] == ["INFO", "INFO"]
    assert not any(record.exc_info for record in caplog.records)


def test_a_database_that_stays_away_does_not_keep_a_command_from_ending(
    drained, monkeypatch, caplog
):
    def drain():
        raise OperationalError("no route to host")

    monkeypatch.setattr(background, "PAUSES", (0.0,))
    monkeypatch.setattr(background, "_drain", drain)
    background.apply_soon()
    if thread := background._worker._thread:
        thread.join(10)
    assert background._worker._thread is None
    assert [record.levelname for record in caplog.records] == ["WARNING"]


def test_a_search_catches_up_now_and_then(drained):
    background.catch_up()
    assert background._worker._thread is None
    background._worker.next_look = 0
    background.catch_up()
    drained()
    assert background._worker.next_look > 0


@pytest.mark.parametrize("mode", ["worker", "inline"])
def test_only_in_the_background_a_search_catches_up(drained, settings, mode):
    settings.SEARCH_APPLY = mode
    background._worker.next_look = 0
    background.catch_up()
    assert background._worker._thread is None
