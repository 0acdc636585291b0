"""How the words of a question are meant: phrases in quotes, a minus before what must not be."""

import re
from dataclasses import dataclass

from search.language import COMPOSITE, STOP_WORDS, fold, joined, words

# More than anybody means; the rest is left out, so that no question is costly.
MOST_CHUNKS = 16
MOST_LETTERS = 400
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


@dataclass(frozen=True, slots=True)
class Question:
    wanted: tuple[Chunk, ...] = ()
    unwanted: tuple[Chunk, ...] = ()
    whole: str = ""
    """All of it as one word, to compare with a public number: "L-12" as "l12"."""
    unfinished: bool = False
    """The last word may be the beginning of a longer one."""

    def __bool__(self) -> bool:
        return bool(self.wanted or self.unwanted)


def parse(text: str) -> Question:
    """Never fails: what is not a word, a closed phrase or a minus before one, is left out."""
    text = text.replace("\0", " ")[:MOST_LETTERS].translate(QUOTES)
    wanted: list[Chunk] = []
    unwanted: list[Chunk] = []
    matches = list(CHUNK.finditer(text))
    for match in matches[: MOST_CHUNKS * 2]:
        phrase = match["phrase"]
        raw = match["plain"] if phrase is None else phrase
        found = tuple(words(raw))
        if not found:
            continue
        composite = phrase is None and COMPOSITE.search(raw) is not None
        chunk = Chunk(found, phrase is not None, joined(raw) if composite else "")
        (unwanted if match["minus"] else wanted).append(chunk)
    wanted = _without_stop_words(wanted)[:MOST_CHUNKS]
    last = matches[-1] if matches else None
    return Question(
        wanted=tuple(wanted),
        unwanted=tuple(unwanted[:MOST_CHUNKS]),
        whole=fold("".join(words(text))),
        unfinished=last is not None and last["plain"] is not None and not last["minus"],
    )


def _without_stop_words(chunks: list[Chunk]) -> list[Chunk]:
    """A question of stop words alone keeps them: "van en voor" is asked of the exact words."""
    telling = [c for c in chunks if c.phrase or not all(w in STOP_WORDS for w in c.words)]
    return telling or chunks
