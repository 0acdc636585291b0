"""Forms of pages: bad input is answered at its field, in Dutch, and stores nothing."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset

from lessons.models import LessonPage
from meegenomen.home.models import HomePage
from tests import factories
from tests.home.form_posts import FORMS, body, event, flat, lesson, report
from trips.models import EventPage, TripReportPage


@pytest.fixture
def editor(site_tree: HomePage) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("redacteur"))
    return client


def post(editor: Client, model: type[Page], data: dict[str, Any]) -> Any:
    below = FORMS[model][0].objects.first()
    url = reverse(
        "wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, below.pk]
    )
    return editor.post(url, flat(data) | {"action-publish": "1"})


# Of a type with one page there is no form for a second.
NEW = [model for model in FORMS if model.max_count is None]


@pytest.mark.parametrize("model", NEW, ids=lambda model: model.__name__)
def test_an_empty_form_is_answered_and_not_an_error(editor: Client, model: type[Page]) -> None:
    before = Page.objects.count()
    data = FORMS[model][1]()
    emptied = {
        name: inline_formset([]) if "TOTAL_FORMS" in value else value
        for name, value in data.items()
        if isinstance(value, dict)
    }
    added = Page.objects.count() - before
    answer = post(editor, model, emptied | {"title": ""})
    assert answer.status_code == 200
    assert "Dit is een verplicht veld." in answer.context["form"].errors["title"]
    assert Page.objects.count() == before + added


def test_evidence_without_report_or_source_is_refused_at_the_field(editor: Client) -> None:
    data = lesson()
    data["evidence"] = inline_formset(
        [
            {
                "report": "",
                "source_title": "",
                "source_url": "",
                "source_date": "",
                "passage": "Ergens gezien.",
                "verdict": "bevestigt",
            }
        ]
    )
    answer = post(editor, LessonPage, data)
    (errors,) = answer.context["form"].formsets["evidence"].errors
    assert list(errors) == ["report"]
    assert "Kies een reisverslag" in answer.content.decode()


def test_not_adopting_a_lesson_asks_why(editor: Client) -> None:
    data = lesson()
    data["follow_ups"] = inline_formset(
        [
            {
                "organisation": factories.make_organisation().pk,
                "status": "niet-overgenomen",
                "reason": " ",
                "date": "",
                "example": "",
            }
        ]
    )
    answer = post(editor, LessonPage, data)
    (errors,) = answer.context["form"].formsets["follow_ups"].errors
    assert list(errors) == ["reason"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("start_date", "gisteren"),
        ("start_date", "0000-00-00"),
        ("end_date", "2020-01-01"),
        ("title", "x" * 256),
        ("slug", "met spatie"),
        ("summary", "x" * 301),
        ("themes", ["999999"]),
        ("themes", ["x"]),
        ("listing_image", "999999"),
        ("review_owner", "x"),
        ("tags", "x" * 101),
    ],
)
def test_an_impossible_value_is_answered_at_its_field(
    editor: Client, field: str, value: Any
) -> None:
    answer = post(editor, TripReportPage, report() | {field: value})
    assert answer.status_code == 200
    assert field in answer.context["form"].errors
    assert not TripReportPage.objects.exists()


def test_a_trip_goes_somewhere(editor: Client) -> None:
    answer = post(editor, TripReportPage, report() | {"destinations": inline_formset([])})
    assert answer.status_code == 200
    assert answer.context["form"].formsets["destinations"].non_form_errors()


def test_a_place_lies_on_earth(editor: Client) -> None:
    data = report()
    data["destinations"] = inline_formset(
        [{"place": "Nergens", "country": "", "latitude": "91", "longitude": "x"}]
    )
    (errors,) = post(editor, TripReportPage, data).context["form"].formsets["destinations"].errors
    assert set(errors) == {"country", "latitude", "longitude"}


def test_an_event_ends_after_it_begins(editor: Client) -> None:
    answer = post(editor, EventPage, event() | {"end": "2020-01-01 10:00"})
    assert list(answer.context["form"].errors) == ["end"]


def test_a_whole_day_event_without_a_begin_is_answered(editor: Client) -> None:
    answer = post(editor, EventPage, event() | {"start": "", "whole_day": "on"})
    assert "start" in answer.context["form"].errors


def test_a_figure_without_date_or_source_is_refused(editor: Client) -> None:
    data = event()
    data["body"] = body()
    data["body"]["4"]["value"].update({"date": "", "source_title": ""})
    answer = post(editor, EventPage, data)
    assert "body" in answer.context["form"].errors
