"""What was sent in goes away again, everywhere. A canary shows whether anything stays behind."""

import datetime
from datetime import UTC

import pytest
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from lessons.models import PracticeExamplePage
from meegenomen.core.models import Organisation
from meegenomen.submissions.keeping import retention
from meegenomen.submissions.keeping.erasing import ErasedBy, erase
from meegenomen.submissions.keeping.retention import months_before
from meegenomen.submissions.models import RetentionSettings, Submission
from meegenomen.submissions.moderation import judging
from meegenomen.submissions.sender import following
from meegenomen.submissions.states import SubmissionState
from tests.factories import make_example
from tests.submissions.files import docx, jpeg, upload
from tests.submissions.visitor import WITH_PHOTO

CANARY = "kanariegeel"
WISH = {"wissen": "1", "zeker": "on"}


@pytest.fixture
def canary(visitor):
    """The word in every field a visitor can write in, and in the names of the files."""
    written = dict.fromkeys(("titel", "gedaan", "opgeleverd", "organisatie", "naam"), CANARY)
    return visitor.send(
        upload(jpeg().read(), f"{CANARY}.jpg"),
        upload(docx(), f"{CANARY}.docx"),
        **WITH_PHOTO | {"alt1": CANARY},
        **written,
        functie=CANARY,
        link=f"https://{CANARY}.example/",
        email=f"{CANARY}@voorbeeld.example",
    )


@pytest.fixture
def judging_user(django_user_model, db):
    return django_user_model.objects.create_superuser("moderator-in-dienst")


@pytest.fixture
def placed(canary, judging_user):
    """On the site, after an edit, so that there are several revisions."""
    page = judging.make_draft(canary, judging_user)
    page.title = "Een nieuwe titel"
    page.save_revision(user=judging_user).publish()
    canary.refresh_from_db()
    return canary


def places_of(word):
    """Every table and column of the database in which the word stands."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  our own tables
            columns = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                values = zip(columns, row, strict=True)
                found |= {(table, name) for name, value in values if word in str(value).casefold()}
    return found


def files_below(folder):
    return [path for path in folder.rglob("*") if path.is_file()] if folder.exists() else []


def test_the_canary_is_found_where_it_stands(canary):
    """Otherwise the tests below could not fail."""
    tables = {table for table, _ in places_of(CANARY)}
    assert {"submissions_submission", "submissions_submissionfile"} <= tables


@pytest.mark.parametrize("by", list(ErasedBy))
@pytest.mark.parametrize("how_far", ["received", "asked", "drafted", "refused"])
def test_what_never_was_public_goes_everywhere(
    canary, judging_user, private_files, settings, django_capture_on_commit_callbacks, by, how_far
):
    with django_capture_on_commit_callbacks(execute=True):
        if how_far in ("drafted", "refused"):
            page = judging.make_draft(canary, judging_user)
            page.save_revision(user=judging_user)
            assert files_below(settings.MEDIA_ROOT)
        if how_far == "asked":
            judging.ask(canary, judging_user, f"Wat is {CANARY}?")
            following.answer(canary, f"Dat is {CANARY}.")
            judging.ask(canary, judging_user, f"En wie is {CANARY}?")
        if how_far == "refused":
            judging.refuse(canary, judging_user, f"Wij plaatsen geen {CANARY}.")
    assert files_below(private_files)

    with django_capture_on_commit_callbacks(execute=True):
        assert erase(canary, by, user=judging_user)

    assert places_of(CANARY) == set()
    assert not files_below(private_files)
    assert not files_below(settings.MEDIA_ROOT)
    assert not PracticeExamplePage.objects.exists()
    assert not Organisation.objects.filter(name=CANARY).exists()
    canary.refresh_from_db()
    ended = SubmissionState.REFUSED if how_far == "refused" else SubmissionState.WITHDRAWN
    assert canary.state == ended
    entry = ModelLogEntry.objects.get(action="submissions.erase")
    assert entry.data == {"by": by.value}
    assert entry.user == judging_user


def test_after_the_term_the_page_stays_with_the_name_that_was_allowed(
    placed, client, private_files
):
    erase(placed, ErasedBy.TERM)

    placed.refresh_from_db()
    page = PracticeExamplePage.objects.get()
    assert placed.state == SubmissionState.PUBLISHED
    assert placed.page == page
    assert not any((placed.name, placed.role, placed.email, placed.done, placed.results))
    assert page.live
    assert page.contact == f"{CANARY}, {CANARY}"
    assert {table for table, _ in places_of(CANARY) if table.startswith("submissions")} == set()
    assert page.listing_image.title == "Een nieuwe titel"
    assert client.get(page.path_on_site).status_code == 200


def test_a_visitor_takes_the_name_off_the_page_and_out_of_its_history(placed, client):
    answer = client.post(placed.status_path, WISH, follow=True).content.decode()

    assert "We hebben gewist wat je instuurde." in answer
    assert "De pagina op de site blijft staan." in answer
    page = PracticeExamplePage.objects.get()
    assert page.live
    assert page.contact == ""
    assert page.revisions.count() > 1
    assert all(revision.content["contact"] == "" for revision in page.revisions.all())


@pytest.mark.parametrize("end", ["erase", "withdraw"])
def test_of_a_draft_that_was_thrown_away_nothing_stays(
    canary, judging_user, settings, django_capture_on_commit_callbacks, end
):
    with django_capture_on_commit_callbacks(execute=True):
        page = judging.make_draft(canary, judging_user)
        page.title = f"Een {CANARY}"
        page.save_revision(user=judging_user, log_action=True)
        PracticeExamplePage.objects.get().delete(user=judging_user)
        canary.refresh_from_db()
        judging.ask(canary, judging_user, "Hoe dan?")
        if end == "erase":
            erase(canary, ErasedBy.VISITOR)
        else:
            following.withdraw(canary)
            Submission.objects.update(title="", email="")
            canary.mails.all().delete()

    assert places_of(CANARY) == set()
    assert not files_below(settings.MEDIA_ROOT)


def test_a_photo_that_another_page_uses_stays(canary, judging_user):
    photo = judging.make_draft(canary, judging_user).listing_image
    other = make_example("Een ander voorbeeld")
    other.listing_image = photo
    other.save()

    erase(canary, ErasedBy.MODERATOR, user=judging_user)

    other.refresh_from_db()
    assert other.listing_image == photo


def test_an_organisation_that_was_there_stays(submission, judging_user):
    judging.make_draft(submission, judging_user)

    erase(submission, ErasedBy.VISITOR)

    assert Organisation.objects.filter(name="Gemeente Voorbeeldstad").exists()


def test_erasing_happens_once(canary):
    assert erase(canary, ErasedBy.VISITOR)
    assert not erase(canary, ErasedBy.TERM)


def test_the_visitor_must_be_sure(canary, judging_user, client):
    judging.refuse(canary, judging_user, "Nee.")
    assert 'name="wissen"' in client.get(canary.status_path).content.decode()

    answer = client.post(canary.status_path, {"wissen": "1"}).content.decode()

    assert "Vink eerst aan" in answer
    canary.refresh_from_db()
    assert canary.erased_at is None


def test_after_erasing_the_link_works_and_offers_it_no_more(canary, judging_user, client):
    judging.refuse(canary, judging_user, "Nee.")
    client.post(canary.status_path, WISH)

    again = client.get(canary.status_path)
    assert again.status_code == 200
    assert "Gewist" in again.content.decode()
    assert 'name="wissen"' not in again.content.decode()
    assert client.post(canary.status_path, WISH, follow=True).status_code == 200


def test_a_moderator_erases_in_the_queue_when_sure(judge, canary):
    path = reverse("inzendingen:erase", args=[canary.pk])
    assert "Vink eerst aan" in judge.post(path, follow=True).content.decode()
    assert places_of(CANARY)

    html = judge.post(path, {"zeker": "on"}, follow=True).content.decode()

    assert "De inzending is gewist." in html
    assert "Wis deze inzending" not in html
    assert places_of(CANARY) == set()


@pytest.mark.parametrize(
    ("state", "spam", "months", "gone"),
    [
        (SubmissionState.PUBLISHED, False, 11, False),
        (SubmissionState.PUBLISHED, False, 13, True),
        (SubmissionState.REFUSED, False, 2, False),
        (SubmissionState.REFUSED, False, 4, True),
        (SubmissionState.WITHDRAWN, False, 4, True),
        (SubmissionState.RECEIVED, True, 2, False),
        (SubmissionState.RECEIVED, True, 4, True),
        (SubmissionState.RECEIVED, False, 40, False),
        (SubmissionState.JUDGING, False, 40, False),
    ],
)
def test_each_has_its_term(canary, capsys, state, spam, months, gone):
    moment = months_before(timezone.now(), months)
    decided = None if state in (SubmissionState.RECEIVED, SubmissionState.JUDGING) else moment
    Submission.objects.update(
        state=state, suspected_spam=spam, received_at=moment, decided_at=decided
    )

    call_command("purge_submissions")

    assert f"Erased {int(gone)} submissions." in capsys.readouterr().out
    assert (places_of(CANARY) == set()) is gone


def test_the_term_is_a_setting_of_the_administrator(canary, moderator, judge):
    Submission.objects.update(
        state=SubmissionState.PUBLISHED, decided_at=months_before(timezone.now(), 3)
    )
    path = reverse(
        "wagtailsettings:edit",
        args=["submissions", "retentionsettings", RetentionSettings.load().pk],
    )
    assert judge.get(path).status_code == 302
    assert retention.erase_expired() == 0

    moderator.post(path, {"placed_months": 2, "other_months": 3})

    assert retention.erase_expired() == 1


@pytest.mark.parametrize(
    ("moment", "months", "before"),
    [
        ((2026, 11, 21), 12, (2025, 11, 21)),
        ((2026, 1, 31), 2, (2025, 11, 30)),
        ((2024, 3, 31), 1, (2024, 2, 29)),
        ((2026, 12, 1), 12, (2025, 12, 1)),
    ],
)
def test_months_are_those_of_the_calendar(moment, months, before):
    assert months_before(datetime.datetime(*moment, tzinfo=UTC), months) == datetime.datetime(
        *before, tzinfo=UTC
    )
