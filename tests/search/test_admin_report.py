"""What the admin tells about search, and its two buttons."""

import threading
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from meegenomen.home.groups import ensure_groups_and_workflow
from search import engine
from search.engines.embedded import EmbeddedEngine
from search.engines.protocol import EngineUnavailable
from search.index import rebuilds
from search.index.drain import MOST_ATTEMPTS, drain
from search.index.rebuild import Progress
from search.models import PendingChange, Rebuild
from tests.factories import make_lesson

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("site_tree")]


def member_of(group: str) -> Client:
    ensure_groups_and_workflow()
    user = User.objects.create_user(group.lower())
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def administrator() -> Client:
    return member_of("Beheerder")


def page_of(client: Client) -> str:
    response = client.get(reverse("search_report:report"))
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def press(client: Client, button: str) -> str:
    response = client.post(reverse(f"search_report:{button}"), follow=True)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_it_tells_how_many_pages_are_found_and_how_many_wait(administrator, settings):
    make_lesson("Eén strategie")
    rebuilds.run()
    settings.SEARCH_APPLY = "worker"
    make_lesson("Eén loket")
    PendingChange.objects.update(created=timezone.now() - timedelta(hours=3))
    page = page_of(administrator)
    assert "<td>ingebouwd (tantivy)</td>" in page
    assert "<td>1</td>" in page
    assert "(de oudste 3 uur)" in page.replace("\xa0", " ")
    assert "met 1 pagina’s" in page


def test_a_claim_does_not_hide_how_long_a_page_waits(monkeypatch, settings):
    settings.SEARCH_APPLY = "worker"
    make_lesson("Eén strategie")
    long_ago = timezone.now() - timedelta(hours=3)
    PendingChange.objects.update(created=long_ago)

    def refuse(self, writes):
        raise EngineUnavailable("away for a test")

    monkeypatch.setattr(EmbeddedEngine, "write", refuse)
    drain()
    assert {row.created for row in PendingChange.objects.all()} == {long_ago}


def test_an_engine_that_is_away_is_told_with_its_reason(administrator, monkeypatch):
    def refuse(self):
        raise EngineUnavailable("<b>away</b>")

    monkeypatch.setattr(EmbeddedEngine, "count", refuse)
    page = page_of(administrator)
    assert "antwoordt niet" in page
    assert "&lt;b&gt;away&lt;/b&gt;" in page


def test_a_page_that_was_set_aside_is_named_with_its_error_and_tried_again(administrator):
    lesson = make_lesson("Eén strategie")
    engine.current().write([])
    PendingChange.objects.create(
        page_id=lesson.pk, attempts=MOST_ATTEMPTS, error="ValueError: <no> body"
    )
    PendingChange.objects.create(page_id=99_999, attempts=MOST_ATTEMPTS, error="gone")
    page = page_of(administrator)
    assert "Eén strategie</a>" in page
    assert "ValueError: &lt;no&gt; body" in page
    assert "verwijderde pagina 99" in page

    page = press(administrator, "retry")
    assert "2 pagina’s worden opnieuw geprobeerd." in page
    assert not PendingChange.objects.exists()
    entry = ModelLogEntry.objects.get(action="search.retry")
    assert (entry.user.username, sorted(entry.data["pages"])) == ("beheerder", [lesson.pk, 99_999])
    assert "geen pagina die opnieuw" in press(administrator, "retry")


def test_a_rebuild_finds_what_was_lost_and_is_logged(administrator):
    make_lesson("Eén strategie")
    engine.current().rebuild([])
    assert engine.current().count() == 0
    assert "met 1 pagina’s" in press(administrator, "rebuild")
    assert engine.current().count() == 1
    assert ModelLogEntry.objects.get(action="search.index.rebuild").user.username == "beheerder"
    history = administrator.get(reverse("wagtailadmin_reports:site_history"))
    assert "Zoekindex opnieuw opbouwen" in history.content.decode()


def test_two_clicks_make_one_rebuild(administrator, settings):
    settings.SEARCH_APPLY = "worker"
    assert "wordt opnieuw opgebouwd" in press(administrator, "rebuild")
    page = press(administrator, "rebuild")
    assert "wordt al opnieuw opgebouwd" in page
    assert "Bouw de index opnieuw op" not in page
    assert Rebuild.objects.count() == 1

    settings.SEARCH_APPLY = "inline"
    call_command("search_worker", once=True)
    (row,) = Rebuild.objects.all()
    assert (row.error, row.documents, row.holds_turn) == ("", engine.current().count(), False)


def test_it_runs_beside_the_request(administrator, settings, monkeypatch):
    settings.SEARCH_APPLY = "background"
    go, threads = threading.Event(), []

    def rebuild(told, **left):
        threads.append(threading.current_thread())
        told(Progress(index="x", version=1, taken_over=0, read=500, total=900))
        assert go.wait(60)
        return 7

    monkeypatch.setattr(rebuilds, "rebuild", rebuild)
    try:
        press(administrator, "rebuild")
        for _ in range(100):
            if "500 pagina’s gelezen" in (page := page_of(administrator)):
                break
            threading.Event().wait(0.05)
        assert "500 pagina’s gelezen" in page
        assert "wordt al opnieuw opgebouwd" in press(administrator, "rebuild")
    finally:
        go.set()
        for thread in threads:
            thread.join(60)
    assert [thread.name for thread in threads] == ["search-rebuild"]
    assert "met 7 pagina’s" in page_of(administrator)


def test_a_rebuild_that_fails_tells_why_and_another_may_be_asked(administrator, monkeypatch):
    def refuse(self, name=""):
        raise EngineUnavailable("away for a test")

    with monkeypatch.context() as away:
        away.setattr(EmbeddedEngine, "filling", refuse)
        page = press(administrator, "rebuild")
    assert "mislukt op" in page
    assert "away for a test" in page
    assert "mislukt" not in press(administrator, "rebuild")


def test_one_that_was_killed_is_given_up_after_a_while(administrator):
    long_ago = timezone.now() - rebuilds.SILENT_FOR - timedelta(seconds=1)
    Rebuild.objects.create(started=long_ago, seen=long_ago, holds_turn=True)
    assert "Afgebroken" in page_of(administrator)
    assert "Afgebroken" not in press(administrator, "rebuild")


def test_moderators_see_and_only_administrators_act(administrator):
    moderator = member_of("Moderator")
    assert "Bouw de index opnieuw op" in page_of(administrator)
    assert "Bouw de index opnieuw op" not in page_of(moderator)
    for button in ("retry", "rebuild"):
        assert moderator.post(reverse(f"search_report:{button}")).status_code == 302
        assert administrator.get(reverse(f"search_report:{button}")).status_code == 405
    assert not Rebuild.objects.exists()
    address = reverse("search_report:report")
    assert address in moderator.get(reverse("wagtailadmin_home")).content.decode()
    editor = member_of("Redacteur")
    assert editor.get(address).status_code == 302
    # The counts of questions, at an address below it, are for editors too.
    assert f'{address}"' not in editor.get(reverse("wagtailadmin_home")).content.decode()


def test_the_buttons_ask_for_a_token(administrator):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(User.objects.get(username="beheerder"))
    assert strict.post(reverse("search_report:rebuild")).status_code == 403
    assert not Rebuild.objects.exists()


def test_a_page_that_the_engine_refuses_is_told_with_its_reason(administrator, monkeypatch):
    call_command("rebuild_index", verbosity=0)
    lesson = make_lesson("Eén strategie")
    monkeypatch.setattr(
        EmbeddedEngine, "write", lambda self, writes: {lesson.pk: "failed to parse field"}
    )
    lesson.save()
    for _ in range(MOST_ATTEMPTS):
        PendingChange.objects.update(not_before=None)
        drain()
    page = page_of(administrator)
    assert "konden na vijf pogingen niet verwerkt worden" in page
    assert "failed to parse field" in page
