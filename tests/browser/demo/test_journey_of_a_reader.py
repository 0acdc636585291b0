"""A civil servant finds a lesson, sees what it rests on and where it is applied."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.demo.hands import Hands, Keyboard, Mouse

LESSON = "Eén loket voor de hele overheid"
REPORT = "Twee dagen bij de Deense digitale overheid"


@pytest.mark.parametrize(
    ("hands_of", "scripts"),
    [
        pytest.param(Mouse, True, id="mouse"),
        pytest.param(Keyboard, True, id="keyboard"),
        pytest.param(Keyboard, False, id="keyboard-without-javascript"),
    ],
)
def test_from_a_misspelt_word_to_the_evidence_and_back(
    visitor: Callable[..., Page], hands_of: Callable[[Page], Hands], scripts: bool
) -> None:
    page = visitor(java_script_enabled=scripts)
    hands = hands_of(page)

    page.goto("/")
    search = page.get_by_role("main").get_by_role("search")
    hands.write(search.locator("[name=q]"), "lokket")
    hands.press(search.get_by_role("button", name="Zoeken"))
    expect(page.get_by_role("heading", level=2, name="resultaten voor ‘lokket’")).to_be_visible()
    expect(page.get_by_role("link", name="loket", exact=True)).to_be_visible()
    found = number_found(page)

    hands.tick(page.get_by_role("group", name="Soort").get_by_role("checkbox", name="Les"))
    show(page, hands)
    hands.tick(page.get_by_role("group", name="Thema").get_by_role("checkbox", name="Gegevens"))
    show(page, hands)
    of_theme = page.get_by_role("link", name="Verwijder filter Thema: Gegevens delen")
    expect(of_theme).to_be_visible()
    narrowed = number_found(page)
    assert 0 < narrowed < found

    hands.press(of_theme)
    expect(of_theme).to_have_count(0)
    expect(page.get_by_role("link", name="Verwijder filter Soort: Les")).to_be_visible()
    assert narrowed < number_found(page) < found

    hands.press(page.get_by_role("link", name=LESSON))
    expect(page.get_by_role("heading", level=1, name=LESSON)).to_be_visible()
    address = page.url
    evidence = page.get_by_role("region", name="Waar komt deze les vandaan?")
    expect(evidence).to_contain_text("Onderbouwing: redelijk")
    hands.press(evidence.get_by_role("link", name=REPORT))

    expect(page.get_by_role("heading", level=1, name=REPORT)).to_be_visible()
    lessons = page.get_by_role("region", name="Lessen uit deze reis")
    hands.press(lessons.get_by_role("link", name=LESSON))

    expect(page).to_have_url(address)
    hands.press(page.get_by_role("link", name="Waar wordt deze les toegepast?"))
    applied = page.get_by_role("region", name="Waar wordt deze les toegepast?")
    expect(applied).to_be_in_viewport()
    hands.press(applied.get_by_role("link", name="Borger.dk").first)
    expect(page.get_by_role("heading", level=1, name="Borger.dk")).to_be_visible()


def number_found(page: Page) -> int:
    words = page.locator("#aantal").inner_text()
    return int(words.split()[0])


def show(page: Page, hands: Hands) -> None:
    """With JavaScript the choice was enough, and the button does no harm."""
    if "Toon" in page.locator("#toon-resultaten").inner_text():
        hands.press(page.locator("#toon-resultaten"))
    expect(page.locator("#resultaten[aria-busy]")).to_have_count(0)
