"""Run inside Django by `run_search.py`: what publishing costs with search and without, by turns.

The settings name the engine, which may be one that refuses or hangs. Prints JSON and then stops at
once, without waiting for changes that an engine does not take.
"""

import argparse
import json
import os
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager

import django

django.setup()

from django.db.models.signals import post_save, pre_save  # noqa: E402  needs the line above

from benchmarks.site.measuring import p95  # noqa: E402  the same
from lessons.models import LessonPage  # noqa: E402  the same
from search.index import receivers  # noqa: E402  the same
from search.models import PendingChange  # noqa: E402  the same

MOST_WAITED = 20.0  # seconds for a change to be applied


@contextmanager
def without_search() -> Iterator[None]:
    """Nothing that search connected to the saving of a page hears of it."""
    pre_save.disconnect(dispatch_uid="search.address")
    for uid in ("search.saved", "search.dependents"):
        if not post_save.disconnect(dispatch_uid=uid):
            raise SystemExit(f"Search listens under another name than {uid}.")
    try:
        yield
    finally:
        receivers.connect()


def publish(page: LessonPage) -> float:
    """Milliseconds, as the admin does it."""
    start = time.perf_counter()
    page.save_revision().publish()
    return (time.perf_counter() - start) * 1000


def applied(before: int) -> float:
    """Seconds until no more changes wait than before, so that what was published is found."""
    start = time.perf_counter()
    while PendingChange.objects.count() > before:
        if time.perf_counter() - start > MOST_WAITED:
            raise SystemExit("What was published is not findable yet.")
        time.sleep(0.01)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--applied", action="store_true", help="also until it can be found")
    options = parser.parse_args()
    waiting = PendingChange.objects.count()
    without, with_search, findable = [], [], []
    for number, page in enumerate(LessonPage.objects.live().order_by("-pk")[: options.rounds]):
        # The second of a pair has it easier, so each goes first by turns.
        for search in (False, True) if number % 2 else (True, False):
            if not search:
                with without_search():
                    without.append(publish(page))
                continue
            with_search.append(publish(page))
            if options.applied:
                findable.append(applied(waiting))
    found = {
        "without": statistics.median(without),
        "with": statistics.median(with_search),
        "slowest": max(with_search),
        "findable": p95(findable) if findable else None,
    }
    print(json.dumps(found), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
