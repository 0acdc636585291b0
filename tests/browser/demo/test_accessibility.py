"""Every public page and state: axe, no sideways scrolling, no cookie, no third party, no error."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import WIDTHS, faults
from tests.browser.demo.conftest import Demo
from tests.submissions.files import picture

LESSON = "/lessen/denemarken/een-loket-voor-de-hele-overheid/"

PAGES = {
    "home": "/",
    "lessons": "/lessen/",
    "lessons filtered": "/lessen/?thema=dienstverlening",
    "lessons none": "/lessen/?thema=dienstverlening&land=zweden&jaar=1999",
    "series": "/lessen/denemarken/",
    "lesson": LESSON,
    "reports": "/reisverslagen/",
    "report": "/reisverslagen/staat-van-de-uitvoering-kopenhagen-2024/",
    "examples": "/voorbeelden/",
    "example": "/voorbeelden/borger-dk/",
    "agenda": "/agenda/",
    "event": "/agenda/regiobijeenkomst-utrecht/",
    "all news": "/nieuws/",
    "news": "/nieuws/dimpact-over-kopenhagen/",
    "themes": "/themas/",
    "theme": "/themas/dienstverlening/",
    "countries": "/landen/",
    "country": "/landen/denemarken/",
    "about": "/over/",
    "accessibility": "/toegankelijkheid/",
    "tag": "/tags/een-loket/",
    "search": "/zoeken/",
    "search results": "/zoeken/?q=loket",
    "search promoted": "/zoeken/?q=Een+loket",
    "search within a facet": "/zoeken/?zoek_tag=lo",
    "search misspelt": "/zoeken/?q=lokket",
    "search filtered": "/zoeken/?q=loket&type=les&thema=dienstverlening&van=2018",
    "search nothing": "/zoeken/?q=qwzx",
    "search bad input": "/zoeken/?q=loket&van=nooit&thema=onbekend",
    "form": "/deel-jouw-inspiratie/",
    "form for what is wanted": "/deel-jouw-inspiratie/?gezocht=1",
}


@pytest.fixture
def page(visitor: Callable[..., Page], demo: Demo) -> Iterator[Page]:
    """Whatever the test does with it, afterwards nothing went elsewhere and nothing was said."""
    # Without motion: a colour on its way to another one is no colour to judge.
    page = visitor(reduced_motion="reduce", viewport={"width": WIDTHS[0], "height": 900})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    yield page
    # Chromium itself mentions an answer that is an error by its status.
    assert [line for line in said if "the server responded with a status of 4" not in line] == []
    assert hosts - {""} == {urlsplit(demo.address).netloc}
    assert page.context.cookies() == []


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_page_is_accessible(page: Page, path: str) -> None:
    answer = page.goto(path)
    assert answer
    assert answer.status == 200
    assert faults(page) == []


def test_a_page_that_is_not_there_is_accessible(page: Page) -> None:
    answer = page.goto("/lessen/die-er-niet-is/")
    assert answer
    assert answer.status == 404
    assert faults(page) == []


def test_a_lesson_that_is_gone_is_accessible(page: Page, signed_in: Callable[[str], Page]) -> None:
    admin = signed_in("beheerder")
    admin.goto("/beheer/pages/search/?q=Begin klein, met")
    admin.get_by_role("main").get_by_role("link", name="Begin klein, met").first.click()
    number = admin.url.strip("/").split("/")[-2]
    admin.goto(f"/beheer/pages/{number}/delete/")
    admin.get_by_role("button", name="verwijder").click()

    answer = page.goto("/id/L-8")
    assert answer
    assert answer.status == 410
    assert faults(page) == []


def test_each_step_of_the_form_is_accessible(page: Page) -> None:
    page.goto("/deel-jouw-inspiratie/")
    page.wait_for_timeout(3_500)  # whoever is faster than people is taken for a program
    page.get_by_role("button", name="Naar controleren").last.click()
    expect(page.get_by_role("heading", name="Er kloppen nog")).to_be_visible()
    found = faults(page)

    fill_in(page)
    page.get_by_role("button", name="Naar controleren").last.click()
    expect(page.get_by_role("heading", name="Klopt het zo?")).to_be_visible()
    found += faults(page)

    page.get_by_role("button", name="Verstuur").click()
    expect(page.get_by_role("heading", level=1, name="je voorbeeld is binnen")).to_be_visible()
    found += faults(page)

    page.get_by_role("region", name="Dit is je volglink").get_by_role("link").click()
    expect(page.locator("[aria-current=step]")).to_contain_text("Ontvangen")
    found += faults(page)

    page.get_by_role("button", name="Trek mijn voorbeeld in").click()
    expect(page.get_by_role("alert")).to_be_visible()
    found += faults(page)
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Trek mijn voorbeeld in").click()
    expect(page.locator("[aria-current=step]")).to_contain_text("Ingetrokken")
    assert found + faults(page) == []


def test_the_pages_that_ask_for_confirmation_are_accessible(page: Page, demo: Demo) -> None:
    # What a browser without scripts lacks, with the scripts that axe needs.
    nothing = {"content_type": "text/javascript", "body": ""}
    page.route("**/static/js/proof*.js", lambda route: route.fulfill(**nothing))
    page.goto("/deel-jouw-inspiratie/")
    fill_in(page)
    page.get_by_label("Wat hebben jullie gedaan?").fill("Iets wat nog niemand instuurde.")
    page.get_by_label("Je e-mailadres").fill("bus@voorbeeldstad.example")
    page.wait_for_timeout(3_500)
    page.get_by_role("button", name="Naar controleren").last.click()
    page.get_by_role("button", name="Verstuur").click()
    expect(page.get_by_role("heading", level=1, name="Nog één stap")).to_be_visible()
    found = faults(page)

    page.get_by_role("region", name="Dit is je volglink").get_by_role("link").click()
    expect(page.locator("[aria-current=step]")).to_contain_text("Wacht op bevestiging")
    found += faults(page)

    page.goto(demo.confirmation_sent_to("bus@voorbeeldstad.example"))
    expect(page.get_by_role("button", name="Bevestig mijn inzending")).to_be_visible()
    assert found + faults(page) == []


def fill_in(page: Page) -> None:
    for label in ("Titel", "Wat hebben jullie gedaan?", "Wat leverde het op?", "Je naam"):
        page.get_by_label(label).fill("Een balie in de bus")
    page.get_by_label("Organisatie", exact=True).fill("Gemeente Voorbeeldstad")
    page.get_by_role("radio", name="Pilot").check()
    page.get_by_role("checkbox", name="Dienstverlening").check()
    page.get_by_label("Soort organisatie").select_option("Gemeente")
    page.get_by_label("Land").select_option("Nederland")
    page.get_by_role("checkbox", name="De redactie mag mijn voorbeeld bewerken").check()


def test_what_the_form_shows_meanwhile_is_accessible(page: Page, tmp_path: Path) -> None:
    photo, wrong = tmp_path / "bus.jpg", tmp_path / "macro.docm"
    photo.write_bytes(picture("JPEG"))
    wrong.write_bytes(b"x")
    page.goto("/deel-jouw-inspiratie/")
    page.get_by_label("Titel").fill("Eén digitaal loket voor de hele overheid")
    page.get_by_text("Bekijk een voorbeeld van een antwoord: Wat leverde het op?").click()
    page.get_by_label("Foto’s of documenten").set_input_files([photo, wrong])
    alike = page.get_by_role("region", name="Lijkt dit op wat er al staat?")
    expect(alike).to_be_visible()
    refused = page.get_by_role("listitem").filter(has_text="macro.docm: dit soort bestand")
    expect(refused).to_be_visible()
    found = faults(page)

    alike.get_by_role("button").first.click()
    expect(page.get_by_text("Je vult een voorbeeld aan dat er al staat:")).to_be_visible()
    page.context.set_offline(True)
    page.get_by_role("button", name="Naar controleren").last.click()
    expect(page.get_by_text("Je hebt nu geen internetverbinding.")).to_be_visible()
    found += faults(page)
    page.context.set_offline(False)

    page.goto("/deel-jouw-inspiratie/")
    expect(page.get_by_text("We hebben teruggezet")).to_be_visible()
    page.get_by_role("button", name="Wis wat op dit apparaat is bewaard").click()
    expect(page.get_by_text("Gewist.")).to_be_visible()
    assert found + faults(page) == []


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/", "Vers van de reis"),
        (LESSON, "Waar komt deze les vandaan?"),
        ("/reisverslagen/", "Twee dagen bij de Deense digitale overheid"),
        ("/zoeken/?q=loket", "Eén loket voor de hele overheid"),
        ("/agenda/", "Regiobijeenkomst"),
    ],
)
def test_without_javascript_a_page_shows_all_it_has(
    visitor: Callable[..., Page], path: str, shown: str
) -> None:
    page = visitor(java_script_enabled=False)
    page.goto(path)
    expect(page.get_by_role("main").get_by_text(shown).first).to_be_visible()
    plain = page.get_by_role("main").inner_text()
    helped = visitor()
    helped.goto(path)
    # A script may add a button, but takes nothing away.
    assert set(plain.split()) <= set(helped.get_by_role("main").inner_text().split())
