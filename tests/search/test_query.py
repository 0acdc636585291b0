"""Every URL of the search page means something sensible; see ARCHITECTURE, search."""

import pytest

from search.asking.params import MAX_VALUE, MAX_VALUES, MAX_WORDS
from search.query import MAX_PAGE, SearchQuery


def parsed(**params: str | list[str]):
    return SearchQuery.from_params(
        {name: [value] if isinstance(value, str) else value for name, value in params.items()}
    )


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({}, SearchQuery()),
        ({"q": "één loket"}, SearchQuery(words="één loket")),
        ({"q": "  één \t\n loket "}, SearchQuery(words="één loket")),
        ({"q": "e\u0301e\u0301n"}, SearchQuery(words="één")),
        ({"q": "dienst\u00adverlening"}, SearchQuery(words="dienstverlening")),
        ({"q": "in\x00loggen\x1b"}, SearchQuery(words="in loggen")),
        ({"q": "\ud800loket"}, SearchQuery(words="loket")),
        ({"q": ["oud", "nieuw"]}, SearchQuery(words="nieuw")),
        ({"type": "les"}, SearchQuery(types=("les",))),
        ({"thema": ["regie", "delen", "regie"]}, SearchQuery(themes=("delen", "regie"))),
        ({"land": "denemarken"}, SearchQuery(countries=("denemarken",))),
        ({"org": ["gemeente", ""]}, SearchQuery(organisation_types=("gemeente",))),
        ({"tag": "balie"}, SearchQuery(tags=("balie",))),
        ({"van": "2018", "tot": "2024"}, SearchQuery(year_from=2018, year_to=2024)),
        ({"van": "", "tot": "2024"}, SearchQuery(year_to=2024)),
        ({"van": "٢٠١٨"}, SearchQuery(year_from=2018)),
        ({"sorteer": "nieuwste"}, SearchQuery(sort="nieuwste")),
        ({"sorteer": ""}, SearchQuery()),
        ({"pagina": "3"}, SearchQuery(page=3)),
        ({"utm_source": "x", "words": "y", "page": "z"}, SearchQuery()),
    ],
)
def test_parameters_mean_a_question(params, expected):
    assert parsed(**params).query == expected
    assert parsed(**params).messages == ()


@pytest.mark.parametrize(
    ("params", "expected", "about"),
    [
        ({"van": "abc"}, SearchQuery(), "abc"),
        ({"van": "20²8"}, SearchQuery(), "jaartal"),
        ({"van": "0"}, SearchQuery(), "jaartal"),
        ({"tot": "9" * 5000}, SearchQuery(), "jaartal"),
        ({"van": "-2018", "tot": "2020"}, SearchQuery(year_to=2020), "-2018"),
        (
            {"van": "2024", "tot": "2018"},
            SearchQuery(year_from=2018, year_to=2024),
            "omgedraaid",
        ),
        ({"sorteer": "xyz"}, SearchQuery(), "xyz"),
        ({"pagina": "0"}, SearchQuery(), "Pagina ‘0’"),
        ({"pagina": "-1"}, SearchQuery(), "Pagina ‘-1’"),
        ({"pagina": "abc"}, SearchQuery(), "Pagina ‘abc’"),
        ({"pagina": "1.5"}, SearchQuery(), "Pagina ‘1.5’"),
        ({"pagina": "9999999"}, SearchQuery(page=MAX_PAGE), "hoogstens 100 pagina’s"),
    ],
)
def test_an_impossible_value_gives_a_message_and_a_sensible_question(params, expected, about):
    answer = parsed(**params)

    assert answer.query == expected
    assert len(answer.messages) == 1
    assert about in answer.messages[0]
    assert len(answer.messages[0]) < 150


def test_a_very_long_question_is_cut_at_a_word():
    answer = parsed(q="digitale dienstverlening " * 400)

    assert len(answer.query.words) <= MAX_WORDS
    assert answer.query.words.endswith(("digitale", "dienstverlening"))
    assert "eerste 200 tekens" in answer.messages[0]


def test_a_very_long_word_is_cut():
    assert parsed(q="x" * 10_000).query.words == "x" * MAX_WORDS


def test_thousands_of_values_are_bounded_with_one_message():
    answer = parsed(tag=[f"tag-{number}" for number in range(5000)])

    assert len(answer.query.tags) == MAX_VALUES
    assert len(answer.messages) == 1


def test_the_same_value_thousands_of_times_is_one_value():
    assert parsed(thema=["regie"] * 5000) == parsed(thema="regie")


def test_a_value_is_bounded():
    assert parsed(land="x" * 10_000).query.countries == ("x" * MAX_VALUE,)


FULL = SearchQuery(
    words="één loket",
    types=("les", "reisverslag"),
    themes=("regie",),
    countries=("denemarken",),
    tags=("balie & loket",),
    organisation_types=("gemeente",),
    year_from=2018,
    year_to=2024,
    sort="onderbouwing",
    page=2,
)


def test_a_question_has_one_url():
    assert FULL.to_querystring() == (
        "?q=%C3%A9%C3%A9n+loket&type=les&type=reisverslag&thema=regie&land=denemarken&org=gemeente"
        "&tag=balie+%26+loket&van=2018&tot=2024&sorteer=onderbouwing&pagina=2"
    )
    assert SearchQuery(themes=("b", "a")).to_params() == SearchQuery(themes=("a", "b")).to_params()


def test_what_goes_without_saying_is_not_in_the_url():
    assert SearchQuery().to_querystring() == ""


@pytest.mark.parametrize("query", [SearchQuery(), FULL])
def test_a_url_reads_back_as_the_same_question(query):
    params: dict[str, list[str]] = {}
    for name, value in query.to_params():
        params.setdefault(name, []).append(value)

    assert SearchQuery.from_params(params).query == query


def test_another_question_starts_at_its_first_page():
    assert FULL.choosing("thema", ["b", "a"]).to_params()[3:5] == [("thema", "a"), ("thema", "b")]
    assert FULL.choosing("thema", ["delen"]).page == 1
    assert FULL.without("jaar").year_from is None
    assert FULL.without("tag").tags == ()
    assert FULL.unfiltered() == SearchQuery(words="één loket", sort="onderbouwing")


def test_a_question_knows_by_what_it_is_narrowed():
    assert SearchQuery(words="loket", sort="nieuwste").narrowed_by == ()
    assert SearchQuery(tags=("balie",), year_to=2020).narrowed_by == ("tag", "jaar")
