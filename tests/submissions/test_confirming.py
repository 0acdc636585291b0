"""Who sends without proof of work confirms a mail address, with a button behind a link."""

import datetime
import re

import pytest
from django.utils import timezone

from meegenomen.submissions.form.forms import HONEYPOT
from meegenomen.submissions.guard import limits
from meegenomen.submissions.keeping import sweeping
from meegenomen.submissions.models import Attempt, Submission
from meegenomen.submissions.moderation.queue import waiting_count
from meegenomen.submissions.states import SubmissionState
from tests.submissions.visitor import Visitor, good_answers


@pytest.fixture
def plain(vocabulary) -> Visitor:
    """A visitor without scripts."""
    return Visitor(scripts=False)


@pytest.fixture
def sent(plain, mailoutbox, django_capture_on_commit_callbacks) -> Submission:
    with django_capture_on_commit_callbacks(execute=True):
        return plain.send()


def link_in(mail) -> str:
    return re.search(r"http://\S+(/volg/\S+/bevestig/\S+/)", mail.body)[1]


def test_without_proof_an_address_is_asked_for_and_why(plain):
    plain.open()
    assert "<noscript>" in plain.text
    plain.age(60)

    plain.check(email="")

    assert "We kregen van je browser geen bewijs dat je geen robot bent." in plain.text
    assert 'value="Eén balie voor jongeren"' in plain.text
    assert "Klopt het zo?" not in plain.text


def test_with_proof_the_address_stays_optional(visitor):
    assert visitor.send(email="").state == SubmissionState.RECEIVED


def test_it_waits_outside_the_queue_until_a_button_is_pressed(
    plain, sent, mailoutbox, django_capture_on_commit_callbacks
):
    assert sent.state == SubmissionState.UNCONFIRMED
    assert waiting_count() == 0
    assert [mail.subject for mail in mailoutbox] == ["Bevestig je inzending - Meegenomen"]
    link = link_in(mailoutbox[0])
    # What looks for bad links in mail opens it, more than once.
    for _ in range(2):
        assert "Bevestig mijn inzending" in plain.client.get(link).content.decode()
        plain.client.head(link)
    sent.refresh_from_db()
    assert sent.state == SubmissionState.UNCONFIRMED

    with django_capture_on_commit_callbacks(execute=True):
        done = plain.client.post(link)

    sent.refresh_from_db()
    assert sent.state == SubmissionState.RECEIVED
    assert sent.confirmed_at
    assert waiting_count() == 1
    assert "je voorbeeld is binnen" in plain.client.get(done.url).content.decode()
    assert mailoutbox[1].subject == "Je voorbeeld is binnen - Meegenomen"
    # Once more does no harm.
    plain.client.post(link)
    assert plain.client.get(link).status_code == 302
    assert waiting_count() == 1


def test_the_pages_say_what_to_do(plain, sent):
    thanked = plain.client.get(f"/deel-jouw-inspiratie/bedankt/{sent.status_path[6:]}")
    followed = plain.client.get(sent.status_path)

    for page in (thanked, followed):
        assert "noor@voorbeeldstad.example" in page.content.decode()
        assert "7 dagen" in page.content.decode()
    assert "Nog één stap" in thanked.content.decode()


def test_the_mail_holds_nothing_that_the_sender_wrote(
    plain, mailoutbox, django_capture_on_commit_callbacks
):
    words = {"titel": "KanarieTitel", "gedaan": "KanarieTekst", "naam": "KanarieNaam"}
    with django_capture_on_commit_callbacks(execute=True):
        plain.send(**words)

    whole = mailoutbox[0].message().as_string() + mailoutbox[0].alternatives[0].content
    assert "Kanarie" not in whole


def test_the_address_on_the_thank_you_page_confirms_nothing(plain, sent):
    assert plain.client.post(f"{sent.status_path}bevestig/{'A' * 22}/").status_code == 404
    assert plain.client.post(sent.status_path, {"bevestig": "1"}).status_code == 200
    other = Submission.objects.get()
    assert other.state == SubmissionState.UNCONFIRMED
    assert other.confirm_path not in plain.client.get(sent.status_path).content.decode()


def test_what_nobody_confirmed_is_erased_after_a_week(plain, sent, mailoutbox):
    week = timezone.now() - datetime.timedelta(days=7)
    Submission.objects.update(received_at=week + datetime.timedelta(minutes=5))
    assert sweeping.sweep().erased == 0
    Submission.objects.update(received_at=week)

    assert sweeping.sweep().erased == 1

    sent.refresh_from_db()
    assert (sent.email, sent.name, sent.done) == ("", "", "")
    assert plain.client.post(link_in(mailoutbox[0])).status_code == 302
    sent.refresh_from_db()
    assert sent.state == SubmissionState.WITHDRAWN


def test_what_looks_like_spam_waits_for_no_mail(
    plain, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        caught = plain.send(**{HONEYPOT: "Pietje"})

    assert (caught.state, caught.suspected_spam) == (SubmissionState.RECEIVED, True)
    assert not mailoutbox


def test_one_mailbox_is_asked_three_times_a_day(vocabulary):
    for number in range(limits.MAILS_A_DAY):
        Visitor(f"198.51.{number}.1", scripts=False).send(gedaan=f"Poging {number}")
    fourth = Visitor("198.51.9.1", scripts=False)
    fourth.check(email="NOOR@voorbeeldstad.example")

    fourth.press("verstuur")

    assert "Naar dit adres ging vandaag al een paar keer een mail." in fourth.text
    assert good_answers()["titel"] in fourth.text
    assert Submission.objects.count() == limits.MAILS_A_DAY
    assert not Attempt.objects.filter(address_hash__contains="noor").exists()
