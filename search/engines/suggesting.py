"""While typing: pages whose title fits, then names from the pages as better questions."""

from collections.abc import Iterable

from search.dutch.language import fold, words
from search.records import SearchRecord
from search.results import Suggestion

MOST_WORDS = 8
# Pages read for their names; more would cost more than typing allows.
READ = 24


def typed_words(text: str) -> list[str]:
    return words(text[:200])[:MOST_WORDS]


def picked(records: Iterable[SearchRecord], typed: list[str], limit: int) -> tuple[Suggestion, ...]:
    """From pages that hold the words, the best first."""
    titles: dict[str, Suggestion] = {}
    names: dict[str, Suggestion] = {}
    for record in records:
        if _fits(record.title, typed):
            titles.setdefault(
                fold(record.title), Suggestion(record.title, record.url, page=record.id)
            )
        for name in record.keywords:
            if _fits(name, typed):
                names.setdefault(fold(name), Suggestion(name, page=record.id))
    for same in titles.keys() & names.keys():
        del names[same]
    # Some room for names, whatever the number of titles.
    kept = list(names.values())[: max(limit // 3, limit - len(titles))]
    return (*list(titles.values())[: limit - len(kept)], *kept)


def _fits(text: str, typed: list[str]) -> bool:
    *finished, last = typed
    found = words(text)
    return all(word in found for word in finished) and any(word.startswith(last) for word in found)
