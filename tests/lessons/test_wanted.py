"""What editors ask readers for: public once switched on, and it opens the form filled in."""

import re

import pytest
from django.contrib.auth.models import Group, User
from django.core.cache import caches
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from lessons.models import WantedExample
from meegenomen.home.groups import ensure_groups_and_workflow
from search.models import AskedOnDay, AskedQuestion
from tests.factories import make_theme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]

PLACES = ["/", "/voorbeelden/"]


@pytest.fixture(autouse=True)
def nothing_kept():
    caches["pages"].clear()
    yield
    caches["pages"].clear()


def text_of(path: str) -> str:
    response = Client().get(path)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("place", PLACES)
def test_it_shows_once_an_editor_switches_it_on_and_at_once(place):
    one = WantedExample.objects.create(words="mobiele <loketten>")
    assert "Gezocht: voorbeelden over" not in text_of(place)

    one.is_shown = True
    one.save()

    page = text_of(place)
    assert "Gezocht: voorbeelden over" in page
    assert f'href="/deel-jouw-inspiratie/?gezocht={one.pk}"' in page
    assert "mobiele &lt;loketten&gt;" in page

    one.delete()

    assert "Gezocht: voorbeelden over" not in text_of(place)


@pytest.mark.parametrize("place", PLACES)
def test_nothing_that_visitors_asked_shows_by_itself(place):
    question = AskedQuestion.objects.create(key="k", words="eenhoorns")
    AskedOnDay.objects.create(question=question, day=localdate(), asked=99, without_result=99)

    assert "eenhoorns" not in text_of(place)


def test_the_form_opens_filled_in():
    theme = make_theme("Regie")
    one = WantedExample.objects.create(words="mobiele loketten", theme=theme, is_shown=True)

    page = text_of(one.get_absolute_url())

    assert "Lezers zoeken voorbeelden over ‘mobiele loketten’" in page
    assert 'value="Mobiele loketten"' in page
    assert re.search(r'<input[^>]*value="Regie"[^>]* checked', page)


@pytest.mark.parametrize("asked", ["", "0", "x", "²", "-1", "9" * 400, "<script>", "1 or 1=1"])
def test_an_address_can_ask_for_nothing_else(asked):
    WantedExample.objects.create(words="mobiele loketten", is_shown=True)

    response = Client().get("/deel-jouw-inspiratie/", {"gezocht": asked})

    assert response.status_code == 200
    assert "Lezers zoeken voorbeelden" not in response.content.decode()
    assert "<script>" not in response.content.decode()


def test_what_is_not_switched_on_fills_in_nothing():
    one = WantedExample.objects.create(words="mobiele loketten")

    assert "mobiele loketten" not in text_of(one.get_absolute_url()).lower()


def member_of(group: str) -> Client:
    ensure_groups_and_workflow()
    user = User.objects.create_user(group.lower())
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


def test_a_moderator_rewords_a_question_of_the_report_and_switches_it_on():
    question = AskedQuestion.objects.create(key="k", words="loketbus")
    AskedOnDay.objects.create(question=question, day=localdate(), asked=9, without_result=9)
    moderator, editor = member_of("Moderator"), member_of("Redacteur")
    report = reverse("search_report:questions")
    add = reverse(WantedExample.snippet_viewset.get_url_name("add"))
    assert "Vraag om een voorbeeld" not in editor.get(report).content.decode()
    assert editor.get(add).status_code == 302
    assert f'href="{add}?woorden=loketbus"' in moderator.get(report).content.decode()

    form = moderator.get(f"{add}?woorden=loketbus").content.decode()

    assert 'value="loketbus"' in form
    assert not WantedExample.objects.exists()

    moderator.post(add, {"words": "rijdende loketten", "theme": "", "is_shown": "on"})

    assert "rijdende loketten" in text_of("/")
    assert "loketbus" not in text_of("/")
