"""What makes a page like another: the same tags and themes, and the same telling words."""

from collections.abc import Iterator

from search.engines.analysis import exact_and_loose
from search.records import SearchRecord

MOST_WORDS = 40
SHARED = {"tags": 2.0, "themes": 1.5, "countries": 0.5, "organisation_types": 0.2}
WORDS_IN = (("title_loose", 0.6), ("keywords_loose", 0.6), ("summary_loose", 0.3))


def shared(record: SearchRecord) -> Iterator[tuple[str, str, float]]:
    """(field, slug, weight) of what another page may share."""
    for name, boost in SHARED.items():
        for value in getattr(record, name):
            yield name, value, boost


def telling(record: SearchRecord) -> Iterator[tuple[str, str, float]]:
    """(field, word, weight) of the words that another page may hold."""
    _, loose = exact_and_loose(" ".join((record.title, *record.keywords, record.summary)))
    for word in list(dict.fromkeys(loose.split()))[:MOST_WORDS]:
        for name, boost in WORDS_IN:
            yield name, word, boost
