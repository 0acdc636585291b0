"""The least that an engine can do for a question: what its own page of results is compared with.

Elasticsearch gets the same body, sent by itself with nothing made of the answer; tantivy the bare
query and the bare count of facets.
"""

import http.client
import time
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from search.asking.grammar import parse
from search.engines.elasticsearch import ElasticsearchEngine, queries
from search.engines.elasticsearch import counting as elasticsearch_counting
from search.engines.elasticsearch.asking import page
from search.engines.elasticsearch.bulk import parcels
from search.engines.elasticsearch.documents import line
from search.engines.embedded import EmbeddedEngine, counting
from search.engines.embedded.queries import Queries
from search.engines.protocol import Write
from search.query import SearchQuery

Call = Callable[[], object]


class Requests:
    """Plain requests over one connection that stays open."""

    def __init__(self, url: str) -> None:
        at = urlsplit(url)
        self._connection = http.client.HTTPConnection(at.hostname or "", at.port)

    def post(self, path: str, body: bytes) -> None:
        self._connection.request("POST", path, body, {"Content-Type": "application/x-ndjson"})
        answer = self._connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise SystemExit(f"{path} answers {answer.status}.")


def bare(engine: EmbeddedEngine, query: SearchQuery, *, facets: bool = True) -> Call:
    opened = engine.reader.opened()
    built = Queries(opened.schema, opened.searcher)
    read, filters = built.strict(parse(query.words)).query, counting.filters(built, query)
    wanted = counting.narrow(read, filters)

    def ask() -> None:
        opened.searcher.search(wanted, query.page_size, weight_by_field="weight")
        if facets:
            counting.count(opened.searcher, read, filters, lambda facet, count: count())

    return ask


def request(engine: ElasticsearchEngine, query: SearchQuery, requests: Requests) -> Call:
    body = page(
        queries.strict(parse(query.words)).query,
        filters=elasticsearch_counting.filters(query),
        size=query.page_size,
    )
    sent = line({}) + b"\n" + line(body) + b"\n"
    return lambda: requests.post(f"/{engine.indices.alias}/_msearch", sent)


def bulk(engine: ElasticsearchEngine, writes: Sequence[Write], requests: Requests) -> float:
    """Seconds to send what a rebuild sends, made beforehand, and nothing else."""
    bodies = [b"\n".join(one.lines.values()) + b"\n" for one in parcels(writes)]
    index = engine.indices.create()
    try:
        start = time.perf_counter()
        for body in bodies:
            requests.post(f"/{index}/_bulk", body)
        requests.post(f"/{index}/_refresh", b"")
        return time.perf_counter() - start
    finally:
        engine.indices.remove([index])
