"""A facet of many values is searched while typing, and with a button without JavaScript."""

import re
from collections.abc import Callable, Iterable

import pytest
from playwright.sync_api import Page, expect

from search.records import SearchRecord
from tests.search.in_memory import InMemoryEngine

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def engine(monkeypatch: pytest.MonkeyPatch) -> None:
    records = [
        SearchRecord(
            id=number,
            type="les",
            url=f"/lessen/{number}/",
            title=f"Eén loket {number}",
            tags=(f"tag-{number}",),
        )
        for number in range(30)
    ]

    def named(slugs: Iterable[str]) -> dict[str, str]:
        return {slug: slug.capitalize() for slug in slugs}

    monkeypatch.setattr("search.page.facets.VOCABULARIES", {"tag": named})
    monkeypatch.setattr("search.page.views.find", InMemoryEngine(*records).search)


def tags(page: Page) -> list[str]:
    return page.locator("#keuzes-tag input[type=checkbox]").evaluate_all(
        "boxes => boxes.map((box) => box.value)"
    )


def test_the_choices_follow_what_is_typed_and_nothing_else_changes(page):
    page.goto("/zoeken/?q=loket&tag=tag-3")
    page.get_by_label("Zoek in de tags").press_sequentially("g-2")

    expect(page.get_by_text("11 gevonden met ‘g-2’", exact=True).first).to_be_visible()
    assert tags(page) == ["tag-3", "tag-2", *(f"tag-2{last}" for last in range(10))]
    expect(page.get_by_role("status")).to_have_text("11 gevonden met ‘g-2’")
    expect(page.get_by_label("Zoek in de tags")).to_be_focused()
    expect(page.get_by_label("Zoek in de tags")).to_have_value("g-2")
    assert page.url.endswith("/zoeken/?q=loket&tag=tag-3")


def test_a_value_that_was_sought_is_chosen_by_keyboard(page):
    page.goto("/zoeken/?q=loket")
    page.get_by_label("Zoek in de tags").press_sequentially("29")
    # When the keys come slowly, the choices for ‘2’ show first.
    expect(page.get_by_text("1 gevonden met ‘29’", exact=True).first).to_be_visible()
    expect(page.get_by_role("checkbox", name="Tag-29")).to_be_visible()
    assert tags(page) == ["tag-29"]
    page.keyboard.press("Tab")
    page.keyboard.press("Space")

    expect(page.get_by_role("heading", level=2, name="1 resultaat")).to_be_visible()
    expect(page.get_by_role("checkbox", name="Tag-29")).to_be_checked()
    expect(page.get_by_role("checkbox", name="Tag-29")).to_be_focused()


def test_emptying_the_field_brings_the_list_back(page):
    page.goto("/zoeken/?zoek_tag=29")
    assert tags(page) == ["tag-29"]
    page.get_by_label("Zoek in de tags").fill("")

    expect(page.get_by_role("button", name=re.compile("Toon nog"))).to_be_visible()
    assert len(tags(page)) == 6


def test_it_works_without_javascript(visitor: Callable[..., Page]):
    page = visitor(java_script_enabled=False)
    page.goto("/zoeken/?q=loket&tag=tag-3")
    page.get_by_label("Zoek in de tags").fill("29")
    page.get_by_role("button", name="Zoek in de tags").click()

    assert tags(page) == ["tag-3", "tag-29"]
    expect(page.get_by_role("checkbox", name="Tag-3 1", exact=True)).to_be_checked()
    expect(page.get_by_role("heading", level=2, name="1 resultaat")).to_be_visible()
