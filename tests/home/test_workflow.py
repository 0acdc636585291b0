"""From an editor's form to a page that anyone reads, through the views an editor uses."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageLogEntry, TaskState

from lessons.models import LessonIndexPage, LessonPage
from meegenomen.home.groups import ensure_groups_and_workflow
from meegenomen.home.models import HomePage
from tests.home.form_posts import filled_form
from trips.models import TripIndexPage, TripReportPage

pytestmark = pytest.mark.django_db


def member_of(group: str) -> Client:
    user = User.objects.create_user(group.lower(), f"{group.lower()}@example.org", "geheim")
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def editor(site_tree: HomePage) -> Client:
    ensure_groups_and_workflow()
    return member_of("Redacteur")


@pytest.fixture
def moderator(editor: Client) -> Client:
    return member_of("Moderator")


def add(client: Client, model: type[Page], below: Page, **more: Any) -> Page:
    url = reverse(
        "wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, below.pk]
    )
    answer = client.post(url, filled_form(model) | more)
    assert answer.status_code == 302, answer.context["form"].errors
    return model.objects.latest("pk")


def test_an_editor_cannot_publish(editor: Client, client: Client) -> None:
    below = TripIndexPage.objects.get()
    report = add(editor, TripReportPage, below, **{"action-publish": "1"})
    assert not report.live
    assert client.get(report.path_on_site).status_code == 404


def test_what_an_editor_submits_is_live_when_a_moderator_approves(
    editor: Client, moderator: Client, client: Client
) -> None:
    below = TripIndexPage.objects.get()
    report = add(editor, TripReportPage, below, **{"action-submit": "1"})
    assert not report.live

    state = TaskState.objects.get()
    url = reverse("wagtailadmin_pages:workflow_action", args=[report.pk, "approve", state.pk])
    editor.post(url, {"comment": ""})
    assert client.get(report.path_on_site).status_code == 404, "an editor approved"

    assert report.title in moderator.get(reverse("wagtailadmin_home")).content.decode()
    moderator.post(url, {"comment": ""})
    page = client.get(report.path_on_site)
    assert page.status_code == 200
    assert "Kopenhagen" in page.content.decode()
    report.refresh_from_db()
    assert {country.name for country in report.countries.all()} == {"Denemarken", "Zweden"}
    assert {"wagtail.create", "wagtail.workflow.start", "wagtail.publish"} <= set(
        PageLogEntry.objects.filter(page=report.pk).values_list("action", flat=True)
    )


def test_a_moderator_sends_a_page_back_with_a_reason(editor: Client, moderator: Client) -> None:
    below = TripIndexPage.objects.get()
    report = add(editor, TripReportPage, below, **{"action-submit": "1"})
    state = TaskState.objects.get()
    url = reverse("wagtailadmin_pages:workflow_action", args=[report.pk, "reject", state.pk])
    moderator.post(url, {"comment": "Wie was erbij?"})
    report.refresh_from_db()
    assert not report.live
    assert "Wie was erbij?" in str(PageLogEntry.objects.filter(page=report.pk).values("data"))
    assert report.title in editor.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("action", ["unpublish", "delete"])
def test_an_editor_cannot_take_down_a_live_page(editor: Client, action: str) -> None:
    page = LessonIndexPage.objects.get()
    editor.post(reverse(f"wagtailadmin_pages:{action}", args=[page.pk]))
    page.refresh_from_db()
    assert page.live


def test_an_editor_finds_no_users_and_no_settings(editor: Client) -> None:
    for name in ("wagtailusers_users:index", "wagtailsites:index", "wagtailredirects:index"):
        assert editor.get(reverse(name)).status_code == 302


def test_a_moderator_publishes_a_lesson_at_once(moderator: Client, client: Client) -> None:
    below = LessonIndexPage.objects.get()
    lesson = add(moderator, LessonPage, below, **{"action-publish": "1"})
    page = client.get(lesson.path_on_site)
    assert page.status_code == 200
    assert lesson.public_number in page.content.decode()
