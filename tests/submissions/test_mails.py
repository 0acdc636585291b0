"""What each mail says, to whom; and that nothing a visitor or editor writes gets further."""

import pytest
from django.core import mail
from django.urls import reverse

from meegenomen.submissions.mails import sending
from meegenomen.submissions.models import MailKind, MailTexts, OutgoingMail, Submission
from meegenomen.submissions.moderation import judging
from meegenomen.submissions.sender import following

VISITOR = "noor@voorbeeldstad.example"
MODERATOR = "moderator@meegenomen.example"


@pytest.fixture
def asker(django_user_model, db):
    return django_user_model.objects.create_superuser("vrager", email=MODERATOR)


@pytest.fixture
def told(submission):
    """The mails that go out because of an act."""
    OutgoingMail.objects.all().delete()

    def tell():
        mail.outbox.clear()
        sending.send_due()
        return mail.outbox

    return tell


def test_each_change_tells_who_has_to_know_it(submission, asker, told):
    judging.take(submission, asker)
    (taken,) = told()
    judging.ask(submission, asker, "Hoeveel jongeren?")
    (question,) = told()
    following.answer(submission, "Veertig.")
    (answered,) = told()
    page = judging.make_draft(submission, asker)
    assert not told(), "it was in hand already"
    page.save_revision(user=asker).publish()
    (published,) = told()

    for message in (taken, question, published):
        assert message.to == [VISITOR]
        assert submission.status_path in message.body
        assert "Eén balie voor jongeren" not in message.subject
    assert "Hoeveel jongeren?" in question.body
    assert page.path_on_site in published.body
    assert answered.to == [MODERATOR]
    assert "Veertig" not in answered.body, "the answer is read in the admin"
    assert reverse("inzendingen:inspect", args=[submission.pk]) in answered.body
    assert submission.status_path not in answered.body


def test_a_draft_of_what_nobody_took_tells_that_it_began(submission, asker, told):
    judging.make_draft(submission, asker)

    (taken,) = told()
    assert taken.subject.startswith("We zijn met je voorbeeld bezig")


@pytest.mark.parametrize("left", ["inactive", "deleted", "no address"])
def test_an_answer_to_who_is_gone_mails_nobody(submission, asker, told, left):
    judging.ask(submission, asker, "Hoeveel?")
    told()
    if left == "deleted":
        asker.delete()
    else:
        changes = {"is_active": False} if left == "inactive" else {"email": ""}
        type(asker).objects.update(**changes)
    submission.refresh_from_db()

    following.answer(submission, "Veertig.")

    assert not told()


def test_each_mail_has_plain_text_and_html(submission, asker, told):
    judging.ask(submission, asker, "Klopt <b>dit</b> & dat?\n\nEn dit?")

    (message,) = told()
    ((html, kind),) = message.alternatives
    assert kind == "text/html"
    assert "Klopt <b>dit</b> & dat?\n\nEn dit?" in message.body
    assert "<p>Klopt &lt;b&gt;dit&lt;/b&gt; &amp; dat?</p>" in html
    assert f'{submission.status_path}">' in html


@pytest.mark.parametrize(
    "written",
    [
        {"title": "Dag\r\nBcc: x@example.org"},
        {"title": "{link}{vraag}{{ settings.SECRET_KEY }}{% debug %}"},
        {"title": "<script>alert(1)</script>"},
        {"title": "https://spam.example/"},
    ],
)
def test_what_a_visitor_wrote_is_only_text_in_a_body(submission, told, asker, written):
    Submission.objects.update(**written)
    submission.refresh_from_db()
    judging.take(submission, asker)

    (message,) = told()
    ((html, _),) = message.alternatives
    assert set(message.message().keys()).isdisjoint({"Bcc", "Cc"})
    assert "\n" not in message.subject
    assert "<script>" not in html
    assert 'href="https://spam' not in html
    assert written["title"] in message.body
    assert message.recipients() == [VISITOR]


def test_the_mail_that_asks_for_confirmation_holds_nothing_that_was_sent(submission, told):
    """The address may be somebody else's."""
    OutgoingMail.objects.create(submission=submission, kind=MailKind.CONFIRM)

    (message,) = told()
    assert submission.title not in message.body
    assert submission.confirm_path in message.body


def test_words_of_the_admin_take_the_place_of_the_standard_ones(submission, told, asker):
    MailTexts.objects.create(taken_subject="Hoera", taken_body="Over {titel}, zie {link}.")
    judging.take(submission, asker)

    (message,) = told()
    assert message.subject == "Hoera - Meegenomen"
    assert message.body.startswith("Over Eén balie voor jongeren, zie http")


def edit_path(model):
    return reverse("wagtailsettings:edit", args=["submissions", model, 1])


def test_a_moderator_changes_one_text_and_the_others_stay_standard(moderator):
    MailTexts.objects.create(pk=1)
    path = edit_path("mailtexts")
    shown = moderator.get(path)
    form = shown.context["form"]
    answers = {name: form[name].value() for name in form.fields}
    assert answers["received_subject"] == "Je voorbeeld is binnen"

    wrong = moderator.post(path, answers | {"received_body": "Dag {naam}, {link}"})
    assert "{naam} kennen we hier niet" in wrong.content.decode()
    assert "Dag {naam}, {link}" in wrong.content.decode(), "nothing typed is lost"
    assert moderator.post(path, answers | {"received_subject": "Hoera"}).status_code == 302

    kept = MailTexts.objects.get()
    assert kept.received_subject == "Hoera"
    assert kept.received_body == ""
    assert kept.text_of(MailKind.RECEIVED).body.startswith("Dank je wel.")

    moderator.post(path, answers | {"received_subject": ""})
    assert MailTexts.objects.get().received_subject == ""
