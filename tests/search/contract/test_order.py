"""What comes first."""

from datetime import date

import pytest


@pytest.mark.parametrize(
    ("words", "better", "worse"),
    [
        ("dienst", {"title": "De dienst"}, {"title": "De dienstverlening"}),
        ("dienst", {"title": "De dienst"}, {"title": "De diensten"}),
        ("loket", {"title": "Het loket"}, {"body": "Over het loket"}),
        ("loket", {"title": "Het loket"}, {"summary": "Over het loket"}),
        ("loket", {"keywords": ("loket",)}, {"body": "Over het loket"}),
        ("loket", {"summary": "Over het loket"}, {"body": "Over het loket"}),
        ("hele overheid", {"title": "De hele overheid"}, {"title": "De overheid in zijn hele"}),
    ],
)
def test_a_better_match_comes_first(site, record, words, better, worse):
    site.holds(record(**worse), record(**better), record("Iets anders"))
    assert site.found(words) == [2, 1]


def test_a_typing_error_never_outranks_the_word_itself(site, record):
    site.holds(record("Lokken en lokten", body="lokket " * 30), record(body="Ergens een loket"))
    assert site.found("loket")[0] == 2


def test_equal_matches_are_ordered_by_date(site, record):
    site.holds(
        record("Een loket", date=date(2018, 4, 21)),
        record("Een loket", date=date(2024, 3, 21)),
        record("Een loket"),
    )
    assert site.found("loket") == [2, 1, 3]


def test_newest_first(site, record):
    days = [date(2018, 4, 21), None, date(2024, 3, 21), date(2019, 1, 25)]
    site.holds(*[record(date=day) for day in days])
    assert site.found(sort="nieuwste") == [3, 4, 1, 2]
    assert site.found("pagina", sort="nieuwste") == [3, 4, 1, 2]


def test_most_corroborated_first_and_of_these_the_newest(site, record):
    site.holds(
        record(corroboration=1, date=date(2024, 1, 1)),
        record(corroboration=2, date=date(2018, 1, 1)),
        record(corroboration=2, date=date(2019, 1, 1)),
        record(corroboration=0),
    )
    assert site.found(sort="onderbouwing") == [3, 2, 1, 4]


@pytest.mark.parametrize("sort", ["relevantie", "nieuwste", "onderbouwing"])
@pytest.mark.parametrize("words", ["", "pagina"])
def test_pages_of_equal_results_hold_each_result_once(site, record, sort, words):
    site.holds(*[record() for _ in range(45)])
    site.add(*[record() for _ in range(3)])
    pages = [site.found(words, sort=sort, page=page) for page in range(1, 7)]
    assert [len(page) for page in pages] == [10, 10, 10, 10, 8, 0]
    assert sorted(one for page in pages for one in page) == list(range(1, 49))
    assert pages[2] == site.found(words, sort=sort, page=3)


@pytest.mark.parametrize("page", [-5, 0])
def test_there_is_no_page_before_the_first(site, record, page):
    site.holds(record())
    assert site.found(page=page) == [1]


@pytest.mark.parametrize("page_size", [-1, 0, 1_000_000])
def test_a_page_has_a_bound(site, record, page_size):
    site.holds(*[record() for _ in range(120)])
    assert 1 <= len(site.found(page_size=page_size)) <= 100


def test_no_page_lies_deeper_than_the_bound(site, record):
    site.holds(record())
    assert site.search(page=10**12).total == 1
