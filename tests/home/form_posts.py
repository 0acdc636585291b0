"""What the browser posts when an editor fills in the form of a page, with children and blocks."""

from collections.abc import Callable
from typing import Any

from wagtail.models import Page
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    rich_text,
    streamfield,
)

from lessons.models import (
    LessonIndexPage,
    LessonPage,
    LessonSeriesPage,
    PracticeExampleIndexPage,
    PracticeExamplePage,
)
from meegenomen.home.models import (
    CountryIndexPage,
    CountryPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    StandardPage,
    ThemeIndexPage,
    ThemePage,
)
from tests import factories
from trips.models import EventIndexPage, EventPage, TripIndexPage, TripReportPage

Post = dict[str, Any]


def body() -> Post:
    photo = factories.make_photo()
    return streamfield(
        [
            ("heading", {"text": "Wat we zagen"}),
            ("paragraph", rich_text("<p>Het loket is <b>open</b>.</p>")),
            ("image", {"image": photo.pk, "alt": "Een gracht", "caption": "", "credit": ""}),
            ("quote", {"text": "Het werkt.", "speaker": "Een ambtenaar", "role": ""}),
            (
                "figure",
                {
                    "value": "94%",
                    "unit": "",
                    "label": "van de inwoners",
                    "date": "2024",
                    "source_title": "Jaarverslag",
                    "source_url": "",
                },
            ),
            ("callout", {"title": "Let op", "text": rich_text("<p>Dit telt.</p>")}),
            ("link_card", {"title": "Elders", "text": "", "page": "", "url": "https://example.nl"}),
        ]
    )


def base(title: str) -> Post:
    """What every page has, with a theme, a country, two tags and a source."""
    return {
        "title": title,
        "slug": "een-nieuwe-pagina",
        "summary": "Waar het over gaat.",
        "themes": [factories.make_theme().pk],
        "countries": [factories.make_country().pk],
        "tags": "regie, eenvoud",
        "sources": inline_formset(
            [{"title": "Verslag", "publisher": "", "url": "https://example.nl", "date": ""}]
        ),
        "listing_image": factories.make_photo().pk,
        "review_date": "2030-01-01",
        "review_owner": "",
        "seo_title": "",
        "search_description": "",
    }


def index() -> Post:
    return {"title": "Overzicht", "slug": "een-nieuwe-pagina", "summary": ""}


def lesson() -> Post:
    return base("Begin klein") | {
        "in_one_sentence": "Begin klein en stel bij.",
        "body": body(),
        "conditions_there": rich_text("<p>Eén wet.</p>"),
        "position_here": rich_text("<p>Vele wetten.</p>"),
        "status": "bevestigd",
        "first_steps": inline_formset([{"text": "Vraag het een collega."}]),
        "evidence": inline_formset(
            [
                {
                    "report": factories.make_trip_report().pk,
                    "source_title": "",
                    "source_url": "",
                    "source_date": "",
                    "passage": "Dat zagen we daar.",
                    "verdict": "bevestigt",
                },
                {
                    "report": "",
                    "source_title": "Een rapport",
                    "source_url": "https://example.nl",
                    "source_date": "2023-05-01",
                    "passage": "Dat staat daarin.",
                    "verdict": "nuanceert",
                },
            ]
        ),
        "follow_ups": inline_formset(
            [
                {
                    "organisation": factories.make_organisation().pk,
                    "status": "toegepast",
                    "reason": "",
                    "date": "2024-06-01",
                    "example": factories.make_example().pk,
                }
            ]
        ),
    }


def report() -> Post:
    country = factories.make_country().pk
    return base("Naar Kopenhagen en Malmö") | {
        "start_date": "2024-03-21",
        "end_date": "2024-03-22",
        "date_precision": "dag",
        "body": body(),
        "destinations": inline_formset(
            [
                {
                    "place": "Kopenhagen",
                    "country": country,
                    "latitude": "55.67610",
                    "longitude": "12.56830",
                },
                {
                    "place": "Malmö",
                    "country": factories.make_country("Zweden").pk,
                    "latitude": "",
                    "longitude": "",
                },
            ]
        ),
        "visits": inline_formset(
            [
                {
                    "host": "Borger.dk",
                    "place": "Kopenhagen",
                    "date": "2024-03-21",
                    "what_was_seen": "Eén plek voor alle zaken.",
                    "url": "",
                }
            ]
        ),
        "photos": inline_formset(
            [{"image": factories.make_photo().pk, "alt": "Haven", "caption": "", "credit": ""}]
        ),
        "attachments": inline_formset([]),
        "open_questions": inline_formset(
            [
                {"question": "Wie betaalt dat?", "answer": "", "answered_by": ""},
                {
                    "question": "Werkt het hier?",
                    "answer": "Ja.",
                    "answered_by": factories.make_lesson("Het werkt hier").pk,
                },
            ]
        ),
        "authors": inline_formset(
            [{"name": "Sam de Vries", "role": "adviseur", "on_personal_title": "on"}]
        ),
        "travellers": inline_formset([{"organisation": factories.make_organisation().pk}]),
    }


def example() -> Post:
    return base("Eén loket") | {
        "organisation": factories.make_organisation().pk,
        "organisation_type": "",
        "stage": "Pilot",
        "body": body(),
        "why_it_works": rich_text("<p>Omdat.</p>"),
        "results": rich_text(""),
        "what_did_not_work": rich_text(""),
        "lessons": [factories.make_lesson("Een les erbij").pk],
        "link": "",
        "contact": "",
    }


def event() -> Post:
    return base("Regiobijeenkomst") | {
        "start": "2030-12-17 10:00",
        "end": "2030-12-17 16:00",
        "location": "Utrecht",
        "audience": "",
        "sign_up_url": "",
        "body": body(),
    }


def news() -> Post:
    return base("Nieuws") | {"date": "2024-04-11", "author": "", "author_role": "", "body": body()}


def home() -> Post:
    return {
        "title": "Meegenomen",
        "slug": "een-nieuwe-pagina",
        "hero_title": "Neem mee wat werkt",
        "summary": "",
        "popular_searches": inline_formset([{"words": "loket"}]),
        "featured_series": factories.make_series("Een reeks").pk,
        "invitation_title": "",
        "invitation_text": "",
        "seo_title": "",
        "search_description": "",
    }


def series() -> Post:
    return base("Een lessenreeks") | {"introduction": body()}


def standard() -> Post:
    return base("Over deze site") | {"body": body()}


def theme() -> Post:
    return base("Een thema") | {
        "theme": factories.make_theme("Een nieuw thema").pk,
        "introduction": rich_text("<p>Hierover.</p>"),
    }


def country() -> Post:
    return base("Een land") | {
        "country": factories.make_country("Finland").pk,
        "introduction": rich_text("<p>Hierover.</p>"),
    }


# Of each type: the type of the page it stands below, and what the form of a full one posts.
FORMS: dict[type[Page], tuple[type[Page], Callable[[], Post]]] = {
    HomePage: (Page, home),
    LessonIndexPage: (HomePage, index),
    LessonSeriesPage: (LessonIndexPage, series),
    LessonPage: (LessonIndexPage, lesson),
    TripIndexPage: (HomePage, index),
    TripReportPage: (TripIndexPage, report),
    PracticeExampleIndexPage: (HomePage, index),
    PracticeExamplePage: (PracticeExampleIndexPage, example),
    EventIndexPage: (HomePage, index),
    EventPage: (EventIndexPage, event),
    NewsIndexPage: (HomePage, index),
    NewsPage: (NewsIndexPage, news),
    ThemeIndexPage: (HomePage, index),
    ThemePage: (ThemeIndexPage, theme),
    CountryIndexPage: (HomePage, index),
    CountryPage: (CountryIndexPage, country),
    StandardPage: (HomePage, standard),
}


def filled_form(model: type[Page]) -> Post:
    return flat(FORMS[model][1]())


def flat(post: Post) -> Post:
    """Nested names joined by dashes. A list stays one: it is a field with several choices."""
    several = {name: value for name, value in post.items() if isinstance(value, list)}
    nested = {name: value for name, value in post.items() if name not in several}
    return nested_form_data(nested) | several
