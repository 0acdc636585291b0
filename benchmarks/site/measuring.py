"""What one address costs: waiting, CPU time, and both beside the hello of the same moment."""

import statistics
from dataclasses import dataclass

from benchmarks.site.servers import Server


@dataclass(frozen=True, slots=True)
class Cost:
    median: float
    p95: float
    cpu: float
    """All in milliseconds a request."""
    times_hello: float
    """The median of this address over that of hello, asked by turns."""
    times_hello_cpu: float


def cost_of(path: str, server: Server, hello: Server, *, rounds: int) -> Cost:
    """Asks for the page and for hello by turns: a noisy moment falls on both."""
    for _ in range(3):
        answer = server.get(path)
        if answer.status != 200:
            raise SystemExit(f"{path} answers {answer.status}.")
        hello.get("/")
    page_times, hello_times = [], []
    page_cpu, hello_cpu = server.cpu_seconds(), hello.cpu_seconds()
    for _ in range(rounds):
        page_times.append(server.get(path).seconds * 1000)
        hello_times.append(hello.get("/").seconds * 1000)
    # Where hello is measured itself, its process answered both.
    each = rounds * 2 if server is hello else rounds
    cpu = (server.cpu_seconds() - page_cpu) * 1000 / each
    cpu_of_hello = (hello.cpu_seconds() - hello_cpu) * 1000 / (each if server is hello else rounds)
    median = statistics.median(page_times)
    return Cost(
        median=median,
        p95=statistics.quantiles(page_times, n=20)[-1],
        cpu=cpu,
        times_hello=median / statistics.median(hello_times),
        times_hello_cpu=cpu / cpu_of_hello,
    )
