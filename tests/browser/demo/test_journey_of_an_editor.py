"""An editor writes a trip report and a lesson from it; a moderator publishes both."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.demo.background import reload_until

REPORT = "Drie dagen aan de balies van Helsingborg"
LESSON = "Laat de wachtrij vertellen waar het knelt"
PASSAGE = "In de hal hing een bord met alle vragen van die ochtend, en hoe lang mensen wachtten."


def test_from_an_empty_form_to_a_lesson_that_search_finds(
    signed_in: Callable[[str], Page], visitor: Callable[..., Page]
) -> None:
    editor = signed_in("redacteur")
    write_report(editor)
    submit(editor)
    write_lesson(editor)
    submit(editor)

    reader = visitor()
    reader.goto(f"/zoeken/?q={LESSON}")
    expect(reader.get_by_role("main").get_by_role("link", name=LESSON)).to_have_count(0)

    moderator = signed_in("moderator")
    for title in (REPORT, LESSON):
        approve(moderator, title)

    reload_until(reader.get_by_role("main").get_by_role("link", name=LESSON))
    reader.get_by_role("main").get_by_role("link", name=LESSON).click()
    evidence = reader.get_by_role("region", name="Waar komt deze les vandaan?")
    expect(evidence).to_contain_text("Onderbouwing: eerste aanwijzing")
    expect(evidence).to_contain_text(PASSAGE)
    evidence.get_by_role("link", name=REPORT).click()
    expect(reader.get_by_role("heading", level=1, name=REPORT)).to_be_visible()
    expect(reader.get_by_role("main")).to_contain_text("Helsingborg, Zweden")


def start(page: Page, below: str, kind: str) -> None:
    page.goto(f"/beheer/pages/search/?q={below}")
    page.get_by_role("main").get_by_role("link", name=below, exact=True).first.click()
    found = re.search(r"/pages/(\d+)/", page.url)
    assert found
    page.goto(f"/beheer/pages/{found[1]}/add_subpage/")
    if page.url.endswith("/add_subpage/"):
        page.get_by_role("main").get_by_role("link", name=kind, exact=True).click()
    page.wait_for_load_state()  # only then do the scripts of the form listen


def write_report(page: Page) -> None:
    start(page, "Reisverslagen", "Reisverslag")
    page.get_by_role("textbox", name="Titel").first.fill(REPORT)
    page.locator("#id_start_date").fill("14-05-2025")
    page.locator("#id_destinations-0-place").fill("Helsingborg")
    choose(page, "#id_destinations-0-country-chooser", "Zweden")


def write_lesson(page: Page) -> None:
    start(page, "Lessen", "Les")
    page.get_by_role("textbox", name="Titel").first.fill(LESSON)
    page.locator("#id_in_one_sentence").fill("Meet waar mensen wachten en begin daar.")
    page.get_by_role("tab", name="Bewijs en opvolging").click()
    page.locator("#id_evidence-ADD").click()
    choose(page, "#id_evidence-0-report-chooser", REPORT)
    page.locator("#id_evidence-0-passage").fill(PASSAGE)


def choose(page: Page, field: str, title: str) -> None:
    page.locator(field).get_by_role("button").first.click()
    chooser = page.get_by_role("dialog")
    chooser.get_by_role("textbox").first.fill(title)
    chooser.get_by_role("link", name=title, exact=True).click()
    expect(page.locator(field)).to_contain_text(title)


def submit(page: Page) -> None:
    page.get_by_role("button", name="Meer acties").click()
    page.get_by_role("button", name="Stuur door naar Redactie").click()
    expect(page.get_by_role("status").first).to_contain_text("ingediend voor controle")


def approve(page: Page, title: str) -> None:
    page.goto("/beheer/")
    page.get_by_role("main").get_by_role("link", name=title).first.click()
    page.wait_for_load_state()  # as in start()
    page.get_by_role("button", name="Meer acties").click()
    page.get_by_role("button", name="Goedkeuren en publiceren").click()
    expect(page.get_by_role("status").first).to_contain_text(title)
