"""What a visitor does on the status page: answer and correct, once, and without losing a word."""

import pytest
from django.utils.html import escape

from meegenomen.submissions.models import MAX_MESSAGE, Message, Submission
from meegenomen.submissions.moderation import judging
from meegenomen.submissions.sender.history import Kind, history_of
from meegenomen.submissions.states import SubmissionState
from tests.submissions.visitor import good_answers

SENT = {"beantwoord": "1", "antwoord": "Het waren er veertig."}
KEPT = ("kaartje", "akkoord", "beeld")


@pytest.fixture
def colleague(django_user_model, db):
    return django_user_model.objects.create_superuser("collega")


@pytest.fixture
def asked(submission, colleague):
    judging.ask(submission, colleague, "Hoeveel <b>jongeren</b> kwamen er?")
    return submission


def answer(client, submission, **changes):
    question = submission.messages.filter(from_visitor=False).last()
    return client.post(
        submission.status_path, SENT | {"vraag": str(question.pk)} | changes, follow=True
    )


def correction(**changes):
    said = {name: value for name, value in good_answers().items() if name not in KEPT}
    return said | changes


def correct(client, submission, **changes):
    return client.post(f"{submission.status_path}wijzig/", correction(**changes), follow=True)


def test_a_question_is_answered_on_the_page(client, asked):
    page = client.get(asked.status_path).content.decode()
    assert "Hoeveel &lt;b&gt;jongeren&lt;/b&gt; kwamen er?" in page
    assert 'name="antwoord"' in page

    done = answer(client, asked)

    assert done.redirect_chain == [(f"{asked.status_path}?klaar=antwoord", 303)]
    page = done.content.decode()
    assert "Je antwoord is bij de redactie." in page
    assert "Het waren er veertig." in page
    assert 'name="antwoord"' not in page
    assert Submission.objects.get().state == SubmissionState.JUDGING


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Vul je antwoord in."),
        (" \x00\n ", "Vul je antwoord in."),
        ("a" * (MAX_MESSAGE + 1), "gebruik hoogstens 2000 tekens. Nu zijn het er 2001."),
    ],
)
def test_an_answer_that_is_empty_or_too_long_is_asked_again(client, asked, text, said):
    page = answer(client, asked, antwoord=text).content.decode()

    assert said in page
    assert text.strip(" \x00\n") in page
    assert not Message.objects.filter(from_visitor=True).exists()


def test_a_second_click_answers_once(client, asked):
    first, second = answer(client, asked), answer(client, asked)

    assert first.redirect_chain == second.redirect_chain
    assert Message.objects.filter(from_visitor=True).count() == 1


def test_an_answer_to_an_older_question_does_not_count_for_a_newer_one(client, asked, colleague):
    first = Message.objects.get()
    answer(client, asked)
    asked.refresh_from_db()
    judging.ask(asked, colleague, "En waar?")

    late = answer(client, asked, vraag=str(first.pk), antwoord="Nog iets over de eerste.")

    assert late.status_code == 409
    page = late.content.decode()
    assert "Je antwoord is niet verstuurd." in page
    assert "Nog iets over de eerste." in page
    assert Message.objects.filter(from_visitor=True).count() == 1
    assert Submission.objects.get().state == SubmissionState.QUESTION


def test_an_answer_that_comes_too_late_is_given_back(client, asked, colleague):
    judging.refuse(asked, colleague, "Te laat.")

    late = answer(client, asked)

    assert late.status_code == 409
    assert SENT["antwoord"] in late.content.decode()
    assert not Message.objects.filter(from_visitor=True).exists()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"HTTP_SEC_FETCH_SITE": "cross-site"}, 403),
        ({"HTTP_SEC_FETCH_SITE": "cross-site", "HTTP_ORIGIN": "null"}, 403),
        ({"HTTP_ORIGIN": "https://elders.example"}, 403),
        ({"HTTP_SEC_FETCH_SITE": "same-origin", "HTTP_ORIGIN": "null"}, 303),
        ({"HTTP_ORIGIN": "null"}, 303),
    ],
)
def test_another_site_answers_and_corrects_nothing(client, asked, headers, status):
    question = Message.objects.get()
    for path, said, typed in (
        (f"{asked.status_path}wijzig/", correction(titel="Gewijzigd"), "Gewijzigd"),
        (asked.status_path, SENT | {"vraag": question.pk}, SENT["antwoord"]),
    ):
        response = client.post(path, said, **headers)
        assert response.status_code == status
        if status == 403:
            assert typed in response.content.decode(), "nothing typed is lost"
    changed = Submission.objects.get().title == "Gewijzigd"
    assert changed is (status == 303)


def test_a_mistake_is_corrected_in_a_form_that_is_filled_in(client, submission):
    form = client.get(f"{submission.status_path}wijzig/").content.decode()
    for shown in (
        'value="Eén balie voor jongeren"',
        'value="L-1" selected',
        'value="Denemarken" selected',
        'value="noor@voorbeeldstad.example"',
    ):
        assert shown in form
    assert form.count("checked") == 4, "the stage, two themes and the name"

    done = correct(client, submission, titel="Twee balies", thema=["Iets anders"], naam_tonen="")

    assert done.redirect_chain == [(f"{submission.status_path}?klaar=wijziging", 303)]
    assert "Je wijziging is bewaard." in done.content.decode()
    assert "Door jou gewijzigd" in done.content.decode()
    kept = Submission.objects.get()
    assert kept.title == "Twee balies"
    assert list(kept.themes.all()) == []
    assert kept.other_theme
    assert not kept.show_name
    assert kept.people_agree, "consents and files stay as they were"
    assert kept.files.count() == 1
    assert kept.state == SubmissionState.RECEIVED


def test_a_correction_that_is_not_right_is_asked_again(client, submission):
    page = correct(client, submission, titel="", link="http://x.example", gedaan="Wat ik typte")

    html = page.content.decode()
    assert page.status_code == 200
    assert "Vul een titel in." in html
    assert "met https:// ervoor" in html
    assert "Wat ik typte" in html
    assert Submission.objects.get().title == "Eén balie voor jongeren"


def test_who_is_asked_something_may_correct_as_well(client, asked):
    correct(client, asked, titel="Twee balies")

    assert Submission.objects.get().title == "Twee balies"
    assert Submission.objects.get().state == SubmissionState.QUESTION


@pytest.mark.parametrize("first", ["take", "draft", "question about a draft"])
def test_a_correction_after_an_editor_began_changes_nothing_and_loses_nothing(
    client, submission, colleague, first
):
    if first == "take":
        judging.take(submission, colleague)
    else:
        judging.make_draft(submission, colleague)
        if first != "draft":
            judging.ask(submission, colleague, "Hoeveel?")

    late = correct(client, submission, titel="Te laat & <b>vet</b>")

    assert late.status_code == 409
    assert "Je wijziging is niet bewaard." in late.content.decode()
    assert f'value="{escape("Te laat & <b>vet</b>")}"' in late.content.decode()
    assert "Bewaar je wijziging" not in late.content.decode()
    kept = Submission.objects.get()
    assert kept.title == "Eén balie voor jongeren"
    assert kept.corrected_at is None
    assert client.get(f"{submission.status_path}wijzig/").url == submission.status_path
    assert "/wijzig/" not in client.get(submission.status_path).content.decode()


def test_nobody_corrects_more_than_the_form_asks(client, submission):
    correct(
        client,
        submission,
        state="gepubliceerd",
        suspected_spam="on",
        key="x",
        email="ander@voorbeeldstad.example",
    )

    kept = Submission.objects.get()
    assert kept.state == SubmissionState.RECEIVED
    assert not kept.suspected_spam
    assert kept.key == submission.key
    assert kept.email == "ander@voorbeeldstad.example"


@pytest.mark.parametrize("page", ["", "wijzig/"])
def test_far_too_much_text_is_refused_in_words(client, asked, settings, page):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000

    response = client.post(f"{asked.status_path}{page}", SENT | {"gedaan": "a" * 2000})

    assert response.status_code == 413
    assert "Er is niets veranderd" in response.content.decode()


def test_who_changes_very_often_has_to_wait_and_loses_nothing(client, asked, settings):
    settings.SUBMISSIONS_PER_HOUR_PER_ADDRESS = 1
    for number in range(6):
        assert correct(client, asked, titel=f"Titel {number}").status_code == 200

    stopped = correct(client, asked, titel="Titel 7")
    unanswered = answer(client, asked)

    assert (stopped.status_code, unanswered.status_code) == (429, 429)
    assert "Titel 7" in stopped.content.decode()
    assert SENT["antwoord"] in unanswered.content.decode()
    assert Submission.objects.get().title == "Titel 5"
    erased = client.post(asked.status_path, {"wissen": "1", "zeker": "on"}, follow=True)
    assert "Gewist" in erased.content.decode(), "that is a right, however often somebody asked"


def test_the_address_does_not_make_the_page_say_what_is_not_so(client, submission):
    for what in ("antwoord", "wijziging", "<b>x</b>"):
        page = client.get(f"{submission.status_path}?klaar={what}").content.decode()
        assert 'role="status"' not in page


def kinds(submission):
    submission.refresh_from_db()
    steps = history_of(submission)
    return [step.kind for step in steps], [step.kind for step in steps if step.is_now]


def test_the_history_tells_what_happened_and_where_it_stands(client, submission, colleague):
    assert kinds(submission) == ([Kind.RECEIVED], [Kind.RECEIVED])
    correct(client, submission)
    assert kinds(submission) == ([Kind.RECEIVED, Kind.CORRECTED], [Kind.RECEIVED])
    judging.ask(submission, colleague, "Hoeveel?")
    so_far = [Kind.RECEIVED, Kind.CORRECTED, Kind.TAKEN, Kind.QUESTION]
    assert kinds(submission) == (so_far, [Kind.QUESTION])
    answer(client, submission)
    assert kinds(submission) == ([*so_far, Kind.ANSWER], [Kind.ANSWER])
    judging.refuse(submission, colleague, "Nee.")
    assert kinds(submission) == ([*so_far, Kind.ANSWER, Kind.REFUSED], [Kind.REFUSED])
    client.post(submission.status_path, {"wissen": "1", "zeker": "on"})
    ended = [Kind.RECEIVED, Kind.CORRECTED, Kind.TAKEN, Kind.REFUSED, Kind.ERASED]
    assert kinds(submission) == (ended, [Kind.ERASED])


@pytest.mark.parametrize("state", SubmissionState)
def test_every_state_has_its_page(client, submission, state):
    Submission.objects.update(state=state, taken_at="2026-01-01T00:00Z", decided_at=None)

    assert client.get(submission.status_path).status_code == 200
