"""Measures the whole site on many pages, beside a Django hello-world in the same run.

    make bench                        # 20,000 pages, in var/bench
    make bench ARGS="--pages 1000"

Makes its database once and uses it again. It reports; nothing here passes or fails.
"""

import argparse
import datetime
import json
import os
import platform
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.site.generated import environment, manage, output_of, prepare  # noqa: E402  found through the line above
from benchmarks.site.measuring import Cost, cost_of  # noqa: E402  the same
from benchmarks.site.servers import Server, serve  # noqa: E402  the same
from benchmarks.site.weight import weight_of  # noqa: E402  the same

SITE = "meegenomen.wsgi:application"
TARGETS = {
    "home": "15 queries",
    "lessons": "15 queries",
    "reports": "15 queries",
    "examples": "15 queries",
    "lesson": "15 queries, 15 ms CPU, 50 x",
    "report": "15 queries, 15 ms CPU, 50 x",
    "example": "15 queries, 15 ms CPU, 50 x",
    "news item": "15 queries, 15 ms CPU, 50 x",
    "search, six facets": "12 queries, p95 40 ms",
    "feed": "200 ms",
    "sitemap file": "200 ms",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=40, help="requests for each number (40)")
    parser.add_argument("--dir", type=Path, default=ROOT / "var" / "bench")
    options = parser.parse_args()

    var = (options.dir / str(options.pages)).resolve()
    os.environ |= environment(var)
    prepare(var, options.pages)
    manage("rebuild_index", "--if-needed")
    inside = json.loads(output_of("-m", "benchmarks.site.inside"))
    manage("search_worker", "--once")
    print(
        f"{datetime.datetime.now(datetime.UTC):%Y-%m-%d}, {os.cpu_count()} cores, "
        f"{platform.machine()}, Python {platform.python_version()}, SQLite, "
        f"{options.pages} generated pages.\n"
    )
    addresses: dict[str, str] = inside["addresses"]
    with (
        serve("benchmarks.site.hello:application") as hello,
        serve(SITE, PAGE_CACHE_SECONDS="0") as fresh,
        serve(SITE, PAGE_CACHE_SECONDS="3600") as keeping,
    ):
        print("Made for each request:\n")
        table(addresses, fresh, hello, inside["queries"], options.rounds)
        print("\nKept (at most 3 x hello; search is never kept):\n")
        kept = {name: path for name, path in addresses.items() if "search" not in name}
        table(kept, keeping, hello, None, options.rounds * 5)
        print("\nWeight in kB (HTML 25, first paint 60, nothing from elsewhere):\n")
        print("| page | HTML | HTML packed | CSS, JS and fonts packed | from elsewhere |")
        print("| --- | --: | --: | --: | --: |")
        for name in ("home", "lessons", "lesson", "report", "example", "search"):
            weight = weight_of(addresses[name], keeping)
            print(
                f"| {name} | {weight.html:.1f} | {weight.packed:.1f} "
                f"| {weight.first_paint:.1f} | {weight.elsewhere} |"
            )
    median, slowest = inside["publish"]
    print(f"\nPublishing a lesson: {median:.0f} ms, at most {slowest:.0f} ms.")
    start = time.perf_counter()
    manage("rebuild_index")
    print(f"Rebuilding the index, start of the process included: {passed(start):.1f} s (20 s).")


def table(
    addresses: dict[str, str],
    server: Server,
    hello: Server,
    queries: dict[str, int] | None,
    rounds: int,
) -> None:
    print("| page | queries | p50 ms | p95 ms | CPU ms | x hello | x hello, CPU | target |")
    print("| --- | --: | --: | --: | --: | --: | --: | --- |")
    costs = {"hello": cost_of(["/"], hello, hello, rounds=rounds)}
    costs |= {n: cost_of([path], server, hello, rounds=rounds) for n, path in addresses.items()}
    for name, cost in costs.items():
        counted = str(queries[addresses[name]]) if queries and name in addresses else ""
        print(row(name, counted, cost, TARGETS.get(name, "") if queries else "3 x"))


def row(name: str, counted: str, cost: Cost, target: str) -> str:
    return (
        f"| {name} | {counted} | {cost.median:.1f} | {cost.p95:.1f} | {cost.cpu:.1f} "
        f"| {cost.times_hello:.1f} | {cost.times_hello_cpu:.1f} | {target} |"
    )


def passed(start: float) -> float:
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
