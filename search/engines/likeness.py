"""What makes a page like another, or like a text: the same tags and themes, and telling words."""

from collections.abc import Iterator

from search.engines.analysis import exact_and_loose
from search.records import SearchRecord

MOST_WORDS = 40
MOST_WORDS_OF_TEXT = 80
SHARED = {"tags": 2.0, "themes": 1.5, "countries": 0.5, "organisation_types": 0.2}
WORDS_IN = (("title_loose", 0.6), ("keywords_loose", 0.6), ("summary_loose", 0.3))
# A text has no tags to go by, and its writer may have chosen other words than a summary does.
WORDS_OF_TEXT_IN = (*WORDS_IN, ("body_loose", 0.1))


def shared(record: SearchRecord) -> Iterator[tuple[str, str, float]]:
    """(field, slug, weight) of what another page may share."""
    for name, boost in SHARED.items():
        for value in getattr(record, name):
            yield name, value, boost


def telling(record: SearchRecord) -> Iterator[tuple[str, str, float]]:
    """(field, word, weight) of the words that another page may hold."""
    text = " ".join((record.title, *record.keywords, record.summary))
    for word in _words(text)[:MOST_WORDS]:
        for name, boost in WORDS_IN:
            yield name, word, boost


def telling_of(text: str) -> Iterator[tuple[str, str, float]]:
    """The same of a text that is no page: what comes first counts, when it is long."""
    for word in _words(text)[:MOST_WORDS_OF_TEXT]:
        for name, boost in WORDS_OF_TEXT_IN:
            yield name, word, boost


def _words(text: str) -> list[str]:
    _, loose = exact_and_loose(text)
    return list(dict.fromkeys(loose.split()))
