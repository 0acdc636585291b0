from datetime import date

import pytest

from trips.periods import Precision, period_in_words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2024, 3, 21), None, "21 maart 2024"),
        (date(2024, 3, 21), date(2024, 3, 21), "21 maart 2024"),
        (date(2024, 3, 21), date(2024, 3, 22), "21 en 22 maart 2024"),
        (date(2026, 3, 3), date(2026, 3, 6), "3 tot en met 6 maart 2026"),
        (date(2026, 3, 30), date(2026, 4, 2), "30 maart tot en met 2 april 2026"),
        (date(2025, 12, 30), date(2026, 1, 2), "30 december 2025 tot en met 2 januari 2026"),
    ],
)
def test_a_period_reads_as_dutch(start, end, words):
    assert period_in_words(start, end) == words


@pytest.mark.parametrize(
    ("start", "precision", "words"),
    [
        (date(2024, 3, 1), Precision.MONTH, "maart 2024"),
        (date(2018, 4, 1), Precision.SEASON, "voorjaar 2018"),
        (date(2018, 12, 1), Precision.SEASON, "winter 2018"),
        (date(2018, 2, 28), Precision.SEASON, "winter 2018"),
        (date(2018, 8, 31), Precision.SEASON, "zomer 2018"),
        (date(2018, 9, 1), Precision.SEASON, "najaar 2018"),
    ],
)
def test_no_more_shows_than_is_known(start, precision, words):
    assert period_in_words(start, None, precision=precision) == words
