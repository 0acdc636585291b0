"""The page /zoeken/ as a reader meets it, above an engine that never fails."""

import re
from collections.abc import Callable, Iterable
from datetime import date

import pytest
from django.test import Client
from django.utils.html import escape

from search.records import SearchRecord
from tests.search.in_memory import InMemoryEngine

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]

Show = Callable[..., str]


def lesson(number: int, **fields: object) -> SearchRecord:
    defaults = {
        "type": "les",
        "url": f"/lessen/{number}/",
        "title": f"Les {number}: één loket",
        "date": date(2018 + number % 7, 1, 1),
    }
    return SearchRecord(id=number, **(defaults | fields))


LESSONS = [lesson(number, themes=("regie",), tags=("balie",)) for number in range(1, 36)]


@pytest.fixture(autouse=True)
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    def named(slugs: Iterable[str]) -> dict[str, str]:
        return {slug: slug.capitalize() for slug in slugs if not slug.startswith("on")}

    vocabularies = dict.fromkeys(("thema", "land", "org", "tag"), named)
    monkeypatch.setattr("search.page.facets.VOCABULARIES", vocabularies)


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Callable[[InMemoryEngine], InMemoryEngine]:
    def use(engine: InMemoryEngine) -> InMemoryEngine:
        monkeypatch.setattr("search.page.views.find", engine.search)
        monkeypatch.setattr("search.page.views.totals", engine.totals)
        return engine

    return use


@pytest.fixture
def engine(use) -> InMemoryEngine:
    return use(InMemoryEngine(*LESSONS))


@pytest.fixture
def show(client: Client) -> Show:
    def show(address: str = "/zoeken/", **params: object) -> str:
        response = client.get(address, params)
        assert response.status_code == 200
        return re.sub(r"\s+", " ", response.content.decode())

    return show


def test_words_give_results_that_say_how_many(engine, show):
    page = show(q="één loket")

    assert "35 resultaten voor ‘één loket’</h2>" in page
    assert "<title>35 resultaten voor ‘één loket’ - Zoeken" in page
    assert 'href="/lessen/1/"' in page


@pytest.mark.parametrize(
    ("count", "expected"),
    [(1, "1 resultaat voor"), (2, "2 resultaten voor"), (1234, "1.234 resultaten voor")],
)
def test_the_count_is_proper_dutch(use, show, count, expected):
    use(InMemoryEngine(*(lesson(number) for number in range(count))))

    assert f">{expected} ‘loket’</h2>" in show(q="loket")


def test_no_words_show_everything_newest_first(engine, show):
    page = show()

    assert ">35 resultaten</h2>" in page
    assert engine.asked[-1].sort == "nieuwste"
    assert "Beste match" not in page
    assert "<title>Zoeken" in page


def test_the_order_is_the_readers_choice(engine, show):
    page = show(q="loket", sorteer="onderbouwing")

    assert engine.asked[-1].sort == "onderbouwing"
    assert '<option value="onderbouwing" selected>Meest gezien</option>' in page
    assert '<option value="">Beste match</option>' in page


def test_results_come_in_pages(engine, show):
    page = show(q="loket", pagina="2")

    assert page.count('class="kp-hit"') == 10
    assert 'aria-current="page"' in page
    assert 'href="?q=loket&amp;pagina=3" rel="next"' in page
    assert 'href="?q=loket" rel="prev"' in page
    assert "pagina 2 - Zoeken" in page


def test_a_page_too_far_gives_the_last_one_and_says_so(engine, show):
    page = show(q="loket", pagina="9")

    assert "Pagina 9 bestaat niet. Je ziet nu de laatste pagina, 4." in page
    assert page.count('class="kp-hit"') == 5


def test_the_words_stay_in_the_field_and_are_escaped(engine, show):
    words = '"><script>alert(1)</script>'

    page = show(q=words)

    assert "<script>alert" not in page
    assert f'value="{escape(words)}"' in page


def test_marked_words_keep_the_space_between_them(use, show):
    use(InMemoryEngine(lesson(1, title="Ga naar één loket <nu>")))

    assert "Ga naar <mark>één</mark> <mark>loket</mark> &lt;nu&gt;</a>" in show(q="één loket")


def test_chosen_filters_are_checked_and_can_be_removed(engine, show):
    page = show(q="loket", thema="regie", van="2019")

    assert re.search(r'name="thema" value="regie" checked', page)
    assert 'href="/zoeken/?q=loket&amp;van=2019"' in page
    assert 'href="/zoeken/?q=loket&amp;thema=regie"' in page
    assert 'href="/zoeken/?q=loket">Wis alle filters</a>' in page
    assert "2 filters gekozen" in page


def test_the_filters_are_said_in_words_of_which_each_leads_to_the_question_without_it(engine, show):
    page = show(q="loket", type="les", thema="regie", van="2018")

    said = "lessen over regie sinds 2018"
    assert f"<title>35 resultaten voor ‘loket’: {said} - Zoeken" in page
    assert f'aria-label="Gekozen filters: {said.capitalize()}"' in page
    links = [
        ("Soort", "Lessen", "q=loket&amp;thema=regie&amp;van=2018"),
        ("Thema", "regie", "q=loket&amp;type=les&amp;van=2018"),
        ("Jaar", "sinds 2018", "q=loket&amp;type=les&amp;thema=regie"),
    ]
    for label, name, address in links:
        assert (
            f'href="/zoeken/?{address}"><span class="kp-vh">Verwijder filter {label}: </span>{name}'
            in page
        )
    assert " over <a" in page


def test_a_filter_nobody_knows_is_told_and_left_out(engine, show):
    page = show(q="loket", thema=["onzin", "regie"], type="onding")

    assert "Het thema ‘onzin’ kennen we niet." in page
    assert "De soort ‘onding’ kennen we niet." in page
    assert "35 resultaten" in page
    assert engine.asked[-1].themes == ("regie",)
    assert engine.asked[-1].types == ()


def test_a_spelling_that_does_give_results_is_one_click_away(use, show):
    use(InMemoryEngine(*LESSONS, did_you_mean="één loket"))

    page = show(q="een lokket", thema="regie")

    assert 'href="/zoeken/?q=%C3%A9%C3%A9n+loket&amp;thema=regie">één loket</a>?' in page


def test_no_results_help_on(engine, show):
    page = show(q="loket", thema="leeg", van="2018")

    assert ">Geen resultaten voor ‘loket’</h2>" in page
    assert (
        'href="/zoeken/?q=loket&amp;van=2018">Zonder het filter Thema</a> (35 resultaten)' in page
    )
    assert 'href="/zoeken/?q=loket">Zonder filters</a> (35 resultaten)' in page
    assert "Zonder het filter Jaar" not in page
    assert 'href="/zoeken/?thema=regie"' in page
    assert 'href="/deel-jouw-inspiratie/"' in page


def test_one_word_too_many_is_pointed_out(engine, show):
    page = show(q="loket amsterdam")

    assert 'href="/zoeken/?q=loket">Zonder het woord ‘amsterdam’</a> (35 resultaten)' in page
    assert "Zonder het woord ‘loket’" not in page


def test_a_page_asks_the_database_little(engine, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        client.get("/zoeken/", {"q": "loket", "thema": "regie"})


def test_an_empty_index_is_no_error(use, show):
    use(InMemoryEngine())

    assert "Geen resultaten</h2>" in show()


def test_simple_answers_say_that_they_are_simple(use, show):
    use(InMemoryEngine(*LESSONS, simple=True))

    assert "Zoeken werkt nu eenvoudiger dan anders" in show(q="loket")


def test_more_choices_are_shown_without_javascript(use, show):
    use(InMemoryEngine(*(lesson(number, countries=(f"land-{number}",)) for number in range(9))))

    assert "Toon nog 4 landen" in show(q="loket")
    page = show(q="loket", toon="land")
    assert "Toon nog" not in page
    assert page.count('name="land"') == 9
    assert '<input type="hidden" form="zoek" name="toon" value="land">' in page


def test_a_long_facet_is_searched_without_javascript(use, show):
    use(InMemoryEngine(*(lesson(number, tags=(f"tag-{number}",)) for number in range(30))))

    assert 'name="zoek_tag" value=""' in show(q="loket")
    page = show(q="loket", zoek_tag='"><b>29', tag="tag-3")
    assert 'value="&quot;&gt;&lt;b&gt;29"' in page
    assert "<b>29" not in page
    page = show(q="loket", zoek_tag="29", tag="tag-3")
    assert re.findall(r'name="tag" value="([^"]+)"( checked)?', page) == [
        ("tag-3", " checked"),
        ("tag-29", ""),
    ]
    assert "1 gevonden met ‘29’" in page
    assert "zoek_tag" not in page.partition('class="kp-chips"')[2].partition("</div>")[0]


HOSTILE = [
    {"zoek_tag": "x" * 10_000, "zoek_land": "\x00", "zoek_thema": ["a", "%"]},
    {"q": "x" * 10_000},
    {"q": "\x00\x01\x1b"},
    {"q": '"'},
    {"q": "* ? ~ AND OR NOT ( [ {"},
    {"q": "%ff%00"},
    {"pagina": "0"},
    {"pagina": "-1"},
    {"pagina": "9999999"},
    {"pagina": "abc"},
    {"van": "abc"},
    {"van": "2024", "tot": "2018"},
    {"sorteer": "xyz"},
    {"type": "xyz"},
    {"thema": "\x00"},
    {"land": [f"land-{number}" for number in range(3000)]},
    {"toon": ["x"] * 3000},
    {"onbekend": "x"},
]


@pytest.mark.parametrize("params", HOSTILE, ids=lambda params: str(params)[:30])
def test_no_input_is_too_strange(engine, show, params):
    assert "resultaten" in show(**params)


def test_bytes_that_are_no_text_are_no_error(engine, show):
    assert show("/zoeken/?q=%ff%fe&thema=%c3%28")


def test_only_a_bare_page_is_for_the_index_of_others(engine, show):
    assert "noindex" not in show()
    assert '<meta name="robots" content="noindex' in show(q="loket")
    assert '<link rel="canonical" href="http://testserver/zoeken/?q=loket&amp;van=2018">' in show(
        tot="", van="2018", q=" loket ", utm_source="x"
    )


def test_a_reader_gets_no_cookie(engine, client):
    response = client.get("/zoeken/", {"q": "loket"})

    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def test_head_answers_and_post_does_not(engine):
    client = Client(enforce_csrf_checks=True)

    assert client.head("/zoeken/").status_code == 200
    assert client.post("/zoeken/", {"q": "loket"}).status_code == 405


def test_nothing_on_the_page_breaks_its_own_security_policy(engine, show):
    page = show(q="loket", thema="regie")

    assert not re.search(r"<script(?![^>]*src=)|\sstyle=|\son\w+=", page)
