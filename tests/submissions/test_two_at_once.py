"""Of several moderators who act at the same moment one does, and the others hear they did not."""

import threading

import pytest
from django.contrib.auth.models import User
from django.db import connections
from wagtail.models import ModelLogEntry

from lessons.models import PracticeExamplePage
from meegenomen.submissions.keeping.erasing import ErasedBy, erase
from meegenomen.submissions.models import OutgoingMail, Submission
from meegenomen.submissions.moderation import adding, custody, judging
from meegenomen.submissions.states import SubmissionState
from tests.factories import make_example
from tests.submissions.rows import put

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("site_tree", "private_files"),
]


def together(*acts):
    """Each in a thread with a connection of its own, let go at once; what each came to."""
    start = threading.Barrier(len(acts))
    outcomes = []

    def run(act):
        start.wait()
        try:
            outcomes.append("late" if act() is False else "acted")
        except judging.TooLate:
            outcomes.append("late")
        except Exception as error:
            outcomes.append(repr(error))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


@pytest.fixture
def users():
    return [User.objects.create_user(name) for name in ("ans", "bo", "cas")]


def row(submission):
    """As a request of its own reads it."""
    return Submission.objects.get(pk=submission.pk)


def acts_of(action, submission, users):
    """The same act by three moderators, each of whom looked before any of them acted."""
    page = make_example("Er al")
    page.save_revision()
    wanted = {
        "take": judging.take,
        "hand over": lambda s, u: custody.hand_over(s, u, seen=users[0].pk, to=u),
        "let go": lambda s, u: custody.let_go(s, u, seen=users[0].pk),
        "mark spam": judging.mark_spam,
        "unmark spam": judging.unmark_spam,
        "ask": lambda s, u: judging.ask(s, u, "Hoe lang duurde dat?"),
        "refuse": lambda s, u: judging.refuse(s, u, "Dit is geen voorbeeld."),
        "draft": judging.make_draft,
        "add": lambda s, u: adding.add_to(s, u, page),
        "erase": lambda s, u: erase(s, ErasedBy.MODERATOR, user=u),
    }[action]
    seen = [row(submission) for _ in users]
    return [lambda s=s, u=u: wanted(s, u) for s, u in zip(seen, users, strict=True)]


@pytest.mark.parametrize(
    ("action", "before"),
    [
        ("take", {}),
        ("hand over", {"in_hand": True}),
        ("let go", {"in_hand": True}),
        ("mark spam", {}),
        ("unmark spam", {"suspected_spam": True}),
        ("ask", {}),
        ("refuse", {}),
        ("draft", {}),
        ("add", {}),
        ("erase", {}),
    ],
)
def test_the_same_act_is_done_once(users, action, before):
    if before.pop("in_hand", False):
        before = {"state": SubmissionState.JUDGING, "taken_by": users[0]}
    submission = put("Eén balie", **before)
    acts = acts_of(action, submission, users)
    if action == "hand over":
        # To oneself changes nothing, so it may be done again.
        acts = acts[1:]

    outcomes = together(*acts)

    assert outcomes == ["acted", *["late"] * (len(acts) - 1)]
    assert ModelLogEntry.objects.filter(action__startswith="submissions.").count() == 1


def test_different_acts_that_exclude_each_other(users):
    submission = put("Eén balie")
    page = make_example("Er al")

    outcomes = together(
        lambda: judging.make_draft(row(submission), users[0]),
        lambda: adding.add_to(row(submission), users[1], page),
        lambda: judging.mark_spam(row(submission), users[2]),
    )

    after = row(submission)
    # What was spam first may yet become a page: that is a moderator who looked again.
    assert "acted" in outcomes
    assert not (after.page and after.added_to)
    assert not (after.suspected_spam and (after.page or after.added_to))
    assert all(outcome in ("acted", "late") for outcome in outcomes)


def test_a_decision_is_mailed_once(users):
    submission = put("Eén balie")

    together(*acts_of("refuse", submission, users))

    assert OutgoingMail.objects.filter(submission=submission).count() <= 1
    assert row(submission).state == SubmissionState.REFUSED


def test_two_additions_to_one_page_are_both_in_its_draft(users):
    page = make_example("Er al")
    page.save_revision()
    first, second = put("De eerste"), put("De tweede")

    outcomes = together(
        lambda: adding.add_to(first, users[0], page),
        lambda: adding.add_to(second, users[1], page),
    )

    assert outcomes == ["acted", "acted"]
    draft = PracticeExamplePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    headings = [block.value["text"] for block in draft.body if block.block_type == "heading"]
    assert set(headings) == {"Aanvulling: De eerste", "Aanvulling: De tweede"}
