"""Type `make demo` as a visitor would, twice, and look at what it serves."""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SECONDS_TO_START = 600
PATHS = ("/", "/zoeken/", "/lessen/", "/deel-jouw-inspiratie/", "/healthz")


def main() -> None:
    with tempfile.TemporaryDirectory() as var:
        with demo(var) as (address, first_took):
            first = {path: read(address + path) for path in PATHS}
            accounts = (Path(var) / "demo-accounts.txt").read_bytes()
        with demo(var) as (address, then_took):
            lessons = read(f"{address}/lessen/")
        if links(lessons) != links(first["/lessen/"]):
            sys.exit("The second run changed the lessons.")
        if (Path(var) / "demo-accounts.txt").read_bytes() != accounts:
            sys.exit("The second run changed the accounts.")
    print(f"The demo served its pages, first after {first_took:.0f} s, then {then_took:.0f} s.")


@contextmanager
def demo(var: str) -> Iterator[tuple[str, float]]:
    """Its address and the seconds until it answered; Ctrl-C afterwards must end it cleanly."""
    port = free_port()
    started = time.monotonic()
    make = subprocess.Popen(
        ["make", "--no-print-directory", "demo"],
        cwd=ROOT,
        env=os.environ | {"VAR_DIR": var, "PORT": str(port)},
        start_new_session=True,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        while not answers(address):
            if make.poll() is not None:
                sys.exit(f"make demo ended by itself with code {make.returncode}.")
            if time.monotonic() - started > SECONDS_TO_START:
                sys.exit(f"make demo does not answer after {SECONDS_TO_START} s.")
            time.sleep(0.5)
        yield address, time.monotonic() - started
    finally:
        # What a terminal does on Ctrl-C: the signal goes to make and all it started.
        os.killpg(make.pid, signal.SIGINT)
        make.wait(timeout=30)
    if answers(address):
        sys.exit("The site still answers after Ctrl-C.")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(address: str) -> bool:
    try:
        return bool(read(f"{address}/healthz"))
    except OSError:
        return False


def read(address: str) -> str:
    """The page; an error status raises urllib.error.HTTPError, which names it."""
    with urllib.request.urlopen(address, timeout=30) as answer:
        return str(answer.read().decode())


def links(page: str) -> list[str]:
    return sorted(set(re.findall(r'href="(/[^"]*)"', page)))


if __name__ == "__main__":
    try:
        main()
    except urllib.error.HTTPError as error:
        sys.exit(f"{error.url} answers {error.code}.")
