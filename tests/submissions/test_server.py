"""A real gunicorn, and visitors who keep it waiting."""

import gc
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from gunicorn.config import Config

from meegenomen.worker import Worker
from tests.factories import make_site

FORM = b"POST /deel-jouw-inspiratie/ HTTP/1.1\r\nHost: localhost\r\n"
MULTIPART = b"Content-Type: multipart/form-data; boundary=x\r\n"
THREADS = 2
SECONDS_TO_START = 120


@pytest.fixture(scope="module")
def database(django_db_setup: None) -> str:
    """The address of the one of the tests: the server finds tables in it, and no pages."""
    said = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{said['NAME']}"
    if said["HOST"].startswith("/"):  # the folder of a socket
        return f"postgres://{said['USER']}@/{said['HOST']}/{said['NAME']}"
    return (
        f"postgres://{said['USER']}:{said['PASSWORD']}@{said['HOST']}:{said['PORT']}/{said['NAME']}"
    )


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, database: str) -> Iterator[int]:
    """Its port. One process with two threads, so that two who stall could hold it all."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    var = tmp_path_factory.mktemp("server")
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "meegenomen.settings.test",
        "DATABASE_URL": database,
        "PYTHONPATH": str(settings.BASE_DIR),
    }
    with (var / "output.txt").open("w") as output:
        process = subprocess.Popen(  # noqa: S603  our own server
            [
                *(sys.executable, "-m", "gunicorn", "meegenomen.wsgi:application"),
                *("--bind", f"127.0.0.1:{port}", "--workers", "1", "--threads", str(THREADS)),
                *("--worker-class", "tests.submissions.impatient.ImpatientWorker"),
            ],
            cwd=settings.BASE_DIR,
            env=environment,
            stdout=output,
            stderr=output,
        )
        try:
            wait_for(port, process, var / "output.txt")
            yield port
        finally:
            process.terminate()
            process.wait(timeout=60)


def wait_for(port: int, process: "subprocess.Popen[bytes]", output: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while process.poll() is None and time.monotonic() < deadline:
        try:
            answer(port)
            return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"The server did not start:\n{output.read_text()}")


def answer(port: int) -> float:
    """How long a visitor waits for a page that needs no database."""
    begun = time.monotonic()
    address = f"http://127.0.0.1:{port}/robots.txt"
    with urllib.request.urlopen(address, timeout=60) as page:
        assert page.status == 200
    return time.monotonic() - begun


def connected(port: int, sent: bytes) -> socket.socket:
    visitor = socket.create_connection(("127.0.0.1", port), timeout=30)
    visitor.sendall(sent)
    return visitor


def reply_to(visitor: socket.socket) -> bytes:
    said = b""
    try:
        while part := visitor.recv(65536):
            said += part
    except ConnectionResetError:
        pass  # hung up while there was more to come; what it said before is here
    return said


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"POST /deel-jouw-ins",
        FORM + MULTIPART + b"Content-Length: 1000\r\n\r\n--x\r\nContent-Dis",
        FORM + MULTIPART + b"Transfer-Encoding: chunked\r\n\r\n5\r\n--x",
    ],
    ids=["says nothing", "half a header", "half a body", "half a chunk"],
)
def test_who_stalls_holds_no_thread(server, sent):
    answer(server)
    with ExitStack() as stalled:
        for _ in range(3 * THREADS):
            stalled.enter_context(connected(server, sent))

        # Three rounds of silence at most; for ever, if they were waited for.
        assert answer(server) < 20


def test_who_drips_is_cut_off_as_well(server):
    visitor = connected(server, FORM + MULTIPART + b"Content-Length: 1000\r\n\r\n")
    begun = time.monotonic()
    with visitor, suppress(OSError):  # a reset or a broken pipe
        while time.monotonic() - begun < 30:
            visitor.sendall(b"x")
            time.sleep(0.5)
    assert 4 < time.monotonic() - begun < 30


def test_a_gigabyte_is_refused_before_it_is_sent(server, transactional_db):
    make_site()
    begun = time.monotonic()
    with connected(server, FORM + MULTIPART + b"Content-Length: 1000000000\r\n\r\n--x") as visitor:
        said = reply_to(visitor)

    assert said.startswith(b"HTTP/1.1 413")
    assert time.monotonic() - begun < 20


@pytest.mark.parametrize(
    ("headers", "statuses"),
    [
        (b"Content-Length: 10\r\nContent-Length: 1000000000\r\n", (b"400",)),
        (b"Content-Length: -5\r\n", (b"400",)),
        (b"Content-Length: 1e9\r\n", (b"400",)),
        (b"Content-Length: 10\r\nTransfer-Encoding: chunked\r\n", (b"400",)),
        (b"Transfer-Encoding: identity\r\n", (b"400", b"501")),
    ],
)
def test_a_length_that_lies_is_refused(server, headers, statuses):
    with connected(server, FORM + MULTIPART + headers + b"\r\n0123456789") as visitor:
        said = reply_to(visitor)

    assert said.split(b" ")[1] in statuses


def test_a_body_in_chunks_without_end_is_not_stored(server, tmp_path):
    """Django reads no further than the length that was told, and here none was."""
    chunk = b"10000\r\n" + b"x" * 65536 + b"\r\n"
    with connected(server, FORM + MULTIPART + b"Transfer-Encoding: chunked\r\n\r\n") as visitor:
        begun = time.monotonic()
        try:
            for _ in range(1000):
                visitor.sendall(chunk)
        except OSError:
            pass  # it hung up, which is what it should do
    assert time.monotonic() - begun < 30
    assert answer(server) < 20


@pytest.fixture
def config():
    found: dict[str, object] = {}
    exec((settings.BASE_DIR / "gunicorn.conf.py").read_text(), found)  # noqa: S102  our own file
    return found


def test_the_file_that_gunicorn_reads_names_this_worker(config):
    assert config["worker_class"] == "meegenomen.worker.Worker"


def test_what_a_worker_has_loaded_is_not_looked_through_for_garbage(config):
    before = gc.get_freeze_count()
    try:
        config["post_worker_init"](None)
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()


@pytest.fixture
def signals():
    """Those of pytest again afterwards, also the one that ends a test which hangs."""

    def give_up(sig, frame):
        pytest.fail("It waits for itself.")

    kept = {sig: signal.getsignal(sig) for sig in (signal.SIGINT, signal.SIGQUIT, signal.SIGALRM)}
    signal.signal(signal.SIGALRM, give_up)
    signal.alarm(10)
    yield
    signal.alarm(0)
    for sig, handler in kept.items():
        signal.signal(sig, handler)


def test_a_worker_told_to_end_does_not_wait_for_itself(signals):
    """The signal comes while its thread pool is locked: by a request, or by the signal before."""
    worker = Worker(1, os.getpid(), [], None, 30, Config(), None)
    worker.tmp.close()
    worker.tpool = worker.get_thread_pool()

    with worker.tpool._shutdown_lock, pytest.raises(SystemExit):
        worker.handle_quit(signal.SIGINT, None)

    assert not worker.alive
    signal.raise_signal(signal.SIGQUIT)  # nothing more happens
