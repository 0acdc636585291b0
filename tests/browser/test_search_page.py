"""The search page answers at once with JavaScript, and does the same without."""

import re
from collections.abc import Callable, Iterable

import pytest
from playwright.sync_api import Page, expect

from search.records import SearchRecord
from tests.search.in_memory import InMemoryEngine

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

THEMES = ["delen", "digitaal-meedoen", "inkoop", "inloggen", "regie", "samenwerken", "toezicht"]
PHONE = {"width": 390, "height": 844}


@pytest.fixture(autouse=True)
def engine(monkeypatch: pytest.MonkeyPatch) -> None:
    records = [
        SearchRecord(
            id=number,
            type="les",
            url=f"/lessen/{number}/",
            title=f"Eén loket {number}",
            themes=(THEMES[number % len(THEMES)],),
        )
        for number in range(30)
    ]

    def named(slugs: Iterable[str]) -> dict[str, str]:
        return {slug: slug.capitalize() for slug in slugs}

    monkeypatch.setattr("search.page.facets.VOCABULARIES", {"thema": named})
    monkeypatch.setattr(
        "search.asking.spelling.CANDIDATES", {"thema": lambda called: {"delen": "Gegevens delen"}}
    )
    monkeypatch.setattr("search.page.views.find", InMemoryEngine(*records).search)


@pytest.fixture
def documents(page: Page) -> list[str]:
    """The whole pages that the browser fetched."""
    fetched: list[str] = []
    page.on(
        "request",
        lambda request: (
            fetched.append(request.url) if request.resource_type == "document" else None
        ),
    )
    return fetched


def count(page: Page, expected: str) -> None:
    expect(page.get_by_role("heading", level=2, name=expected)).to_be_visible()


def test_a_filter_answers_at_once_and_the_back_button_undoes_it(page, documents):
    page.goto("/zoeken/?q=loket")
    page.get_by_role("checkbox", name="Delen").focus()
    page.keyboard.press("Space")

    count(page, "5 resultaten voor ‘loket’")
    expect(page).to_have_url(re.compile(r"/zoeken/\?q=loket&thema=delen$"))
    expect(page).to_have_title(re.compile("^5 resultaten"))
    expect(page.get_by_role("status")).to_have_text("5 resultaten voor ‘loket’")
    expect(page.get_by_role("checkbox", name="Delen")).to_be_focused()

    page.go_back()

    count(page, "30 resultaten voor ‘loket’")
    expect(page.get_by_role("checkbox", name="Delen")).not_to_be_checked()
    assert len(documents) == 1


def test_a_chosen_box_looks_chosen(page):
    page.goto("/zoeken/?thema=delen")
    looks = "box => getComputedStyle(box).backgroundColor + getComputedStyle(box).backgroundImage"
    chosen = page.get_by_role("checkbox", name="Delen").evaluate(looks)
    assert chosen != page.get_by_role("checkbox", name="Regie").evaluate(looks)


def test_words_not_sent_yet_go_along_with_a_filter(page):
    page.goto("/zoeken/")
    page.locator("#q").fill("loket 29")
    page.get_by_role("combobox", name="Sorteer op").select_option("Meest gezien")

    count(page, "1 resultaat voor ‘loket 29’")
    expect(page.locator("#q")).to_have_value("loket 29")


def test_more_choices_open_with_focus_on_the_first_new_one(page):
    page.goto("/zoeken/")
    page.get_by_role("button", name="Toon nog 2 thema’s").press("Enter")

    expect(page.get_by_role("group", name="Thema").get_by_role("checkbox")).to_have_count(7)
    expect(page.get_by_role("checkbox", name="Samenwerken")).to_be_focused()


def test_a_folded_filter_stays_folded(page):
    page.goto("/zoeken/")
    page.get_by_text("Soort", exact=True).first.click()
    page.get_by_role("checkbox", name="Regie").check()

    count(page, "4 resultaten")
    assert page.locator("#facet-type").get_attribute("open") is None
    assert page.locator("#facet-thema").get_attribute("open") is not None


def test_on_a_phone_the_filters_wait_folded_and_make_room_for_the_results(visitor):
    page = visitor(viewport=PHONE)
    page.goto("/zoeken/")
    expect(page.get_by_role("checkbox", name="Delen")).to_be_hidden()

    page.get_by_text("Filters", exact=True).click()
    page.get_by_role("checkbox", name="Delen").check()
    page.get_by_role("button", name="Toon 5 resultaten").click()

    expect(page.get_by_role("checkbox", name="Delen")).to_be_hidden()
    expect(page.get_by_role("heading", name="5 resultaten")).to_be_focused()


def test_when_fetching_fails_the_browser_goes_there_itself(page, documents):
    page.goto("/zoeken/")
    page.route(
        "**/zoeken/**",
        lambda route: (
            route.abort() if route.request.resource_type == "fetch" else route.continue_()
        ),
    )
    page.get_by_role("checkbox", name="Delen").check()

    count(page, "5 resultaten")
    assert len(documents) == 2


def test_the_same_works_without_javascript(visitor: Callable[..., Page]):
    page = visitor(java_script_enabled=False)
    page.goto("/zoeken/?q=loket")
    page.get_by_role("checkbox", name="Delen").check()
    page.get_by_role("button", name="Toon nog 2 thema’s").click()
    expect(page.get_by_role("checkbox", name="Delen")).to_be_checked()
    page.get_by_role("checkbox", name="Toezicht").check()
    page.get_by_role("button", name="Toon 5 resultaten").click()

    count(page, "9 resultaten voor ‘loket’")
    page.get_by_role("link", name="Verwijder filter Thema: Delen").click()
    count(page, "4 resultaten voor ‘loket’")


def test_a_filter_that_was_typed_becomes_a_chosen_one(page, documents):
    page.goto("/zoeken/")
    page.locator("#q").fill('loket thema:"gegevens delen"')
    page.keyboard.press("Enter")

    count(page, "5 resultaten voor ‘loket’")
    expect(page.locator("#q")).to_have_value("loket")
    expect(page).to_have_url(re.compile(r"/zoeken/\?q=loket&thema=delen$"))
    page.get_by_role("checkbox", name="Delen").uncheck()
    count(page, "30 resultaten voor ‘loket’")

    page.go_back()
    count(page, "5 resultaten voor ‘loket’")
    expect(page.locator("#q")).to_have_value("loket")
    page.go_back()
    count(page, "30 resultaten")
    expect(page.locator("#q")).to_have_value("")
    assert len(documents) == 1


def test_a_filter_is_typed_without_javascript_too(visitor: Callable[..., Page]):
    page = visitor(java_script_enabled=False)
    page.goto("/zoeken/")
    page.locator("#q").fill("thema:delen loket")
    page.keyboard.press("Enter")

    count(page, "5 resultaten voor ‘loket’")
    expect(page).to_have_url(re.compile(r"/zoeken/\?q=loket&thema=delen$"))
    expect(page.locator("#q")).to_have_value("loket")
    page.go_back()
    count(page, "30 resultaten")
