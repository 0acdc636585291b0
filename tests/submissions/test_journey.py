"""From an empty form to a thank-you page, without scripts and without a cookie."""

import pytest
from django.core import mail
from django.db import connection

from meegenomen.submissions.models import Attempt, Submission
from tests.submissions.files import docx, jpeg, upload
from tests.submissions.visitor import FORM, WITH_PHOTO, Visitor, good_answers


def test_a_visitor_shares_an_example_in_two_steps(visitor, django_capture_on_commit_callbacks):
    opened = visitor.open("?les=l-1")
    assert 'value="L-1" selected' in visitor.text
    visitor.age(60)

    checked = visitor.check(jpeg(), upload(docx(), "verslag.docx"), **WITH_PHOTO)
    assert "Klopt het zo?" in visitor.text
    assert not Submission.objects.exists()
    for shown in ("Eén balie voor jongeren", "Een lege balie", "verslag.docx", "Noor Willems"):
        assert shown in visitor.text

    with django_capture_on_commit_callbacks(execute=True):
        sent = visitor.press("verstuur")
    thanked = visitor.client.get(sent.url)
    followed = visitor.client.get(visitor.sent(sent).status_path)

    assert "je voorbeeld is binnen" in thanked.content.decode()
    assert "Ontvangen" in followed.content.decode()
    for response in (opened, checked, sent, thanked, followed):
        assert not response.cookies
        assert "Set-Cookie" not in response.headers
        assert "cookie" not in response.headers.get("Vary", "").lower()


def test_everything_that_was_said_is_kept(submission):
    submission.refresh_from_db()

    assert submission.title == "Eén balie voor jongeren"
    assert submission.done.startswith("Jongeren moesten op vijf plekken langs.\n\nNu")
    assert submission.results == "In één middag klaar."
    assert submission.stage == "Pilot"
    assert [theme.name for theme in submission.themes.all()] == ["Dienstverlening"]
    assert submission.other_theme
    assert submission.lesson.number == 1
    assert submission.organisation_type == "gemeente"
    assert submission.country.name == "Denemarken"
    assert submission.link == "https://www.voorbeeldstad.example/balie"
    assert submission.byline == "Noor Willems, Adviseur"
    assert submission.email == "noor@voorbeeldstad.example"
    assert submission.people_agree
    assert submission.show_name
    assert not submission.suspected_spam
    file = submission.files.get()
    assert (file.name, file.alt, file.kind) == ("balie.jpg", "Een lege balie", "foto")
    assert file.stored.size == file.size


def test_going_back_keeps_the_text_and_the_files(visitor):
    visitor.check(jpeg(), **WITH_PHOTO)

    visitor.press("wijzig")

    assert "Stap 1 van 2" in visitor.text
    assert 'value="Eén balie voor jongeren"' in visitor.text
    assert 'value="Een lege balie"' in visitor.text
    assert "balie.jpg" in visitor.text
    assert "Fout:" not in visitor.text
    changed = good_answers() | WITH_PHOTO | {"titel": "Toch anders"}
    visitor.post(changed)
    assert "Toch anders" in visitor.text
    assert visitor.sent(visitor.press("verstuur")).files.count() == 1


def test_a_file_can_be_taken_out_again(visitor, private_files):
    visitor.check(jpeg("een.jpg"), jpeg("twee.jpg"), alt1="Eén", alt2="Twee", beeld="on")
    visitor.press("wijzig")

    visitor.post(good_answers() | {"alt1": "Eén", "alt2": "Twee", "verwijder": "1"})

    assert "een.jpg" not in visitor.text
    assert "twee.jpg" in visitor.text
    assert 'value="Twee"' in visitor.text
    assert len(list((private_files / "wachtkamer").iterdir())) == 1


def test_a_second_click_sends_once(visitor):
    visitor.check(jpeg(), **WITH_PHOTO)
    check_page = visitor.page

    first = visitor.press("verstuur")
    visitor.page = check_page
    second = visitor.press("verstuur")
    visitor.page = check_page
    reloaded = visitor.press("wijzig")

    assert first.url == second.url == reloaded.url
    assert Submission.objects.count() == 1


def test_two_clicks_at_the_same_moment_make_one_submission(visitor, monkeypatch, private_files):
    visitor.check(jpeg(), **WITH_PHOTO)
    check_page = visitor.page
    first = visitor.press("verstuur")
    visitor.page = check_page
    # The second looks before the first has finished, and finds nothing yet.
    hidden = iter([Submission.objects.none()])
    real = Submission.objects.filter
    monkeypatch.setattr(
        type(Submission.objects),
        "filter",
        lambda self, *a, **k: next(hidden, None) or real(*a, **k),
    )

    second = visitor.press("verstuur")

    assert first.url == second.url
    assert Submission._default_manager.count() == 1
    assert len(list((private_files / "inzendingen").iterdir())) == 1


def test_a_failure_while_storing_leaves_nothing_half(visitor, monkeypatch):
    visitor.check(jpeg(), **WITH_PHOTO)

    def fail(self, *args, **kwargs):
        raise RuntimeError("the power went out")

    monkeypatch.setattr("meegenomen.submissions.models.SubmissionFile.save", fail)
    with pytest.raises(RuntimeError):
        visitor.press("verstuur")

    assert not Submission.objects.exists()
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from submissions_submission_themes")
        assert cursor.fetchone() == (0,)


def test_a_confirmation_is_mailed_when_there_is_an_address(
    visitor, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        submission = visitor.send()

    (message,) = mail.outbox
    assert message.to == ["noor@voorbeeldstad.example"]
    assert submission.status_path in message.body
    html, kind = message.alternatives[0]
    assert kind == "text/html"
    assert submission.status_path in html


def test_without_an_address_no_mail_goes_out_and_the_link_is_all_there_is(
    visitor, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        submission = visitor.send(email="")

    thanks = visitor.client.get(visitor.page.url).content.decode()
    assert not mail.outbox
    assert "Zonder deze link kun je je voorbeeld niet meer volgen" in thanks
    assert submission.status_path in thanks


def test_mail_that_fails_loses_no_submission(
    visitor, settings, monkeypatch, caplog, django_capture_on_commit_callbacks
):
    def refuse(self, messages):
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
    with django_capture_on_commit_callbacks(execute=True):
        submission = visitor.send()

    assert Submission.objects.filter(pk=submission.pk).exists()
    assert "No mail 'received' went out" in caplog.text


def test_what_was_written_as_markup_is_shown_as_text(visitor):
    attack = "<script>alert(1)</script>"
    submission = visitor.send(
        titel=attack, gedaan=attack, opgeleverd=attack, naam=attack, organisatie=attack
    )

    for path in (submission.status_path, visitor.page.url):
        assert attack not in visitor.client.get(path).content.decode()


def test_a_form_of_another_site_stores_nothing_but_keeps_the_text(visitor):
    visitor.check()
    for headers in (
        {"HTTP_SEC_FETCH_SITE": "cross-site"},
        {"HTTP_SEC_FETCH_SITE": "same-site"},
        {"HTTP_ORIGIN": "https://elders.example"},
        {"HTTP_ORIGIN": "null"},
    ):
        check_page = visitor.page
        refused = visitor.press("verstuur", **headers)
        assert refused.status_code == 403
        assert "Eén balie voor jongeren" in visitor.text
        visitor.page = check_page
    assert not Submission.objects.exists()

    assert visitor.press("verstuur", HTTP_SEC_FETCH_SITE="same-origin").status_code == 303


def test_files_that_waited_too_long_are_asked_for_again(visitor, private_files):
    visitor.check(jpeg(), **WITH_PHOTO)
    for file in (private_files / "wachtkamer").iterdir():
        file.unlink()

    visitor.press("verstuur")

    assert "kies ze opnieuw" in visitor.text
    assert 'value="Eén balie voor jongeren"' in visitor.text
    assert not Submission.objects.exists()


def test_a_post_without_any_field_is_answered_with_the_form(visitor):
    response = visitor.client.post(FORM)

    assert response.status_code == 200
    assert "langer dan een dag open" in response.content.decode()


def test_unknown_fields_change_nothing(visitor):
    submission = visitor.send(state="gepubliceerd", suspected_spam="", key="x", page="1")

    assert submission.state == "ontvangen"
    assert submission.key != "x"
    assert submission.page is None
    assert Attempt.objects.get().address_hash != "203.0.113.7"


def test_visitors_do_not_need_a_country_or_theme_from_the_list(vocabulary):
    submission = Visitor().send(land="Anders", thema=["Iets anders"], les="", link="", functie="")

    assert submission.country is None
    assert not submission.themes.exists()
    assert submission.other_theme
