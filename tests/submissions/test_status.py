"""The visitor's own page: for who holds the secret, and nobody else."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from meegenomen.submissions.keys import hash_of, new_key, secret_of
from meegenomen.submissions.mails import sending
from meegenomen.submissions.models import Submission
from meegenomen.submissions.moderation import judging
from meegenomen.submissions.states import SubmissionState

SURE = {"intrekken": "1", "zeker": "on"}


def thanks_path(submission):
    return reverse("share_thanks", args=[secret_of(submission.key)])


def test_it_tells_no_search_engine_and_no_other_site(client, submission):
    for path in (
        submission.status_path,
        f"{submission.status_path}wijzig/",
        submission.status_path.replace("volg", "deel-jouw-inspiratie/bedankt", 1),
    ):
        response = client.get(path)
        assert response.status_code == 200
        assert "noindex" in response["X-Robots-Tag"]
        assert response["Referrer-Policy"] == "no-referrer"
        assert "no-store" in response["Cache-Control"]
        assert '<meta name="robots" content="noindex' in response.content.decode()
        assert 'rel="canonical"' not in response.content.decode()


@pytest.mark.parametrize("secret", ["a", "A" * 42, "A" * 43, "A" * 44, "1", "../../etc", "é" * 43])
def test_any_other_secret_finds_nothing(client, submission, secret):
    for path in (
        f"/volg/{secret}/",
        f"/volg/{secret}/wijzig/",
        f"/deel-jouw-inspiratie/bedankt/{secret}/",
    ):
        assert client.get(path).status_code == 404


def test_the_key_and_the_hash_open_nothing(client, submission):
    for known in (submission.key, submission.secret_hash, secret_of(submission.key).upper()):
        assert client.get(f"/volg/{known}/").status_code == 404


def test_the_secret_is_long_and_not_in_the_database(submission, tmp_path):
    secret = secret_of(submission.key)
    call_command("dumpdata", "submissions", output=str(tmp_path / "dump.json"))

    assert len(secret) == 43
    assert secret not in (tmp_path / "dump.json").read_text()
    assert len({secret_of(new_key()) for _ in range(100)}) == 100


def test_a_link_works_on_after_a_change_of_the_secret_key(client, submission, settings):
    path = submission.status_path
    settings.SECRET_KEY = "another"

    assert client.get(path).status_code == 200
    assert hash_of(path.split("/")[2]) == submission.secret_hash


def test_withdrawing_erases_all_but_the_title(client, submission, private_files):
    answer = client.post(submission.status_path, SURE, follow=True)

    assert "Ingetrokken" in answer.content.decode()
    sending.send_due()
    kept = Submission.objects.get()
    assert kept.state == SubmissionState.WITHDRAWN
    assert kept.title
    assert not any((kept.done, kept.results, kept.name, kept.role, kept.email, kept.link))
    assert not kept.files.exists()


def test_withdrawing_removes_the_files_themselves(
    client, submission, private_files, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        client.post(submission.status_path, SURE)

    assert not list((private_files / "inzendingen").iterdir())


def test_withdrawing_asks_whether_you_are_sure(client, submission):
    answer = client.post(submission.status_path, {"intrekken": "1"})

    assert "Vink eerst aan" in answer.content.decode()
    assert Submission.objects.get().state == SubmissionState.RECEIVED


def test_what_is_being_judged_cannot_be_withdrawn(client, submission, django_user_model):
    judging.make_draft(submission, django_user_model.objects.create_superuser("moderator"))
    assert 'name="intrekken"' not in client.get(submission.status_path).content.decode()

    answer = client.post(submission.status_path, SURE)

    assert answer.status_code == 409
    assert "Intrekken kan niet meer" in answer.content.decode()
    assert Submission.objects.get().done


def test_the_thank_you_page_leads_on_once_there_is_news(client, submission):
    path = thanks_path(submission)
    Submission.objects.update(state=SubmissionState.JUDGING)

    assert client.get(path).url == submission.status_path
