"""What editors chose for a question stands above its results."""

import re

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import Page, PageViewRestriction

from meegenomen.home.groups import ensure_groups_and_workflow
from search.breaker import breaker
from search.index.rebuild import rebuild
from search.promotions.choosing import MOST
from tests.factories import make_lesson, make_standard_page

pytestmark = pytest.mark.django_db

LABEL = "Aanrader van de redactie"


@pytest.fixture(autouse=True)
def index(settings, tmp_path, site_tree):
    settings.SEARCH_ENGINE_OPTIONS = {"path": tmp_path / "search"}


def promote(words: str, page: Page | None = None, **fields: object) -> SearchPromotion:
    query = Query.get(words)
    order = query.editors_picks.count()
    return SearchPromotion.objects.create(query=query, page=page, sort_order=order, **fields)


def show(q: str, **params: object) -> str:
    response = Client().get("/zoeken/", {"q": q} | params)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


@pytest.fixture
def lessons() -> list[Page]:
    made = [
        make_lesson(f"Balie {number}", slug=f"balie-{number}", themes=("Regie",))
        for number in range(12)
    ]
    rebuild()
    return made


def promoted_in(page: str) -> list[str]:
    return re.findall(rf'{LABEL}</p> <h3[^>]*> <a class="nl-link" href="([^"]+)"', page)


@pytest.mark.parametrize("asked", ["één balie", "EEN  BALIE", " Eén Balie? ", "een balie"])
def test_a_question_is_recognised_however_it_is_spelled(lessons, asked):
    promote("Eén balie", lessons[3])

    assert promoted_in(show(asked)) == [lessons[3].url]


def test_another_question_shows_none(lessons):
    promote("één balie", lessons[3])

    assert LABEL not in show("balie")
    assert LABEL not in Client().get("/zoeken/").content.decode()


@pytest.fixture(params=["engine", "database"])
def answering(request, monkeypatch):
    if request.param == "database":
        monkeypatch.setattr(breaker, "may_ask", lambda: False)


@pytest.mark.usefixtures("answering")
def test_it_is_not_found_again_and_the_counts_are_right(lessons):
    promote("balie", lessons[3])

    first, second = show("balie"), show("balie", pagina=2)

    assert ">12 resultaten voor ‘balie’</h2>" in first
    assert ">12 resultaten voor ‘balie’</h2>" in second
    links = re.findall(r'href="(/lessen/balie-\d+/)"', first + second)
    assert sorted(links) == sorted(lesson.url for lesson in lessons)
    assert promoted_in(first) == [lessons[3].url]
    assert promoted_in(second) == []
    assert re.search(r'value="regie"><span>Regie</span>\s*<small>12<', first)


@pytest.mark.usefixtures("answering")
def test_a_page_without_the_words_counts_as_well(lessons):
    other = make_lesson("Iets anders", themes=("Regie",))
    promote("balie", other)
    rebuild()

    page = show("balie")

    assert promoted_in(page) == [other.url]
    assert ">13 resultaten voor ‘balie’</h2>" in page
    assert re.search(r'value="regie"><span>Regie</span>\s*<small>13<', page)


def test_where_nothing_else_is_found_it_stands_alone(lessons):
    promote("loketje", lessons[0])

    page = show("loketje")

    assert promoted_in(page) == [lessons[0].url]
    assert ">1 resultaat voor ‘loketje’</h2>" in page
    assert "kp-nothing" not in page


def test_a_filter_that_contradicts_it_leaves_it_out(lessons):
    lesson = make_lesson("Iets anders", themes=("Inkoop",))
    promote("balie", lesson)
    rebuild()

    assert promoted_in(show("balie", thema="inkoop")) == [lesson.url]
    assert LABEL not in show("balie", thema="regie")
    assert LABEL not in show("balie", tot="1999")


def test_a_year_that_fits_keeps_it(lessons, monkeypatch):
    lesson = lessons[0]
    promote("balie", lesson)
    year = localdate().year

    assert promoted_in(show("balie", van=str(year), tot=str(year))) == [lesson.url]


def draft(page: Page) -> None:
    page.unpublish()


def restrict(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def restrict_above(page: Page) -> None:
    restrict(page.get_parent())


def delete(page: Page) -> None:
    page.delete()


@pytest.mark.parametrize("hide", [draft, restrict, restrict_above, delete])
def test_what_is_not_public_at_this_moment_is_not_shown(lessons, hide):
    lesson = lessons[3]
    promote("balie", lesson, description="Geheim")
    assert "Geheim" in show("balie")

    hide(lesson)

    page = show("balie")
    assert LABEL not in page
    assert "Geheim" not in page


def test_a_page_that_search_does_not_know_may_be_chosen(lessons, site_tree):
    promote("balie", site_tree)

    assert promoted_in(show("balie")) == ["/"]
    # Of such a page nothing is known to filter by.
    assert LABEL not in show("balie", thema="regie")


def test_an_address_on_another_site_may_be_chosen(lessons):
    promote(
        "balie", external_link_url="https://example.org/a?b=1&c", external_link_text="<b>Elders"
    )

    page = show("balie")

    assert promoted_in(page) == ["https://example.org/a?b=1&amp;c"]
    assert "&lt;b&gt;Elders" in page
    assert "(andere website)" in page
    assert ">12 resultaten" in page


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://example.org/", "//example.org/"])
def test_an_address_that_is_no_web_page_is_not_shown(lessons, url):
    promote("balie", external_link_url=url, external_link_text="Elders")

    assert LABEL not in show("balie")


def test_the_text_of_an_editor_goes_before_the_summary_and_is_escaped(lessons):
    promote("balie", lessons[0], description="Lees <i>dit</i> eerst.")

    assert "Lees &lt;i&gt;dit&lt;/i&gt; eerst." in show("balie")


def test_the_order_is_that_of_the_editor_and_the_number_is_bounded(lessons):
    for lesson in reversed(lessons):
        promote("balie", lesson)
    promote("Balie", lessons[11])

    page = show("balie")

    assert promoted_in(page) == [lesson.url for lesson in lessons[::-1][:MOST]]
    assert ">12 resultaten" in page


def test_it_costs_one_query_and_a_second_where_there_are_some(lessons):
    show("balie")
    with CaptureQueriesContext(connection) as without:
        show("balies")
    for lesson in lessons[:3]:
        promote("balies", lesson)
    with CaptureQueriesContext(connection) as queries:
        show("balies")
    assert sum("promot" in query["sql"] for query in without) == 1
    assert len(queries) == len(without) + 1


def test_what_a_visitor_asks_is_not_stored(lessons):
    show("jan jansen")

    assert not Query.objects.exists()


def test_a_question_that_an_editor_rewords_is_recognised_by_its_new_words(lessons):
    promotion = promote("balie", lessons[0])
    query = promotion.query
    query.query_string = "loketten"
    query.save()

    assert LABEL not in show("balie")
    assert promoted_in(show("Loketten")) == [lessons[0].url]


def test_a_moderator_chooses_in_the_admin_and_an_editor_does_not(lessons):
    ensure_groups_and_workflow()
    clients = {}
    for group in ("Redacteur", "Moderator", "Beheerder"):
        user = User.objects.create_user(group)
        user.groups.add(Group.objects.get(name=group))
        clients[group] = Client()
        clients[group].force_login(user)
    index = reverse("wagtailsearchpromotions:index")
    assert clients["Redacteur"].get(index).status_code == 302
    assert clients["Beheerder"].get(index).status_code == 200

    answer = clients["Moderator"].post(
        reverse("wagtailsearchpromotions:add"),
        {
            "query_string": "Eén balie",
            "editors_picks-TOTAL_FORMS": 1,
            "editors_picks-INITIAL_FORMS": 0,
            "editors_picks-MIN_NUM_FORMS": 0,
            "editors_picks-MAX_NUM_FORMS": 1000,
            "editors_picks-0-DELETE": "",
            "editors_picks-0-ORDER": 0,
            "editors_picks-0-page": lessons[0].pk,
            "editors_picks-0-description": "",
            "editors_picks-0-external_link_url": "",
            "editors_picks-0-external_link_text": "",
        },
    )

    assert answer.status_code == 302
    assert promoted_in(show("een balie")) == [lessons[0].url]
    reports = clients["Moderator"].get(reverse("wagtailadmin_home")).content.decode()
    assert index in reports
    assert reverse("wagtailsearchpromotions:search_terms") not in reports


def test_a_page_of_any_kind_shows_its_title(lessons):
    page = make_standard_page("Over deze site")
    promote("balie", page)
    rebuild()

    assert "Over deze site</a>" in show("balie")
