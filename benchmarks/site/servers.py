"""Servers under measurement: one process with one thread each, so that CPU time is theirs alone."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SECONDS_TO_START = 60
PATIENCE = 60.0  # seconds for one answer


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes
    seconds: float


class Server:
    """Asks over one connection that stays open."""

    def __init__(self, port: int, master: int) -> None:
        self.port = port
        self._master = master
        self._connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)

    def get(self, path: str, *, packed: bool = True, patience: float | None = None) -> Answer:
        """Raises TimeoutError when the answer takes longer; this one can be asked no more then."""
        headers = {"Accept-Encoding": "gzip"} if packed else {}
        if self._connection.sock is None:
            self._connection.connect()
        self._connection.sock.settimeout(patience or PATIENCE)
        start = time.perf_counter()
        self._connection.request("GET", path, headers=headers)
        response = self._connection.getresponse()
        body = response.read()
        return Answer(response.status, body, time.perf_counter() - start)

    def cpu_seconds(self) -> float:
        """What its worker used so far, all threads together, from the scheduler of Linux."""
        children = Path(f"/proc/{self._master}/task/{self._master}/children").read_text().split()
        (worker,) = children
        threads = Path(f"/proc/{worker}/task").iterdir()
        used = (int((thread / "schedstat").read_text().split()[0]) for thread in threads)
        return sum(used) / 1e9


@contextmanager
def serve(application: str, **environment: str) -> Iterator[Server]:
    port = free_port()
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "gunicorn", application, "--bind", f"127.0.0.1:{port}"),
            *("--workers", "1", "--worker-class", "gthread", "--threads", "1"),
            *("--keep-alive", "300", "--timeout", "120", "--log-level", "warning"),
            *("--graceful-timeout", "5"),  # it may still be busy with what nobody waits for
        ],
        cwd=ROOT,
        env=os.environ
        | {"PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "site")))}
        | environment,
    )
    try:
        wait_for(port, process)
        yield Server(port, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=30)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end and process.poll() is None:
        try:
            HTTPConnection("127.0.0.1", port, timeout=30).request("GET", "/healthz")
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit(f"The server on port {port} did not start.")
