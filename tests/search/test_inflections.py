import pytest

from search.dutch.compounds import known_parts
from search.dutch.inflections import base, beginnings
from search.engines.analysis import loose
from search.engines.stemming import stem


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("steden", "stad"),
        ("hoofdsteden", "hoofdstad"),
        ("reisverslagen", "reisverslag"),
        ("betaalt", "betalen"),
        ("kiest", "kiezen"),
        ("schrijft", "schrijven"),
        ("werkt", "werken"),
        ("stelt", "stellen"),
        # a noun is no verb, and a part that nobody knows makes no compound
        ("markt", "markt"),
        ("recht", "recht"),
        ("xqsteden", "xqsteden"),
    ],
)
def test_base(word, form):
    assert base(word) == form


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("les", "lessen"),
        ("reis", "reizen"),
        ("stad", "steden"),
        ("bank", "banken"),
        ("mens", "mensen"),
        ("grens", "grenzen"),
        ("eis", "eisen"),
        ("betaalt", "betalen"),
        ("overheid", "overheden"),
        ("voorbeeld", "voorbeelden"),
        ("praktijkvoorbeeld", "praktijkvoorbeelden"),
        ("standaard", "standaarden"),
        ("maatregel", "maatregelen"),
        ("sector", "sectoren"),
        ("strategie", "strategieen"),
        ("idee", "ideeen"),
        ("deel", "delen"),
        ("speelt", "spelen"),
        ("gegeven", "gegevens"),
        ("geld", "gelden"),
        ("aangegeven", "aangeven"),
        ("bespaarden", "besparen"),
        ("bepaalden", "bepalen"),
        ("deens", "deense"),
        ("zweeds", "zweedse"),
    ],
)
def test_inflections_of_a_word_have_one_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("wet", "weten"),
        ("mens", "men"),
        ("kans", "kan"),
        ("overheid", "over"),
        ("gegeven", "geeft"),
    ],
)
def test_other_words_have_another_stem(one, other):
    assert stem(one) != stem(other)


def test_every_word_holds_a_beginning_of_its_stems():
    """By which words to mark are found; what is missed is found, and not marked."""
    words = sorted(known_parts())[::10]
    missed = {
        word
        for word in words
        for root in loose(word)
        if not any(beginning in word for beginning in beginnings(root))
    }
    assert len(words) > 10_000
    assert len(missed) < len(words) / 2_000
