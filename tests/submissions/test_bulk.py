"""Several submissions in one go: a page that asks, and an answer that tells what was done."""

import html

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.urls import reverse
from wagtail.models import ModelLogEntry

from meegenomen.submissions.admin.bulk import ALL_ACTS
from meegenomen.submissions.models import OutgoingMail, Submission
from meegenomen.submissions.moderation.queue import CORNERS
from meegenomen.submissions.states import SubmissionState
from tests.submissions.conftest import make_user
from tests.submissions.rows import put

pytestmark = pytest.mark.django_db
QUEUE = "/beheer/inzendingen/"
ACTIONS = [act.action_type for act in ALL_ACTS]


def path_of(action, *submissions, more=""):
    start = reverse("wagtail_bulk_action", args=["submissions", "submission", action])
    numbers = "".join(f"&id={submission.pk}" for submission in submissions)
    return f"{start}?next={QUEUE}{numbers}{more}"


def read(response):
    assert response.status_code == 200
    return html.unescape(response.content.decode())


def do(client, action, *submissions, **data):
    return read(client.post(path_of(action, *submissions), data, follow=True))


def states(*submissions):
    for submission in submissions:
        submission.refresh_from_db()
    return [(submission.state, submission.suspected_spam) for submission in submissions]


@pytest.fixture
def three(db):
    return [put(f"Voorbeeld {number}") for number in range(3)]


@pytest.fixture
def spam(db):
    return [put(f"Koop {number}", suspected_spam=True) for number in range(3)]


def test_the_page_that_asks_names_them_and_does_nothing(judge, three):
    told = read(judge.get(path_of("take", *three)))

    assert "Neem je deze inzendingen in behandeling?" in told
    for submission in three:
        assert submission.title in told
    assert states(*three) == [(SubmissionState.RECEIVED, False)] * 3


def test_taking_several(judge, three):
    assert "Neem in behandeling: 3 inzendingen gedaan." in do(judge, "take", *three)

    me = User.objects.get(username="judge")
    assert states(*three) == [(SubmissionState.JUDGING, False)] * 3
    assert {submission.taken_by for submission in three} == {me}
    assert ModelLogEntry.objects.filter(action="submissions.take", user=me).count() == 3


def test_what_a_colleague_was_first_with_is_counted_and_left_alone(judge, three):
    sam = make_user("sam", "change_submission")
    Submission.objects.filter(pk=three[1].pk).update(taken_by=sam, state=SubmissionState.JUDGING)

    told = do(judge, "take", *three)

    assert "2 inzendingen gedaan. 1 niet: daar was iemand je voor" in told
    three[1].refresh_from_db()
    assert three[1].taken_by == sam


def test_spam_and_no_spam(judge, three, django_capture_on_commit_callbacks):
    do(judge, "mark_spam", *three)
    assert states(*three) == [(SubmissionState.RECEIVED, True)] * 3

    with django_capture_on_commit_callbacks(execute=True):
        do(judge, "unmark_spam", *three[:2])
    assert [spam for _state, spam in states(*three)] == [False, False, True]
    assert len(mail.outbox) == 2


def test_refusing_spam_mails_nobody_and_touches_nothing_else(judge, spam, three):
    told = do(judge, "refuse_spam", *spam, three[0], reason="Dit is reclame.")

    assert "3 inzendingen gedaan. 1 niet" in told
    assert states(*spam) == [(SubmissionState.REFUSED, True)] * 3
    assert {one.refusal_reason for one in spam} == {"Dit is reclame."}
    assert states(three[0]) == [(SubmissionState.RECEIVED, False)]
    assert not OutgoingMail.objects.exists()


def test_refusing_needs_a_reason_and_erasing_a_tick(judge, spam):
    assert "Geef een reden" in do(judge, "refuse_spam", *spam)
    assert "Vink eerst aan" in do(judge, "erase", *spam)
    assert states(*spam) == [(SubmissionState.RECEIVED, True)] * 3


def test_erasing_several(judge, three):
    do(judge, "erase", *three[:2], zeker="on")

    assert [bool(one.erased_at) for one in Submission.objects.order_by("pk")] == [True, True, False]
    # Erased, they are not even asked about.
    assert judge.get(path_of("erase", *three[:2])).status_code == 404


def test_each_corner_offers_what_makes_sense_there(judge):
    offered = {}
    for corner in CORNERS:
        told = judge.get(QUEUE + (f"{corner.name}/" if corner.name else "")).content.decode()
        offered[corner.name] = [name for name in ACTIONS if f"/submission/{name}/" in told]
    assert offered == {
        "": ["take", "mark_spam", "erase"],
        "vraag": ["take", "mark_spam", "erase"],
        "spam": ["unmark_spam", "refuse_spam", "erase"],
        "alle": ["take", "mark_spam", "unmark_spam", "erase"],
    }


@pytest.mark.parametrize(
    "numbers", ["", "&id=x", "&id=-1", "&id=99999999999999999999", "&id=all", "&id=%00", "&id=²"]
)
@pytest.mark.parametrize("action", ACTIONS)
def test_junk_and_everything_at_once_are_not_found(judge, three, action, numbers):
    for method in (judge.get, judge.post):
        answer = method(path_of(action, more=numbers), {"zeker": "on", "reason": "x"})
        assert answer.status_code == 404
    assert states(*three) == [(SubmissionState.RECEIVED, False)] * 3


@pytest.mark.parametrize("action", ACTIONS)
def test_nobody_else_sees_or_does_any_of_it(client, editor, three, action):
    for outsider in (client, editor):
        for method in (outsider.get, outsider.post):
            answer = method(path_of(action, *three), {"zeker": "on", "reason": "x"}, follow=True)
            assert "Voorbeeld 0" not in answer.content.decode()
    assert states(*three) == [(SubmissionState.RECEIVED, False)] * 3


def test_the_way_back_stays_on_this_site(judge, three):
    path = path_of("take", three[0]).replace(f"next={QUEUE}", "next=https://elders.example/")

    assert judge.post(path).url == QUEUE
