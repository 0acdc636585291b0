"""The Dutch stemmer of tantivy, Snowball compiled, with what it gets wrong mended."""

import re
from functools import cache

import tantivy

from search.inflections import base, keeps_its_s
from search.language import STOP_WORDS

LONGEST_WORD = 60
SHORTEST_STEM = 4
NOUN_PLURAL = re.compile(r"heden$|(?<=e)n$")


@cache
def _stemmer() -> tantivy.TextAnalyzer:
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw())
        .filter(tantivy.Filter.stemmer("dutch"))
        .build()
    )


def stem(word: str) -> str:
    """The Dutch stem of a folded word; a short or numbered one stays as it is."""
    if len(word) < SHORTEST_STEM or not word.isalpha() or len(word) > LONGEST_WORD:
        return word
    form = base(word)
    stems = _stemmer().analyze(form)
    if not stems or keeps_its_s(form):
        return form
    if stems[0] in STOP_WORDS:
        # Too much was taken off: "overheid" has nothing to do with over.
        return NOUN_PLURAL.sub(lambda end: "heid" if end[0] == "heden" else "", form)
    # Few letters say little, but for those of a plural: "lessen" is about a les.
    return stems[0] if len(stems[0]) >= SHORTEST_STEM or form.endswith("en") else form
