"""Times calls inside one process."""

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from benchmarks.site.measuring import p95


@dataclass(frozen=True, slots=True)
class Timing:
    """In milliseconds a call; the CPU time is that of its own thread, as a median."""

    median: float
    p95: float
    cpu: float


def timed(calls: Iterable[Callable[[], object]]) -> Timing:
    """What making the next call takes is not counted."""
    worked, passed = [], []
    for call in calls:
        start, cpu = time.perf_counter(), time.thread_time()
        call()
        worked.append((time.thread_time() - cpu) * 1000)
        passed.append((time.perf_counter() - start) * 1000)
    return Timing(statistics.median(passed), p95(passed), statistics.median(worked))
