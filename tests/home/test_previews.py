"""An editor sees a page before it is saved, with all that was typed and nothing of it stored."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, get_page_models

from lessons.models import LessonPage, LessonSeriesPage, PracticeExamplePage
from meegenomen.home.models import HomePage, NewsPage, StandardPage, ThemePage
from meegenomen.home.models.taxonomy import TermPage
from tests import factories
from tests.home.form_posts import FORMS, filled_form
from trips.models import EventPage, TripReportPage

TYPES = sorted(FORMS, key=lambda model: model.__name__)
# There is one home page, and no form for a second.
NEW = [model for model in TYPES if model is not HomePage]

MAKERS: dict[type[Page], Callable[[], Page]] = {
    EventPage: factories.make_event,
    NewsPage: factories.make_news,
    StandardPage: factories.make_standard_page,
    LessonSeriesPage: factories.make_series,
    LessonPage: factories.make_lesson,
    TripReportPage: factories.make_trip_report,
    PracticeExamplePage: factories.make_example,
}


@pytest.fixture
def editor(site_tree: HomePage) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("redacteur"))
    return client


def test_there_is_a_form_to_test_of_every_type_of_page() -> None:
    assert set(FORMS) == set(get_page_models()) - {Page}


@pytest.mark.parametrize("model", NEW, ids=lambda model: model.__name__)
def test_a_new_page_can_be_seen_before_it_is_saved(editor: Client, model: type[Page]) -> None:
    parent = FORMS[model][0].objects.first()
    url = reverse(
        "wagtailadmin_pages:preview_on_add",
        args=[model._meta.app_label, model._meta.model_name, parent.pk],
    )
    post = filled_form(model)
    if issubclass(model, TermPage):
        # The term of the form is new, so it got its page at once.
        model.objects.all().delete()
    before = model.objects.count()
    answer = editor.post(url, post).json()
    assert answer == {"is_valid": True, "is_available": True}
    page = editor.get(url)
    assert page.status_code == 200
    assert post["title"] in page.content.decode()
    assert model.objects.count() == before


@pytest.mark.parametrize("model", TYPES, ids=lambda model: model.__name__)
def test_changes_to_a_page_can_be_seen_before_they_are_saved(
    editor: Client, model: type[Page]
) -> None:
    post = filled_form(model)
    page = model.objects.first() or MAKERS[model]()
    post["slug"] = page.slug
    if issubclass(model, TermPage):
        post["theme" if model is ThemePage else "country"] = page.term.pk
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    answer = editor.post(url, post).json()
    assert answer == {"is_valid": True, "is_available": True}
    seen = editor.get(url)
    assert seen.status_code == 200
    assert post["title" if model is not HomePage else "hero_title"] in seen.content.decode()
