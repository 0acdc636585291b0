"""What every engine makes of text: its words, folded, and which of them carry no meaning."""

import re
import unicodedata

# Letters and digits of any script; an underscore separates.
WORD = re.compile(r"[^\W_]+")
# A word, or words held together by one mark.
TOKEN = re.compile(r"[^\W_]++(?:[.\-’'&/@][^\W_]++)*")
# Words held together by one mark, such as borger.dk, e-health and thema's.
# Possessive and from the start of a word only: without, long texts take five times as long.
COMPOSITE = re.compile(r"(?<![^\W_])[^\W_]++(?:[.\-’'&/@][^\W_]++)+")
THOUSANDS = re.compile(r"(?<![^\W_])\d{1,3}(?:\.\d{3})+(?![^\W_])")
# Where a name of several words is written as one: MitID, PodiumD, GovTech.
HUMP = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")

# Letters that Unicode does not take apart but that people type without their mark.
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ß": "ss", "ð": "d", "þ": "th", "œ": "oe", "ł": "l"})

# Words that say nothing about what somebody looks for, those that ask a question among them.
# Danish and English ones are not in it: there are few in our texts, and some are Dutch words too.
STOP_WORDS = frozenset(
    [
        "aan",
        "af",
        "al",
        "alle",
        "allemaal",
        "als",
        "alsook",
        "ben",
        "bent",
        "bij",
        "binnen",
        "daar",
        "dan",
        "dat",
        "de",
        "deden",
        "deed",
        "deze",
        "die",
        "dit",
        "doe",
        "doen",
        "doet",
        "door",
        "dus",
        "een",
        "eens",
        "en",
        "er",
        "ga",
        "gaan",
        "gaat",
        "ge",
        "geen",
        "ging",
        "haar",
        "had",
        "hadden",
        "heb",
        "hebben",
        "hebt",
        "heeft",
        "hem",
        "hen",
        "het",
        "hier",
        "hij",
        "hoe",
        "hoeveel",
        "hoezo",
        "hun",
        "iemand",
        "iets",
        "ik",
        "in",
        "is",
        "je",
        "jij",
        "jou",
        "jouw",
        "jullie",
        "kan",
        "kom",
        "komen",
        "komt",
        "kon",
        "konden",
        "kun",
        "kunnen",
        "kunt",
        "maar",
        "mag",
        "me",
        "met",
        "mij",
        "mijn",
        "moest",
        "moesten",
        "moet",
        "moeten",
        "mogen",
        "na",
        "naar",
        "niet",
        "nog",
        "nu",
        "of",
        "om",
        "omdat",
        "ons",
        "onze",
        "ook",
        "op",
        "over",
        "per",
        "rond",
        "sinds",
        "te",
        "tegen",
        "ten",
        "ter",
        "tijdens",
        "toch",
        "toen",
        "tot",
        "tussen",
        "u",
        "uit",
        "uw",
        "van",
        "veel",
        "via",
        "voor",
        "waar",
        "waaraan",
        "waarbij",
        "waardoor",
        "waarin",
        "waarmee",
        "waarom",
        "waarover",
        "waarvoor",
        "wanneer",
        "want",
        "waren",
        "was",
        "wat",
        "we",
        "wel",
        "welk",
        "welke",
        "werd",
        "werden",
        "wie",
        "wij",
        "wil",
        "willen",
        "word",
        "worden",
        "wordt",
        "zal",
        "ze",
        "zeer",
        "zei",
        "zelfs",
        "zich",
        "zij",
        "zijn",
        "zo",
        "zoals",
        "zonder",
        "zou",
        "zouden",
        "zullen",
    ]
)


def fold(text: str) -> str:
    """Lower case, without accents: "Málmö" and "malmo" are the same word."""
    text = text.lower()
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def joined(composite: str) -> str:
    """How a name is typed by who leaves out its marks: "Borger.dk" as "borgerdk".

    Of figures only thousands are, "3.000" as "3000"; empty for others, as 1.5 is not 15.
    """
    found = WORD.findall(composite)
    if found and all(word.isdecimal() for word in found) and not THOUSANDS.search(composite):
        return ""
    return fold("".join(found))


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return WORD.findall(fold(text))
