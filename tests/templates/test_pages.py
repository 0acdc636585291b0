"""Every type of page, as a reader gets it."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories import (
    make_country,
    make_event,
    make_example,
    make_lesson,
    make_news,
    make_organisation,
    make_series,
    make_standard_page,
    make_theme,
    make_trip_report,
)

pytestmark = pytest.mark.django_db
MOST_QUERIES = 15
BODY = [
    ("heading", {"text": "Wat viel op?"}),
    ("paragraph", "<p>Ze begonnen <b>klein</b>.</p>"),
    ("quote", {"text": "Begin gewoon.", "speaker": "Een deelnemer", "role": "directeur"}),
    ("steps", ["Bel een collega.", "Kies één vraag."]),
    ("callout", {"title": "Let op", "text": "<p>Verplichten ligt gevoelig.</p>"}),
    (
        "figure",
        {
            "value": "94%",
            "unit": "van de Denen",
            "label": "leest digitale post",
            "date": "voorjaar 2024",
            "source_title": "Common Ground",
            "source_url": "https://example.org/bron",
        },
    ),
]


def make_everything():
    report = make_trip_report(body=BODY)
    series = make_series(introduction=BODY)
    lesson = make_lesson(
        series=series, seen_on=(report,), applied_by=(make_organisation(),), body=BODY
    )
    return {
        "report": report,
        "series": series,
        "lesson": lesson,
        "example": make_example(lessons=(lesson,), body=BODY),
        "event": make_event(body=BODY),
        "news": make_news(body=BODY),
        "standard": make_standard_page(body=BODY),
        "theme": make_theme().page,
        "country": make_country("Denemarken").page,
    }


INDEX_PATHS = [
    "/",
    "/lessen/",
    "/reisverslagen/",
    "/voorbeelden/",
    "/agenda/",
    "/nieuws/",
    "/themas/",
    "/landen/",
]
KINDS_OF_PAGE = [
    "report",
    "series",
    "lesson",
    "example",
    "event",
    "news",
    "standard",
    "theme",
    "country",
]


@pytest.fixture
def everything(site_tree):
    return make_everything()


def read(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("kind", KINDS_OF_PAGE)
def test_a_page_has_one_title_a_way_up_and_nothing_scripted(client, everything, kind):
    page = everything[kind]

    html = read(client, page.path_on_site)

    assert html.count("<h1") == 1
    assert f"<title>{page.title} - Meegenomen</title>" in html
    assert 'aria-label="Kruimelpad"' in html
    assert " style=" not in html
    assert "{{" not in html


@pytest.mark.parametrize("path", INDEX_PATHS)
def test_an_index_page_shows_with_and_without_content(client, site_tree, path):
    assert read(client, path).count("<h1") == 1

    make_everything()

    assert read(client, path).count("<h1") == 1


@pytest.mark.parametrize("kind", KINDS_OF_PAGE)
def test_a_page_costs_few_queries(client, everything, kind):
    # A parameter that nothing knows goes past the page cache.
    path = f"{everything[kind].path_on_site}?langs=cache"
    client.get(path)

    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200

    assert len(queries) <= MOST_QUERIES, "\n".join(query["sql"][:200] for query in queries)


def test_a_lesson_shows_its_evidence_and_what_was_done_with_it(client, everything):
    html = read(client, everything["lesson"].path_on_site)

    assert "Les 1 van 1" in html
    assert everything["report"].path_on_site in html
    assert everything["example"].path_on_site in html
    assert make_organisation().name in html
    assert f"/id/{everything['lesson'].public_number}" in html


def test_a_lesson_says_nothing_of_a_report_that_is_not_public(client, everything):
    everything["report"].unpublish()

    html = read(client, everything["lesson"].path_on_site)

    assert everything["report"].title not in html


def test_a_report_leads_to_the_lessons_drawn_from_it(client, everything):
    html = read(client, everything["report"].path_on_site)

    assert everything["lesson"].path_on_site in html


def test_headings_in_a_text_can_be_linked_to(client, everything):
    html = read(client, everything["lesson"].path_on_site)

    assert 'id="kop-wat-viel-op"' in html
    assert 'href="#kop-wat-viel-op"' in html


def test_a_past_event_offers_no_sign_up(client, site_tree):
    event = make_event(
        start=timezone.now() - timedelta(days=3), sign_up_url="https://example.org/aanmelden"
    )

    html = read(client, event.path_on_site)

    assert "example.org/aanmelden" not in html
    assert "is geweest" in html


def test_an_invented_event_says_so(client, site_tree):
    assert "verzonnen voorbeeld" in read(client, make_event(is_example=True).path_on_site)


def test_only_what_is_in_the_menu_and_public_is_in_the_header(client, site_tree):
    site_tree.get_children().filter(slug="lessen").update(show_in_menus=True)
    site_tree.get_children().filter(slug="nieuws").update(show_in_menus=True, live=False)

    header = re.search(r"<header.*?</header>", read(client, "/agenda/"), re.DOTALL).group()

    assert 'href="/lessen/"' in header
    assert "/nieuws/" not in header
    assert "/agenda/" not in header


def test_a_page_that_is_not_there_helps_on(client, site_tree):
    response = client.get("/bestaat-niet/")

    assert response.status_code == 404
    assert 'action="/zoeken/"' in response.content.decode()
