"""One made-up page of each type, before it has a place in the tree."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import TextChoices
from django.utils.text import slugify
from wagtail.models import Page

from lessons.models import (
    Evidence,
    FirstStep,
    FollowUp,
    LessonNumber,
    LessonPage,
    PracticeExamplePage,
)
from lessons.statuses import FollowUpStatus, LessonStatus, Stage, Verdict
from meegenomen.core.models import Country, PageSource
from meegenomen.core.text import count_words
from meegenomen.home.generate.prose import Prose, Words
from meegenomen.home.generate.rows import Draft
from meegenomen.home.generate.terms import Terms
from meegenomen.home.generate.tree import PREFIX
from meegenomen.home.generate.vocabulary import PLACES
from meegenomen.home.models import NewsPage
from trips.models import (
    Author,
    Destination,
    EventPage,
    OpenQuestion,
    Traveller,
    TripReportPage,
    Visit,
)

P = TypeVar("P", bound=Page)

FIRST_DAY, LAST_DAY = date(2014, 1, 1), date(2025, 12, 31)


class Writer:
    """The same seed, the same pages: nothing here looks at the clock."""

    def __init__(self, random: Random, terms: Terms) -> None:
        self._random = random
        self._terms = terms
        self._prose = Prose(random)
        self._count = 0
        self._some_theme = _drawing(random, terms.themes)
        self._some_tag = _drawing(random, terms.tags)
        self._some_country = _drawing(random, list(terms.countries.values()))
        self.reports: list[TripReportPage] = []
        self.lessons: list[LessonPage] = []

    def report(self) -> Draft:
        random, prose = self._random, self._prose
        start = self._day()
        body = prose.body()
        page = self._page(
            TripReportPage,
            start_date=start,
            end_date=start + timedelta(days=random.randint(0, 4)),
            date_precision="dag" if random.random() < 0.8 else "maand",
            body=body.json,
            word_count=body.words,
        )
        draft = self._draft(page)
        draft.countries = self._countries(most=2)
        draft.children += [
            Destination(page=page, place=random.choice(PLACES[country.name]), country=country)
            for country in draft.countries
        ]
        draft.children += [
            Visit(page=page, host=prose.title(), what_was_seen=prose.short(900), sort_order=place)
            for place in range(random.randint(1, 4))
        ]
        draft.children += [
            Traveller(page=page, organisation=organisation)
            for organisation in random.sample(self._terms.organisations, random.randint(1, 3))
        ]
        draft.children.append(Author(page=page, name="Redactie"))
        draft.children += [
            OpenQuestion(page=page, question=prose.short(200).rstrip(".") + "?", sort_order=place)
            for place in range(random.randint(0, 3))
        ]
        self.reports.append(page)
        return draft

    def lesson(self, number: LessonNumber) -> Draft:
        random, prose = self._random, self._prose
        body, there, here = prose.body(), prose.text(2, 4), prose.text(2, 4)
        page = self._page(
            LessonPage,
            number=number.pk,
            in_one_sentence=prose.short(250),
            status=self._one_of(LessonStatus),
            body=body.json,
            conditions_there=f"<p>{there}</p>",
            position_here=f"<p>{here}</p>",
            word_count=body.words + count_words(there) + count_words(here),
        )
        draft = self._draft(page)
        seen = random.sample(
            self.reports, min(len(self.reports), random.choice((0, 1, 1, 2, 3, 5)))
        )
        draft.children += [
            Evidence(
                page=page,
                report=report,
                passage=prose.short(500),
                verdict=random.choices(Verdict.values, (8, 2, 1))[0],
                sort_order=place,
            )
            for place, report in enumerate(seen)
        ]
        draft.children += [
            FollowUp(
                page=page,
                organisation=random.choice(self._terms.organisations),
                status=self._one_of(FollowUpStatus),
                reason=prose.short(300),
                date=self._day(),
                sort_order=place,
            )
            for place in range(random.randint(0, 3))
        ]
        draft.children += [
            FirstStep(page=page, text=prose.short(200), sort_order=place)
            for place in range(random.randint(3, 5))
        ]
        self.lessons.append(page)
        return draft

    def example(self) -> Draft:
        random, prose = self._random, self._prose
        organisation = random.choice(self._terms.organisations)
        body = prose.body()
        told = {name: prose.text(1, 4) for name in ("why_it_works", "results", "what_did_not_work")}
        page = self._page(
            PracticeExamplePage,
            organisation=organisation,
            organisation_type=organisation.type,
            stage=self._one_of(Stage),
            body=body.json,
            word_count=body.words + sum(count_words(text) for text in told.values()),
            **{name: f"<p>{text}</p>" for name, text in told.items()},
        )
        draft = self._draft(page)
        draft.lessons = random.sample(self.lessons, min(len(self.lessons), random.randint(0, 3)))
        return draft

    def news(self) -> Draft:
        body = self._prose.body()
        return self._draft(
            self._page(NewsPage, date=self._day(), body=body.json, word_count=body.words)
        )

    def event(self) -> Draft:
        random = self._random
        start = self._moment() + timedelta(days=random.randint(0, 700))
        body = self._prose.body()
        page = self._page(
            EventPage,
            start=start,
            end=start + timedelta(hours=random.randint(1, 8)),
            location=random.choice(PLACES["Nederland"]),
            audience=self._prose.short(120),
            is_example=True,
            body=body.json,
            word_count=body.words,
        )
        return self._draft(page)

    def _page(self, model: type[P], **fields: Any) -> P:
        self._count += 1
        title = self._prose.title()
        page: P = model(
            title=title,
            slug=f"{PREFIX}{self._count:06d}-{slugify(title)[:60].rstrip('-')}",
            translation_key=UUID(int=self._random.getrandbits(128), version=4),
            summary=self._prose.short(240),
            first_published_at=self._moment(),
            **fields,
        )
        return page

    def _draft(self, page: Page) -> Draft:
        random = self._random
        source = PageSource(page=page, title=self._prose.title(), date=self._day())
        return Draft(
            page,
            themes=_several(self._some_theme, random.randint(1, 3)),
            countries=self._countries(most=1),
            tags=_several(self._some_tag, random.randint(1, 5)),
            children=[source],
        )

    def _countries(self, *, most: int) -> list[Country]:
        return _several(self._some_country, self._random.randint(1, most))

    def _one_of(self, choices: type[TextChoices]) -> str:
        value: str = self._random.choice(choices.values)
        return value

    def _day(self) -> date:
        return FIRST_DAY + timedelta(days=self._random.randint(0, (LAST_DAY - FIRST_DAY).days))

    def _moment(self) -> datetime:
        day = self._day()
        return datetime(day.year, day.month, day.day, self._random.randint(7, 20), tzinfo=UTC)


def _drawing(random: Random, terms: Sequence[Any]) -> Callable[[], Any]:
    """Some terms are on many pages, most are on few."""
    words = Words([str(place) for place in range(len(terms))])
    return lambda: terms[int(words(random))]


def _several(draw: Callable[[], Any], count: int) -> list[Any]:
    return list({term.pk: term for term in (draw() for _ in range(count))}.values())
