"""A visitor shares an example; a moderator publishes it; anybody finds it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.demo.background import reload_until
from tests.browser.demo.conftest import Demo
from tests.browser.demo.hands import Hands, Keyboard, Mouse
from tests.submissions.files import picture

ANSWERS = {
    "Wat hebben jullie gedaan?": "Jongeren moesten langs vijf balies. Nu komen wij naar de school.",
    "Wat leverde het op?": "In één middag is alles geregeld.",
    "Je naam": "Noor Willems",
    "Je functie": "Adviseur",
}
TOO_FAST = 3_500  # milliseconds; whoever fills in a form faster is taken for a program
ADDRESS = "noor@voorbeeldstad.example"
ALT = "Een bus met een open deur op een schoolplein"


@pytest.mark.parametrize(
    ("hands_of", "scripts", "title"),
    [
        pytest.param(Mouse, True, "De schoolbus met een loket", id="mouse"),
        pytest.param(
            Keyboard, False, "De balie op het marktplein", id="keyboard-without-javascript"
        ),
    ],
)
def test_from_a_form_to_a_page_that_search_finds(
    visitor: Callable[..., Page],
    signed_in: Callable[[str], Page],
    demo: Demo,
    tmp_path: Path,
    hands_of: Callable[[Page], Hands],
    scripts: bool,
    title: str,
) -> None:
    photo = tmp_path / "bus.jpg"
    photo.write_bytes(picture("JPEG", size=(1200, 800)))
    page = visitor(java_script_enabled=scripts)
    hands = hands_of(page)

    page.goto("/")
    hands.press(page.get_by_role("banner").get_by_role("link", name="Deel jouw inspiratie"))
    # Without scripts there is no proof of work, so a mail address takes its place.
    fill_in(page, hands, title, photo, email="" if scripts else ADDRESS)
    if not scripts:
        # Only now does the server know that there is a photo to describe.
        expect(page.get_by_role("heading", name="Er klopt nog 1 ding niet")).to_be_visible()
        hands.press(page.get_by_role("link", name="Beschrijf wat er te zien is op bus.jpg"))
        expect(page.get_by_label("Wat is er op de foto te zien?")).to_be_focused()
        page.keyboard.type(ALT)
        hands.press(page.get_by_role("button", name="Naar controleren").last)

    expect(page.get_by_role("heading", level=1, name="Klopt het zo?")).to_be_visible()
    expect(page.get_by_role("img", name=ALT)).to_be_visible()
    hands.press(page.get_by_role("button", name="Verstuur"))
    if not scripts:
        expect(page.get_by_role("heading", level=1, name="Nog één stap")).to_be_visible()
        page.goto(demo.confirmation_sent_to(ADDRESS))
        hands.press(page.get_by_role("button", name="Bevestig mijn inzending"))
    expect(page.get_by_role("heading", level=1, name="je voorbeeld is binnen")).to_be_visible()
    hands.press(page.get_by_role("region", name="Dit is je volglink").get_by_role("link"))
    expect(page.locator("[aria-current=step]")).to_contain_text("Ontvangen")

    publish(signed_in("moderator"), title, between=lambda: still_judging(page))

    page.reload()
    expect(page.locator("[aria-current=step]")).to_contain_text("Gepubliceerd")
    hands.press(page.get_by_role("main").get_by_role("link", name=title))
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
    expect(page.get_by_role("img", name=ALT).first).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("Gemeente Voorbeeldstad")

    search = page.get_by_role("search")
    hands.write(search.locator("[name=q]"), title)
    hands.press(search.get_by_role("button", name="Zoek"))
    # A key does not wait for where it leads, and to reload before that would cut it off.
    expect(page).to_have_url(re.compile(r"/zoeken/\?"))
    reload_until(page.get_by_role("main").get_by_role("link", name=title))
    assert page.context.cookies() == []


def fill_in(page: Page, hands: Hands, title: str, photo: Path, *, email: str) -> None:
    """From the top of the form to the bottom, as the Tab key goes."""
    hands.write(page.get_by_label("Titel"), title)
    for label in ("Wat hebben jullie gedaan?", "Wat leverde het op?"):
        # The same text twice is taken for spam.
        hands.write(page.get_by_label(label), f"{title}. {ANSWERS[label]}")
    hands.tick(page.get_by_role("radio", name="Pilot"))
    hands.tick(page.get_by_role("checkbox", name="Dienstverlening"))
    hands.write(page.get_by_label("Organisatie", exact=True), "Gemeente Voorbeeldstad")
    hands.pick(page.get_by_label("Soort organisatie"), "Gemeente")
    hands.pick(page.get_by_label("Land"), "Nederland")
    hands.attach(page.get_by_label("Foto’s of documenten"), photo)
    if page.get_by_label("Wat is er op de foto te zien?").count():
        hands.write(page.get_by_label("Wat is er op de foto te zien?"), ALT)
    for label in ("Je naam", "Je functie"):
        hands.write(page.get_by_label(label), ANSWERS[label])
    if email:
        hands.write(page.get_by_label("Je e-mailadres"), email)
    hands.tick(page.get_by_role("checkbox", name="De redactie mag mijn voorbeeld bewerken"))
    hands.tick(page.get_by_role("checkbox", name="Wie herkenbaar op een foto staat"))
    hands.tick(page.get_by_role("checkbox", name="Zet mijn naam en organisatie"))
    page.wait_for_timeout(TOO_FAST)
    hands.press(page.get_by_role("button", name="Naar controleren").last)


def publish(page: Page, title: str, *, between: Callable[[], None]) -> None:
    page.get_by_role("link", name=title).first.click()
    expect(page.get_by_role("main")).to_contain_text(ALT)
    page.get_by_role("button", name="Maak een concept").click()
    expect(page.get_by_text("Er is nog niets openbaar.")).to_be_visible()
    between()
    page.get_by_role("button", name="Meer acties").click()
    page.get_by_role("button", name="Publiceren", exact=True).click()
    # A moderator need not wait for the workflow; the admin asks whether that is meant.
    page.get_by_role("dialog").get_by_role("button", name="Publiceren", exact=True).click()
    expect(page.get_by_text("gepubliceerd").first).to_be_visible()


def still_judging(page: Page) -> None:
    page.reload()
    expect(page.locator("[aria-current=step]")).to_contain_text("In behandeling")
