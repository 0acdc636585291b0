"""The public form in a real browser: what looks alike, what is kept, what is asked of who."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import storages
from playwright.sync_api import Page, expect

from meegenomen.submissions.models import Submission
from search.index.rebuild import rebuild
from tests.browser.axe import violations
from tests.factories import make_country, make_example, make_site, make_theme
from tests.submissions.files import picture

pytestmark = pytest.mark.django_db(transaction=True)

FORM = "/deel-jouw-inspiratie/"
TITLE = "Eén balie voor jongeren"
STORY = "Jongeren moesten langs vijf balies. Nu is er één middag in de week."
TOO_FAST = 3_500  # milliseconds; whoever fills in a form faster is taken for a program


@pytest.fixture(autouse=True)
def site(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.SEARCH_ENGINE_OPTIONS = {"path": tmp_path / "search"}
    monkeypatch.setattr(storages["submissions"], "_location", tmp_path / "submissions")
    make_site()
    make_theme("Dienstverlening")
    make_country("Nederland")
    make_example("Balie voor jongeren op school", summary="Eén middag in de week.")
    rebuild()


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "bus.jpg"
    path.write_bytes(picture("JPEG", size=(600, 400)))
    return path


def tell(page: Page) -> None:
    page.get_by_label("Titel").fill(TITLE)
    page.get_by_label("Wat hebben jullie gedaan?", exact=True).fill(STORY)


def fill_in_the_rest(page: Page) -> None:
    page.get_by_label("Wat leverde het op?", exact=True).fill("In één middag klaar.")
    page.get_by_role("radio", name="Pilot").check()
    page.get_by_role("checkbox", name="Dienstverlening").check()
    page.get_by_label("Organisatie", exact=True).fill("Gemeente Kwetterdam")
    page.get_by_label("Soort organisatie").select_option("Gemeente")
    page.get_by_label("Land", exact=True).select_option("Nederland")
    page.get_by_label("Je naam").fill("Noor Willems")
    page.get_by_label("Je e-mailadres").fill("noor@kwetterdam.example")
    page.get_by_role("checkbox", name="De redactie mag mijn voorbeeld bewerken").check()


def go_on(page: Page) -> None:
    page.wait_for_timeout(TOO_FAST)
    page.get_by_role("button", name="Naar controleren").last.click()


def kept(page: Page) -> Any:
    return json.loads(page.evaluate("localStorage.getItem('deel-jouw-inspiratie')") or "null")


def faults(page: Page) -> list[str]:
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found += violations(page)
    return found


def test_what_looks_alike_shows_while_typing_and_can_be_added_to(page: Page) -> None:
    page.goto(FORM)
    tell(page)
    alike = page.get_by_role("region", name="Lijkt dit op wat er al staat?")
    expect(alike.get_by_role("link", name="Balie voor jongeren op school")).to_be_visible()
    expect(page.locator("[data-lookalikes-said]")).to_contain_text("1 pagina op de site")
    found = faults(page)

    button = alike.get_by_role("button", name=re.compile("Vul dit voorbeeld aan.*op school"))
    button.focus()
    page.keyboard.press("Enter")
    chosen = page.locator("[data-adds-to]")
    expect(chosen).to_contain_text("Balie voor jongeren op school")
    expect(chosen.locator("p")).to_be_focused()
    expect(alike).to_be_hidden()
    found += faults(page)
    chosen.get_by_role("button", name="Maak er toch een nieuw voorbeeld van").click()
    expect(chosen).to_be_hidden()
    expect(alike).to_be_visible()
    button.click()

    fill_in_the_rest(page)
    go_on(page)
    expect(page.get_by_role("heading", name="Klopt het zo?")).to_be_visible()
    expect(page.get_by_text("Je vult een voorbeeld aan dat er al staat:")).to_be_visible()
    found += faults(page)
    page.get_by_role("button", name="Verstuur").click()
    expect(page.get_by_role("heading", name="je voorbeeld is binnen")).to_be_visible()
    sent = Submission.objects.get()
    assert sent.adds_to
    assert sent.adds_to.title == "Balie voor jongeren op school"
    assert kept(page) is None
    assert found == []


def test_without_scripts_the_check_page_offers_the_same(visitor: Callable[..., Page]) -> None:
    page = visitor(java_script_enabled=False)
    page.goto(FORM)
    expect(page.get_by_role("button", name="Wis wat op dit apparaat")).to_be_hidden()
    expect(page.get_by_label("Hoe groot is je organisatie?")).to_be_visible()
    tell(page)
    fill_in_the_rest(page)
    go_on(page)

    page.get_by_role("button", name="Vul dit voorbeeld aan").click()
    expect(page.get_by_text("Je vult een voorbeeld aan dat er al staat:")).to_be_visible()
    page.get_by_role("button", name="Maak er toch een nieuw voorbeeld van").click()
    expect(page.get_by_role("button", name="Vul dit voorbeeld aan")).to_be_visible()
    page.get_by_role("button", name="Vul dit voorbeeld aan").click()
    page.get_by_role("button", name="Verstuur").click()
    expect(page.get_by_role("heading", name="bevestig je inzending")).to_be_visible()
    assert Submission.objects.get().adds_to


def test_what_was_typed_survives_a_lost_connection_and_a_closed_page(page: Page) -> None:
    page.goto(FORM)
    tell(page)
    fill_in_the_rest(page)
    page.context.set_offline(True)
    go_on(page)
    notice = page.get_by_role("alert").filter(has_text="Je hebt nu geen internetverbinding")
    expect(notice).to_be_in_viewport()
    expect(page.get_by_label("Titel")).to_have_value(TITLE)
    found = faults(page)
    page.context.set_offline(False)
    expect(page.get_by_role("alert").filter(has_text="weer verbinding")).to_be_visible()

    again = page.context.new_page()
    page.close()
    again.goto(FORM)
    expect(again.get_by_text("We hebben teruggezet")).to_be_visible()
    expect(again.get_by_label("Titel")).to_have_value(TITLE)
    expect(again.get_by_role("radio", name="Pilot")).to_be_checked()
    expect(again.get_by_label("Land", exact=True)).to_have_value("Nederland")
    for private in ("Je naam", "Je e-mailadres"):
        expect(again.get_by_label(private)).to_have_value("")
    expect(again.get_by_role("checkbox", name="De redactie mag")).not_to_be_checked()
    assert "noor" not in json.dumps(kept(again)).lower()
    found += faults(again)

    again.get_by_role("button", name="Wis wat op dit apparaat is bewaard").click()
    expect(again.get_by_text("Gewist.")).to_be_visible()
    assert kept(again) is None
    again.get_by_label("Titel").fill("Iets nieuws")
    again.wait_for_timeout(800)
    assert kept(again) is None
    again.goto(FORM)
    expect(again.get_by_label("Titel")).to_have_value("")
    assert found == []


def test_who_begins_anew_gets_an_empty_form(page: Page) -> None:
    page.goto(FORM)
    tell(page)
    page.wait_for_timeout(800)
    page.goto(FORM)
    page.get_by_role("button", name="Begin met een leeg formulier").click()

    expect(page.get_by_label("Titel")).to_have_value("")
    expect(page.get_by_label("Titel")).to_be_focused()
    assert kept(page) is None


def test_what_is_kept_goes_after_its_term(page: Page) -> None:
    page.goto(FORM)
    tell(page)
    page.wait_for_function(
        "story => (localStorage.getItem('deel-jouw-inspiratie') || '').includes(story)",
        arg=STORY[:20],
    )
    page.evaluate(
        """() => {
            const kept = JSON.parse(localStorage.getItem("deel-jouw-inspiratie"));
            kept.at -= 8 * 24 * 60 * 60 * 1000;
            addEventListener("pagehide", () =>
                localStorage.setItem("deel-jouw-inspiratie", JSON.stringify(kept)));
        }"""
    )
    page.goto(FORM)

    expect(page.get_by_label("Titel")).to_have_value("")
    assert kept(page) is None


def test_without_storage_nothing_is_promised(visitor: Callable[..., Page]) -> None:
    page = visitor()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('off'); }})"
    )
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(FORM)
    tell(page)

    expect(page.get_by_role("button", name="Wis wat op dit apparaat")).to_be_hidden()
    expect(page.get_by_role("region", name="Lijkt dit op wat er al staat?")).to_be_visible()
    assert said == []


def test_a_photo_is_seen_before_and_after_it_is_sent(page: Page, photo: Path) -> None:
    wrong, large = photo.with_name("macro.docm"), photo.with_name("groot.pdf")
    wrong.write_bytes(b"x")
    large.write_bytes(b"%PDF-" + b"x" * 11_000_000)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(FORM)
    tell(page)
    page.get_by_label("Foto’s of documenten").set_input_files([photo, wrong, large])

    chosen = page.get_by_role("listitem").filter(has_text="bus.jpg")
    assert chosen.locator("img").evaluate("image => image.decode().then(() => image.naturalWidth)")
    refused = page.get_by_role("listitem")
    expect(refused.filter(has_text="macro.docm: dit soort bestand nemen we niet")).to_be_visible()
    expect(refused.filter(has_text="groot.pdf: dit bestand is groter dan 10 MB")).to_be_visible()
    page.get_by_label("Wat is er op de foto te zien?").fill("Een lege bus")
    found = faults(page)
    page.get_by_label("Foto’s of documenten").set_input_files([photo.with_name("macro.docm")])
    expect(page.get_by_label("Wat is er op de foto te zien?")).to_have_value("Een lege bus")

    go_on(page)
    expect(page.get_by_role("heading", name="Er kloppen nog")).to_be_visible()
    waiting = page.get_by_role("listitem").filter(has_text="bus.jpg")
    assert waiting.locator("img").evaluate("image => image.decode().then(() => image.naturalWidth)")
    expect(page.get_by_label("Wat is er op de foto te zien?")).to_have_value("Een lege bus")
    found += faults(page)
    fill_in_the_rest(page)
    page.get_by_role("checkbox", name="Wie herkenbaar op een foto staat").check()
    page.get_by_role("button", name="Naar controleren").last.click()
    expect(page.get_by_role("img", name="Een lege bus")).to_be_visible()
    assert [line for line in said if "Content Security Policy" in line] == []
    assert found == []


def test_a_chosen_file_can_be_left_out_again(page: Page, photo: Path) -> None:
    second = photo.with_name("tweede.jpg")
    second.write_bytes(picture("JPEG", size=(300, 200)))
    page.goto(FORM)
    page.get_by_label("Foto’s of documenten").set_input_files([photo])
    page.get_by_label("Foto’s of documenten").set_input_files([second])
    page.get_by_label("Wat is er op de foto te zien? (tweede.jpg)").fill("De tweede")
    page.get_by_role("button", name="Verwijder bus.jpg").click()

    expect(page.get_by_label("Foto’s of documenten")).to_be_focused()
    field = page.get_by_label("Wat is er op de foto te zien?")
    expect(field).to_have_value("De tweede")
    expect(field).to_have_attribute("name", "alt1")
    names = page.locator("#bestanden").evaluate("field => [...field.files].map(({name}) => name)")
    assert names == ["tweede.jpg"]


def test_the_size_of_an_organisation_is_asked_of_who_is_not_named(page: Page) -> None:
    page.goto(FORM)
    size = page.get_by_label("Hoe groot is je organisatie?")
    named = page.get_by_role("checkbox", name="Zet mijn naam en organisatie bij het voorbeeld.")
    expect(size).to_be_visible()
    named.check()
    expect(size).to_be_hidden()
    named.uncheck()
    size.select_option("klein")
    tell(page)
    page.get_by_label("Wat hebben jullie gedaan?", exact=True).fill("In Kwetterdam rijdt een bus.")
    fill_in_the_rest(page)
    go_on(page)

    expect(page.get_by_text("In je tekst staat nog: Kwetterdam.")).to_be_visible()
    expect(page.get_by_text("Gemeente (tot 50.000 inwoners)")).to_be_visible()
    assert faults(page) == []


def test_criteria_examples_and_terms_are_on_the_form(page: Page) -> None:
    page.goto(FORM)

    expect(page.get_by_role("region", name="Waar letten we op?")).to_be_visible()
    page.get_by_text("Bekijk een voorbeeld van een antwoord: Wat leverde het op?").click()
    expect(page.get_by_text("Het werkte niet: na drie maanden stopten we")).to_be_visible()
    expect(page.get_by_text("dan wissen we na 12 maanden")).to_be_visible()
    assert faults(page) == []
