"""Counts beside the results."""

from datetime import date

import pytest


@pytest.fixture
def four(site, record):
    site.holds(
        record(
            "Loket",
            type="les",
            themes=("regie", "zorg"),
            tags=("mitid",),
            countries=("dk",),
            organisation_types=("gemeente",),
            date=date(2018, 4, 1),
        ),
        record(
            "Loket", type="les", themes=("zorg",), countries=("dk", "se"), date=date(2024, 3, 1)
        ),
        record("Loket", type="reis", themes=("regie",), countries=("se",), date=date(2024, 4, 1)),
        record("Iets anders", type="reis", themes=("regie",), tags=("mitid",)),
    )
    return site


def test_every_facet_is_counted(four):
    assert four.search().facets == {
        "type": {"les": 2, "reis": 2},
        "thema": {"regie": 3, "zorg": 2},
        "tag": {"mitid": 2},
        "land": {"dk": 2, "se": 2},
        "org": {"gemeente": 1},
        "jaar": {"2024": 2, "2018": 1},
    }


def test_words_narrow_the_counts(four):
    assert four.search("loket").facets["type"] == {"les": 2, "reis": 1}


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ({"types": ("les",)}, {1, 2}),
        ({"types": ("les", "reis")}, {1, 2, 3, 4}),
        ({"themes": ("zorg",)}, {1, 2}),
        ({"themes": ("zorg", "regie"), "types": ("reis",)}, {3, 4}),
        ({"tags": ("mitid",)}, {1, 4}),
        ({"countries": ("se",)}, {2, 3}),
        ({"organisation_types": ("gemeente",)}, {1}),
        ({"year_from": 2024}, {2, 3}),
        ({"year_to": 2018}, {1}),
        ({"year_from": 2018, "year_to": 2018}, {1}),
        ({"year_from": 2030, "year_to": 2000}, set()),
        ({"year_from": -(10**30)}, {1, 2, 3}),
        ({"year_to": 10**30}, {1, 2, 3}),
        ({"themes": ("bestaat-niet",)}, set()),
        ({"themes": ('") OR "', "\x00", "\ud800")}, set()),
    ],
)
def test_a_filter_narrows_the_hits(four, query, ids):
    assert set(four.found(**query)) == ids
    assert four.search(**query).total == len(ids)


def test_a_filter_narrows_hits_but_not_its_own_facet(four):
    facets = four.search(types=("les",)).facets
    assert facets["type"] == {"les": 2, "reis": 2}
    assert facets["thema"] == {"zorg": 2, "regie": 1}
    assert facets["land"] == {"dk": 2, "se": 1}


def test_two_filters_narrow_each_other_s_facet(four):
    facets = four.search(types=("les",), themes=("regie",)).facets
    assert facets["type"] == {"reis": 2, "les": 1}
    assert facets["thema"] == {"zorg": 2, "regie": 1}
    assert facets["tag"] == {"mitid": 1}


def test_the_years_are_counted_without_the_filter_on_years(four):
    facets = four.search(year_from=2024).facets
    assert facets["jaar"] == {"2024": 2, "2018": 1}
    assert facets["type"] == {"les": 1, "reis": 1}


def test_many_values_are_all_counted(site, record):
    site.holds(*[record(tags=(f"tag-{number}",)) for number in range(300)])
    assert len(site.search().facets["tag"]) == 300


def test_a_value_named_twice_counts_once(site, record):
    site.holds(record(themes=("regie", "regie")))
    assert site.search().facets["thema"] == {"regie": 1}


def test_counts_are_those_of_all_pages_of_results_and_of_every_order(four):
    first = four.search(types=("les",), page_size=1).facets
    assert four.search(types=("les",), page_size=1, page=2).facets == first
    assert four.search(types=("les",), sort="nieuwste").facets == first


def test_counts_follow_every_change(four, record):
    assert four.search("loket", themes=("zorg",)).facets["type"] == {"les": 2}
    four.add(record("Loket", type="reis", themes=("zorg",)))
    assert four.search("loket", themes=("zorg",)).facets["type"] == {"les": 2, "reis": 1}
    four.remove(1)
    assert four.search("loket", themes=("zorg",)).facets["type"] == {"les": 1, "reis": 1}
