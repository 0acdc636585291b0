import pytest

from meegenomen.core.text import count_words, minutes_to_read, text_of_page
from tests.factories import make_news

BODY = [
    ("heading", {"text": "Twee woorden"}),
    ("paragraph", "<p>Drie <b>hele</b> woorden.</p>"),
    ("quote", {"text": "Goed zo", "speaker": "Een deelnemer", "role": ""}),
]


@pytest.mark.django_db
def test_the_words_of_a_page_are_counted_when_it_is_saved():
    assert make_news(body=BODY).word_count == 9


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (1, 1), (200, 1), (201, 2), (1000, 5)])
def test_reading_takes_at_least_a_minute(words, minutes):
    assert minutes_to_read(words) == minutes


def test_punctuation_is_not_a_word():
    assert count_words("Eén, twee - drie. ‘Vier’!") == 4


@pytest.mark.django_db
def test_every_block_ends_as_a_sentence():
    assert text_of_page(make_news(body=BODY)) == (
        "Twee woorden. Drie hele woorden. Goed zo. Een deelnemer."
    )
