"""Dutch inflections that a stemmer, which knows endings only, gets wrong."""

import re

from search.dutch.compounds import known_parts, split

# Plural, alone or as the end of a compound -> singular. Words that are verbs too are not in it,
# unless nobody asks for the verb here.
IRREGULAR = {
    "aanslagen": "aanslag",
    "bedragen": "bedrag",
    "bladeren": "blad",
    "centra": "centrum",
    "criteria": "criterium",
    "dagen": "dag",
    "daken": "dak",
    "gebreken": "gebrek",
    "glazen": "glas",
    "goederen": "goed",
    "kinderen": "kind",
    "leden": "lid",
    "musea": "museum",
    "oorlogen": "oorlog",
    "paden": "pad",
    "schepen": "schip",
    "steden": "stad",
    "uitslagen": "uitslag",
    "verdragen": "verdrag",
    "verslagen": "verslag",
    "wegen": "weg",
}
# A noun here, and not a form of "geven".
NOUNS = {"gegeven": "gegevens"}
# Whose s is their own, as "Deense" tells. The word list has no names.
OF_A_COUNTRY = frozenset(
    "deens duits engels frans iers nederlands noors oostenrijks vlaams zweeds zwitsers".split()
)
# Plurals that are taken for a past tense ("voorbeelden"), get a long vowel ("sectoren") or keep
# their ending ("strategieen").
REGULAR_PLURAL = re.compile(r"(?:[lr]d|e[lr]|or|[ie]e)en$")
# Verbs with such a beginning have a participle without "ge": "bespaarden" is no plural.
PARTICIPLE = re.compile(r"(?:be|er|ge|her|mis|om|onder|ont|over|ver|weer)\w{3,}d")
SHORTEST_VERB = 4
VOWELS = "aeiouy"
LAST_VOWELS = re.compile(rf".*?(?=[{VOWELS}]+[^{VOWELS}]*$)")
MOST_OF_A_STEM = 3  # letters; with more it misses more words
VOICED = {"s": "z", "f": "v"}


def base(word: str) -> str:
    """The form to take the stem of, mostly the word itself.

    >>> base("hoofdsteden"), base("betaalt")
    ('hoofdstad', 'betalen')
    """
    form = NOUNS.get(word) or _singular(word) or _infinitive(word) or word
    return _without_en(form) or form


def keeps_its_s(word: str) -> bool:
    """ "Kans" and "grens" end in an s of their own, which their plurals tell."""
    if word in OF_A_COUNTRY:
        return True
    known = known_parts()
    return word.endswith("s") and (f"{word}en" in known or f"{word[:-1]}zen" in known)


def beginnings(stem: str) -> set[str]:
    """One of these stands in every word of this stem, whatever its ending and its vowels.

    But for less than one in two thousand, which have a "ge" taken out of their first two letters.

    >>> sorted(beginnings("lid")), sorted(beginnings("eed")), sorted(beginnings("betal"))
    (['le', 'li'], ['ed', 'ee'], ['bege', 'bet'])
    """
    end = min(MOST_OF_A_STEM, _changing(stem))
    found = {stem[:end]}
    # Of afrem, afgeremd.
    found |= {f"{stem[:at]}ge" for at in range(2, end)}
    found |= {plural[:2] for plural, singular in IRREGULAR.items() if singular == stem}
    if len(stem) > 2 and stem[0] == stem[1]:
        # Of eed, eden; of oof, overigen.
        found |= {stem[0] + last for last in (stem[2], VOICED.get(stem[2], stem[2]))}
    return found


def _changing(stem: str) -> int:
    """From where its words may differ: past the first of its last vowels, and at least past two
    letters. Before the "eer" of organiseer, for organisatie.
    """
    before_last_vowels = LAST_VOWELS.match(stem)
    if before_last_vowels is None:
        return max(len(stem), 2)
    return max(before_last_vowels.end() + (not stem.endswith("eer")), 2)


def _singular(word: str) -> str:
    for plural, singular in IRREGULAR.items():
        if word.endswith(plural):
            before = word.removesuffix(plural)
            known = known_parts()
            if not before or before in known or before.removesuffix("s") in known:
                return before + singular
    return ""


def _without_en(word: str) -> str:
    """Of "voorbeelden" and "standaarden"; "delen" is of "deel", with its long vowel."""
    if not REGULAR_PLURAL.search(word):
        return ""
    known = known_parts()
    singular = word.removesuffix("en")
    with_long_vowel = f"{singular[:-1]}{singular[-2:]}"
    fits = (singular in known or split(singular)) and with_long_vowel not in known
    return singular if fits and not _is_participle(singular) else ""


def _is_participle(word: str) -> bool:
    if not PARTICIPLE.fullmatch(word):
        return False
    known = known_parts()
    return any(verb in known for verb in _verbs(word[:-1]))


def _infinitive(word: str) -> str:
    """Of "betaalt" and "kiest"; a noun that happens to end in a t has no such verb."""
    root = word[:-1]
    if not word.endswith("t") or len(root) < SHORTEST_VERB or root.endswith("t"):
        return ""
    known = known_parts()
    return next((verb for verb in _verbs(root) if verb in known), "") if root in known else ""


def _verbs(root: str) -> tuple[str, ...]:
    before, last = root[-2], root[-1]
    voiced = VOICED.get(last)
    if root[-3] == before and before in VOWELS:
        # betaal, betalen; lees, lezen
        ends = (last, voiced) if voiced else (last,)
        return tuple(f"{root[:-2]}{end}en" for end in ends)
    if voiced and before in f"{VOWELS}j":
        # kies, kiezen; schrijf, schrijven
        return f"{root}en", f"{root[:-1]}{voiced}en"
    # stel, stellen; werk, werken
    return f"{root}{last}en", f"{root}en"
