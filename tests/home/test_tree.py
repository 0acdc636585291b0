"""The tree stays sane: what may stand where, and what copying and moving do."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from lessons.models import LessonIndexPage, LessonPage
from meegenomen.core.models import PageSource
from meegenomen.home.models import HomePage
from tests import factories
from tests.home.form_posts import FORMS

OVERVIEWS = {
    "LessonIndexPage",
    "TripIndexPage",
    "PracticeExampleIndexPage",
    "EventIndexPage",
    "NewsIndexPage",
    "ThemeIndexPage",
    "CountryIndexPage",
}
MAY_STAND_BELOW = {
    "HomePage": OVERVIEWS | {"StandardPage"},
    "LessonIndexPage": {"LessonSeriesPage", "LessonPage"},
    "LessonSeriesPage": {"LessonPage"},
    "TripIndexPage": {"TripReportPage"},
    "PracticeExampleIndexPage": {"PracticeExamplePage"},
    "EventIndexPage": {"EventPage"},
    "NewsIndexPage": {"NewsPage"},
    "ThemeIndexPage": {"ThemePage"},
    "CountryIndexPage": {"CountryPage"},
    "StandardPage": {"StandardPage"},
}


@pytest.mark.parametrize("parent", list(FORMS), ids=lambda model: model.__name__)
def test_each_page_takes_only_its_own_kinds_below_it(parent: type[Page]) -> None:
    below = {model.__name__ for model in parent.allowed_subpage_models()}
    assert below == MAY_STAND_BELOW.get(parent.__name__, set())


@pytest.mark.parametrize("name", sorted(OVERVIEWS))
def test_there_is_one_overview_of_each_kind(site_tree: HomePage, name: str) -> None:
    model = next(model for model in FORMS if model.__name__ == name)
    assert not model.can_create_at(site_tree)


@pytest.fixture
def editor(site_tree: HomePage) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("redacteur"))
    return client


def test_a_copy_of_a_lesson_is_another_lesson_with_tags_and_sources(editor: Client) -> None:
    lesson = factories.make_lesson(
        tags=("regie",), themes=("Regie",), seen_on=(factories.make_trip_report(),)
    )
    lesson.sources.add(PageSource(title="Verslag"))
    lesson.save()
    answer = editor.post(
        reverse("wagtailadmin_pages:copy", args=[lesson.pk]),
        {
            "new_title": "Een kopie",
            "new_slug": "een-kopie",
            "new_parent_page": str(LessonIndexPage.objects.get().pk),
            "alias": "",
        },
    )
    assert answer.status_code == 302
    copy = LessonPage.objects.get(title="Een kopie")
    assert copy.number not in (None, lesson.number)
    assert list(copy.tags.names()) == ["regie"]
    assert [source.title for source in copy.sources.all()] == ["Verslag"]
    assert [theme.name for theme in copy.themes.all()] == ["Regie"]
    assert copy.evidence.count() == 1
    # The draft that an editor opens says the same.
    draft = copy.get_latest_revision_as_object()
    assert draft.number == copy.number
    assert list(draft.tags.names()) == ["regie"]


def test_a_lesson_keeps_its_number_when_it_moves_into_a_series(editor: Client) -> None:
    lesson, series = factories.make_lesson(), factories.make_series()
    editor.post(reverse("wagtailadmin_pages:move_confirm", args=[lesson.pk, series.pk]))
    moved = LessonPage.objects.get()
    assert moved.get_parent() == series.page_ptr
    assert moved.number == lesson.number


def test_a_lesson_cannot_move_below_another_kind(editor: Client) -> None:
    lesson, event = factories.make_lesson(), factories.make_event()
    editor.post(reverse("wagtailadmin_pages:move_confirm", args=[lesson.pk, event.pk]))
    assert LessonPage.objects.get().get_parent().specific_class is LessonIndexPage
