"""While typing: questions to the index."""

from search.engines.embedded.documents import unpack
from search.engines.embedded.queries import Queries
from search.engines.suggesting import READ, picked, typed_words
from search.results import Suggestion


def suggestions(queries: Queries, text: str, limit: int) -> tuple[Suggestion, ...]:
    typed = typed_words(text)
    if not typed or limit < 1:
        return ()
    searcher = queries.searcher
    found = searcher.search(
        queries.beginning(typed), READ, count=False, weight_by_field="weight"
    ).hits
    records = [unpack(searcher.doc(address)["record"][0]) for _, address in found]
    return picked(records, typed, limit)
