"""The choices beside the results, in the reader's words."""

from collections.abc import Iterable

import pytest

from search.page.cards import cards_of
from search.page.chips import chips_of, sentence_of
from search.page.facets import (
    LONGEST_SOUGHT,
    SHOWN,
    SHOWN_AT_MOST,
    facets_of,
    names_of,
    sought_in,
    years_of,
)
from search.query import SearchQuery
from search.records import SearchRecord
from search.results import SearchResults
from tests.search.in_memory import InMemoryEngine


@pytest.fixture
def look_ups(monkeypatch: pytest.MonkeyPatch) -> list[set[str]]:
    """Every slug has a name but "vergeten"; the look-ups are remembered."""
    asked: list[set[str]] = []

    def names(slugs: Iterable[str]) -> dict[str, str]:
        asked.append({*slugs})
        return {slug: slug.title() for slug in asked[-1] if slug != "vergeten"}

    monkeypatch.setattr(
        "search.page.facets.VOCABULARIES", {"thema": names, "land": names, "tag": names}
    )
    return asked


def facets(
    query: SearchQuery, counts: dict[str, dict[str, int]], *, expanded: str = "", **sought: str
):
    results = SearchResults(total=1, facets=counts)
    names = names_of(query, results)
    shown = facets_of(query, results, names, expanded=frozenset((expanded,)), sought=sought)
    return {facet.name: facet for facet in shown}


def slugs(facet) -> list[str]:
    return [choice.slug for choice in facet.choices]


def test_a_filter_narrows_hits_but_not_its_own_facet(look_ups):
    engine = InMemoryEngine(
        SearchRecord(id=1, type="les", url="/a/", title="A", themes=("regie",), countries=("nl",)),
        SearchRecord(id=2, type="les", url="/b/", title="B", themes=("delen",), countries=("dk",)),
    )
    query = SearchQuery(themes=("regie",))
    results = engine.search(query)
    shown = facets(query, results.facets)

    assert [hit.record.id for hit in results.hits] == [1]
    assert slugs(shown["thema"]) == ["regie", "delen"]
    assert slugs(shown["land"]) == ["nl"]


def test_chosen_values_stand_on_top_then_the_most_frequent(look_ups):
    found = facets(
        SearchQuery(themes=("weinig",)), {"thema": {"veel": 9, "midden": 5, "weinig": 1}}
    )

    assert slugs(found["thema"]) == ["weinig", "veel", "midden"]
    assert [choice.chosen for choice in found["thema"].choices] == [True, False, False]


def test_a_chosen_value_without_results_stays_in_sight(look_ups):
    found = facets(SearchQuery(tags=("leeg",)), {"tag": {}})

    assert [(choice.slug, choice.count) for choice in found["tag"].choices] == [("leeg", 0)]


def test_a_slug_without_a_name_is_not_shown(look_ups):
    found = facets(SearchQuery(), {"thema": {"vergeten": 3, "regie": 1}})

    assert slugs(found["thema"]) == ["regie"]


def test_a_facet_without_choices_is_left_out(look_ups):
    assert facets(SearchQuery(), {"thema": {}, "org": {"gemeente": 3}}) == {}


COUNTRIES = {f"land-{number:02}": 100 - number for number in range(12)}


def test_the_least_frequent_choices_are_behind_a_button(look_ups):
    found = facets(SearchQuery(), {"land": COUNTRIES})["land"]

    assert len(found.choices) == SHOWN["land"]
    assert found.more == "Toon nog 7 landen"


def test_an_expanded_facet_shows_everything(look_ups):
    found = facets(SearchQuery(), {"land": COUNTRIES}, expanded="land")["land"]

    assert len(found.choices) == 12
    assert found.more == ""


def test_no_button_hides_a_single_choice(look_ups):
    six = dict(list(COUNTRIES.items())[: SHOWN["land"] + 1])

    found = facets(SearchQuery(), {"land": six})["land"]

    assert (len(found.choices), found.more) == (6, "")


def test_thousands_of_tags_cost_one_bounded_look_up(look_ups):
    found = facets(SearchQuery(), {"tag": {f"tag-{n}": n for n in range(5000)}}, expanded="tag")

    assert len(found["tag"].choices) == SHOWN_AT_MOST
    assert [len(asked) for asked in look_ups] == [SHOWN_AT_MOST]


def test_the_years_are_those_counted_and_those_chosen():
    results = SearchResults(total=1, facets={"jaar": {"2018": 2, "2024": 1}})

    assert years_of(SearchQuery(year_to=2020), results) == (2024, 2020, 2018)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (SearchQuery(year_from=2018, year_to=2024), "van 2018 tot en met 2024"),
        (SearchQuery(year_from=2018), "sinds 2018"),
        (SearchQuery(year_to=2024), "tot en met 2024"),
        (SearchQuery(year_from=2024, year_to=2024), "in 2024"),
    ],
)
def test_years_are_one_chip(query, expected):
    (chip,) = chips_of(query, {})

    assert (chip.label, chip.name, chip.url) == ("Jaar", expected, "/zoeken/")


def test_a_chip_leads_to_the_question_without_it(look_ups):
    query = SearchQuery(words="loket", themes=("delen", "regie"), countries=("nl",), page=3)

    chips = chips_of(query, names_of(query, SearchResults(total=0)))

    assert [(chip.name, chip.url) for chip in chips] == [
        ("delen", "/zoeken/?q=loket&thema=regie&land=nl"),
        ("regie", "/zoeken/?q=loket&thema=delen&land=nl"),
        ("Nl", "/zoeken/?q=loket&thema=delen&thema=regie"),
    ]


NAMES = {
    "type": {},
    "thema": {"r": "Regie", "i": "Inloggen en identiteit", "c": "Common Ground", "t": "ICT"},
    "tag": {"balie": "balie", "mitid": "MitID"},
    "org": {"gemeente": "Gemeente", "anders": "Anders"},
    "land": {"dk": "Denemarken", "se": "Zweden", "uk": "Verenigd Koninkrijk"},
}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (SearchQuery(words="loket"), ""),
        (
            SearchQuery(types=("les",), themes=("r",), countries=("dk",), year_from=2020),
            "Lessen over regie uit Denemarken sinds 2020",
        ),
        (
            SearchQuery(types=("les", "reisverslag"), themes=("r", "i")),
            "Lessen en reisverslagen over regie of inloggen en identiteit",
        ),
        (
            SearchQuery(types=("les", "reisverslag", "bijeenkomst"), year_to=2023),
            "Lessen, reisverslagen en bijeenkomsten tot en met 2023",
        ),
        (SearchQuery(themes=("r", "c", "t")), "Alles over regie, Common Ground of ICT"),
        (SearchQuery(countries=("uk", "se")), "Alles uit het Verenigd Koninkrijk of Zweden"),
        (SearchQuery(tags=("balie", "mitid")), "Alles met de tag balie of MitID"),
        (
            SearchQuery(organisation_types=("gemeente", "anders")),
            "Alles van een gemeente of andere organisatie",
        ),
        (SearchQuery(year_from=2018, year_to=2018), "Alles in 2018"),
        (
            SearchQuery(tags=("balie",), year_from=2018, year_to=2020),
            "Alles met de tag balie van 2018 tot en met 2020",
        ),
    ],
)
def test_the_filters_read_as_a_sentence(query, expected):
    assert sentence_of(chips_of(query, NAMES)) == expected


def test_a_result_shows_tags_that_exist(look_ups):
    record = SearchRecord(id=1, type="les", url="/a/", title="A", tags=("balie", "vergeten"))
    results = InMemoryEngine(record).search(SearchQuery())

    (card,) = cards_of(results, names_of(SearchQuery(), results))

    assert [(tag.name, tag.url) for tag in card.tags] == [("Balie", "?tag=balie")]


MANY_TAGS = {f"tag-{number}": 2000 - number for number in range(1500)}


def test_only_a_long_facet_can_be_searched(look_ups):
    short = facets(SearchQuery(), {"tag": {"balie": 2, "loket": 1}})["tag"]
    long = facets(SearchQuery(), {"tag": MANY_TAGS})["tag"]

    assert (short.search_label, long.search_label) == ("", "Zoek in de tags")
    assert len(long.choices) == SHOWN["tag"]


def test_what_is_typed_finds_values_that_are_far_down(look_ups):
    found = facets(SearchQuery(), {"tag": MANY_TAGS}, tag="AG-149")["tag"]

    assert slugs(found) == ["tag-149", *(f"tag-149{last}" for last in range(10))]
    assert found.found == "11 gevonden met ‘AG-149’"
    assert found.more == ""


def test_values_are_found_by_their_name_without_accents(look_ups, monkeypatch):
    named = {"tag": lambda slugs: dict.fromkeys(slugs, "Coöperatie")}
    monkeypatch.setattr("search.page.facets.VOCABULARIES", named)

    assert slugs(facets(SearchQuery(), {"tag": {"x": 1}}, tag="cooperátie")["tag"]) == ["x"]


def test_chosen_values_stay_in_sight_and_the_list_is_bounded(look_ups):
    query = SearchQuery(tags=("tag-7", "vergeten", "zonder-resultaat"))
    none = facets(query, {"tag": MANY_TAGS}, tag="bestaat niet")["tag"]
    many = facets(query, {"tag": MANY_TAGS}, tag="1")["tag"]

    assert slugs(none) == ["tag-7", "zonder-resultaat"]
    assert none.found == "0 gevonden met ‘bestaat niet’"
    assert slugs(many)[:2] == ["tag-7", "zonder-resultaat"]
    assert len(many.choices) == SHOWN_AT_MOST


def test_a_facet_without_what_is_sought_keeps_its_field(look_ups):
    assert facets(SearchQuery(), {"tag": {}}, tag="x")["tag"].sought == "x"


def test_what_is_sought_is_read_from_the_address_whatever_it_holds():
    assert sought_in({"zoek_tag": [" bal\x00ie "], "zoek_type": ["x"], "zoek_land": [""]}) == {
        "tag": "bal ie"
    }
    assert len(sought_in({"zoek_tag": ["x" * 9000]})["tag"]) == LONGEST_SOUGHT
