"""Mail waits with what it tells about, goes once, and outlives a mail server that is down."""

import datetime
import threading
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.db import connections, transaction
from django.urls import reverse
from django.utils import timezone

from meegenomen.submissions.mails import outbox, sending
from meegenomen.submissions.models import MailKind, OutgoingMail, Submission
from meegenomen.submissions.moderation import judging
from meegenomen.submissions.sender import following

MINUTE = datetime.timedelta(minutes=1)
ADDRESS = "noor@voorbeeldstad.example"


@pytest.fixture
def down(monkeypatch):
    """A mail server that hangs up; the list says how often it was asked."""
    asked = []

    def hang_up(self, messages):
        asked.append(messages)
        raise SMTPServerDisconnected("weg")

    monkeypatch.setattr(EmailBackend, "send_messages", hang_up)
    return asked


def waited(outgoing):
    """Let the time pass until the next try."""
    OutgoingMail.objects.filter(pk=outgoing.pk).update(not_before=timezone.now())


def test_mail_waits_in_the_transaction_of_the_change(submission, django_user_model):
    moderator = django_user_model.objects.create_superuser("moderator")
    OutgoingMail.objects.all().delete()

    with transaction.atomic():
        judging.refuse(submission, moderator, "Nee.")
        transaction.set_rollback(True)
    assert not OutgoingMail.objects.exists()

    judging.refuse(submission, moderator, "Nee.")
    assert OutgoingMail.objects.get().kind == MailKind.REFUSED


def test_what_waits_holds_no_address_and_no_secret(submission, tmp_path):
    call_command("dumpdata", "submissions.outgoingmail", output=str(tmp_path / "dump.json"))

    dump = (tmp_path / "dump.json").read_text()
    assert '"kind": "received"' in dump
    assert ADDRESS not in dump
    assert submission.status_path.split("/")[2] not in dump


def test_mail_that_went_out_is_erased_from_the_queue(submission):
    assert sending.send_due() == sending.Sent(sent=1, failed=0)

    assert [message.to for message in mail.outbox] == [[ADDRESS]]
    assert not OutgoingMail.objects.exists()
    assert sending.send_due() == sending.Sent(sent=0, failed=0)


def test_a_server_that_is_down_is_tried_later_and_later(submission, down, monkeypatch, caplog):
    pauses = []
    for _ in sending.PAUSES:
        sending.send_due()
        outgoing = OutgoingMail.objects.get()
        pauses.append(round((outgoing.not_before - timezone.now()) / MINUTE))
        assert sending.send_due() == sending.Sent(0, 0), "not before its time"
        waited(outgoing)

    assert pauses == sorted(pauses)
    assert pauses[0] == 1
    assert sum(pauses) > 6 * 24 * 60
    sending.send_due()
    assert OutgoingMail.objects.get().not_before is None
    assert ADDRESS not in caplog.text

    monkeypatch.undo()
    assert sending.send_due() == sending.Sent(0, 0), "only when a moderator says so"


def test_mail_goes_out_once_the_server_is_back(submission, down, monkeypatch):
    sending.send_due()
    assert not mail.outbox
    monkeypatch.undo()
    waited(OutgoingMail.objects.get())

    sending.send_due()

    assert len(mail.outbox) == 1


def test_only_one_of_many_finds_out_that_the_server_is_down(submission, down):
    for _ in range(3):
        outbox.queue(submission, MailKind.RECEIVED)

    assert sending.send_due() == sending.Sent(sent=0, failed=1)
    assert len(down) == 1


def test_a_refused_address_does_not_hold_up_the_others(submission, another_visitor, monkeypatch):
    another_visitor("198.51.100.9").send(gedaan="Iets anders.", email="ander@voorbeeldstad.example")
    send = EmailBackend.send_messages

    def refuse_one(self, messages):
        if messages[0].to == [ADDRESS]:
            raise SMTPRecipientsRefused({ADDRESS: (550, b"onbekend")})
        return send(self, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", refuse_one)

    assert sending.send_due() == sending.Sent(sent=1, failed=1)
    assert [message.to for message in mail.outbox] == [["ander@voorbeeldstad.example"]]


@pytest.mark.django_db(transaction=True)
def test_two_senders_at_once_send_every_mail_once(submission):
    OutgoingMail.objects.all().delete()
    count = 20
    OutgoingMail.objects.bulk_create(
        OutgoingMail(submission=submission, kind=MailKind.RECEIVED) for _ in range(count)
    )
    mail.outbox.clear()
    together = threading.Barrier(3)

    def send():
        together.wait()
        sending.send_due()
        connections.close_all()

    senders = [threading.Thread(target=send) for _ in range(3)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()

    assert len(mail.outbox) == count
    assert not OutgoingMail.objects.exists()


def test_a_sender_that_finds_a_mail_taken_leaves_it(submission, monkeypatch):
    """The other one claims it between our look and our claim."""
    taken = OutgoingMail.objects.get()
    look = sending.timezone.now

    def other_claims():
        OutgoingMail.objects.filter(pk=taken.pk).update(not_before=look() + sending.CLAIMED_FOR)
        return look()

    moments = iter([look, other_claims])
    monkeypatch.setattr(sending.timezone, "now", lambda: next(moments, look)())

    assert sending.send_due() == sending.Sent(0, 0)
    assert not mail.outbox


@pytest.mark.django_db(transaction=True)
def test_in_the_background_the_visitor_waits_for_no_mail_server(submission, settings):
    settings.SUBMISSIONS_MAIL_IN_BACKGROUND = True
    mail.outbox.clear()

    outbox.queue(submission, MailKind.RECEIVED)
    outbox._sending._thread.submit(lambda: None).result(timeout=30)

    assert len(mail.outbox) == 1
    assert not OutgoingMail.objects.exists()


def withdraw(submission):
    following.withdraw(submission)
    return Submission.objects.values_list("email", flat=True)


def test_withdrawing_takes_its_mail_along_and_is_confirmed_once(submission):
    kept = withdraw(submission)
    assert OutgoingMail.objects.get().kind == MailKind.WITHDRAWN
    assert kept.get() == ADDRESS, "for that mail"

    assert sending.send_due() == sending.Sent(1, 0)

    assert "ingetrokken" in mail.outbox[0].body
    assert kept.get() == ""


def test_the_address_of_what_was_withdrawn_goes_also_when_no_mail_can(submission, down):
    kept = withdraw(submission)
    for _ in range(len(sending.PAUSES) + 1):
        waited(OutgoingMail.objects.get())
        sending.send_due()

    assert kept.get() == ""
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize("changes", [{"suspected_spam": True}, {"state": "onbevestigd"}])
def test_an_address_that_may_be_somebody_elses_gets_no_confirmation(submission, changes):
    Submission.objects.update(**changes)
    submission.refresh_from_db()

    assert withdraw(submission).get() == ""
    assert not OutgoingMail.objects.exists()


def test_a_moderator_sees_what_failed_and_sends_it_again(
    judge, submission, down, monkeypatch, django_capture_on_commit_callbacks
):
    sending.send_due()
    detail = reverse("inzendingen:inspect", args=[submission.pk])
    html = judge.get(detail).content.decode()
    assert "Ontvangstbevestiging" in html
    assert "SMTPServerDisconnected" in html
    assert "Mail die niet weg kon" in judge.get("/beheer/").content.decode()
    monkeypatch.undo()

    with django_capture_on_commit_callbacks(execute=True):
        judge.post(reverse("inzendingen:mail", args=[submission.pk]))

    assert len(mail.outbox) == 1
    assert "Ontvangstbevestiging" not in judge.get(detail).content.decode()
    assert "Mail die niet weg kon" not in judge.get("/beheer/").content.decode()


def test_who_may_not_judge_hears_nothing_of_mail(editor, submission, down):
    sending.send_due()

    assert "Mail die niet weg kon" not in editor.get("/beheer/").content.decode()


def test_the_command_says_what_it_did(submission, capsys):
    Submission.objects.update(email="")
    call_command("send_mail_queue")

    assert "Sent: 1, failed: 0, waiting: 0." in capsys.readouterr().out
    assert not mail.outbox, "there is nobody to send it to"
