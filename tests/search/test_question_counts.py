"""What visitors ask is counted by the day, tells nothing of them and never costs them anything."""

import time
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import DatabaseError, OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from search.breaker import breaker
from search.index.rebuild import rebuild
from search.models import AskedOnDay, AskedQuestion, AskedTotal
from search.questions import counting
from search.questions.noticing import may_be_told_apart
from tests.factories import make_lesson

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture(autouse=True)
def counted(settings, tmp_path, site_tree):
    settings.SEARCH_ENGINE_OPTIONS = {"path": tmp_path / "search"}
    settings.SEARCH_COUNTING = "inline"
    make_lesson("Balie", themes=("Regie",))
    rebuild()
    counting.forget()
    yield
    counting.forget()


def ask(words: str, *, agent: str = BROWSER, came_from: str = "", **params: object) -> None:
    headers = {"User-Agent": agent} | ({"Referer": came_from} if came_from else {})
    response = Client().get("/zoeken/", {"q": words} | params, headers=headers)
    assert response.status_code == 200
    assert not response.cookies


def on_days(words: str, days: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for back in range(days):
        day = localdate() - timedelta(days=back)
        with monkeypatch.context() as patch:
            patch.setattr("search.questions.counting.localdate", lambda day=day: day)
            ask(words)


def total() -> tuple[int, int]:
    today = AskedTotal.objects.filter(day=localdate()).first()
    return (today.asked, today.without_result) if today else (0, 0)


def test_questions_and_those_without_result_are_counted_by_the_day():
    ask("balie")
    ask("Bâlie ")
    ask("eenhoorn")

    assert total() == (3, 1)
    rows = AskedOnDay.objects.order_by("-asked").values_list("day", "asked", "without_result")
    assert list(rows) == [(localdate(), 2, 0), (localdate(), 1, 1)]


def test_a_question_is_legible_only_once_it_was_asked_on_enough_days(monkeypatch):
    on_days("Jan Jansen", 2, monkeypatch)
    for _ in range(9):
        ask("Jan Jansen")

    assert list(AskedQuestion.objects.values_list("words", flat=True)) == [""]
    assert "jan" not in AskedQuestion.objects.get().key

    on_days("één loket", 3, monkeypatch)

    assert sorted(AskedQuestion.objects.values_list("words", flat=True)) == ["", "één loket"]


def test_the_key_of_a_question_is_of_no_use_without_the_secret_of_this_site(settings):
    ask("balie")
    settings.SECRET_KEY = "another"
    ask("balie")

    assert AskedQuestion.objects.count() == 2


@pytest.mark.parametrize(
    "words",
    [
        "jan@example.org",
        "jan＠example.org",
        "zaak 20231234",
        "5",
        "bsn １２３",
        "postbus ②",
        "x" * 61,
        "een twee drie vier vijf zes zeven acht negen",
        "???",
    ],
)
def test_what_may_be_about_somebody_counts_in_the_total_only(words):
    ask(words)

    assert total()[0] == 1
    assert not AskedQuestion.objects.exists()


@pytest.mark.parametrize("words", ["één loket", "e-health", "thema's", "MitID", "C++ code"])
def test_ordinary_questions_may_be_told_apart(words):
    assert may_be_told_apart(words)


@pytest.mark.parametrize(
    "agent",
    [
        "",
        "curl/8.5.0",
        "python-requests/2.32",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 (compatible; bingbot/2.0)",
        "Mozilla/5.0 (Linux) HeadlessChrome/120.0",
    ],
)
def test_programs_are_not_counted(agent):
    ask("balie", agent=agent)

    assert total() == (0, 0)


def test_a_telephone_is_not_a_program():
    ask("balie", agent="Mozilla/5.0 (Linux; Android 12; CUBOT NOTE 30) Chrome/120.0 Mobile")

    assert total() == (1, 0)


SAME = "http://testserver/zoeken/?q=B%C3%A1lie&thema=regie"


@pytest.mark.parametrize(
    "same",
    [
        {"pagina": "2", "came_from": SAME},
        {"pagina": "2"},
        {"thema": "regie", "came_from": SAME},
        {"thema": "regie"},
        {"sorteer": "nieuwste", "came_from": SAME},
        {"came_from": SAME},
    ],
)
def test_another_page_filter_or_order_of_the_same_question_counts_once(same):
    ask("balie", **same)

    assert total() == (0, 0)


@pytest.mark.parametrize(
    "came_from",
    ["", "http://testserver/", "http://testserver/zoeken/?q=loket", "https://[", "x" * 5000],
)
def test_a_new_question_counts_wherever_it_comes_from(came_from):
    ask("balie", came_from=came_from)

    assert total() == (1, 0)


def test_neither_a_filter_nor_the_simple_search_says_that_there_is_nothing(monkeypatch):
    ask("balie", tot="1999", came_from="http://testserver/")
    monkeypatch.setattr(breaker, "may_ask", lambda: False)
    ask("eenhoorn")

    assert total() == (2, 0)


def test_a_head_request_and_no_words_count_nothing():
    Client().head("/zoeken/?q=balie", headers={"User-Agent": BROWSER})
    ask("")

    assert total() == (0, 0)


def test_it_can_be_turned_off(settings):
    settings.SEARCH_COUNTING = "off"
    ask("balie")

    assert total() == (0, 0)


def test_in_memory_it_costs_the_request_no_query_and_no_time(settings, monkeypatch):
    settings.SEARCH_COUNTING = "background"
    monkeypatch.setattr("search.questions.counting.WAIT", 3600.0)
    with CaptureQueriesContext(connection) as queries:
        start = time.process_time()
        for number in range(1000):
            counting.count(f"vraag {'abcdefghij'[number % 10]}", without_result=False)
        each = (time.process_time() - start) / 1000
    assert len(queries) == 0
    assert each < 0.002

    counting.write()

    assert total() == (1000, 0)
    assert AskedQuestion.objects.count() == 10


def test_memory_is_bounded_and_the_total_still_right(settings, monkeypatch):
    monkeypatch.setattr("search.questions.counting.MOST_WAITING", 5)
    settings.SEARCH_COUNTING = "background"
    monkeypatch.setattr("search.questions.counting.WAIT", 3600.0)
    for letter in "abcdefghij":
        counting.count(f"vraag {letter}", without_result=True)
    counting.write()

    assert total() == (10, 10)
    assert AskedQuestion.objects.count() == 4


def test_the_number_of_questions_a_day_is_bounded(monkeypatch):
    monkeypatch.setattr("search.questions.counting.MOST_A_DAY", 1)
    ask("balie")
    ask("loket")

    assert total()[0] == 2
    assert AskedOnDay.objects.count() == 1


@pytest.mark.parametrize(
    "error", [OperationalError("database is locked"), DatabaseError("read-only")]
)
def test_a_database_that_refuses_costs_nothing_and_loses_nothing(monkeypatch, error):
    def refuse(tallies: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr("search.questions.counting._store", refuse)
        ask("balie")
        ask("balie")
    assert total() == (0, 0)

    counting.write()

    assert total() == (2, 0)
    assert AskedOnDay.objects.get().asked == 2


def test_after_its_term_everything_is_forgotten(settings, monkeypatch):
    settings.SEARCH_COUNTS_DAYS = 30
    old = localdate() - timedelta(days=31)
    with monkeypatch.context() as patch:
        patch.setattr("search.questions.counting.localdate", lambda: old)
        ask("vroeger")
    on_days("balie", 3, monkeypatch)

    call_command("purge_search_counts")

    assert AskedTotal.objects.count() == 3
    assert AskedOnDay.objects.count() == 3
    assert AskedQuestion.objects.get().words == "balie"


def test_what_becomes_rare_again_is_no_longer_legible(settings, monkeypatch):
    on_days("balie", 3, monkeypatch)
    settings.SEARCH_COUNTS_DAYS = 1

    call_command("purge_search_counts")

    assert AskedQuestion.objects.get().words == ""


def test_a_rare_question_is_forgotten_sooner(monkeypatch):
    long_ago = localdate() - timedelta(days=91)
    with monkeypatch.context() as patch:
        patch.setattr("search.questions.counting.localdate", lambda: long_ago)
        ask("jan jansen")

    call_command("purge_search_counts")

    assert not AskedQuestion.objects.exists()
    assert AskedTotal.objects.get().asked == 1
