"""What one address costs: waiting, CPU time, and both beside the hello of the same moment."""

import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle

from benchmarks.site.servers import Server

WARM = 3  # requests


@dataclass(frozen=True, slots=True)
class Cost:
    median: float
    p95: float
    cpu: float
    """All in milliseconds a request."""
    times_hello: float
    """The median of this address over that of hello, asked by turns."""
    times_hello_cpu: float


def cost_of(paths: Sequence[str], server: Server, hello: Server, *, rounds: int) -> Cost:
    """Asks for the next page and for hello by turns: a noisy moment falls on both.

    With `WARM` more paths than rounds, none is asked twice.
    """
    asked = cycle(paths)
    for _ in range(WARM):
        _answered(server, next(asked))
        hello.get("/")
    page_times, hello_times = [], []
    page_cpu, hello_cpu = server.cpu_seconds(), hello.cpu_seconds()
    for _ in range(rounds):
        page_times.append(_answered(server, next(asked)))
        hello_times.append(hello.get("/").seconds * 1000)
    # Where hello is measured itself, its process answered both.
    each = rounds * 2 if server is hello else rounds
    cpu = (server.cpu_seconds() - page_cpu) * 1000 / each
    cpu_of_hello = (hello.cpu_seconds() - hello_cpu) * 1000 / (each if server is hello else rounds)
    median = statistics.median(page_times)
    return Cost(
        median=median,
        p95=p95(page_times),
        cpu=cpu,
        times_hello=median / statistics.median(hello_times),
        times_hello_cpu=cpu / cpu_of_hello,
    )


def within(seconds: float, paths: Sequence[str], server: Server) -> tuple[list[float], bool]:
    """Milliseconds of what is answered within so many seconds, and whether one was still going."""
    times: list[float] = []
    end = time.monotonic() + seconds
    for path in paths:
        left = end - time.monotonic()
        if left <= 0:
            break
        try:
            times.append(_answered(server, path, patience=left))
        except TimeoutError:
            return times, True
    return times, False


def p95(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


def _answered(server: Server, path: str, *, patience: float | None = None) -> float:
    answer = server.get(path, patience=patience)
    if answer.status != 200:
        raise SystemExit(f"{path} answers {answer.status}.")
    return answer.seconds * 1000
