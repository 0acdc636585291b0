"""Times the engine on Elasticsearch, on the same records and questions as the embedded one.

    uv run python benchmarks/search_elasticsearch.py --records 20000

Asks the cluster at ELASTICSEARCH_URL (`make elasticsearch` starts one), under a prefix of its own
that is removed in the end. "Raw" is the first request of a question, sent by itself with nothing
made of the answer; the bulk rate is compared with the same documents, made beforehand.
"""

import argparse
import http.client
import os
import statistics
import sys
import time
from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from search_engine import questions, records, timed

from search.engines.elasticsearch import ElasticsearchEngine, counting, queries
from search.engines.elasticsearch.asking import page
from search.engines.elasticsearch.bulk import parcels
from search.engines.elasticsearch.documents import line
from search.engines.protocol import Write
from search.grammar import parse
from search.query import SearchQuery


class Raw:
    """Plain requests over one connection."""

    def __init__(self, url: str) -> None:
        at = urlsplit(url)
        self.connection = http.client.HTTPConnection(at.hostname or "", at.port)

    def post(self, path: str, body: bytes) -> None:
        self.connection.request("POST", path, body, {"Content-Type": "application/x-ndjson"})
        answer = self.connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise SystemExit(f"{path} answers {answer.status}")


def raw_question(query: SearchQuery) -> bytes:
    body = page(
        queries.strict(parse(query.words)).query,
        filters=counting.filters(query),
        first=(query.page - 1) * query.page_size,
        size=query.page_size,
    )
    return line({}) + b"\n" + line(body) + b"\n"


def raw_bulk(raw: Raw, engine: ElasticsearchEngine, writes: list[Write]) -> float:
    """Seconds to send what a rebuild sends, made beforehand, and nothing else."""
    requests = [b"\n".join(one.lines.values()) + b"\n" for one in parcels(writes)]
    index = engine.indices.create()
    start = time.perf_counter()
    for request in requests:
        raw.post(f"/{index}/_bulk", request)
    raw.post(f"/{index}/_refresh", b"")
    taken = time.perf_counter() - start
    engine.indices.remove([index])
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=100)
    options = parser.parse_args()
    url = os.environ.get("ELASTICSEARCH_URL")
    if not url:
        raise SystemExit("ELASTICSEARCH_URL says where; `make elasticsearch` starts one.")
    if not settings.configured:
        settings.configure(USE_I18N=False)

    prefix = f"meegenomen-benchmark-{os.getpid()}"
    engine = ElasticsearchEngine(url=url, prefix=prefix, search_seconds=60, write_seconds=60)
    raw = Raw(url)
    made = [Write(id=one.id, version=1, record=one) for one in records(options.records)]
    try:
        start, cpu = time.perf_counter(), time.process_time()
        engine.rebuild(made)
        rebuilt, worked = time.perf_counter() - start, time.process_time() - cpu
        sent = raw_bulk(raw, engine, made)
        path = f"/{engine.indices.alias}/_msearch"
        lines = [
            f"{options.records} records: rebuilt in {rebuilt:.1f} s ({worked:.1f} s of our CPU), "
            f"{options.records / rebuilt:.0f} a second; raw bulk {options.records / sent:.0f}",
            "",
            f"{'question':20} {'CPU ms':>10} {'median ms':>10} {'p95 ms':>10} {'raw ms':>10}",
        ]
        asked: dict[str, tuple[Callable[[], object], bytes]] = {
            name: ((lambda query=query: engine.search(query)), raw_question(query))
            for name, query in questions().items()
        }
        asked["suggestions"] = (lambda: engine.suggest("digitale over")), b""
        asked["related"] = (lambda: engine.related(7)), b""
        asked["one write"] = (lambda: engine.write([made[0]])), b""
        for name, (ask, body) in asked.items():
            timed(ask, 10)  # warm
            ours = timed(ask, options.rounds if name != "one write" else 10)
            alone = [_passed(raw, path, body) for _ in range(options.rounds)] if body else []
            shown = f"{statistics.median(alone):10.2f}" if alone else ""
            lines.append(f"{name:20} {ours[0]:10.2f} {ours[1]:10.2f} {ours[2]:10.2f} {shown}")
        sys.stdout.write("\n".join(lines) + "\n")
    finally:
        engine.indices.remove(engine.indices.all())


def _passed(raw: Raw, path: str, body: bytes) -> float:
    start = time.perf_counter()
    raw.post(path, body)
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
