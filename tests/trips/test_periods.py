from datetime import date

import pytest

from trips.periods import period_in_words


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


def test_only_the_month_shows_when_the_days_are_not_known():
    assert period_in_words(date(2018, 4, 1), None, precise=False) == "april 2018"
