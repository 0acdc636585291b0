"""A moderator finds what was sent in, asks about it by keyboard, and keeps the queue in order."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import NARROWEST, violations
from tests.browser.demo.hands import Mouse
from tests.browser.demo.test_journey_of_a_sender import fill_in
from tests.submissions.files import picture

TITLES = ("De balie in de bibliotheek", "De balie op het station")
QUEUE = "/beheer/inzendingen/"


def faults(page: Page) -> list[str]:
    """What axe says, and whether the page is wider than the narrowest screen."""
    found = [f"{page.url}: {said}" for said in violations(page)]
    size = page.viewport_size
    page.set_viewport_size({"width": NARROWEST, "height": 900})
    if page.evaluate("document.documentElement.scrollWidth") > NARROWEST:
        found.append(f"{page.url} is wider than a screen of {NARROWEST}")
    page.set_viewport_size(size or {"width": 1280, "height": 900})
    return found


@pytest.fixture
def sent(visitor: Callable[..., Page], tmp_path: Path) -> None:
    photo = tmp_path / "balie.jpg"
    photo.write_bytes(picture("JPEG", size=(600, 400)))
    for title in TITLES:
        page = visitor()
        page.goto("/deel-jouw-inspiratie/")
        fill_in(page, Mouse(page), title, photo, email="")
        page.get_by_role("button", name="Verstuur").click()
        expect(page.get_by_role("heading", level=1, name="is binnen")).to_be_visible()


def test_a_moderator_works_through_the_queue(sent: None, signed_in: Callable[[str], Page]) -> None:
    page = signed_in("moderator")
    page.goto(QUEUE)
    found = faults(page)
    page.get_by_role("main").get_by_role("link", name=TITLES[0]).click()
    expect(page.get_by_role("heading", name="Wat doe je ermee?")).to_be_visible()
    found += faults(page)
    page.get_by_role("button", name="Neem in behandeling").click()
    expect(page.get_by_text("nu in behandeling")).to_be_visible()

    # A standard reason fills the text, and own words stay.
    page.locator("summary", has_text="Wijs af").click()
    reason = page.get_by_label("Waarom plaatsen we dit niet?")
    page.wait_for_load_state()  # only then does its script listen
    page.get_by_label("Kies een reden").select_option(index=1)
    assert reason.input_value()
    reason.fill("In eigen woorden.")
    page.get_by_label("Kies een reden").select_option(index=2)
    assert reason.input_value() == "In eigen woorden."

    page.locator("summary", has_text="Stel een vraag").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Wat wil je weten?")).to_be_focused()
    page.keyboard.type("Hoe lang duurde dat?")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Vragen en antwoorden")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("Vraag aan de inzender gesteld")
    page.reload()  # the message above the page is Wagtail's, and fades in
    found += faults(page)

    page.goto(QUEUE)
    row = page.get_by_role("row", name=TITLES[1])
    row.get_by_role("checkbox").check()
    page.get_by_role("link", name="Zet de gekozen inzendingen bij de spam").click()
    expect(page.get_by_role("heading", name="Zet je deze inzendingen bij de spam?")).to_be_visible()
    found += faults(page)
    page.get_by_role("button", name="Zet bij de spam").click()
    expect(page.get_by_text("1 inzending gedaan")).to_be_visible()
    page.get_by_role("link", name="Vermoedelijk spam").click()
    expect(page.get_by_role("main").get_by_role("link", name=TITLES[1])).to_be_visible()

    page.goto(f"{QUEUE}rapport/")
    expect(page.get_by_role("row", name="Alles bij elkaar")).to_be_visible()
    assert found + faults(page) == []
