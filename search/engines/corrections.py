"""Did you mean: words of found pages that look like the ones that were typed."""

from collections import Counter
from collections.abc import Iterable, Sequence

from search.dutch.language import WORD, fold
from search.engines.matching import distance, edits
from search.records import SearchRecord

MOST_READ = 5_000  # letters of a body


def corrected(text: str, rare: Iterable[str], records: Sequence[SearchRecord]) -> str:
    """The text with each rare word replaced by the likest word; empty when nothing is likely."""
    written: Counter[str] = Counter()
    for record in records:
        for part in (record.title, *record.keywords, record.summary, record.body[:MOST_READ]):
            written.update(WORD.findall(part))
    better = {word: found for word in rare if (found := _likest(word, written))}
    if not better:
        return ""
    return WORD.sub(lambda match: better.get(fold(match[0]), match[0]), text).strip()


def _likest(word: str, written: Counter[str]) -> str:
    """Fewest edits, then the most usual; a name keeps its capitals, a word loses them."""
    most = distance(word)
    best: tuple[int, int, str] | None = None
    for other, times in written.items():
        if abs(len(other) - len(word)) > most:
            continue
        folded = fold(other)
        if folded == word or (edited := edits(folded, word, most)) > most:
            continue
        if best is None or (edited, -times, other) < best:
            best = (edited, -times, other)
    if best is None:
        return ""
    found = best[2]
    return found.lower() if found.istitle() and found.lower() in written else found
