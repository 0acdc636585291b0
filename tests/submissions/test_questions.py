"""A question of the editors and the visitor's answer: each step once, and in the log."""

from functools import partial

import pytest
from wagtail.models import ModelLogEntry

from meegenomen.submissions.audit import Act
from meegenomen.submissions.keeping.erasing import ErasedBy, erase
from meegenomen.submissions.models import Message, Submission
from meegenomen.submissions.moderation import judging
from meegenomen.submissions.moderation.judging import TooLate
from meegenomen.submissions.sender import following
from meegenomen.submissions.states import OPEN_STATES, SubmissionState

QUESTION = "Hoeveel jongeren kwamen er?"


@pytest.fixture
def first(django_user_model, db):
    return django_user_model.objects.create_superuser("eerste")


@pytest.fixture
def second(django_user_model, db):
    return django_user_model.objects.create_superuser("tweede")


def state_of(submission):
    return Submission.objects.get(pk=submission.pk).state


@pytest.mark.parametrize("in_hand", [False, True])
def test_a_question_waits_for_an_answer_and_then_goes_to_who_asked(submission, first, in_hand):
    if in_hand:
        judging.take(submission, first)
    judging.ask(submission, first, QUESTION)
    assert state_of(submission) == SubmissionState.QUESTION

    following.answer(submission, "Veertig.")

    assert state_of(submission) == SubmissionState.JUDGING
    assert [
        (message.from_visitor, message.text, message.by) for message in Message.objects.all()
    ] == [
        (False, QUESTION, first),
        (True, "Veertig.", None),
    ]
    assert Submission.objects.get().taken_by == first


def test_an_answer_to_somebody_who_left_goes_to_the_queue(submission, first):
    judging.ask(submission, first, QUESTION)
    first.delete()

    following.answer(submission, "Veertig.")

    assert state_of(submission) == SubmissionState.RECEIVED
    assert Submission.objects.waiting().get() == submission


@pytest.mark.parametrize("act", [judging.take, partial(judging.ask, text="Iets anders?")])
def test_of_two_at_once_one_acts(submission, first, second, act):
    """Both looked before either acted."""
    stale = Submission.objects.get(pk=submission.pk)
    judging.ask(submission, first, QUESTION)

    with pytest.raises(TooLate):
        act(stale, user=second)

    assert Submission.objects.get().taken_by == first
    assert Message.objects.get().text == QUESTION


def test_an_answer_counts_once(submission, first):
    judging.ask(submission, first, QUESTION)
    stale = Submission.objects.get(pk=submission.pk)
    following.answer(submission, "Veertig.")

    with pytest.raises(TooLate):
        following.answer(stale, "Veertig.")

    assert Message.objects.filter(from_visitor=True).count() == 1


@pytest.mark.parametrize("state", [s for s in SubmissionState if s not in OPEN_STATES])
def test_what_is_decided_gets_no_question(submission, first, state):
    Submission.objects.update(state=state)

    with pytest.raises(TooLate):
        judging.ask(submission, first, QUESTION)

    assert not Message.objects.exists()


def test_who_does_not_wait_for_the_answer_may_go_on(submission, first):
    judging.ask(submission, first, QUESTION)

    judging.make_draft(submission, first)

    assert state_of(submission) == SubmissionState.JUDGING
    with pytest.raises(TooLate):
        following.answer(submission, "Te laat")


def test_a_draft_holds_what_the_submission_says_now(submission, first):
    """Not what it said when the moderator opened it."""
    stale = Submission.objects.get(pk=submission.pk)
    Submission.objects.update(title="Intussen verbeterd")

    assert judging.make_draft(stale, first).title == "Intussen verbeterd"


@pytest.mark.parametrize("end", ["erase", "withdraw"])
def test_what_was_asked_and_answered_goes_with_the_rest(submission, first, end):
    judging.ask(submission, first, QUESTION)

    if end == "erase":
        erase(submission, ErasedBy.VISITOR)
    else:
        following.withdraw(submission)

    assert not Message.objects.exists()
    assert state_of(submission) == SubmissionState.WITHDRAWN


def test_spam_goes_to_its_corner_and_comes_back(submission, first):
    judging.take(submission, first)
    judging.mark_spam(submission, first)

    submission.refresh_from_db()
    assert submission.suspected_spam
    assert not submission.mails.exists()
    assert not Submission.objects.waiting().exists()
    with pytest.raises(TooLate):
        judging.mark_spam(submission, first)

    judging.unmark_spam(submission, first)
    assert Submission.objects.waiting().get() == submission


def test_each_act_is_in_the_log_without_the_words(submission, first):
    judging.take(submission, first)
    judging.ask(submission, first, QUESTION)
    following.answer(submission, "Veertig.")
    judging.make_draft(submission, first).save_revision(user=first).publish()

    entries = ModelLogEntry.objects.for_instance(submission).order_by("pk")
    assert [(entry.action, entry.user) for entry in entries] == [
        (Act.TAKE, first),
        (Act.ASK, first),
        (Act.ANSWER, None),
        (Act.DRAFT, first),
        (Act.PUBLISH, first),
    ]
    assert {entry.label for entry in entries} == {f"Inzending {submission.pk}"}
    assert all(entry.message for entry in entries)
    assert [entry.data for entry in entries if entry.data] == [
        {"page": Submission.objects.get().page.pk}
    ]
