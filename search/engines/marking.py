"""Marks in a text what was searched for. Safe by construction: every piece is escaped apart."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from search.dutch.language import TOKEN, WORD, fold

FRAGMENT = 220  # letters, about three lines of a result
OPEN, CLOSE = format_html("<{}>", "mark"), format_html("</{}>", "mark")
BETWEEN = r"[\W_]+"
# A letter with an accent, or a mark inside a name: "één", "e-health".
SPELT_OTHERWISE = re.compile(r"[^\x00-\x7f]|[.\-'&/@](?=[^\W_])")
MOST_READ = 20_000  # letters of a body in which a fragment is looked for


class Marker(dict[str, bool]):
    """Whether a word, as written, is one of those asked for; decided once for each word."""

    def __init__(
        self,
        decide: Callable[[str], bool] | None = None,
        *,
        held: Collection[str] = (),
        lengths: Collection[int] = (),
        phrases: Sequence[tuple[str, ...]] = (),
    ) -> None:
        """A word without accents that is asked for has one of the lower-case `held` in it, or has
        one of these lengths. Without either, every word of a text is decided about.
        """
        self._decide = decide
        self._held = held
        self._lengths = lengths
        self._phrases = phrases

    def __missing__(self, written: str) -> bool:
        decide = self._decide
        found = decide is not None and decide(written)
        if not found and not written.isalnum():
            # All of "borger.dk" is marked for "borgerdk", and its first half for "borger".
            found = any(self[word] for word in WORD.findall(written))
        self[written] = found
        return found

    @property
    def asked(self) -> bool:
        """False when there was no word to look for, only filters."""
        return self._decide is not None

    def mark(self, text: str) -> SafeString:
        return _pieces(text, self._spans(text))

    def fragment(self, text: str, *, length: int = FRAGMENT) -> SafeString:
        """The piece of a long text in which most different words match, or its beginning."""
        return self._fragment(text, self._spans(text[:MOST_READ]), length)

    def fragment_with_match(self, text: str, *, length: int = FRAGMENT) -> SafeString | None:
        """The same, or None when nothing in it matches."""
        spans = self._spans(text[:MOST_READ])
        return self._fragment(text, spans, length) if spans else None

    def _fragment(self, text: str, spans: list[tuple[int, int]], length: int) -> SafeString:
        start, end = _window(text, spans, length)
        inside = [(a - start, b - start) for a, b in spans if a >= start and b <= end]
        before = "… " if start else ""
        after = " …" if end < len(text) else ""
        return format_html("{}{}{}", before, _pieces(text[start:end], inside), after)

    def _spans(self, text: str) -> list[tuple[int, int]]:
        if not self.asked:
            return []
        # Which words first, then where: most texts hold few of them.
        spans = [
            span
            for token in self._tokens(text)
            if self[token]
            for at in _places(token, text)
            for span in self._within(token, at)
        ]
        spans += [found for phrase in self._phrases for found in _side_by_side(phrase, text)]
        return _apart(spans)

    def _tokens(self, text: str) -> set[str]:
        """Those of a text that may match: to find them takes less than to read all of it."""
        lower = text.lower()
        if not (self._held or self._lengths) or len(lower) != len(text):
            return set(TOKEN.findall(text))
        places = [found.start() for found in SPELT_OTHERWISE.finditer(text)]
        for one in self._held:
            places += _starts(one, lower)
        pieces = {text[text.rfind(" ", 0, at) + 1 : _end(text, at)] for at in places}
        found = {token for piece in pieces for token in TOKEN.findall(piece)}
        if self._lengths:
            found |= {token for token in TOKEN.findall(text) if len(token) in self._lengths}
        return found

    def _within(self, written: str, at: int) -> list[tuple[int, int]]:
        """All of a composite when it was asked for as a whole, or those of its words that were."""
        if written.isalnum() or self._decide is None or self._decide(written):
            return [(at, at + len(written))]
        return [(at + w.start(), at + w.end()) for w in WORD.finditer(written) if self[w[0]]]


def _starts(part: str, text: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _end(text: str, at: int) -> int:
    end = text.find(" ", at)
    return end if end >= 0 else len(text)


def _places(token: str, text: str) -> Iterator[int]:
    """Where a token stands as a word of its own; several times as fast as a pattern."""
    at = text.find(token)
    while at >= 0:
        end = at + len(token)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            yield at
        at = text.find(token, end)


def _side_by_side(phrase: tuple[str, ...], text: str) -> list[tuple[int, int]]:
    written: dict[str, list[str]] = {word: [] for word in phrase}
    for word in set(WORD.findall(text)):
        if (folded := fold(word)) in written:
            written[folded].append(re.escape(word))
    if not all(written.values()):
        return []
    pattern = BETWEEN.join(f"(?:{'|'.join(written[word])})" for word in phrase)
    return [match.span() for match in re.finditer(rf"(?<![^\W_]){pattern}(?![^\W_])", text)]


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """In order, and of two that overlap the first, or the longest that begins there."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _window(text: str, spans: list[tuple[int, int]], length: int) -> tuple[int, int]:
    """From a start of a word to an end of one, around the densest group of matches."""
    if len(text) <= length:
        return 0, len(text)
    best, most = 0, 0
    near = length * 3 // 4
    inside: Counter[str] = Counter()
    last = 0
    for start, end in spans:
        while last < len(spans) and spans[last][1] <= start + near:
            a, b = spans[last]
            inside[text[a:b].lower()] += 1
            last += 1
        if len(inside) > most:
            best, most = start, len(inside)
        inside -= Counter([text[start:end].lower()])
    start = 0 if best < length // 2 else text.rfind(" ", 0, best - length // 5) + 1
    if start + length >= len(text):
        return start, len(text)
    end = text.rfind(" ", start + 1, start + length)
    return start, end if end > best else start + length


def _pieces(text: str, spans: list[tuple[int, int]]) -> SafeString:
    if not spans:
        return escape(text)
    marked, at = escape(""), 0
    for start, end in spans:
        marked += escape(text[at:start]) + OPEN + escape(text[start:end]) + CLOSE
        at = end
    return marked + escape(text[at:])
