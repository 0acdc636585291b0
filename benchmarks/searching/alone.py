"""The embedded engine alone, on made records: run by `run_search.py`, prints JSON.

Needs no database and leaves nothing behind. "First" is a question whose facets were not counted
since the index changed; counts are kept for other pages and orders of the same question.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from itertools import repeat

from django.conf import settings

from benchmarks.searching.records import questions, records
from benchmarks.searching.timing import timed
from search.engines.embedded import EmbeddedEngine
from search.engines.embedded.counting import Counts
from search.engines.protocol import Write
from search.query import SearchQuery

Call = Callable[[], object]


class Made:
    """Writes of records, made while they are asked for; what that took is not the engine's."""

    def __init__(self, count: int) -> None:
        self._count = count
        self.seconds = 0.0
        self.cpu = 0.0

    def __iter__(self) -> Iterator[Write]:
        source = records(self._count)
        while True:
            start, cpu = time.perf_counter(), time.thread_time()
            record = next(source, None)
            self.seconds += time.perf_counter() - start
            self.cpu += time.thread_time() - cpu
            if record is None:
                return
            yield Write(id=record.id, version=1, record=record)


def first(engine: EmbeddedEngine, query: SearchQuery, rounds: int) -> Iterator[Call]:
    for _ in range(rounds):
        engine.counts = Counts()
        yield lambda: engine.search(query)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=100)
    options = parser.parse_args()
    settings.configure(USE_I18N=False)
    rounds: int = options.rounds

    with tempfile.TemporaryDirectory(prefix="benchmark-search-") as folder:
        engine = EmbeddedEngine(folder)
        made = Made(options.records)
        start, cpu = time.perf_counter(), time.process_time()
        engine.rebuild(made)
        seconds = time.perf_counter() - start - made.seconds
        worked = time.process_time() - cpu - made.cpu
        one = Write(id=1, version=2, record=next(records(1)))
        calls: dict[str, tuple[Call, int]] = {
            name: ((lambda query=query: engine.search(query)), rounds)
            for name, query in questions().items()
        }
        calls["suggestions"] = (lambda: engine.suggest("digitale over")), rounds
        calls["related"] = (lambda: engine.related(7)), rounds
        calls["one write"] = (lambda: engine.write([one])), 10
        again = {}
        for name, (call, times) in calls.items():
            call()  # warm
            again[name] = asdict(timed(repeat(call, times)))
        fresh = {
            name: asdict(timed(first(engine, query, rounds))) for name, query in questions().items()
        }
    found = {
        "records": options.records,
        "rebuild": {"seconds": seconds, "cpu": worked},
        "again": again,
        "first": fresh,
    }
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
