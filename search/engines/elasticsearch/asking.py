"""Asks the index: several questions in one request, and all within one limit of time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from elasticsearch import NotFoundError
from elasticsearch.dsl.query import Query

from search.engines.elasticsearch import counting
from search.engines.elasticsearch.clauses import shown
from search.engines.elasticsearch.connection import Access, Patience, only_unavailable
from search.engines.elasticsearch.documents import record_of
from search.engines.elasticsearch.lexicon import (
    EXACT,
    LOOSE,
    Known,
    holds,
    resembled,
    resembling,
)
from search.engines.matching import distance
from search.engines.protocol import EngineUnavailable
from search.records import SearchRecord

MISSING = "There is no index that this code can read; run rebuild_index."
BY_SCORE = [{"_score": "desc"}, {"newest": "desc"}]


@dataclass(frozen=True, slots=True)
class Found:
    """What one question found; `anywhere` counts without the filters of its facets."""

    total: int
    records: tuple[SearchRecord, ...]
    facets: dict[str, dict[str, int]]
    anywhere: int


class Asking:
    """Lives as long as one question of a visitor, and what is asked beside it."""

    def __init__(self, access: Access, alias: str) -> None:
        self._access = access
        self._alias = alias
        self._patience = Patience(access.search_seconds)
        self.lexicon: dict[str, Known] = {}
        self._likened: set[str] = set()

    def pages(
        self, *bodies: dict[str, Any], words: Iterable[str] = (), alike: bool = False
    ) -> list[Found]:
        """Ask for pages of results, and beside them what is known of these words.

        That comes into the lexicon; with `alike` also the words that look like them.
        """
        known = self._likened if alike else self.lexicon.keys()
        unknown = [word for word in dict.fromkeys(words) if word not in known]
        answers = self._ask([*bodies, *(_lookup(word, alike=alike) for word in unknown)])
        with only_unavailable():
            for word, answer in zip(unknown, answers[len(bodies) :], strict=True):
                self.lexicon[word] = _known(answer)
            if alike:
                self._likened.update(unknown)
            pages = zip(bodies, answers[: len(bodies)], strict=True)
            return [_found(answer, body["aggs"]) for body, answer in pages]

    def sources(self, body: dict[str, Any]) -> list[dict[str, Any]]:
        (answer,) = self._ask([body])
        with only_unavailable():
            return [hit["_source"] for hit in answer["hits"]["hits"]]

    def record(self, page_id: int) -> SearchRecord | None:
        with only_unavailable():
            client = self._access.client.options(request_timeout=self._patience.left())
            try:
                answer = client.get(index=self._alias, id=str(page_id), source_includes=["record"])
            except NotFoundError as error:
                # Without a document the answer says so; without an index it holds an error.
                if isinstance(error.body, dict) and error.body.get("found") is False:
                    return None
                raise EngineUnavailable(MISSING) from error
            source = cast("dict[str, Any]", answer["_source"])
            return record_of(source) if "record" in source else None

    def count(self) -> int:
        (answer,) = self._ask([{"query": shown().to_dict(), "size": 0} | EXACTLY])
        with only_unavailable():
            return int(answer["hits"]["total"]["value"])

    def _ask(self, bodies: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        if not bodies:
            return []
        searches: list[dict[str, Any]] = []
        for body in bodies:
            searches += [{}, body]
        with only_unavailable():
            client = self._access.client.options(request_timeout=self._patience.left())
            answers = client.msearch(index=self._alias, searches=searches)["responses"]
            for answer in answers:
                if "error" in answer:
                    raise _refused(answer["error"], answer.get("status"))
                if answer["_shards"]["failed"] or answer["timed_out"]:
                    raise EngineUnavailable("Elasticsearch answers with a part of its index.")
            if len(answers) != len(bodies):
                raise EngineUnavailable("Elasticsearch left a question unanswered.")
            return cast("list[dict[str, Any]]", answers)


MOST_COUNTED = 3
EXACTLY: dict[str, Any] = {"track_total_hits": True}


def page(
    query: Query,
    *,
    filters: dict[str, Query],
    first: int = 0,
    size: int = 10,
    sort: list[dict[str, str]] | None = None,
) -> dict[str, Any]:
    """A page of results with all facets; filters narrow the hits after the facets are counted."""
    return {
        "query": query.to_dict(),
        "post_filter": counting.narrowed(filters).to_dict(),
        "aggs": counting.counts(filters),
        "from": first,
        "size": size,
        "sort": sort or BY_SCORE,
        "_source": ["record"],
    } | EXACTLY


def total(query: Query, *, filters: dict[str, Query]) -> dict[str, Any]:
    """A page of no results, for how many there are."""
    return {
        "query": query.to_dict(),
        "post_filter": counting.narrowed(filters).to_dict(),
        "aggs": counting.EVERYTHING,
        "size": 0,
    } | EXACTLY


def _lookup(word: str, *, alike: bool) -> dict[str, Any]:
    query = holds(word).to_dict()
    body = {"query": query, "size": 0, "terminate_after": MOST_COUNTED} | EXACTLY
    if alike and distance(word):
        body["suggest"] = resembling(word)
    return body


def _known(answer: dict[str, Any]) -> Known:
    pages = int(answer["hits"]["total"]["value"])
    if "suggest" not in answer:
        return Known(pages)
    found = answer["suggest"]
    return Known(pages, exact=resembled(found, EXACT), loose=resembled(found, LOOSE))


def _found(answer: dict[str, Any], asked: dict[str, Any]) -> Found:
    found = answer["hits"]
    return Found(
        total=int(found["total"]["value"]),
        records=tuple(record_of(hit["_source"]) for hit in found["hits"]),
        facets=counting.counted(answer["aggregations"], asked),
        anywhere=int(answer["aggregations"][counting.ANYWHERE]["doc_count"]),
    )


def _refused(error: dict[str, Any], status: object) -> EngineUnavailable:
    if error.get("type") == "index_not_found_exception":
        return EngineUnavailable(MISSING)
    return EngineUnavailable(f"Elasticsearch refuses ({status}): {error.get('reason')}")
