"""The first page of the admin says what waits, and nothing that does not."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from lessons.statuses import LessonStatus
from meegenomen.home.admin.dashboard import Pile, old_drafts, to_judge, to_review, without_evidence
from meegenomen.home.groups import ensure_groups_and_workflow
from meegenomen.home.models import HomePage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def groups(site_tree: HomePage) -> None:
    ensure_groups_and_workflow()


def make_user(name: str, group: str) -> User:
    user = User.objects.create_user(name)
    user.groups.add(Group.objects.get(name=group))
    return user


@pytest.fixture
def editor() -> User:
    return make_user("redacteur", "Redacteur")


@pytest.fixture
def moderator() -> User:
    return make_user("moderator", "Moderator")


def titles(pile: Pile) -> list[str]:
    return [item.title for item in pile.items]


def submit(page: Page, user: User) -> None:
    page.save_revision(user=user)
    page.get_workflow().start(page, user)


def home_of(user: User, client: Client) -> str:
    client.force_login(user)
    answer = client.get(reverse("wagtailadmin_home"))
    assert answer.status_code == 200
    return answer.content.decode()


def test_nothing_to_do_is_said_kindly(editor: User, client: Client) -> None:
    page = home_of(editor, client)
    assert "Wat wacht er" in page
    assert "Niets te doen. Fijn." in page


def test_a_submitted_page_waits_for_moderators_only(
    editor: User, moderator: User, client: Client
) -> None:
    submit(factories.make_news("Lees mij", live=False), editor)
    assert titles(to_judge(moderator)) == ["Lees mij"]
    assert to_judge(editor).total == 0
    page = home_of(moderator, client)
    assert "Te beoordelen" in page
    assert "ingediend op" in page


def test_pages_to_look_at_again_come_mine_first(editor: User, moderator: User) -> None:
    today = timezone.localdate()
    factories.make_news("Van een ander", review_date=today - timedelta(9), review_owner=moderator)
    factories.make_event("Van niemand", review_date=today - timedelta(5))
    factories.make_standard_page("Van mij", review_date=today, review_owner=editor)
    factories.make_lesson("Nog niet", review_date=today + timedelta(1), review_owner=editor)
    factories.make_news("Niet op de site", review_date=today, live=False)
    assert titles(to_review(editor)) == ["Van mij", "Van een ander", "Van niemand"]


def test_live_lessons_without_evidence_wait(editor: User) -> None:
    factories.make_lesson("Gezien", seen_on=(factories.make_trip_report(),))
    factories.make_lesson("Nergens gezien")
    factories.make_lesson("Nog een concept", live=False)
    factories.make_lesson("Weg ermee", status=LessonStatus.WITHDRAWN)
    pile = without_evidence(editor)
    assert titles(pile) == ["Nergens gezien"]


def test_the_link_to_all_lessons_without_evidence_shows_those(editor: User, client: Client) -> None:
    for number in range(7):
        factories.make_lesson(f"Les {number}")
    pile = without_evidence(editor)
    assert (pile.total, len(pile.items), pile.rest) == (7, 5, 2)
    client.force_login(editor)
    assert len(client.get(pile.all_url).context["object_list"]) == 7
    assert "Alle 7 bekijken" in home_of(editor, client)


def test_my_drafts_of_two_weeks_and_older_wait(editor: User, moderator: User) -> None:
    def draft(title: str, user: User, days: int) -> Page:
        page = factories.make_news(title, live=False, has_unpublished_changes=True)
        page.save_revision(user=user)
        Page.objects.filter(pk=page.pk).update(
            latest_revision_created_at=timezone.now() - timedelta(days=days)
        )
        return page

    draft("Lang geleden", editor, 20)
    draft("Pas nog", editor, 13)
    draft("Van een ander", moderator, 20)
    sent = draft("Al ingediend", editor, 20)
    sent.get_workflow().start(sent, editor)
    assert titles(old_drafts(editor)) == ["Lang geleden"]


def test_more_work_does_not_cost_more_queries(
    editor: User, moderator: User, client: Client
) -> None:
    def fill() -> None:
        for number in range(4):
            submit(factories.make_news(f"Bericht {number}", live=False), editor)
            factories.make_lesson(f"Les {number}", review_date=timezone.localdate())

    fill()
    home_of(moderator, client)
    with CaptureQueriesContext(connection) as few:
        home_of(moderator, client)
    fill()
    with CaptureQueriesContext(connection) as many:
        home_of(moderator, client)
    assert len(many) <= len(few) + 1  # the session is written now and then


def test_news_of_wagtail_itself_is_not_shown(client: Client) -> None:
    page = home_of(User.objects.create_superuser("beheerder"), client)
    assert "upgrade" not in page.lower()
