"""Texts and limits that are chosen in the admin, with defaults that need no database."""

import html

import pytest
from django.core.exceptions import ValidationError
from django.template import Context, Template
from django.urls import reverse

from meegenomen.submissions.guard.bounds import bounds
from meegenomen.submissions.models import (
    JudgingTexts,
    LimitSettings,
    MailKind,
    MailTexts,
    RetentionSettings,
)
from meegenomen.submissions.wording import placeholders, texts
from tests.factories import make_standard_page

pytestmark = pytest.mark.django_db


def test_an_empty_database_has_good_texts_and_stays_empty(settings):
    settings.SUBMISSIONS_PER_HOUR_PER_ADDRESS = 7

    assert len(texts.criteria()) > 3
    assert all(reason.title and reason.text for reason in texts.refusal_reasons())
    assert (bounds().per_hour_per_address, bounds().files, bounds().bytes) == (7, 5, 10 * 1024**2)
    for model in (JudgingTexts, LimitSettings, MailTexts, RetentionSettings):
        assert not model.objects.exists()


@pytest.mark.parametrize("kind", MailKind)
def test_each_standard_mail_has_only_what_we_can_fill_in(kind):
    text = MailTexts.current().text_of(kind)

    assert text.subject
    assert placeholders.fault_in_subject(text.subject) == ""
    assert placeholders.fault_in(text.body, kind) == ""


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Hallo {naam}, zie {link}", "{naam} kennen we hier niet"),
        ("Zie {link} en {vraag}", "{vraag} kennen we hier niet"),
        ("Zie {link} {", "losse accolade"),
        ("{{ submission.email }} {link}", "{ submission.email } kennen we hier niet"),
        ("{% load log %} {link}", "kennen we hier niet"),
        ("{link.__class__}", "kennen we hier niet"),
        ("{} {link}", "{} kennen we hier niet"),
        ("Bedankt.", "Zet {link} in de tekst"),
    ],
)
def test_what_we_cannot_fill_in_is_said_when_it_is_saved(body, said):
    with pytest.raises(ValidationError) as caught:
        MailTexts(received_body=body).full_clean()

    assert said in caught.value.message_dict["received_body"][0]


@pytest.mark.parametrize("subject", ["Over {titel}", "Dag\nBcc: x@example.org", "Dag\r", "\x00a"])
def test_a_subject_is_one_plain_line(subject):
    with pytest.raises(ValidationError):
        MailTexts(received_subject=subject).full_clean()


def test_braces_and_markup_of_a_visitor_are_text():
    values = {"titel": "{link} <b>vet</b>", "link": "https://x.example/volg/"}
    body = "Over {titel}:\n{link}\n\n<i>Dag</i>"

    assert placeholders.as_text(body, values) == (
        "Over {link} <b>vet</b>:\nhttps://x.example/volg/\n\n<i>Dag</i>"
    )
    assert placeholders.as_html(body, values) == (
        "<p>Over {link} &lt;b&gt;vet&lt;/b&gt;:<br>"
        '<a href="https://x.example/volg/">https://x.example/volg/</a></p>\n\n'
        "<p>&lt;i&gt;Dag&lt;/i&gt;</p>"
    )


def test_the_server_was_made_for_no_more_than_its_limits():
    for wrong in ({"files": 6}, {"megabytes": 11}, {"per_hour": 0}, {"files": 0}):
        with pytest.raises(ValidationError):
            LimitSettings(**wrong).full_clean()
    LimitSettings.objects.create(files=2, megabytes=3, per_hour=9)

    assert (bounds().files, bounds().megabytes, bounds().per_hour) == (2, 3, 9)


def test_the_criteria_are_shown_as_text_and_not_at_all_when_there_are_none():
    tag = Template("{% load submission_texts %}{% acceptance_criteria %}")
    assert texts.criteria()[0] in tag.render(Context())
    JudgingTexts.objects.create(criteria=[("criterion", "<b>Kort</b>")], reasons=[])

    assert "<li>&lt;b&gt;Kort&lt;/b&gt;</li>" in tag.render(Context())
    assert texts.refusal_reasons() == []

    JudgingTexts.objects.update(criteria=[])
    assert tag.render(Context()).strip() == ""


def test_a_page_that_is_kept_tells_a_new_term_at_once(client, site_tree):
    page = make_standard_page("Privacy", shows_retention=True)
    assert "na 12 maanden" in client.get(page.path_on_site).content.decode()
    term = RetentionSettings.load()
    term.placed_months = 5
    term.save()

    told = client.get(page.path_on_site).content.decode()
    assert "na 5 maanden" in told
    assert "na 12 maanden" not in told


def test_a_page_says_nothing_of_it_unless_asked(client, site_tree):
    page = make_standard_page("Over ons")
    assert "maanden" not in client.get(page.path_on_site).content.decode()


def test_the_term_is_told_as_it_was_set():
    tag = Template("{% load submission_texts %}{% retention_terms %}")
    assert "na 12 maanden" in tag.render(Context())
    RetentionSettings.objects.create(placed_months=1, other_months=7)

    told = tag.render(Context())
    assert "na 1 maand wat je instuurde" in told
    assert "na 7 maanden alles" in told


@pytest.mark.parametrize(
    ("model", "shown"),
    [
        (JudgingTexts, "Te weinig te leren"),
        (LimitSettings, "inzendingen per uur vanaf één internetadres"),
        (MailTexts, "Zolang de redactie niet is begonnen"),
        (RetentionSettings, "geplaatst: aantal maanden"),
    ],
)
def test_who_may_sees_what_the_site_says_now(moderator, judge, model, shown):
    name = model._meta.model_name
    opened = moderator.get(reverse("wagtailsettings:edit", args=["submissions", name]), follow=True)

    assert opened.status_code == 200
    assert shown.casefold() in html.unescape(opened.content.decode()).casefold()
    path = opened.redirect_chain[-1][0]
    assert judge.get(path).status_code == 302, "judging submissions is no right to change this"
