"""Times the embedded engine alone, on records made with a fixed seed.

    uv run python benchmarks/search_engine.py --records 20000

Prints, for each kind of question with all six facets counted, the CPU time, which a busy machine
changes less, and the median and 95th percentile of the time that passed; and apart, the CPU time
when it is the first to count its facets since the index changed. Needs no database and leaves
nothing behind.
"""

import argparse
import datetime
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator

from django.conf import settings

from search.compounds import known_parts
from search.engines.embedded import EmbeddedEngine
from search.engines.embedded.counting import Counts
from search.engines.protocol import Write
from search.query import SearchQuery
from search.records import SearchRecord

SEED = 20240321
WORDS = 40_000
TYPES = ("les", "reis", "voorbeeld", "nieuws", "bijeenkomst", "serie")
ORGANISATIONS = ("gemeente", "provincie", "rijk", "uitvoering", "waterschap", "samenwerking")
COMMON = """
    de het een van en in op met voor aan die dat te is zijn door bij als uit naar over gemeente
    burger dienstverlening loket overheid digitale website samenwerken landen Denemarken regie
"""


def records(count: int) -> Iterator[SearchRecord]:
    chance = random.Random(SEED)  # noqa: S311  the same texts every time
    vocabulary = sorted(word for word in known_parts() if len(word) > 3)
    chance.shuffle(vocabulary)
    del vocabulary[WORDS:]
    common = COMMON.split()
    # As in real text few words are frequent: the n-th word comes n times less often.
    weights = [1 / (n + 10) for n in range(len(vocabulary))]
    text = chance.choices(vocabulary, weights, k=400_000)

    def some(length: int) -> str:
        at = chance.randrange(len(text) - length)
        words = text[at : at + length]
        words[::3] = chance.choices(common, k=len(words[::3]))
        return " ".join(words).capitalize() + "."

    for number in range(1, count + 1):
        yield SearchRecord(
            id=number,
            type=chance.choice(TYPES),
            url=f"/lessen/{number}/",
            title=some(chance.randint(4, 10)),
            summary=some(chance.randint(15, 35)),
            body=some(chance.randint(200, 500)),
            keywords=tuple(some(2) for _ in range(4)),
            themes=tuple({f"thema-{chance.randrange(12)}" for _ in range(2)}),
            tags=tuple({f"tag-{int(chance.paretovariate(0.7)) % 300}" for _ in range(3)}),
            countries=(f"land-{int(chance.paretovariate(1)) % 30}",),
            organisation_types=(chance.choice(ORGANISATIONS),),
            date=datetime.date(2001, 1, 1) + datetime.timedelta(days=chance.randrange(9000)),
            corroboration=chance.randrange(5),
        )


def questions() -> dict[str, SearchQuery]:
    return {
        "no words": SearchQuery(),
        "one frequent word": SearchQuery(words="dienstverlening"),
        "three words": SearchQuery(words="digitale dienstverlening gemeente"),
        "a phrase": SearchQuery(words='"digitale overheid"'),
        "two filters": SearchQuery(
            words="overheid website", types=("les", "reis"), themes=("thema-1", "thema-2")
        ),
        "all six filtered": SearchQuery(
            words="overheid",
            types=("les", "reis"),
            themes=("thema-1", "thema-2"),
            tags=("tag-1", "tag-2"),
            countries=("land-1",),
            organisation_types=("gemeente", "rijk"),
            year_from=2005,
            year_to=2020,
        ),
        "newest first": SearchQuery(words="burger", sort="nieuwste"),
        "tenth page": SearchQuery(words="loket overheid", page=10),
        "a typing error": SearchQuery(words="dienstverleninng"),
    }


def timed(ask: Callable[[], object], rounds: int) -> tuple[float, float, float]:
    """Median of the CPU time, median and 95th percentile of the time that passed, in ms."""
    worked, passed = [], []
    for _ in range(rounds):
        start, cpu = time.perf_counter(), time.thread_time()
        ask()
        worked.append((time.thread_time() - cpu) * 1000)
        passed.append((time.perf_counter() - start) * 1000)
    high = statistics.quantiles(passed, n=20)[-1]
    return statistics.median(worked), statistics.median(passed), high


def first_asked(engine: EmbeddedEngine, query: SearchQuery) -> float:
    """Median of the CPU time when no facet of the question was counted before, in ms."""
    worked = []
    for _ in range(20):
        engine.counts = Counts()
        cpu = time.thread_time()
        engine.search(query)
        worked.append((time.thread_time() - cpu) * 1000)
    return statistics.median(worked)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--json", action="store_true", help="one line for a machine")
    options = parser.parse_args()
    if not settings.configured:
        settings.configure(USE_I18N=False)

    with tempfile.TemporaryDirectory(prefix="benchmark-search-") as folder:
        engine = EmbeddedEngine(folder)
        made = [Write(id=one.id, version=1, record=one) for one in records(options.records)]
        start, cpu = time.perf_counter(), time.process_time()
        engine.rebuild(made)
        rebuilt, worked = time.perf_counter() - start, time.process_time() - cpu
        asked: dict[str, Callable[[], object]] = {
            name: (lambda query=query: engine.search(query)) for name, query in questions().items()
        }
        asked["suggestions"] = lambda: engine.suggest("digitale over")
        asked["related"] = lambda: engine.related(7)
        asked["one write"] = lambda: engine.write([made[0]])
        found: dict[str, tuple[float, float, float]] = {}
        for name, ask in asked.items():
            timed(ask, 5)  # warm
            found[name] = timed(ask, options.rounds if name != "one write" else 10)
        first = {name: first_asked(engine, query) for name, query in questions().items()}
    if options.json:
        report = json.dumps(
            {
                "records": options.records,
                "rebuild_s": rebuilt,
                "rebuild_cpu_s": worked,
                "ms": found,
                "first_cpu_ms": first,
            }
        )
        sys.stdout.write(f"{report}\n")
        return
    lines = [f"{options.records} records, rebuilt in {rebuilt:.1f} s, {worked:.1f} s of CPU", ""]
    lines.append(
        f"{'question':20} {'CPU ms':>10} {'median ms':>10} {'p95 ms':>10} {'first CPU':>10}"
    )
    lines += [
        f"{name:20} {cpu:10.2f} {median:10.2f} {high:10.2f} {first.get(name, cpu):10.2f}"
        for name, (cpu, median, high) in found.items()
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
