"""Suggestions below the search fields, by keyboard, by mouse and for a screen reader."""

import re

import pytest
from playwright.sync_api import Page, expect

from search.results import Suggestion
from tests.browser.axe import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FOUND = (
    Suggestion("Eén loket is een afspraak", "/zoeken/?q=afspraak", page=1),
    Suggestion("Eén <loket>", page=2),
    Suggestion("Loketten", page=3),
)


@pytest.fixture(autouse=True)
def suggested(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "search.page.suggestions.suggest",
        lambda text, limit: FOUND if text.startswith("lo") else (),
    )


def type_in(page: Page, text: str = "lok") -> None:
    page.goto("/zoeken/")
    page.locator("#q").click()
    expect(page.locator("#q")).to_have_role("combobox")
    page.keyboard.type(text)


def test_arrows_walk_through_the_list_and_enter_goes_there(page: Page) -> None:
    type_in(page)
    field = page.get_by_role("combobox", name="Zoekterm")
    options = page.get_by_role("listbox", name="Suggesties").get_by_role("option")
    expect(options).to_have_count(3)
    expect(options.nth(1)).to_have_text("Eén <loket> Zoek hierop")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_text("3 suggesties, kies met de pijltjestoetsen")).to_be_attached()
    # In the open state, with one chosen.
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert violations(page) == []

    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    first = options.first.get_attribute("id")
    expect(field).to_have_attribute("aria-activedescendant", str(first))
    expect(field).to_be_focused()
    expect(field).to_have_value("lok")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/zoeken/\?q=afspraak$"))


def test_escape_closes_first_and_then_empties(page: Page) -> None:
    type_in(page)
    field, box = page.locator("#q"), page.get_by_role("listbox")
    expect(box).to_be_visible()
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(field).to_have_value("lok")
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    expect(box).to_be_visible()
    page.keyboard.press("Tab")
    expect(box).to_be_hidden()
    field.focus()
    page.keyboard.press("Escape")
    expect(field).to_have_value("")


def test_enter_without_a_choice_searches_for_the_words(page: Page) -> None:
    type_in(page)
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/zoeken/\?q=lok$"))
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_a_click_chooses_and_a_narrow_screen_has_room(visitor) -> None:
    page = visitor(viewport={"width": 320, "height": 640})
    type_in(page)
    option = page.get_by_role("option", name="Loketten")
    expect(option).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    option.click()
    expect(page).to_have_url(re.compile(r"/zoeken/\?q=Loketten$"))


def test_without_an_answer_or_without_scripts_the_field_is_a_plain_one(visitor) -> None:
    page = visitor()
    page.route("**/suggesties/**", lambda route: route.abort())
    type_in(page)
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/zoeken/\?q=lok$"))

    plain = visitor(java_script_enabled=False)
    plain.goto("/zoeken/")
    plain.get_by_role("searchbox", name="Zoekterm").fill("lok")
    plain.keyboard.press("Enter")
    expect(plain).to_have_url(re.compile(r"/zoeken/\?q=lok$"))


@pytest.mark.parametrize("path", ["/", "/lessen/"])
def test_the_fields_of_other_pages_suggest_too_and_show_all_of_it(page, site_tree, path):
    page.goto(path)
    field = page.locator("[role=search] input[name=q]")
    field.click()
    expect(field).to_have_role("combobox")
    page.keyboard.type("lok")
    last = page.get_by_role("option").last
    expect(last).to_be_visible()
    # Nothing lies over it or cuts it off.
    last.click(trial=True)
    expect(page.get_by_role("option")).to_have_count(3)
