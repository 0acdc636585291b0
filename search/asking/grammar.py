"""How the words of a question are meant: phrases in quotes, a minus before what must not be."""

import re
from dataclasses import dataclass, replace

from search.asking.synonyms import LONGEST_TERM, Lines, Synonyms, synonyms
from search.dutch.language import COMPOSITE, STOP_WORDS, fold, joined, words
from search.records import KINDS

# More than anybody means; the rest is left out, so that no question is costly.
MOST_CHUNKS = 16
MOST_LETTERS = 400
MOST_SYNONYMS = 20
FIGURE = re.compile(r"\d[.,:]\d")
NUMBERED = re.compile(r"(?P<kind>[^\W\d_]+?)(?:nummer|nr)?(?P<digits>\d{1,9})")
CHUNK = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<plain>[^\s"]+))')
QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "−": "-", "–": "-"})


@dataclass(frozen=True, slots=True)
class Chunk:
    """What stood between two spaces, or between two quotes."""

    words: tuple[str, ...]
    """Folded; "borger.dk" has two."""
    phrase: bool = False
    """The words must be found side by side, exactly so."""
    joined: str = ""
    """The words as one, when a mark held them together."""
    others: tuple["Chunk", ...] = ()
    """What means the same by the word of the editors; below the words themselves."""

    @property
    def literal(self) -> bool:
        """No typing error is looked for in a phrase, nor in what the editors know."""
        return self.phrase or bool(self.others)


@dataclass(frozen=True, slots=True)
class Question:
    wanted: tuple[Chunk, ...] = ()
    unwanted: tuple[Chunk, ...] = ()
    numbers: tuple[str, ...] = ()
    """What it may be as a public number: "l12" of "L-12", "l 12" and "les 12"."""
    unfinished: bool = False
    """The last word may be the beginning of a longer one."""

    def __bool__(self) -> bool:
        return bool(self.wanted or self.unwanted)

    @property
    def may_be_unfinished(self) -> bool:
        return self.unfinished and bool(self.wanted) and not self.wanted[-1].literal


def parse(text: str, lines: Lines = ()) -> Question:
    """Never fails: what is not a word, a closed phrase or a minus before one, is left out.

    `lines` are those of the editors; a phrase and what is excluded are taken literally.
    """
    text = text.replace("\0", " ")[:MOST_LETTERS].translate(QUOTES)
    wanted: list[Chunk] = []
    unwanted: list[Chunk] = []
    matches = list(CHUNK.finditer(text))
    for match in matches[: MOST_CHUNKS * 2]:
        phrase = match["phrase"]
        raw = match["plain"] if phrase is None else phrase
        chunk = _chunk(raw, phrase=phrase is not None)
        if chunk.words:
            (unwanted if match["minus"] else wanted).append(chunk)
    if lines:
        wanted = _with_synonyms(wanted, synonyms(lines))
    wanted = _without_stop_words(wanted)[:MOST_CHUNKS]
    last = matches[-1] if matches else None
    return Question(
        wanted=tuple(wanted),
        unwanted=tuple(unwanted[:MOST_CHUNKS]),
        numbers=_numbers("".join(words(text))),
        unfinished=last is not None and last["plain"] is not None and not last["minus"],
    )


def _chunk(raw: str, *, phrase: bool = False) -> Chunk:
    found = tuple(words(raw))
    if found and all(word.isdecimal() for word in found) and FIGURE.search(raw):
        # The digits of "1,5" say nothing when they stand apart.
        return Chunk(found, phrase=True, joined="" if phrase else joined(raw))
    composite = not phrase and COMPOSITE.search(raw) is not None
    return Chunk(found, phrase, joined(raw) if composite else "")


def _numbers(whole: str) -> tuple[str, ...]:
    """A number begins with the letter of its kind of page: "les 3" and "lesnummer 3" are L-3."""
    if not whole:
        return ()
    if named := NUMBERED.fullmatch(whole):
        kinds = {fold(str(name)) for kind in KINDS.values() for name in (kind.name, kind.plural)}
        if named["kind"] in kinds:
            return whole, f"{named['kind'][0]}{named['digits']}"
    return (whole,)


def _with_synonyms(chunks: list[Chunk], known: Synonyms) -> list[Chunk]:
    """From left to right the longest terms first; the words of a term become one chunk."""
    found: list[Chunk] = []
    room = MOST_SYNONYMS
    while chunks:
        length, others = _longest_term(chunks, known)
        term, chunks = chunks[:length], chunks[length:]
        same = tuple(_said(other) for other in others[:room])
        room -= len(same)
        whole = term[0]
        if length > 1:
            telling = [c for c in term if not all(w in STOP_WORDS for w in c.words)] or term
            whole = Chunk(tuple(word for chunk in telling for word in chunk.words))
        found.append(replace(whole, others=same))
    return found


def _longest_term(chunks: list[Chunk], known: Synonyms) -> tuple[int, tuple[str, ...]]:
    """Of how many chunks the term is that begins here, and what means the same."""
    for length in range(min(LONGEST_TERM, len(chunks)), 0, -1):
        some = chunks[:length]
        if not any(chunk.phrase for chunk in some):
            others = known.of([word for chunk in some for word in chunk.words])
            if others:
                return length, others
    return 1, ()


def _said(term: str) -> Chunk:
    """A term of several words is found side by side."""
    chunk = _chunk(term)
    return chunk if len(chunk.words) == 1 else replace(chunk, phrase=True)


def _without_stop_words(chunks: list[Chunk]) -> list[Chunk]:
    """A question of stop words alone keeps them: "van en voor" is asked of the exact words."""
    telling = [
        c for c in chunks if c.phrase or c.others or not all(w in STOP_WORDS for w in c.words)
    ]
    return telling or chunks
