"""Honeypot, time trap and rate limits: all before anything is stored."""

import datetime
import time
from types import SimpleNamespace

import pytest
from django.utils import timezone

from meegenomen.submissions.form import ticket
from meegenomen.submissions.form.forms import HONEYPOT
from meegenomen.submissions.keeping import sweeping
from meegenomen.submissions.models import Attempt, Submission
from meegenomen.submissions.moderation.queue import waiting_count
from tests.submissions.files import jpeg
from tests.submissions.visitor import Visitor, good_answers


def test_what_fills_in_the_hidden_field_is_set_apart_and_not_dropped(
    visitor, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        submission = visitor.send(**{HONEYPOT: "Pietje"})

    assert submission.suspected_spam
    assert waiting_count() == 0
    # A mail to an address of somebody's choice is what a spammer is after.
    assert not mailoutbox


@pytest.mark.parametrize(
    ("seconds", "message"),
    [
        (0, "Dat ging wel heel snel."),
        (2, "Dat ging wel heel snel."),
        (4, "Klopt het zo?"),
        (23 * 3600, "Klopt het zo?"),
        (25 * 3600, "Het formulier stond langer dan een dag open."),
    ],
)
def test_the_form_takes_a_person_some_time(visitor, monkeypatch, seconds, message):
    # Its clock stands still: what a busy machine takes is no time of the person.
    now = time.time()
    monkeypatch.setattr(ticket, "time", SimpleNamespace(time=lambda: now))
    visitor.open()
    visitor.age(seconds)

    visitor.check()

    assert message in visitor.text
    assert "Eén balie voor jongeren" in visitor.text
    assert not Submission.objects.exists()


def test_after_a_day_the_same_form_can_be_sent_after_all(visitor):
    visitor.open()
    visitor.age(25 * 3600)
    visitor.check()
    visitor.age(10)

    assert visitor.send().title == "Eén balie voor jongeren"


@pytest.mark.parametrize("token", ["", "onzin", "a:b:c", "eyJ9:1abcde:handtekening"])
def test_a_ticket_that_is_not_ours_counts_for_nothing(visitor, token):
    visitor.open()

    visitor.post(good_answers() | {"kaartje": token, "verstuur": "1"})

    assert "Eén balie voor jongeren" in visitor.text
    assert not Submission.objects.exists()


def test_an_address_sends_five_in_an_hour(another_visitor):
    for _ in range(5):
        another_visitor("198.51.100.1").send()

    sixth = another_visitor("198.51.100.1")
    refused = sixth.check()

    assert refused.status_code == 429
    assert refused["Retry-After"] == "3600"
    assert "Eén balie voor jongeren" in sixth.text
    assert Submission.objects.count() == 5
    assert another_visitor("198.51.100.2").send()

    Attempt.objects.update(at=timezone.now() - datetime.timedelta(minutes=61))
    assert another_visitor("198.51.100.1").send()


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("198.51.100.1", "198.51.100.2", False),
        ("::ffff:198.51.100.1", "198.51.100.1", True),
    ],
)
def test_a_household_shares_one_limit(vocabulary, settings, first, second, shared):
    settings.SUBMISSIONS_PER_HOUR_PER_ADDRESS = 1
    Visitor(first).send()

    assert (Visitor(second).check().status_code == 429) is shared


def test_everybody_together_has_a_limit_too(another_visitor, settings):
    settings.SUBMISSIONS_PER_HOUR = 2
    another_visitor("198.51.100.1").send()
    another_visitor("198.51.100.2").send()

    assert another_visitor("198.51.100.3").check().status_code == 429


@pytest.mark.parametrize(
    ("proxies", "forwarded", "limited"),
    [
        (0, "192.0.2.{}", True),
        (1, "192.0.2.{}", False),
        (1, "192.0.2.{}, 203.0.113.9", True),
        (2, "192.0.2.{}, 203.0.113.9", False),
        (1, "onzin{}", True),
    ],
)
def test_only_a_trusted_proxy_is_believed(vocabulary, settings, proxies, forwarded, limited):
    settings.TRUSTED_PROXIES = proxies
    settings.SUBMISSIONS_PER_HOUR_PER_ADDRESS = 1
    for number in (1, 2):
        last = Visitor()
        last.client.defaults["HTTP_X_FORWARDED_FOR"] = forwarded.format(number)
        last.check()
        if number == 1:
            last.press("verstuur")

    assert (last.page.status_code == 429) is limited


def test_files_that_are_never_sent_are_limited_as_well(another_visitor, settings, private_files):
    settings.SUBMISSIONS_PER_HOUR_PER_ADDRESS = 1
    for _ in range(6):
        another_visitor("198.51.100.1").check(jpeg())

    assert another_visitor("198.51.100.1").check(jpeg()).status_code == 429
    assert len(list((private_files / "wachtkamer").iterdir())) == 6


def test_yesterdays_attempts_are_forgotten(visitor):
    visitor.send()
    Attempt.objects.update(at=timezone.now() - datetime.timedelta(hours=25))

    assert sweeping.sweep().attempts == 1
    assert not Attempt.objects.exists()
