"""Run inside Django by `run_search.py`, with the engine that the settings name; prints JSON.

What to ask over HTTP, and what the engine alone and the raw request take for the same questions.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import partial
from urllib.parse import parse_qs, urlencode, urlsplit

import django

django.setup()

from django.conf import settings  # noqa: E402  needs the line above
from wagtail.models import Page  # noqa: E402  the same

from benchmarks.searching import raw  # noqa: E402  the same
from benchmarks.searching.timing import Timing, timed  # noqa: E402  the same
from benchmarks.site.inside import addresses  # noqa: E402  the same
from benchmarks.site.measuring import WARM  # noqa: E402  the same
from search import engine as engines  # noqa: E402  the same
from search.engines.elasticsearch import ElasticsearchEngine  # noqa: E402  the same
from search.engines.embedded import EmbeddedEngine  # noqa: E402  the same
from search.engines.protocol import Write  # noqa: E402  the same
from search.models import StoredRecord  # noqa: E402  the same
from search.packing import unpacked  # noqa: E402  the same
from search.query import SearchQuery  # noqa: E402  the same

FREQUENT = 400
SHORTEST = 5  # letters of a word that is asked for
TYPED = 4  # letters of it when suggestions are asked for


def words_to_ask(count: int) -> list[str]:
    """Different words of titles, from the most frequent to the rarer ones."""
    titles = Page.objects.live().values_list("title", flat=True)
    seen = Counter(
        word
        for title in titles
        for word in title.lower().split()
        if word.isalpha() and len(word) >= SHORTEST
    )
    found = [word for word, _ in sorted(seen.items(), key=lambda pair: (-pair[1], pair[0]))]
    found = found[: max(FREQUENT, count)]
    count = min(count, len(found))
    return [found[at * len(found) // count] for at in range(count)]


def asked_at(path: str) -> SearchQuery:
    return SearchQuery.from_params(parse_qs(urlsplit(path).query)).query


def first(paths: Sequence[str]) -> Iterator[raw.Call]:
    for path in paths:
        yield partial(engines.current().search, asked_at(path))


def again(paths: Sequence[str]) -> Iterator[raw.Call]:
    """At once after the first time: an engine remembers a bounded number of counts."""
    for ask in first(paths):
        ask()
        yield ask


def parts(paths: Sequence[str]) -> dict[str, Timing]:
    engine = engines.current()
    timed(first(paths[:WARM]))
    paths = paths[WARM:]
    found = {"engine, first asked": timed(first(paths)), "engine, asked again": timed(again(paths))}
    if isinstance(engine, ElasticsearchEngine):
        requests = raw.Requests(settings.ELASTICSEARCH_URL)
        found["raw request"] = timed(
            [raw.request(engine, asked_at(path), requests) for path in paths]
        )
    elif isinstance(engine, EmbeddedEngine):
        found["raw request"] = timed([raw.bare(engine, asked_at(path)) for path in paths])
        found["raw, without facets"] = timed(
            [raw.bare(engine, asked_at(path), facets=False) for path in paths]
        )
    return found


def bulk() -> dict[str, float] | None:
    """Seconds to fill an index with the same records, raw and by the engine."""
    engine = engines.current()
    if not isinstance(engine, ElasticsearchEngine):
        return None
    rows = StoredRecord.objects.exclude(record=None).values_list("pk", "record")
    writes = [Write(id=pk, version=1, record=unpacked(record)) for pk, record in rows]
    sent = raw.bulk(engine, writes, raw.Requests(settings.ELASTICSEARCH_URL))
    start = time.perf_counter()
    engine.rebuild(writes)
    return {"raw": sent, "engine": time.perf_counter() - start}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=40)
    words = words_to_ask(parser.parse_args().rounds + WARM)
    chosen = urlsplit(addresses()["search, six facets"])
    filters = {name: said for name, said in parse_qs(chosen.query).items() if name != "q"}
    paths = {
        "search page, one word": [f"/zoeken/?{urlencode({'q': word})}" for word in words],
        "search page, six facets chosen": [
            f"/zoeken/?{urlencode({'q': word, **filters}, doseq=True)}" for word in words
        ],
        "suggestions": [f"/zoeken/suggesties/?{urlencode({'q': w[:TYPED]})}" for w in words],
    }
    asked = {name: parts(some) for name, some in paths.items() if name != "suggestions"}
    json.dump(
        {
            "paths": paths,
            "plain": [f"/plain/?{urlencode({'q': word})}" for word in words],
            "parts": {
                name: {part: asdict(timing) for part, timing in found.items()}
                for name, found in asked.items()
            },
            "bulk": bulk(),
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main()
