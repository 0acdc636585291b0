"""Which public pages look like a text, and how much: a share of words that anybody can check."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from search import service
from search.dutch.language import WORD, fold
from search.engines.analysis import loose
from search.records import SearchRecord

MOST_LETTERS = 5_000
# The engine weighs words by how rare they are; of what it brings, the likeness decides.
CANDIDATES = 8


@dataclass(frozen=True, slots=True)
class Similar:
    record: SearchRecord
    percent: int
    """The mean of two shares: of its title and summary in the text, of the text's title in it."""
    shared: tuple[str, ...]
    """The words of its title and summary that stand in the text too, as they are written there."""
    asked: int
    """How many telling words its title and summary have."""


def similar_to(
    title: str, text: str, *, types: Sequence[str] = (), limit: int = 3, least: int = 1
) -> tuple[Similar, ...]:
    """The most like it first; none that is less like it than so many percent."""
    written = f"{title} {text}"[:MOST_LETTERS]
    hits = service.similar(written, types=types, limit=CANDIDATES)
    found = [_likeness(title[:MOST_LETTERS], written, hit.record) for hit in hits]
    enough = [one for one in found if one.percent >= least]
    return tuple(sorted(enough, key=lambda one: -one.percent)[:limit])


def _likeness(title: str, written: str, record: SearchRecord) -> Similar:
    core = _telling(f"{record.title} {record.summary}")
    there = _found_in(core, written)
    asked = _telling(title)
    page = " ".join((record.title, record.summary, *record.keywords, record.body))
    shares = [
        len(part) / len(whole)
        for part, whole in ((there, core), (_found_in(asked, page), asked))
        if whole
    ]
    percent = round(100 * sum(shares) / len(shares)) if shares else 0
    return Similar(record, percent, tuple(there), len(core))


def _telling(text: str) -> list[str]:
    """Its words as they are first written, without stop words and inflections of one before."""
    found: dict[str, str] = {}
    for word in WORD.findall(text):
        if roots := loose(word):
            found.setdefault(roots[0], word)
    return list(found.values())


def _found_in(wanted: Iterable[str], text: str) -> list[str]:
    """The words that stand there by their stem, or of which all parts of a compound do."""
    there = {root for word in {fold(one) for one in WORD.findall(text)} for root in loose(word)}
    return [
        word
        for word in wanted
        if loose(word)[0] in there or (loose(word)[1:] and there.issuperset(loose(word)[1:]))
    ]
