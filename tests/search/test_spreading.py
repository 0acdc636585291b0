"""Work in several processes: in order, bounded, and gone with who asked for it."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from search.index import pages, rebuilds
from search.index.spreading import AHEAD, spreading
from search.management.commands import rebuild_index
from search.models import PendingChange
from tests.factories import make_example, make_lesson, make_news, make_site
from tests.search.killed import run_until_killed
from tests.search.test_killed_rebuild import KILLED_HALF_WAY
from tests.search.truth import assert_index_is_true, held_records

PROCESSES = 2
SLOW = 60  # seconds
ASKED_BY_THE_KILLED = """
import os, time
from search.index.spreading import spreading
def work(piece):
    os.write(1, b"%d\\n" % os.getpid())  # at once: two of them write to one pipe
    time.sleep(60)
with spreading(2) as spread:
    list(spread(work, range(2)))
"""


def where(piece: int) -> tuple[int, int]:
    time.sleep(0.02 if piece % 2 else 0)
    return piece, os.getpid()


def slow_but_for_the_first(piece: int) -> int:
    time.sleep(SLOW if piece else 0)
    return piece


def large(piece: int) -> bytes:
    """More than a pipe holds, so that a process is killed while it writes."""
    return bytes(1_000_000)


def broken(piece: int) -> int:
    return 1 // piece


def test_one_process_does_its_own_work_and_only_what_is_taken():
    pieces = iter(range(9))
    with spreading(1) as spread:
        assert next(iter(spread(where, pieces))) == (0, os.getpid())
    assert next(pieces) == 1


def test_several_do_it_beside_this_one_and_in_order():
    with spreading(PROCESSES) as spread:
        done = list(spread(where, range(40)))
    assert [piece for piece, _process in done] == list(range(40))
    processes = {process for _piece, process in done}
    assert os.getpid() not in processes
    assert len(processes) <= PROCESSES


def test_they_do_not_run_far_ahead_of_who_takes_their_work():
    pieces = iter(range(100))
    with spreading(PROCESSES) as spread:
        next(iter(spread(where, pieces)))
    assert next(pieces) == PROCESSES * AHEAD + 1


def test_what_goes_wrong_there_is_raised_here():
    with spreading(PROCESSES) as spread, pytest.raises(ZeroDivisionError):
        list(spread(broken, [1, 0]))


@pytest.mark.parametrize("work", [slow_but_for_the_first, large])
def test_what_is_under_way_is_given_up_when_something_goes_wrong(work):
    def interrupted():
        with spreading(PROCESSES) as spread:
            next(iter(spread(work, range(20))))
            raise KeyboardInterrupt

    begun = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert time.monotonic() - begun < SLOW / 2
    assert multiprocessing.active_children() == []


def test_they_end_when_who_asked_is_killed():
    with subprocess.Popen(  # noqa: S603  code of ours
        [sys.executable, "-c", ASKED_BY_THE_KILLED],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    ) as asking:
        assert asking.stdout is not None
        working = [int(asking.stdout.readline()) for _ in range(PROCESSES)]
        asking.send_signal(signal.SIGKILL)
    until = time.monotonic() + 20
    while any(alive(process) for process in working) and time.monotonic() < until:
        time.sleep(0.05)
    assert [process for process in working if alive(process)] == []


def alive(process: int) -> bool:
    """Whether it runs; one that ended and that nobody waited for does not."""
    try:
        return ") Z " not in Path(f"/proc/{process}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.fixture
def site(settings, tmp_path, transactional_db):
    settings.SEARCH_ENGINE_OPTIONS = {"path": tmp_path / "search"}
    settings.SEARCH_APPLY = "worker"
    make_site()
    for number in range(4):
        make_lesson(f"Les {number}")
        make_example(f"Voorbeeld {number}")
        make_news(f"Bericht {number}")


@pytest.mark.every_database
def test_a_rebuild_in_several_processes_holds_the_same(site, monkeypatch):
    monkeypatch.setattr(pages, "AT_ONCE", 2)
    rebuilds.run()
    alone = held_records()
    assert len(alone) == 12
    rebuilds.run(processes=PROCESSES)
    assert held_records() == alone
    assert_index_is_true()


def test_a_page_that_fails_in_another_process_holds_up_no_other(site, monkeypatch):
    news = pages.Page.objects.get(title="Bericht 2").specific

    def fails(page):
        raise RuntimeError(f"nothing to say of {page.pk}")

    monkeypatch.setattr(type(news), "search_record", fails)
    rebuilds.run(processes=PROCESSES)
    assert len(held_records()) == 8
    errors = PendingChange.objects.values_list("page_id", "error")
    assert (news.pk, f"RuntimeError: nothing to say of {news.pk}") in errors


@pytest.mark.parametrize(
    ("said", "error"),
    [("no record", "This is no search record"), (lambda: None, "This is no search record")],
)
def test_what_is_no_record_holds_up_no_other(site, monkeypatch, said, error):
    news = pages.Page.objects.get(title="Bericht 2").specific
    monkeypatch.setattr(type(news), "search_record", lambda page: said)
    rebuilds.run(processes=PROCESSES)
    assert len(held_records()) == 8
    assert PendingChange.objects.get(page_id=news.pk).error.startswith(error)


def test_what_another_process_cannot_send_holds_up_no_other(site, monkeypatch):
    news = pages.Page.objects.get(title="Bericht 2").specific
    say = type(news).search_record
    monkeypatch.setattr(
        type(news), "search_record", lambda page: replace(say(page), details=lambda: None)
    )
    rebuilds.run(processes=PROCESSES)
    assert len(held_records()) == 8
    assert "pickle" in PendingChange.objects.get(page_id=news.pk).error


def test_the_next_goes_on_where_several_were_killed(site):
    rebuilds.run()
    several = KILLED_HALF_WAY.replace("run(told)", f"run(told, processes={PROCESSES})")
    assert several != KILLED_HALF_WAY
    run_until_killed(several)
    told = []
    rebuilds.run(told.append, processes=PROCESSES)
    assert 3 <= told[0].taken_over <= 9
    assert_index_is_true()


def test_a_process_that_dies_is_told_and_the_next_rebuild_is_whole(site, monkeypatch):
    here = os.getpid()
    news = type(pages.Page.objects.get(title="Bericht 2").specific)
    say = news.search_record

    def dies(page):
        if os.getpid() != here:
            os._exit(9)
        return say(page)

    monkeypatch.setattr(news, "search_record", dies)
    with pytest.raises(CommandError, match="--processes 1"):
        call_command("rebuild_index", verbosity=0, processes=PROCESSES)
    call_command("rebuild_index", verbosity=0, processes=1)
    assert_index_is_true()


@pytest.mark.parametrize(
    ("many", "processors", "used"), [(1, 2, 2), (1, 64, 4), (1, 1, 1), (1_000, 2, 1)]
)
def test_the_command_uses_more_processors_for_many_pages(site, monkeypatch, many, processors, used):
    asked = []

    def run(told, *, processes):
        asked.append(processes)
        return 0

    monkeypatch.setattr(rebuild_index, "MANY", many)
    monkeypatch.setattr(rebuilds, "run", run)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: set(range(processors)))
    call_command("rebuild_index", verbosity=0)
    call_command("rebuild_index", verbosity=0, processes=5)
    assert asked == [used, 5]
