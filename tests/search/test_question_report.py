"""What editors see of what visitors ask."""

import csv
import io
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from meegenomen.home.groups import ensure_groups_and_workflow
from search.admin.questions import BUTTONS_HOOK, harmless
from search.models import AskedOnDay, AskedQuestion, AskedTotal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]

REPORT = "/beheer/zoekindex/vragen/"


@pytest.fixture
def client() -> Client:
    return member_of("Redacteur")


def member_of(group: str) -> Client:
    ensure_groups_and_workflow()
    user = User.objects.create_user(group.lower())
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


def asked(words: str, *, times: int = 1, missed: int = 0, days_ago: int = 0) -> None:
    day = localdate() - timedelta(days=days_ago)
    question, _ = AskedQuestion.objects.get_or_create(key=words or "geheim", words=words)
    AskedOnDay.objects.create(question=question, day=day, asked=times, without_result=missed)
    AskedTotal.objects.create(day=day, asked=times, without_result=missed)


def show(client: Client, **params: object) -> str:
    response = client.get(REPORT, params)
    assert response.status_code == 200
    return response.content.decode()


def test_it_lists_what_is_asked_most_in_the_period(client):
    asked("vaak", times=7)
    asked("soms", times=2, days_ago=29)
    asked("vroeger", times=9, days_ago=30)

    page = show(client)

    assert page.index("?q=vaak") < page.index("?q=soms")
    assert "vroeger" not in page
    assert "is 9 keer gezocht, waarvan 0 keer zonder resultaat" in " ".join(page.split())
    assert "vroeger" in show(client, periode="90")
    assert "soms" not in show(client, periode="7")


def test_a_list_of_its_own_shows_what_is_asked_in_vain(client):
    asked("gevonden", times=9)
    asked("gemist", times=3, missed=2, days_ago=1)

    page = show(client, lijst="zonder-resultaat")

    assert "?q=gemist" in page
    assert "?q=gevonden" not in page


def test_what_is_not_legible_is_not_shown(client):
    asked("", times=9)

    assert "nog geen vraag" in show(client)
    assert "geheim" not in show(client, export="csv")


@pytest.mark.parametrize("params", [{"periode": "abc"}, {"periode": "-1", "p": "x"}, {"p": "99"}])
def test_no_parameter_is_too_strange(client, params):
    asked("<b>vaak</b>")

    assert "&lt;b&gt;vaak" in show(client, **params)


def test_the_export_holds_the_list_and_no_formulas(client):
    asked("=cmd|' /c calc'!A1", times=3)
    asked("één loket", times=2, missed=1, days_ago=1)

    response = client.get(REPORT, {"export": "csv"})

    text = response.content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[1:] == [["'=cmd|' /c calc'!A1", "3", "0", "1"], ["één loket", "2", "1", "1"]]
    assert response["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_never_begins_like_a_formula(sign):
    assert harmless(f"{sign}1") == f"'{sign}1"


def test_another_app_may_add_what_to_do_with_a_question(client):
    asked("loket")

    def buttons(user: User, words: str) -> list[Button]:
        return [Button(f"Doe iets met {words}", url="/x/")]

    with hooks.register_temporarily(BUTTONS_HOOK, buttons):
        assert "Doe iets met loket" in show(client)


def test_only_who_may_see_it_does(client):
    assert reverse("search_report:questions") == REPORT
    assert REPORT in client.get(reverse("wagtailadmin_home")).content.decode()
    stranger = Client()
    assert stranger.get(REPORT).status_code == 302
    user = User.objects.create_user("niemand")
    stranger.force_login(user)
    assert stranger.get(REPORT).status_code == 302
