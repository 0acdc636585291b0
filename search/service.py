"""What a page asks of search: the engine answers, or the database when it cannot.

Whatever answered, a page that is not public at this moment is not shown.
"""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from search import engine, fallback
from search.asking.synonym_lines import all_with_synonyms, with_synonyms
from search.breaker import breaker
from search.dutch.language import words
from search.engines.protocol import EngineUnavailable, SearchEngine
from search.index import background
from search.index.pages import public_ids
from search.query import SearchQuery
from search.results import Hit, SearchResults, Suggestion

logger = logging.getLogger(__name__)
Answer = TypeVar("Answer")
# Words of one question that are looked up before a better one is offered; each is a search.
MOST_MENDED = 4


def find(query: SearchQuery) -> SearchResults:
    background.catch_up()
    asked = with_synonyms(query)
    results = _asked(lambda engine: engine.search(asked), lambda: fallback.find(asked))
    if results.did_you_mean and not _said_in_public(results.did_you_mean, query.words):
        results = replace(results, did_you_mean="")
    hits = _public(results.hits)
    hidden = len(results.hits) - len(hits)
    return replace(results, hits=hits, total=results.total - hidden) if hidden else results


def totals(queries: Sequence[SearchQuery]) -> tuple[int, ...]:
    """How many pages each finds, none of which is shown; zeros when the engine cannot say.

    They lead on from a page without results: an extra for which the database is too slow.
    """
    asked = all_with_synonyms(queries)
    return _asked(lambda engine: engine.totals(asked), lambda: (0,) * len(asked), alone=False)


def suggest(text: str, *, limit: int = 8) -> tuple[Suggestion, ...]:
    found = _asked(
        lambda engine: engine.suggest(text, limit=limit),
        lambda: fallback.suggest(text, limit=limit),
    )
    public = public_ids(suggestion.page for suggestion in found)
    return tuple(suggestion for suggestion in found if suggestion.page in public)


def related(page_id: int, *, limit: int = 3) -> tuple[Hit, ...]:
    # One more than asked for: one of them may have gone since.
    found = _asked(
        lambda engine: engine.related(page_id, limit=limit + 1),
        lambda: fallback.related(page_id, limit=limit + 1),
    )
    return _public(found)[:limit]


def similar(text: str, *, types: Sequence[str] = (), limit: int = 3) -> tuple[Hit, ...]:
    found = _asked(
        lambda engine: engine.similar(text, types=types, limit=limit + 1),
        lambda: fallback.similar(text, types=types, limit=limit + 1),
    )
    return _public(found)[:limit]


def _asked(
    ask: Callable[[SearchEngine], Answer],
    otherwise: Callable[[], Answer],
    *,
    alone: bool = True,
) -> Answer:
    """`alone` is one question; how long several take together says nothing of the engine."""
    if breaker.may_ask():
        start = time.monotonic()
        try:
            answer = ask(engine.current())
        except EngineUnavailable as error:
            breaker.failed(after=time.monotonic() - start)
            logger.warning("Search does without its engine: %s", error)
        else:
            breaker.succeeded(after=time.monotonic() - start if alone else 0.0)
            return answer
    return otherwise()


def _said_in_public(better: str, asked: str) -> bool:
    """Whether each new word finds a public page: the one that it was read from may be gone."""
    new = dict.fromkeys(word for word in words(better) if word not in words(asked))
    return len(new) <= MOST_MENDED and all(
        _public(_asked(partial(_first_found, word), lambda: ())) for word in new
    )


def _first_found(word: str, engine: SearchEngine) -> tuple[Hit, ...]:
    return engine.search(SearchQuery(words=f'"{word}"')).hits


def _public(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    public = public_ids(hit.record.id for hit in hits)
    return tuple(hit for hit in hits if hit.record.id in public)
