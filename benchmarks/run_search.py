"""Measures search: both engines, the raw request below them, and what a plain Wagtail project does.

    make bench-search                                        # hours, most of them at the most pages
    make bench-search ARGS="--pages 1000 --records 20000"    # minutes

Makes its databases once, in var/bench, and uses them again. Elasticsearch is measured when
ELASTICSEARCH_URL names one or `make elasticsearch` started one; what is measured there has a prefix
of its own and is removed in the end. Prints tables for docs/search.md while it goes, and its
progress beside them. It reports; nothing here passes or fails.
"""

import argparse
import datetime
import json
import os
import platform
import resource
import sqlite3
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from django.conf import settings  # noqa: E402  with the others, which are found through that line
from elasticsearch_server import remembered  # noqa: E402  found through the line above

from benchmarks.searching import states, tables  # noqa: E402  the same
from benchmarks.searching.timing import Timing  # noqa: E402  the same
from benchmarks.site.generated import environment, manage, output_of, prepare  # noqa: E402  the same
from benchmarks.site.measuring import cost_of, within  # noqa: E402  the same
from benchmarks.site.servers import serve  # noqa: E402  the same
from search.engines.elasticsearch import ElasticsearchEngine  # noqa: E402  the same

SITE = "meegenomen.wsgi:application"
PLAIN = "plain"
ENGINES = ("embedded", "elasticsearch", PLAIN)
PLAIN_SETTINGS = {"DJANGO_SETTINGS_MODULE": "benchmarks.site.plain_settings"}
MOST_PUBLISHES = 20
PAGES_IN_TROUBLE = 5  # search pages that are asked of a site whose engine is in trouble


@dataclass(frozen=True, slots=True)
class Spent:
    seconds: float
    cpu: float

    def __str__(self) -> str:
        return f"{self.seconds:.1f} s, {self.cpu:.1f} s of CPU"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--pages", type=int, nargs="*", default=[1_000, 20_000, 100_000])
    parser.add_argument("--engines", nargs="+", choices=ENGINES, default=ENGINES)
    parser.add_argument(
        "--records",
        type=int,
        nargs="*",
        default=[20_000, 1_000_000],
        help="for the embedded engine alone (20000 1000000)",
    )
    parser.add_argument("--rounds", type=int, default=40, help="questions for each number (40)")
    parser.add_argument("--patience", type=float, default=60, help="seconds for plain Wagtail (60)")
    parser.add_argument("--dir", type=Path, default=ROOT / "var" / "bench")
    options = parser.parse_args()

    url = elasticsearch_url()
    # Of the site that somebody runs here, and not of what is measured.
    os.environ.pop("DATABASE_URL", None)
    settings.configure(USE_I18N=False)
    say(heading(url))
    for pages in options.pages:
        var = (options.dir / str(pages)).resolve()
        os.environ |= environment(var)
        note(f"{pages} pages")
        prepare(var, pages)
        say(f"\n#### {pages} pages, load {load()}")
        plain_index = index_plain(var) if PLAIN in options.engines else None
        if plain_index:
            say(f"\nPlain Wagtail's `update_index`: {plain_index}.")
        for engine in options.engines:
            if engine == "embedded" or (engine == "elasticsearch" and url):
                with site_on(engine, url) as site:
                    measure(engine, site, var, pages, options, with_plain=plain_index is not None)
    if options.records:
        runs = []
        for count in options.records:
            note(f"{count} records")
            found = output_of(
                *("-m", "benchmarks.searching.alone"),
                *(f"--records={count}", f"--rounds={options.rounds}"),
            )
            runs.append(json.loads(found))
        say(f"\n#### The embedded engine alone\n\n{tables.alone(runs)}")


def elasticsearch_url() -> str:
    server = remembered()
    url = os.environ.pop("ELASTICSEARCH_URL", "") or (server.url if server else "")
    if not url:
        note("No Elasticsearch: `make elasticsearch` starts one.")
    return url


def heading(url: str) -> str:
    used = [f"{name} {version(name)}" for name in ("Django", "Wagtail", "tantivy")]
    if url:
        with urllib.request.urlopen(url) as answer:  # noqa: S310  the address that the user gave
            used.append(f"Elasticsearch {json.load(answer)['version']['number']}")
    return (
        f"{datetime.datetime.now(datetime.UTC):%Y-%m-%d %H:%M} UTC, {os.cpu_count()} cores, load "
        f"{load()}, {platform.machine()}, Python {platform.python_version()}, {', '.join(used)}, "
        f"SQLite {sqlite3.sqlite_version}."
    )


def load() -> str:
    return " ".join(f"{one:.0f}" for one in os.getloadavg())


@contextmanager
def site_on(engine: str, url: str) -> Iterator[dict[str, str]]:
    """What its processes need to know."""
    if engine == "embedded":
        yield {}
        return
    prefix = f"meegenomen-benchmark-{os.getpid()}"
    try:
        yield {"ELASTICSEARCH_URL": url, "ELASTICSEARCH_INDEX_PREFIX": prefix}
    finally:
        indices = ElasticsearchEngine(url=url, prefix=prefix).indices
        indices.remove(indices.all())


def index_plain(var: Path) -> Spent:
    """Have Wagtail index a copy of the pages."""
    note("plain Wagtail's index")
    copy = var / "plain.sqlite3"
    copy.unlink(missing_ok=True)
    with (
        sqlite3.connect(var / "meegenomen.sqlite3") as pages,
        sqlite3.connect(copy) as target,
    ):
        pages.backup(target)
    return spent("update_index", "--verbosity=0", **PLAIN_SETTINGS)


def measure(
    engine: str,
    site: dict[str, str],
    var: Path,
    pages: int,
    options: argparse.Namespace,
    *,
    with_plain: bool,
) -> None:
    note(f"{engine}: rebuild")
    rebuilt = spent("rebuild_index", "--verbosity=0", **site)
    note(f"{engine}: engine and raw requests")
    inside = json.loads(
        output_of("-m", "benchmarks.searching.inside", f"--rounds={options.rounds}", **site)
    )
    note(f"{engine}: pages")
    with ExitStack() as running:
        hello = running.enter_context(serve("benchmarks.site.hello:application"))
        ours = running.enter_context(serve(SITE, PAGE_CACHE_SECONDS="0", **site))
        costs = {
            name: cost_of(paths, ours, hello, rounds=options.rounds)
            for name, paths in inside["paths"].items()
        }
        plain = None
        if with_plain:
            theirs = running.enter_context(serve(SITE, PAGE_CACHE_SECONDS="0", **PLAIN_SETTINGS))
            theirs.get("/healthz")  # warm
            before = theirs.cpu_seconds()
            times, unanswered = within(options.patience, inside["plain"], theirs)
            cpu = (theirs.cpu_seconds() - before) * 1000 / (len(times) + unanswered)
            plain = tables.Plain(times, options.patience, unanswered, cpu)
    parts = {
        name: {part: Timing(**timing) for part, timing in found.items()}
        for name, found in inside["parts"].items()
    }
    say(f"\n{engine.capitalize()}:\n\n{tables.asking(costs, parts, plain)}")
    rate = pages / rebuilt.seconds
    say(f"\nRebuild: {rebuilt}, {rate:.0f} pages a second.{bulk(inside)}")
    paths = next(iter(inside["paths"].values()))[:PAGES_IN_TROUBLE]
    rounds = min(options.rounds, MOST_PUBLISHES)
    said = {state: in_state(state, engine, site, var, paths, rounds) for state in states.STATES}
    say(f"\n{tables.publishing(said)}")


def bulk(inside: dict[str, Any]) -> str:
    found = inside["bulk"]
    if found is None:
        return ""
    return (
        f" The raw bulk of the same documents: {found['raw']:.1f} s; made and sent by the engine: "
        f"{found['engine']:.1f} s, x {found['engine'] / found['raw']:.1f}."
    )


def in_state(
    state: str, engine: str, site: dict[str, str], var: Path, paths: list[str], rounds: int
) -> dict[str, Any]:
    """What publishing and searching take while the engine is in this state."""
    note(f"{engine}: {state}")
    # With an engine that takes changes, so that none of an earlier state waits.
    manage("search_worker", "--once", **site)
    until = [f"--rounds={rounds}", *(["--applied"] if state == states.FINE else [])]
    with states.settings_in(state, engine, site, var) as environment:
        published = json.loads(
            output_of(
                *("-m", "benchmarks.searching.publishing", *until),
                **environment | {"SEARCH_APPLY": "background"},
            )
        )
        with serve(SITE, PAGE_CACHE_SECONDS="0", **environment) as asked:
            times, _ = within(600, ["/healthz", *paths], asked)
    return published | {"search page": max(times[1:])}


def spent(*command: str, **environment: str) -> Spent:
    """By a command of the site, the start of its process included."""
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    manage(*command, **environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Spent(time.perf_counter() - start, cpu)


def say(text: str) -> None:
    print(text, flush=True)


def note(text: str) -> None:
    print(f"{datetime.datetime.now(datetime.UTC):%H:%M:%S} {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
