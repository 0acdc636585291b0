"""What an attacker puts in the form, and where it may not come out."""

import json
import re
from email import message_from_string

import pytest
from django.conf import settings as site_settings
from django.urls import reverse

from lessons.models import PracticeExamplePage
from meegenomen.submissions.form.forms import ShareForm
from meegenomen.submissions.models import Attempt, Submission, SubmissionFile
from meegenomen.submissions.states import SubmissionState
from meegenomen.submissions.uploads.inspection import inspect
from meegenomen.submissions.uploads.refusals import Refused
from tests.submissions.files import docx, jpeg, pdf, picture, upload
from tests.submissions.visitor import FORM, WITH_PHOTO, Visitor, good_answers

TEXTS = ("titel", "gedaan", "opgeleverd", "organisatie", "naam", "functie")
SCRIPTS = [
    "\"'><script>kanarie(1)</script><svg/onload=kanarie(2)>",
    "</textarea></title></script><img src=x onerror=kanarie(3)>",
    "javascript:kanarie(4){{7*7}}{% load kanarie %}",
]
# None of these may come out as it went in: then a browser reads it as markup.
MARKUP = ("<script>kanarie", "<img src=x", "<svg/onload", "</textarea></title>", "49{%")


def harmless(text: str) -> bool:
    return not any(piece in text for piece in MARKUP) and 'href="javascript:' not in text


def linked_data(html: str) -> list[str]:
    return re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)


@pytest.fixture(params=SCRIPTS)
def script(request) -> str:
    return request.param


@pytest.fixture
def attacked(visitor, script) -> Visitor:
    """On the check page, with a script wherever text may stand."""
    visitor.check(jpeg(f"{script}.jpg"), **dict.fromkeys(TEXTS, script), alt1=script, beeld="on")
    assert "Klopt het zo?" in visitor.text
    return visitor


def test_a_script_stays_text_on_the_way_in(
    attacked, mailoutbox, django_capture_on_commit_callbacks
):
    assert harmless(attacked.text)
    attacked.press("wijzig")
    assert harmless(attacked.text)
    attacked.check(**dict.fromkeys(TEXTS, "x" * 2000), alt1="x")
    assert harmless(attacked.text)


def test_a_script_stays_text_where_its_sender_follows_it(
    attacked, client, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        sent = attacked.press("verstuur")
    submission = attacked.sent(sent)

    assert harmless(client.get(sent.url).content.decode())
    assert harmless(client.get(submission.status_path).content.decode())
    for mail in mailoutbox:
        assert harmless(mail.alternatives[0].content)


def test_a_script_stays_text_once_it_is_published(attacked, moderator, client):
    submission = attacked.sent(attacked.press("verstuur"))
    # A moderator who looks at nothing.
    moderator.post(reverse("inzendingen:draft", args=[submission.pk]))
    page = PracticeExamplePage.objects.get(submission=submission)
    page.get_latest_revision().publish()
    page.refresh_from_db()
    assert page.live

    for path in (page.url, "/voorbeelden/", "/feeds/nieuw.atom", "/", "/zoeken/?q=kanarie"):
        answer = client.get(path)
        html = answer.content.decode()
        assert answer.status_code == 200
        assert harmless(html), path
        for data in linked_data(html):
            json.loads(data)
    assert "default-src 'self'" in client.get(page.url)["Content-Security-Policy"]


ANSWERED = (*TEXTS, "email", "link", "fase", "soort", "land", "les", "thema", "kaartje", "bewijs")


@pytest.mark.parametrize("letter", ["\0", "\x1b", "\ud800", "\u202e"])
def test_a_letter_that_is_none_is_no_error(visitor, letter):
    visitor.open()
    visitor.age(60)
    page = visitor.page

    for field in ANSWERED:
        visitor.page = page
        answer = visitor.check(**{field: f"a{letter}b".encode("utf-8", "surrogatepass")})
        assert answer.status_code == 200
        assert "\0" not in visitor.text


HEADERS = ["\r\nBcc: ander@elders.example", "\nBcc: ander@elders.example", "\r\n\r\nkanarie"]


@pytest.mark.parametrize("injected", HEADERS)
def test_nothing_gets_into_the_headers_of_a_mail(
    visitor, mailoutbox, django_capture_on_commit_callbacks, injected
):
    with django_capture_on_commit_callbacks(execute=True):
        visitor.send(**dict.fromkeys(TEXTS, f"Gewoon{injected}"))

    (mail,) = mailoutbox
    written = message_from_string(mail.message().as_string())
    assert mail.recipients() == ["noor@voorbeeldstad.example"]
    assert "Bcc" not in written
    assert "\n" not in mail.subject
    assert "kanarie" not in mail.subject


WRONG_ADDRESSES = [
    "noor@a.example\r\nBcc: ander@elders.example",
    "noor@a.example, ander@elders.example",
    "noor@a.example;ander@elders.example",
    "Noor <noor@a.example>",
    "noor@a.example%0aBcc:ander@elders.example",
    "noor@[127.0.0.1",
]


@pytest.mark.parametrize("email", WRONG_ADDRESSES)
def test_an_address_is_one_address(db, email):
    form = ShareForm(good_answers() | {"email": email})

    assert form.errors["email"] == ["Controleer je e-mailadres. Het lijkt op naam@organisatie.nl."]


NAMES = [
    'a"b<c>.pdf',
    "../../../etc/passwd.pdf",
    "..\\..\\windows\\system32.pdf",
    "x" * 300 + ".pdf",
    "\u202efdp.exe",
    "CON.pdf",
    ".htaccess",
    "a\0.php.pdf",
    ";rm -rf *.pdf",
    "%2e%2e%2f.pdf",
]


@pytest.mark.parametrize("names", [NAMES[:5], NAMES[5:]], ids=["paths", "programs"])
def test_the_name_of_a_file_is_only_a_name(visitor, judge, private_files, names):
    submission = visitor.send(*(upload(pdf(), name) for name in names))

    assert submission.files.count() == len(names)
    for file in submission.files.all():
        answer = judge.get(reverse("inzendingen:file", args=[file.pk]))
        assert len(file.name) <= 64
        assert not set(file.name) & set('/\\\r\n"\0<>;\u202e')
        assert answer["Content-Type"] == "application/octet-stream"
        assert answer["Content-Disposition"].startswith("attachment")
        assert "\n" not in answer["Content-Disposition"]
        assert private_files.resolve() in (private_files / file.stored.name).resolve().parents
        assert b"".join(answer.streaming_content).startswith(b"%PDF-")


ZIP = docx({"word/document.xml": "<w/>"})
HTML = b"<html><script>kanarie()</script>"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("zip.jpg", picture("JPEG") + ZIP),
        ("html.jpg", picture("JPEG", comment=HTML) + HTML),
        ("php.png", picture("PNG") + b"<?php kanarie(); ?>"),
        ("script.webp", picture("WEBP") + HTML),
        ("exif.jpg", picture("JPEG", exif=b"Exif\0\0" + HTML)),
    ],
)
def test_of_a_file_that_is_two_only_the_picture_is_kept(name, content):
    written = inspect(upload(content, name)).content

    assert b"kanarie" not in written
    assert b"PK\x03\x04" not in written


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("zip-achter-pdf.pdf", b"%PDF-1.7\n" + b"x" * 2000 + ZIP),
        ("pdf-in-html.pdf", HTML + pdf()),
        ("exe.docx", b"MZ" + ZIP),
        ("dubbel.docx", ZIP + ZIP),
    ],
)
def test_a_document_that_is_two_is_refused(name, content):
    with pytest.raises(Refused):
        inspect(upload(content, name))


MORE = {
    "state": "gepubliceerd",
    "stand": "gepubliceerd",
    "suspected_spam": "",
    "spam_signs": "[]",
    "page": "1",
    "page_id": "1",
    "taken_by": "1",
    "decided_by": "1",
    "secret_hash": "0" * 64,
    "key": "mijn-sleutel",
    "confirmed_at": "2020-01-01",
    "erased_at": "2020-01-01",
    "refusal_reason": "kanarie",
    "is_superuser": "1",
    "id": "7",
    "pk": "7",
}


@pytest.mark.parametrize("scripts", [True, False])
def test_fields_that_the_form_does_not_have_do_nothing(vocabulary, scripts):
    plain = Visitor("198.51.100.1", scripts=scripts).send()

    visitor = Visitor("198.51.101.1", scripts=scripts)
    forced = visitor.send(**MORE, gedaan="Iets anders.")

    assert forced.pk not in (7, plain.pk)
    told = {field: getattr(forced, field) for field in MORE if hasattr(forced, field)}
    expected = {field: getattr(plain, field) for field in told}
    for own in ("key", "secret_hash", "id", "pk"):
        assert told.pop(own, None) != MORE[own]
        expected.pop(own, None)
    assert told == expected
    assert "kanarie" not in visitor.text


def test_the_check_page_hands_on_no_field_that_is_not_ours(visitor):
    visitor.check(**MORE)

    assert "is_superuser" not in visitor.text
    assert "kanarie" not in visitor.text


@pytest.mark.parametrize(
    "header", [{"sec-fetch-site": "cross-site"}, {"origin": "https://elders.example"}]
)
@pytest.mark.parametrize("seen", [False, True], ids=["first", "with the page kept"])
def test_another_site_sends_nothing_in_the_name_of_a_visitor(visitor, client, header, seen):
    visitor.check()
    if seen:
        # What is kept for everybody must not open the door for anybody.
        for _ in range(2):
            client.get("/")
            client.get(FORM)

    refused = visitor.press("verstuur", headers=header)

    assert refused.status_code == 403
    assert "Dit formulier kwam van een andere site." in visitor.text
    assert good_answers()["titel"] in visitor.text
    assert not Submission.objects.exists()


def test_what_a_page_that_is_kept_says_is_of_nobody(client, vocabulary):
    """Two visitors get a ticket of their own, though public pages are kept."""
    first, second = Visitor(), Visitor("198.51.100.3")
    first.open()
    second.open()

    assert first.ticket != second.ticket
    assert "private" in first.page["Cache-Control"]


@pytest.mark.parametrize("act", ["draft", "refuse", "erase"])
def test_a_moderator_acts_only_from_our_own_page(submission, act, django_user_model):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    strict.force_login(django_user_model.objects.create_superuser("streng"))
    strict.get("/")

    answer = strict.post(
        reverse(f"inzendingen:{act}", args=[submission.pk]), {"reason": "x", "zeker": "on"}
    )

    assert answer.status_code == 403
    submission.refresh_from_db()
    assert submission.state == SubmissionState.RECEIVED
    assert not submission.erased_at


def test_guessing_addresses_is_held_up_and_true_ones_open(client, submission, settings):
    settings.SUBMISSIONS_PER_HOUR_PER_ADDRESS = 1
    guesses = [client.get(f"/volg/{number:043}/").status_code for number in range(14)]

    assert guesses == [*(12 * [404]), 429, 429]
    assert client.get(submission.status_path).status_code == 200
    assert client.get(f"/volg/{'a' * 43}/", REMOTE_ADDR="198.51.100.250").status_code == 404
    assert Attempt.objects.filter(action="misgokt").count() == 13


@pytest.mark.parametrize("path", ["/volg/x/", "/volg/", "/volg/../", f"/volg/{'a' * 44}/"])
def test_what_cannot_be_a_key_is_looked_up_nowhere(client, vocabulary, path):
    assert client.get(path).status_code in (301, 404)
    assert not Attempt.objects.exists()


def test_the_media_hold_nothing_that_waits(visitor, settings, client):
    visitor.send(jpeg(), **WITH_PHOTO)

    stored = SubmissionFile.objects.get().stored
    assert not str(stored.path).startswith(str(settings.MEDIA_ROOT))
    for path in (stored.name, f"media/{stored.name}", f"media/images/../../{stored.name}"):
        assert client.get(f"/{path}", follow=True).status_code in (400, 404)
    assert not str(site_settings.SUBMISSIONS_DIR).startswith(str(site_settings.STATIC_ROOT))
