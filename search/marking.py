"""Marks in a text what was searched for. Safe by construction: every piece is escaped apart."""

import re
from collections.abc import Callable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from search.language import COMPOSITE, WORD

Matches = Callable[[str], bool]
"""Whether a word, as written, is one of those searched for."""

FRAGMENT = 220  # letters, about three lines of a result
MOST_READ = 20_000  # letters of a body in which a fragment is looked for
# Composites first, so that all of "borger.dk" is marked for "borgerdk".
_TOKEN = re.compile(f"{COMPOSITE.pattern}|{WORD.pattern}")
_SPACES = re.compile(r"\s+")


def mark(text: str, matches: Matches) -> SafeString:
    return _pieces(text, _spans(text, matches))


def fragment(text: str, matches: Matches, *, length: int = FRAGMENT) -> SafeString:
    """The piece of a long text in which most different words match, or its beginning."""
    text = _SPACES.sub(" ", text[:MOST_READ]).strip()
    spans = _spans(text, matches)
    start, end = _window(text, spans, length)
    inside = [(a - start, b - start) for a, b in spans if a >= start and b <= end]
    before = "… " if start else ""
    after = " …" if end < len(text) else ""
    return format_html("{}{}{}", before, _pieces(text[start:end], inside), after)


def _spans(text: str, matches: Matches) -> list[tuple[int, int]]:
    found = []
    for token in _TOKEN.finditer(text):
        written = token[0]
        if matches(written):
            found.append(token.span())
        elif not written.isalnum():
            at = token.start()
            found += [
                (at + word.start(), at + word.end())
                for word in WORD.finditer(written)
                if matches(word[0])
            ]
    return found


def _window(text: str, spans: list[tuple[int, int]], length: int) -> tuple[int, int]:
    """From a start of a word to an end of one, around the densest group of matches."""
    if len(text) <= length:
        return 0, len(text)
    best, most = 0, 0
    for first, (start, _) in enumerate(spans):
        different = {text[a:b].lower() for a, b in spans[first:] if b <= start + length * 3 // 4}
        if len(different) > most:
            best, most = start, len(different)
    start = 0 if best < length // 2 else text.rfind(" ", 0, best - length // 5) + 1
    end = text.rfind(" ", start + 1, start + length)
    if start + length >= len(text):
        return start, len(text)
    return start, end if end > best else start + length


def _pieces(text: str, spans: list[tuple[int, int]]) -> SafeString:
    pieces: list[tuple[str | SafeString]] = []
    at = 0
    for start, end in spans:
        pieces.append((text[at:start],))
        pieces.append((format_html('<mark class="nl-mark">{}</mark>', text[start:end]),))
        at = end
    pieces.append((text[at:],))
    return format_html_join("", "{}", pieces)
