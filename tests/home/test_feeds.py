from datetime import UTC, datetime, timedelta
from xml.etree.ElementTree import Element

import pytest
from defusedxml import ElementTree
from django.test import Client

from tests.factories import make_lesson, make_news, make_standard_page

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
FEED = "/feeds/nieuw.atom"


def feed(client: Client) -> Element:
    response = client.get(FEED)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)


def titles(client: Client) -> list[str | None]:
    return [entry.findtext(f"{ATOM}title") for entry in feed(client).iter(f"{ATOM}entry")]


def test_the_newest_page_comes_first(client: Client) -> None:
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    make_news("Oud", first_published_at=long_ago)
    make_lesson("Nieuw", first_published_at=long_ago + timedelta(days=1))
    assert titles(client) == ["Nieuw", "Oud"]


def test_thirty_pages_are_enough(client: Client) -> None:
    for number in range(31):
        make_news(f"Bericht {number}")
    assert len(titles(client)) == 30


def test_pages_about_the_site_itself_are_no_news(client: Client) -> None:
    make_standard_page("Over deze site")
    assert titles(client) == []


def test_an_entry_says_all_that_a_reader_program_needs(client: Client) -> None:
    published = datetime(2024, 4, 11, 12, tzinfo=UTC)
    page = make_news(
        "Een <b> & meer",
        summary="Kort gezegd.",
        first_published_at=published,
        last_published_at=published + timedelta(days=2),
    )
    document = feed(client)
    entry = document.find(f"{ATOM}entry")
    assert entry is not None
    assert document.get("{http://www.w3.org/XML/1998/namespace}lang") == "nl"
    assert entry.findtext(f"{ATOM}id") == f"urn:uuid:{page.translation_key}"
    assert entry.findtext(f"{ATOM}title") == "Een <b> & meer"
    assert entry.findtext(f"{ATOM}summary") == "Kort gezegd."
    assert entry.findtext(f"{ATOM}published", "").startswith("2024-04-11")
    assert entry.findtext(f"{ATOM}updated", "").startswith("2024-04-13")
    link = entry.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == f"http://testserver{page.path_on_site}"
    own = document.find(f"{ATOM}link[@rel='self']")
    assert own is not None
    assert own.get("href") == f"http://testserver{FEED}"


def test_an_entry_keeps_its_id_when_the_page_gets_another_address(client: Client) -> None:
    page = make_news()
    before = feed(client).findtext(f"{ATOM}entry/{ATOM}id")
    page.slug = "verhuisd"
    page.save()
    assert feed(client).findtext(f"{ATOM}entry/{ATOM}id") == before


def test_an_empty_site_has_an_empty_feed(client: Client) -> None:
    assert titles(client) == []
