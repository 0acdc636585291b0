"""The lists of the moderators: four corners, with columns, filters, search and counts."""

import datetime
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from meegenomen.core.models import ContentVersion
from meegenomen.submissions.admin import likeness
from meegenomen.submissions.admin.notices import notices_of
from meegenomen.submissions.models import ScanState, Submission, SubmissionFile
from meegenomen.submissions.moderation.queue import ALL, ASKED, CORNERS, SPAM, TO_JUDGE, counts
from meegenomen.submissions.states import SubmissionState
from tests.submissions.conftest import make_user
from tests.submissions.rows import put

pytestmark = pytest.mark.django_db

QUEUE = "/beheer/inzendingen/"


def read(client, path=QUEUE, **query):
    response = client.get(path, query)
    assert response.status_code == 200
    return response.content.decode()


def titles(client, path=QUEUE, **query):
    return [found.title for found in client.get(path, query).context["object_list"]]


@pytest.fixture(autouse=True)
def nothing_kept(settings):
    """A memory of its own, so that one test does not answer for another."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()


@pytest.fixture
def one_of_each():
    """In every state, suspected and not."""
    for state in SubmissionState:
        for suspected in (False, True):
            put(f"{state.value} {suspected}", state=state, suspected_spam=suspected)


def test_every_submission_has_its_corner(judge, one_of_each):
    assert titles(judge) == ["ontvangen False", "in-behandeling False"]
    assert titles(judge, QUEUE + "vraag/") == ["vraag False"]
    assert set(titles(judge, QUEUE + "spam/")) == {
        "ontvangen True",
        "in-behandeling True",
        "vraag True",
    }
    # What waits for a confirmed address is nobody's to judge yet.
    assert len(titles(judge, QUEUE + "alle/")) == 2 * (len(SubmissionState) - 1)


def test_the_counts_are_those_of_the_lists(judge, one_of_each):
    found = counts()
    for corner in CORNERS:
        path = QUEUE + (f"{corner.name}/" if corner.name else "")
        assert found.in_corner[corner.name] == len(titles(judge, path))
    assert found.untouched == 1


def test_the_longest_waiting_comes_first_and_says_how_long(judge):
    put("Nieuw")
    put("Oud", days=15)

    assert titles(judge) == ["Oud", "Nieuw"]
    assert "2 weken" in read(judge).replace("\xa0", " ")
    assert counts().oldest == Submission.objects.get(title="Oud").received_at
    assert titles(judge, QUEUE + "alle/") == ["Nieuw", "Oud"]


@pytest.mark.parametrize("corner", CORNERS, ids=lambda corner: corner.name or "te-doen")
def test_an_empty_corner_says_so(judge, corner):
    path = QUEUE + (f"{corner.name}/" if corner.name else "")
    assert str(corner.empty) in read(judge, path)
    assert "Geen inzendingen gevonden" in read(judge, path, q="iets")
    assert str(corner.empty) in read(judge, path + "results/")


def test_the_list_tells_what_a_moderator_should_know(judge):
    holder = make_user("sam", "change_submission")
    plain = put("Gewoon", taken_by=holder, state=SubmissionState.JUDGING)
    SubmissionFile.objects.create(submission=plain, name="a.pdf", size=1, position=0)
    assert "sam" in read(judge)
    assert "persoonsgegevens" not in read(judge)
    assert "zonder naam" not in read(judge)

    put("Bel 06 12345678", show_name=False, corrected_at=timezone.now())
    told = read(judge)
    for notice in ("persoonsgegevens?", "zonder naam", "gewijzigd"):
        assert notice in told


@pytest.mark.parametrize(
    ("scan", "scanner", "told"),
    [
        (ScanState.WAITING, "", ""),
        (ScanState.WAITING, "unix:///run/clamav.sock", "nog niet gescand"),
        (ScanState.CLEAN, "unix:///run/clamav.sock", ""),
        (ScanState.INFECTED, "", "virus gevonden"),
    ],
)
def test_the_list_says_how_its_files_were_scanned(judge, settings, scan, scanner, told):
    settings.CLAMAV = scanner
    submission = put("Een balie")
    SubmissionFile.objects.create(
        submission=submission, name="a.pdf", size=1, position=0, scan=scan
    )

    (found,) = judge.get(QUEUE).context["object_list"]
    assert notices_of(found) == ([told] if told else [])


def test_the_list_says_how_much_each_is_like_what_is_there(judge, monkeypatch):
    asked = []

    def alike(submission):
        asked.append(submission.title)
        return [SimpleNamespace(percent=41), SimpleNamespace(percent=67)]

    monkeypatch.setattr(likeness, "alike", alike)
    put("Lijkt ergens op")

    assert "67%" in read(judge)
    assert "67%" in read(judge)
    assert asked == ["Lijkt ergens op"]
    Submission.objects.update(title="Gewijzigd")
    ContentVersion.renew()
    assert "67%" in read(judge)
    assert asked == ["Lijkt ergens op", "Gewijzigd"]


def test_it_narrows_by_who_has_it_in_hand(judge):
    me = User.objects.get(username="judge")
    sam = make_user("sam", "change_submission")
    make_user("ledig", "change_submission")
    put("Van mij", taken_by=me, state=SubmissionState.JUDGING)
    put("Van Sam", taken_by=sam, state=SubmissionState.JUDGING)
    put("Van niemand")

    assert titles(judge, in_hand="ik") == ["Van mij"]
    assert titles(judge, in_hand="niemand") == ["Van niemand"]
    assert titles(judge, in_hand=sam.pk) == ["Van Sam"]
    assert "ledig" not in read(judge), "only who has something in hand is a choice"
    assert len(titles(judge, in_hand="onzin")) == 3


def test_it_narrows_by_state_kind_and_period(judge):
    put("Oud", days=40)
    put("Bezig", state=SubmissionState.JUDGING)
    put("Rijk", organisation_type="ministerie")

    assert titles(judge, state="in-behandeling") == ["Bezig"]
    assert titles(judge, organisation_type="ministerie") == ["Rijk"]
    until = timezone.localdate() - datetime.timedelta(days=30)
    assert titles(judge, received_at_to=until.isoformat()) == ["Oud"]
    since = timezone.localdate() - datetime.timedelta(days=1)
    assert titles(judge, received_at_from=since.isoformat(), ordering="title") == ["Bezig", "Rijk"]


def test_it_searches_within_a_corner(judge):
    put("Een balie in de bus")
    put("Een balie van een spammer", suspected_spam=True)

    assert titles(judge, q="balie") == ["Een balie in de bus"]
    assert len(titles(judge, QUEUE + "alle/", q="balie")) == 2


@pytest.mark.parametrize(
    "query",
    [
        {"ordering": "secret_hash"},
        {"ordering": "'; drop"},
        {"p": "99999"},
        {"p": "x"},
        {"received_at_from": "nooit"},
        {"state": "onzin"},
        {"q": "\x00%_'\""},
        {"in_hand": "99999999999999999999"},
    ],
)
def test_odd_questions_are_no_trouble(judge, query):
    put("Iets")
    read(judge, **query)
    read(judge, QUEUE + "results/", **query)


def test_many_cost_as_many_queries_as_one(judge):
    def fill(number):
        for count in range(number):
            holder = make_user(f"u{number}-{count}", "change_submission")
            made = put(f"{number} {count}", taken_by=holder)
            SubmissionFile.objects.create(submission=made, name="a.pdf", size=1, position=0)

    fill(2)
    # Twice: how much each looks like the site is looked up once, and kept.
    read(judge)
    with CaptureQueriesContext(connection) as few:
        read(judge)
    fill(40)
    read(judge)
    with CaptureQueriesContext(connection) as many:
        read(judge)
    assert len(many) == len(few)


def test_two_hundred_stand_on_four_pages(judge):
    for number in range(200):
        put(f"Voorbeeld {number:03}")

    seen = [title for page in range(1, 5) for title in titles(judge, p=page)]
    assert len(set(seen)) == 200
    assert titles(judge, p=2, ordering="title")[0] == "Voorbeeld 050"


def test_the_dashboard_counts_what_waits_asks_and_is_suspected(judge, editor):
    put("Wacht", days=15)
    put("Ook")
    put("Gevraagd", state=SubmissionState.QUESTION)
    put("Koop nu", suspected_spam=True)

    told = read(judge, "/beheer/").replace("\xa0", " ")
    assert "2 inzendingen te doen" in told
    assert "De oudste wacht 2 weken" in told
    assert "1 met een vraag die nog open staat" in told
    assert "1 vermoedelijk spam" in told
    assert "Koop nu" not in told
    assert "inzendingen te doen" not in read(editor, "/beheer/")


def test_nobody_else_sees_a_corner(client, editor, one_of_each):
    for corner in (TO_JUDGE, ASKED, SPAM, ALL):
        path = QUEUE + (f"{corner.name}/" if corner.name else "")
        for outsider in (client, editor):
            for end in ("", "results/"):
                assert outsider.get(path + end).status_code == 302
