"""What a page has besides its plain fields: its text, its terms, and what it points to."""

from collections.abc import Callable
from typing import Any

from wagtail.models import Page

from lessons.models import (
    Evidence,
    FirstStep,
    FollowUp,
    LessonPage,
    LessonSeriesPage,
    PracticeExamplePage,
)
from lessons.statuses import Verdict
from meegenomen.home.demo.library import Library
from meegenomen.home.models import NewsPage
from meegenomen.home.prepared.files import Table, one_line
from trips.models import (
    Author,
    Destination,
    EventPage,
    OpenQuestion,
    Traveller,
    TripReportPage,
    Visit,
)


def fill(page: Any, text: Table, library: Library) -> None:
    page.themes = [library.theme(name) for name in text.get("themes", ())]
    page.countries = [library.country(name) for name in text.get("countries", ())]
    page.tags.set(text.get("tags", ()))
    page.sources = library.page_sources(text.get("sources", []))
    if "listing" in text:
        page.listing_image = library.photo(text["listing"])
    FILL[type(page)](page, text, library)


def _fill_series(page: LessonSeriesPage, text: Table, library: Library) -> None:
    page.introduction = library.writer.stream(text["introduction"])


def _fill_body(page: NewsPage | EventPage, text: Table, library: Library) -> None:
    page.body = library.writer.stream(text["body"])


def _fill_lesson(page: LessonPage, text: Table, library: Library) -> None:
    page.body = library.writer.stream(text["body"])
    page.conditions_there = library.writer.rich_text(text["conditions_there"])
    page.position_here = library.writer.rich_text(text["position_here"])
    page.first_steps = [
        FirstStep(text=one_line(step), sort_order=place)
        for place, step in enumerate(text["first_steps"])
    ]
    page.evidence = [_evidence(item, place, library) for place, item in enumerate(text["evidence"])]
    page.follow_ups = [
        FollowUp(
            organisation=library.organisation(item["organisation"]),
            status=item["status"],
            reason=one_line(item["reason"]),
            date=item.get("date"),
            example_id=library.page_id(item.get("example", "")),
            sort_order=place,
        )
        for place, item in enumerate(text.get("follow_ups", ()))
    ]


def _evidence(item: Table, place: int, library: Library) -> Evidence:
    """From a report on this site when it is there; what names a source elsewhere, from that one."""
    evidence = Evidence(
        passage=one_line(item["passage"]),
        verdict=item.get("verdict", Verdict.CONFIRMS),
        sort_order=place,
    )
    if "report" in item:
        evidence.report_id = library.page_id(item["report"])
        evidence.source_title = "" if evidence.report_id else library.trip_title(item["report"])
    else:
        source = library.source(item["source"])
        evidence.source_title = f"{source['publisher']}: {source['title']}"
        evidence.source_url = source.get("url", "")
        evidence.source_date = source.get("date")
    return evidence


def _fill_trip(page: TripReportPage, text: Table, library: Library) -> None:
    page.body = library.writer.stream(text["body"])
    page.destinations = [
        Destination(**{**item, "country": library.country(item["country"])}, sort_order=place)
        for place, item in enumerate(text["destinations"])
    ]
    page.visits = [
        Visit(**{name: one_line(value) for name, value in item.items()}, sort_order=place)
        for place, item in enumerate(text.get("visits", ()))
    ]
    page.travellers = [
        Traveller(organisation=library.organisation(item["organisation"]), sort_order=place)
        for place, item in enumerate(text["travellers"])
    ]
    page.authors = [Author(**item, sort_order=place) for place, item in enumerate(text["authors"])]
    page.open_questions = [
        OpenQuestion(
            question=one_line(item["question"]),
            answer=one_line(item.get("answer", "")),
            answered_by_id=library.page_id(item.get("answered_by", "")),
            sort_order=place,
        )
        for place, item in enumerate(text.get("questions", ()))
    ]


def _fill_example(page: PracticeExamplePage, text: Table, library: Library) -> None:
    page.body = library.writer.stream(text["body"])
    page.organisation = library.organisation(text["organisation"])
    for name in ("why_it_works", "results", "what_did_not_work"):
        setattr(page, name, library.writer.rich_text(text[name]))
    ids = [library.page_id(key) for key in text["lessons"]]
    page.lessons = list(LessonPage.objects.filter(pk__in=[known for known in ids if known]))


FILL: dict[type[Page], Callable[[Any, Table, Library], None]] = {
    LessonSeriesPage: _fill_series,
    LessonPage: _fill_lesson,
    TripReportPage: _fill_trip,
    PracticeExamplePage: _fill_example,
    NewsPage: _fill_body,
    EventPage: _fill_body,
}
