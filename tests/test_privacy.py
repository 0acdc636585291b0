"""What is not public never shows: for every way out of the site, and every way to hide a page.

Each page here has a word that is nowhere else, in all its texts. Before it is hidden every way out
is asked once, so that caches and the index are full of it.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from lessons.models import Evidence, FollowUp, LessonPage
from lessons.statuses import FollowUpStatus
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
from trips.models import OpenQuestion

pytestmark = pytest.mark.django_db

SECRET = "zwaardvis"
WORD = "kreeftensoep"
"""Stands beside the secret, to search for: what a reader typed is repeated on the page."""
TOPICS = {"themes": ("Regie",), "countries": ("Denemarken",), "tags": ("loket",)}

WAYS_OUT = {
    "home": "/",
    "lessons": "/lessen/",
    "lessons, narrowed": "/lessen/?thema=regie",
    "series": "/lessen/lessen-uit-denemarken/",
    "reports": "/reisverslagen/",
    "examples": "/voorbeelden/",
    "agenda": "/agenda/",
    "news": "/nieuws/",
    "theme": "/themas/regie/",
    "country": "/landen/denemarken/",
    "tag": "/tags/loket/",
    "public lesson": "/lessen/openbaar/",
    "public report": "/reisverslagen/openbaar/",
    "public example": "/voorbeelden/openbaar/",
    "calendar": "/agenda/agenda.ics",
    "feed": "/feeds/nieuw.atom",
    "sitemap": "/sitemap.xml",
    "search": "/zoeken/",
    "search, narrowed": "/zoeken/?thema=regie&tag=loket&land=denemarken",
    "search for it": f"/zoeken/?q={WORD}",
    "not found": "/bestaat-niet/",
    "form": "/deel-jouw-inspiratie/",
    "its own address": "/lessen/lessen-uit-denemarken/verborgen/",
    "its number": "",
}


@pytest.fixture
def hidden(
    settings: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[Page]]:
    """One page of each type with the secret, linked to from a public one; all public still."""
    settings.SEARCH_ENGINE_OPTIONS = {"path": tmp_path_factory.mktemp("search")}
    caches["pages"].clear()
    home = make_site()
    secret = {"summary": f"Een {WORD} met {SECRET}.", **TOPICS}
    series = make_series("Lessen uit Denemarken")
    report = make_trip_report(f"Reis {SECRET}", **secret)
    lesson = make_lesson(
        f"Les {SECRET}", series=series, seen_on=(report,), slug="verborgen", **secret
    )
    example = make_example(f"Voorbeeld {SECRET}", lessons=(lesson,), **secret)
    pages = [
        report,
        lesson,
        example,
        make_event(f"Bijeenkomst {SECRET}", **secret),
        make_event(f"Voorbij {SECRET}", start=timezone.now() - timedelta(days=9), **secret),
        make_news(f"Nieuws {SECRET}", **secret),
        make_standard_page(f"Pagina {SECRET}", **secret),
    ]
    _public_pages_that_point_at(report, lesson, example)
    home.featured_series = series
    home.save()
    rebuild()
    yield pages
    caches["pages"].clear()


def _public_pages_that_point_at(report: Page, lesson: LessonPage, example: Page) -> None:
    public = make_lesson("Openbaar", seen_on=(report,), **TOPICS)
    public.follow_ups = [
        FollowUp(organisation=make_organisation(), status=FollowUpStatus.APPLIED, example=example)
    ]
    public.evidence.add(Evidence(source_title="Een bron elders", passage="Ook daar gezien."))
    public.save()
    example.lessons.add(public)
    example.save()
    make_example("Openbaar", lessons=(lesson,), **TOPICS)
    trip = make_trip_report("Openbaar", **TOPICS)
    trip.open_questions = [OpenQuestion(question="En dan?", answered_by=lesson)]
    trip.save()
    lesson.evidence.add(Evidence(report=trip, passage=f"Ook hier een {SECRET}."))
    lesson.save()


def text_at(way: str, number: int) -> str:
    path = WAYS_OUT[way] or f"/id/L-{number}"
    response = Client().get(path, follow=True)
    assert response.status_code in {200, 404, 410}
    return response.content.decode().lower()


def unpublish(page: Page) -> None:
    page.specific.unpublish()


def delete(page: Page) -> None:
    page.specific.delete()


def require_login(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def require_password(page: Page) -> None:
    PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="sesam"
    )


def restrict_what_is_above(page: Page) -> None:
    parent = page.get_parent()
    if parent.depth > HomePage.objects.get().depth:
        require_login(parent)
    else:
        require_login(page)


def test_while_it_is_public_it_shows_everywhere(hidden: list[Page]) -> None:
    """Else the test below would hold for a page that shows nowhere at all."""
    number = hidden[1].number
    assert [way for way in WAYS_OUT if SECRET not in text_at(way, number)] == []


@pytest.mark.parametrize(
    "hide", [unpublish, delete, require_login, require_password, restrict_what_is_above]
)
def test_once_hidden_it_shows_nowhere(
    hidden: list[Page],
    hide: Callable[[Page], None],
    django_capture_on_commit_callbacks: Callable[..., object],
) -> None:
    number = hidden[1].number
    for way in WAYS_OUT:
        text_at(way, number)
    with django_capture_on_commit_callbacks(execute=True):
        for page in hidden:
            hide(Page.objects.get(pk=page.pk))
    assert [way for way in WAYS_OUT if SECRET in text_at(way, number)] == []


def test_once_hidden_it_counts_in_no_wider_question(
    hidden: list[Page], django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    def offered() -> bool:
        page = Client().get("/zoeken/", {"q": f"{WORD} onbestaanbaar"}).content.decode()
        return "Zonder het woord ‘onbestaanbaar’" in page

    assert offered()
    with django_capture_on_commit_callbacks(execute=True):
        for page in hidden:
            require_login(Page.objects.get(pk=page.pk))
    assert not offered()
