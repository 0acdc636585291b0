"""What a moderator does with one submission, on the page where all of it stands."""

import html
import re

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.urls import reverse
from wagtail.models import ModelLogEntry

from lessons.models import PracticeExamplePage
from meegenomen.home.groups import ensure_groups_and_workflow
from meegenomen.submissions.admin.acts import ACTS
from meegenomen.submissions.audit import Act
from meegenomen.submissions.models import Message, Submission
from meegenomen.submissions.moderation import judging
from meegenomen.submissions.states import SubmissionState
from meegenomen.submissions.wording.texts import refusal_reasons
from tests.factories import make_example
from tests.submissions.conftest import make_user
from tests.submissions.rows import put

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def detail(submission):
    return reverse("inzendingen:inspect", args=[submission.pk])


def act(client, submission, name, **data):
    return client.post(reverse(f"inzendingen:{name}", args=[submission.pk]), data, follow=True)


def read(response):
    assert response.status_code == 200
    return html.unescape(response.content.decode())


def buttons(client, submission):
    """The acts that the page offers, by the end of their address."""
    found = re.findall(
        rf'action="{detail(submission)}([a-z-]+)/"', read(client.get(detail(submission)))
    )
    return set(found)


@pytest.fixture
def me(judge):
    return User.objects.get(username="judge")


@pytest.fixture
def sam(db):
    return make_user("sam", "change_submission")


def test_taking_handing_over_and_letting_go(judge, me, sam):
    submission = put("Een balie")

    assert "Je hebt ‘Een balie’ nu in behandeling" in read(act(judge, submission, "take"))
    submission.refresh_from_db()
    assert (submission.state, submission.taken_by) == (SubmissionState.JUDGING, me)

    told = read(act(judge, submission, "hand_over", seen=me.pk, to=sam.pk))
    assert "nu in behandeling bij sam" in told
    assert "sam is hiermee bezig" in told
    submission.refresh_from_db()
    assert submission.taken_by == sam

    assert "losgelaten" in read(act(judge, submission, "let_go", seen=sam.pk))
    submission.refresh_from_db()
    assert (submission.state, submission.taken_by) == (SubmissionState.RECEIVED, None)
    assert "Inzending overgedragen aan sam" in read(judge.get(detail(submission)))


def test_what_has_a_draft_or_a_question_keeps_its_state_when_let_go(judge, me):
    asked = put("Gevraagd", state=SubmissionState.QUESTION, taken_by=me)
    drafted = put("Concept", state=SubmissionState.JUDGING, taken_by=me, page=make_example("P"))

    for submission in (asked, drafted):
        before = submission.state
        act(judge, submission, "let_go", seen=me.pk)
        submission.refresh_from_db()
        assert submission.state == before
        assert submission.taken_by is None
        act(judge, submission, "take")
        submission.refresh_from_db()
        assert submission.state == before
        assert submission.taken_by == me


@pytest.mark.parametrize("name", ["hand_over", "let_go"])
def test_what_somebody_else_took_meanwhile_stays_with_them(judge, me, sam, name):
    submission = put("Een balie", state=SubmissionState.JUDGING, taken_by=sam)

    told = read(act(judge, submission, name, seen=me.pk, to=me.pk))

    assert "iemand was je voor" in told
    submission.refresh_from_db()
    assert submission.taken_by == sam


@pytest.mark.parametrize("junk", ["", "x", "-1", "99999999999999999999"])
def test_junk_is_no_trouble(judge, me, junk):
    submission = put("Een balie", state=SubmissionState.JUDGING, taken_by=me)

    read(act(judge, submission, "hand_over", seen=junk, to=junk))
    read(act(judge, submission, "let_go", seen=junk))

    submission.refresh_from_db()
    assert submission.taken_by == me


def test_it_is_handed_to_moderators_only(judge, me):
    outsider = make_user("redactie", "view_submission")
    submission = put("Een balie", state=SubmissionState.JUDGING, taken_by=me)

    told = read(act(judge, submission, "hand_over", seen=me.pk, to=outsider.pk))

    assert "Kies een moderator uit de lijst" in told
    submission.refresh_from_db()
    assert submission.taken_by == me


def test_a_question_goes_out_and_the_answer_stands_beside_it(
    judge, me, client, django_capture_on_commit_callbacks
):
    submission = put("Een balie")
    with django_capture_on_commit_callbacks(execute=True):
        told = read(act(judge, submission, "ask", question="Hoe lang duurde dat?"))

    assert "Hoe lang duurde dat?" in told
    assert len(mail.outbox) == 1
    submission.refresh_from_db()
    assert submission.state == SubmissionState.QUESTION
    assert submission.answered_at
    Message.objects.create(submission=submission, from_visitor=True, text="Een half jaar.")
    assert "Een half jaar." in read(judge.get(detail(submission)))


def test_an_empty_question_is_not_asked(judge):
    submission = put("Een balie")

    assert "Schrijf je vraag op." in read(act(judge, submission, "ask", question=" "))

    assert not Message.objects.exists()
    too_long = "x" * 2001
    assert too_long in read(act(judge, submission, "ask", question=too_long)), "nothing is lost"


def test_a_standard_reason_is_enough_and_own_words_go_first(judge):
    standard = refusal_reasons()[0]
    first, second = put("Een"), put("Twee")

    act(judge, first, "refuse", standard=standard.title, reason="")
    act(judge, second, "refuse", standard=standard.title, reason="Om een andere reden.")

    first.refresh_from_db()
    second.refresh_from_db()
    assert first.refusal_reason == standard.text
    assert second.refusal_reason == "Om een andere reden."


def test_a_refusal_that_is_too_long_comes_back_as_it_was(judge):
    submission = put("Een balie")
    text = "Nee. " * 300

    told = read(act(judge, submission, "refuse", reason=text))

    assert text.strip() in told
    submission.refresh_from_db()
    assert submission.state == SubmissionState.RECEIVED


def test_spam_goes_to_its_corner_and_back(judge, django_capture_on_commit_callbacks):
    submission = put("Koop nu")
    act(judge, submission, "mark_spam")
    submission.refresh_from_db()
    assert submission.suspected_spam
    assert "Koop nu" in read(judge.get("/beheer/inzendingen/spam/"))
    assert "Koop nu" not in read(judge.get("/beheer/inzendingen/"))
    assert not mail.outbox

    with django_capture_on_commit_callbacks(execute=True):
        act(judge, submission, "unmark_spam")
    submission.refresh_from_db()
    assert not submission.suspected_spam
    assert [message.to for message in mail.outbox] == [[submission.email]]


def test_it_is_added_to_the_page_that_a_moderator_chose(moderator):
    page = make_example("Borger.dk")
    page.save_revision().publish()
    submission = put("Een balie", adds_to=page)
    told = read(moderator.get(detail(submission)))
    assert "Vul ‘Borger.dk’ aan" in told

    answer = act(moderator, submission, "add", page=page.pk)

    assert answer.redirect_chain[-1][0] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "in een concept. Er is nog niets openbaar" in read(answer)
    told = read(moderator.get(detail(submission)))
    assert "Toegevoegd aan" in told
    assert buttons(moderator, submission) >= {"geplaatst", "afwijzen", "wissen"}
    assert "concept" not in buttons(moderator, submission)

    assert "staat op de site" in read(act(moderator, submission, "place"))
    submission.refresh_from_db()
    assert submission.state == SubmissionState.PUBLISHED


@pytest.mark.parametrize("page", ["", "0", "abc", "99999999999999999999"])
def test_without_a_page_nothing_is_added(moderator, page):
    submission = put("Een balie")

    assert "Er is nog niets gedaan" in read(act(moderator, submission, "add", page=page))

    submission.refresh_from_db()
    assert submission.state == SubmissionState.RECEIVED


def test_who_may_not_edit_a_page_adds_nothing_to_it(judge, moderator):
    page = make_example("Borger.dk")
    submission = put("Een balie")
    assert "mag je niet bewerken" in read(act(judge, submission, "add", page=page.pk))

    page.locked, page.locked_by = True, User.objects.get(username="judge")
    page.save()
    assert "vergrendeld" in read(act(moderator, submission, "add", page=page.pk))
    assert not page.revisions.exists()


def test_a_draft_goes_the_way_of_every_page(moderator):
    ensure_groups_and_workflow()
    submission = put("Een balie")

    told = read(act(moderator, submission, "draft"))

    page = PracticeExamplePage.objects.get()
    # Who may publish need not wait for the workflow.
    assert 'name="action-publish"' in told
    assert page.workflow_in_progress
    assert page.current_workflow_task_state.task.name == "Beoordelen door een moderator"


@pytest.mark.parametrize(
    ("fields", "offered"),
    [
        ({}, {"neem", "concept", "voeg-toe", "vraag", "afwijzen", "spam", "wissen"}),
        (
            {"state": SubmissionState.QUESTION},
            {"neem", "concept", "voeg-toe", "afwijzen", "spam", "wissen"},
        ),
        (
            {"suspected_spam": True},
            {"concept", "voeg-toe", "vraag", "afwijzen", "geen-spam", "wissen"},
        ),
        ({"state": SubmissionState.REFUSED}, {"wissen"}),
        ({"state": SubmissionState.PUBLISHED}, {"wissen"}),
        ({"state": SubmissionState.UNCONFIRMED}, {"wissen"}),
    ],
)
def test_only_what_can_be_done_is_offered(judge, fields, offered):
    assert buttons(judge, put("Een balie", **fields)) == offered


def test_every_act_is_in_the_log_and_the_history_without_a_word_of_the_visitor(moderator, sam):
    me = User.objects.get(username="moderator")
    page = make_example("Borger.dk")
    canary = dict.fromkeys(("done", "results", "organisation", "name"), "kanariegeel")
    submission = put("Kanariegeel", **canary)
    steps = [
        ("take", {}, Act.TAKE),
        ("hand_over", {"seen": me.pk, "to": sam.pk}, Act.HAND_OVER),
        ("let_go", {"seen": sam.pk}, Act.LET_GO),
        ("mark_spam", {}, Act.MARK_SPAM),
        ("unmark_spam", {}, Act.UNMARK_SPAM),
        ("ask", {"question": "Kanariegeel?"}, Act.ASK),
        ("add", {"page": page.pk}, Act.ADD),
        ("place", {}, Act.PUBLISH),
        ("erase", {"zeker": "on"}, Act.ERASE),
    ]
    for name, data, _done in steps:
        act(moderator, submission, name, **data)

    entries = ModelLogEntry.objects.for_instance(submission).order_by("pk")
    assert [entry.action for entry in entries] == [done.value for *_rest, done in steps]
    assert {entry.label for entry in entries} == {f"Inzending {submission.pk}"}
    assert "kanariegeel" not in str([(entry.label, entry.data) for entry in entries]).casefold()
    told = read(moderator.get(detail(submission)))
    for entry in entries:
        assert str(entry.message) in told
    assert read(moderator.get("/beheer/reports/site-history/"))


def test_the_second_of_two_hears_it_and_changes_nothing(judge, moderator):
    submission = put("Een balie")
    act(moderator, submission, "refuse", reason="Eerst")

    for name, data in (
        ("take", {}),
        ("ask", {"question": "Waarom?"}),
        ("refuse", {"reason": "Later"}),
        ("mark_spam", {}),
        ("unmark_spam", {}),
        ("draft", {}),
        ("place", {}),
    ):
        assert "iemand was je voor" in read(act(judge, submission, name, **data)), name
    submission.refresh_from_db()
    assert submission.refusal_reason == "Eerst"
    assert ModelLogEntry.objects.for_instance(submission).count() == 1


def test_reloading_an_act_does_nothing(judge):
    submission = put("Een balie")

    answer = judge.get(reverse("inzendingen:mark_spam", args=[submission.pk]))

    assert answer.url == detail(submission)
    submission.refresh_from_db()
    assert not submission.suspected_spam


def test_nobody_else_acts(client, editor):
    submission = put("Een balie")

    for _end, name, _view in ACTS:
        for outsider in (client, editor):
            answer = outsider.post(
                reverse(f"inzendingen:{name}", args=[submission.pk]), {"zeker": 1}
            )
            assert answer.status_code == 302
            assert answer.url.startswith("/beheer/")
            assert answer.url != detail(submission)
    assert Submission.objects.get().state == SubmissionState.RECEIVED
    assert not ModelLogEntry.objects.for_instance(submission).exists()


def test_a_submission_that_is_not_there_is_not_found(judge):
    for name in ("inspect", "take", "refuse"):
        path = reverse(f"inzendingen:{name}", args=[99999])
        assert judge.post(path).status_code in (404, 405)


def test_a_stale_page_cannot_ask_for_what_is_erased(judge):
    submission = put("Een balie")
    act(judge, submission, "erase", zeker="on")

    assert buttons(judge, submission) == set()
    with pytest.raises(judging.TooLate):
        judging.ask(submission, User.objects.get(username="judge"), "Waarom?")
