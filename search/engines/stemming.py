"""The Dutch stemmer of tantivy, Snowball compiled, with what it gets wrong mended."""

import re
from functools import cache, lru_cache

import tantivy

from search.dutch.inflections import VOICED, base, keeps_its_s
from search.dutch.language import STOP_WORDS

LONGEST_WORD = 60
SHORTEST_STEM = 4
MOST_FORMS = 6
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


@lru_cache(maxsize=1_000)
def forms(word: str) -> tuple[str, ...]:
    """The inflections of a word that its stem holds together, itself first.

    >>> forms("regisseur")
    ('regisseur', 'regisseurs', 'regisseuren')
    """
    root = stem(word)
    made = [word, root]
    for one in (word, root):
        last = one[-1:]
        made += [f"{one}{end}" for end in ("s", "en", "e", "n")]
        made += [f"{one}{last}en", f"{one[:-1]}{VOICED.get(last, last)}en"]
    same = dict.fromkeys(form for form in made if form == word or stem(form) == root)
    return tuple(same)[:MOST_FORMS]
