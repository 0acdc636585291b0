"""How many pages each of several questions finds."""

import pytest

from search.query import SearchQuery

QUESTIONS = [
    SearchQuery(),
    SearchQuery(themes=("inkoop",)),
    SearchQuery(words="loket"),
    SearchQuery(words="loket", themes=("regie",)),
    SearchQuery(words="loket", themes=("regie",), countries=("denemarken",)),
    SearchQuery(words="loket", themes=("inkoop",)),
    SearchQuery(words="sleutel inkoop"),
    # Read as a beginning, with its compound taken apart, with a typing error.
    SearchQuery(words="biblioth"),
    SearchQuery(words="inkooploket"),
    SearchQuery(words="lokket", themes=("zorg",)),
    SearchQuery(words="lokket"),
    SearchQuery(words="nergens"),
    # Three pages have it as one word, none its last part, and one a longer word.
    SearchQuery(words="e-health"),
    SearchQuery(words="-"),
    SearchQuery(words="loket", page=3, page_size=2, sort="nieuwste"),
    SearchQuery(words="loket", leave_out=(1, 2)),
]


@pytest.fixture
def filled(site, record):
    loket = [record(f"Het loket van wijk {n}", themes=("regie",)) for n in range(3)]
    loket += [record(f"Een loket in dorp {n}", themes=("zorg",)) for n in range(4)]
    site.holds(
        *loket,
        record("Gemeenteloket in de bibliotheek", themes=("zorg",), countries=("denemarken",)),
        record("Inkoop met één sleutel", themes=("inkoop",)),
        record("Samen inkopen bij een loket", themes=("inkoop",)),
        *(record(f"Over ehealth {n}") for n in range(3)),
        record("E healthcheck"),
    )
    return site.engine


def test_they_are_what_search_finds(filled):
    assert filled.totals(QUESTIONS) == tuple(filled.search(one).total for one in QUESTIONS)


def test_the_questions_do_find_different_numbers(filled):
    assert len(set(filled.totals(QUESTIONS))) > 5


def test_of_no_questions_there_is_nothing_to_count(filled):
    assert filled.totals([]) == ()
