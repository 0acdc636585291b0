"""The pages with their own plain fields, so that they have an address others can point to."""

import datetime
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from lessons.models import (
    LessonIndexPage,
    LessonPage,
    LessonSeriesPage,
    PracticeExampleIndexPage,
    PracticeExamplePage,
)
from meegenomen.home.demo.library import Library
from meegenomen.home.models import NewsIndexPage, NewsPage
from meegenomen.home.prepared.files import Table, one_line
from meegenomen.home.prepared.memory import made
from meegenomen.home.prepared.pages import add_draft
from trips.models import EventIndexPage, EventPage, TripIndexPage, TripReportPage

ALWAYS = ("title", "slug", "summary")
FIELDS: dict[type[Page], tuple[str, ...]] = {
    LessonSeriesPage: (),
    LessonPage: ("in_one_sentence", "status"),
    TripReportPage: ("start_date", "end_date", "date_precision"),
    PracticeExamplePage: ("stage", "link"),
    NewsPage: ("date", "author", "author_role"),
    EventPage: ("whole_day", "location", "audience", "sign_up_url", "is_example"),
}
INDEX_OF: dict[type[Page], type[Page]] = {
    LessonSeriesPage: LessonIndexPage,
    TripReportPage: TripIndexPage,
    PracticeExamplePage: PracticeExampleIndexPage,
    NewsPage: NewsIndexPage,
    EventPage: EventIndexPage,
}
MODEL_OF = {
    "trips": TripReportPage,
    "examples": PracticeExamplePage,
    "news": NewsPage,
    "events": EventPage,
}
SERIES = "serie"


def model_of(folder: str, key: str) -> type[Page]:
    if folder == "lessons":
        return LessonSeriesPage if key == SERIES else LessonPage
    return MODEL_OF[folder]


def add_drafts(library: Library) -> None:
    """Add every page that never was; one that an editor deleted does not come back."""
    known = made()
    for folder, texts in library.texts.items():
        # The series first: its lessons stand below it.
        for key in sorted(texts, key=lambda key: (key != SERIES, key)):
            if f"demo:{key}" in known:
                continue
            model = model_of(folder, key)
            parent = _series() if model is LessonPage else INDEX_OF[model].objects.first()
            if parent:
                page = model(**_plain_fields(model, texts[key]))
                add_draft(parent, page, key=f"demo:{key}")


def _series() -> Page | None:
    page_id = made().get(f"demo:{SERIES}")
    return LessonSeriesPage.objects.filter(pk=page_id).first()


def _plain_fields(model: type[Page], text: Table) -> dict[str, Any]:
    fields = {
        name: one_line(text[name]) if isinstance(text[name], str) else text[name]
        for name in (*ALWAYS, *FIELDS[model])
        if name in text
    }
    if model is EventPage:
        fields |= _moments(text)
    return fields


def _moments(text: Table) -> dict[str, datetime.datetime | None]:
    """Its own day, or else one that is to come whenever the demonstration is loaded."""
    day = text.get("day") or workday_from_now(text["days_from_now"])
    start, end = (
        timezone.make_aware(datetime.datetime.combine(day, text.get(name, datetime.time(0))))
        for name in ("from", "until")
    )
    return {"start": start, "end": end if "until" in text else None}


def workday_from_now(days: int) -> datetime.date:
    day = timezone.localdate() + datetime.timedelta(days=days)
    saturday = 5
    while day.weekday() >= saturday:
        day += datetime.timedelta(days=1)
    return day
