"""Finding the words to mark without reading all of a text finds the same ones."""

import pytest

from search.asking.grammar import parse
from search.engines.marking import Marker
from search.engines.matching import marker

TEXT = (
    "De leden van één gemeenteraad, raadsleden en een lid, reden naar hoofdsteden en een stad. "
    "Wie betaalt de schepen van Århus? Betalen kan op borger.dk, met MitID of NemLog-in. "
    "e-health kost € 3.000; thema’s als privé-gegevens, kansen, eden en een eed. "
    "Over de overheid en overheden, afgemeten\nen afgewogen: dienstverleningsconcepten. ΣΊΣΥΦΟΣ İ"
)
QUESTIONS = (
    "lid",
    "raadslid",
    "stad",
    "schip",
    "betalen",
    "betaalt",
    "arhus",
    "een",
    "borger",
    "borgerdk",
    "mit id",
    "mitid",
    "nemlogin",
    "nemlog-in",
    "ehealth",
    "3000",
    "thema",
    "prive gegevens",
    "kans",
    "eed",
    "eden",
    "overheid",
    "over",
    "afmeten",
    "dienstverlening",
    "concept",
    '"raadsleden en een lid"',
    "σίσυφος",
    "fietspad",
    "overhied",
    "gemeentrraad",
    "dienstverl",
)


@pytest.mark.parametrize(
    "reading", [{}, {"apart": True}, {"forgiving": True}, {"beginning": True}], ids=str
)
@pytest.mark.parametrize("words", QUESTIONS)
@pytest.mark.parametrize("text", [TEXT, TEXT.replace(" İ", ""), TEXT.upper()])
def test_marks_the_same_as_when_every_word_is_looked_at(text, words, reading):
    quick = marker(parse(words), **reading)
    slow = Marker(quick._decide, phrases=quick._phrases)
    assert quick.mark(text) == slow.mark(text)


def test_the_texts_hold_most_of_what_is_asked():
    def is_marked(words, **reading):
        return "<mark>" in marker(parse(words), **reading).mark(TEXT)

    marked = [words for words in QUESTIONS if is_marked(words)]
    assert len(marked) > len(QUESTIONS) - 7
    assert is_marked("overhied", forgiving=True)
    assert is_marked("gemeentrraad", forgiving=True)
    assert is_marked("dienstverl", beginning=True)
