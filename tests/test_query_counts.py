"""Pages cost a bounded number of queries, and lists the same number however long they are.

Counted for a page that is not kept, in a process that has served a page before.
"""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from lessons.models import LessonPage, LessonSeriesPage
from meegenomen.core.listing import PAGE_SIZE
from meegenomen.home.models import HomePage
from search.index.rebuild import rebuild
from tests.factories import (
    make_event,
    make_example,
    make_lesson,
    make_news,
    make_organisation,
    make_series,
    make_site,
    make_standard_page,
    make_trip_report,
)

pytestmark = pytest.mark.django_db

AT_MOST = 15
TOPICS = {"themes": ("Regie",), "countries": ("Denemarken",), "tags": ("loket", "balie")}


def queries_for(path: str) -> int:
    client = Client()
    assert client.get(path).status_code == 200
    caches["pages"].clear()
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return len(queries)


@pytest.fixture(autouse=True)
def index(settings: pytest.FixtureRequest, tmp_path: object) -> Iterator[None]:
    settings.SEARCH_ENGINE_OPTIONS = {"path": tmp_path / "search"}
    make_site()
    yield
    caches["pages"].clear()


def fill(count: int) -> None:
    """`count` more pages of every type, tied to each other as editors would."""
    series = LessonSeriesPage.objects.first() or make_series()
    there = LessonPage.objects.count()
    organisation = make_organisation()
    for number in range(there, there + count):
        report = make_trip_report(
            f"Reis {number}", destinations=(("Aarhus", "Denemarken"), ("Malmö", "Zweden")), **TOPICS
        )
        lesson = make_lesson(
            f"Les {number}",
            series=series,
            seen_on=(report,),
            applied_by=(organisation,),
            **TOPICS,
        )
        make_example(f"Voorbeeld {number}", lessons=(lesson,), organisation=organisation, **TOPICS)
        make_news(f"Nieuws {number}", **TOPICS)
        make_event(f"Komt {number}", **TOPICS)
        make_event(f"Was {number}", start=timezone.now() - timedelta(days=9), **TOPICS)
    home = HomePage.objects.get()
    home.featured_series = series
    home.save()


LISTS = (
    "/",
    "/lessen/",
    "/lessen/lessen-uit-denemarken/",
    "/reisverslagen/",
    "/voorbeelden/",
    "/agenda/",
    "/nieuws/",
    "/themas/",
    "/themas/regie/",
    "/landen/denemarken/",
    "/tags/loket/",
    "/feeds/nieuw.atom",
    "/sitemap.xml",
    "/zoeken/?q=les&thema=regie",
)
PAGES = (
    "/agenda/komt-0/",
    "/nieuws/nieuws-0/",
    "/voorbeelden/voorbeeld-0/",
    "/over-deze-site/",
)
# A report has eight lists of its own, and a lesson six; each is a table that must be asked.
LARGE_PAGES = {"/lessen/lessen-uit-denemarken/les-0/": 17, "/reisverslagen/reis-0/": 19}


def test_every_list_stays_within_its_queries_however_many_pages_there_are() -> None:
    fill(2)
    rebuild()
    few = {path: queries_for(path) for path in LISTS}
    fill(PAGE_SIZE + 2)
    rebuild()
    many = {path: queries_for(path) for path in LISTS}
    # Fewer is fine: the newest thirty may be of fewer types.
    assert {path: (few[path], many[path]) for path in LISTS if many[path] > few[path]} == {}
    assert {path: count for path, count in many.items() if count > AT_MOST} == {}


def test_every_page_stays_within_its_queries() -> None:
    fill(3)
    make_standard_page("Over deze site")
    rebuild()
    counts = {path: queries_for(path) for path in (*PAGES, *LARGE_PAGES)}
    assert {p: n for p, n in counts.items() if n > LARGE_PAGES.get(p, AT_MOST)} == {}


def test_a_restricted_section_costs_no_query_for_each_list() -> None:
    fill(2)
    rebuild()
    before = queries_for("/")
    PageViewRestriction.objects.create(
        page=Page.objects.get(slug="nieuws-0"), restriction_type=PageViewRestriction.LOGIN
    )
    # Wagtail then looks for restrictions on the page and on those above it.
    assert queries_for("/") <= before + 2
