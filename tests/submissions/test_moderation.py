"""From the queue of the moderators to a draft, and on to the site or back to the visitor."""

import pytest
from django.core import mail
from django.urls import reverse

from lessons.models import PracticeExamplePage
from meegenomen.core.models import Organisation
from meegenomen.home.models import HomePage
from meegenomen.submissions.form.choices import suggested_organisations
from meegenomen.submissions.models import OutgoingMail, Submission
from meegenomen.submissions.moderation import judging
from meegenomen.submissions.moderation.queue import waiting_count
from meegenomen.submissions.states import SubmissionState
from tests.factories import make_example
from tests.submissions.files import docx, jpeg, upload
from tests.submissions.visitor import WITH_PHOTO

QUEUE = "/beheer/inzendingen/"


def act(client, submission, name, **data):
    return client.post(reverse(f"inzendingen:{name}", args=[submission.pk]), data)


def seen(client, submission):
    return client.get(submission.status_path).content.decode()


def status_of(client, document):
    response = client.get(document.url)
    if response.streaming:
        # To the end, which closes the file; close() would take the database along.
        b"".join(response.streaming_content)
    return response.status_code


@pytest.fixture
def full(visitor):
    """With a photo and a document."""
    return visitor.send(jpeg(), upload(docx(), "verslag.docx"), **WITH_PHOTO)


def test_one_action_makes_a_draft_with_everything_in_it(moderator, full):
    answer = act(moderator, full, "draft")

    page = PracticeExamplePage.objects.get()
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert not page.live
    assert page.title == "Eén balie voor jongeren"
    assert page.summary == "Jongeren moesten op vijf plekken langs."
    assert page.origin == "inzending"
    assert page.stage == "Pilot"
    assert page.organisation == Organisation.objects.get(name="Gemeente Voorbeeldstad")
    assert page.organisation_type == "gemeente"
    assert [theme.name for theme in page.themes.all()] == ["Dienstverlening"]
    assert [country.name for country in page.countries.all()] == ["Denemarken"]
    assert [lesson.number for lesson in page.lessons.all()] == [1]
    assert page.results == "<p>In één middag klaar.</p>"
    assert page.link == "https://www.voorbeeldstad.example/balie"
    assert page.contact == "Noor Willems, Adviseur"
    assert [block.block_type for block in page.body] == ["paragraph", "image", "document"]
    text, photo, document = (block.value for block in page.body)
    assert "op vijf plekken langs.</p>" in text.source
    assert photo["alt"] == "Een lege balie"
    assert photo["image"] == page.listing_image
    assert photo["image"].collection.name == "Inzendingen"
    assert photo["image"].get_rendition("width-32")
    assert document["document"].title == "verslag.docx"
    full.refresh_from_db()
    assert full.page == page
    assert full.state == SubmissionState.JUDGING
    assert full.taken_by.username == "moderator"


def test_the_draft_opens_in_the_editor_with_all_of_it(moderator, full):
    edit = act(moderator, full, "draft", follow=True).url

    html = moderator.get(edit).content.decode()

    assert "verslag.docx" in html
    assert "Een lege balie" in html


def test_what_a_visitor_writes_is_no_markup_on_the_page(moderator, visitor):
    submission = visitor.send(gedaan="<b>vet</b> <script>x</script>", opgeleverd="<i>ja</i>")
    act(moderator, submission, "draft")

    page = PracticeExamplePage.objects.get()
    assert "<script>" not in page.body[0].value.source
    assert "&lt;b&gt;" in page.body[0].value.source
    assert page.results == "<p>&lt;i&gt;ja&lt;/i&gt;</p>"


def test_who_wants_no_name_is_not_named_on_the_page(moderator, visitor):
    submission = visitor.send(
        jpeg(), **WITH_PHOTO, naam_tonen=None, organisatie="Gemeente Verborgen", soort="Provincie"
    )
    act(moderator, submission, "draft")

    page = PracticeExamplePage.objects.get()
    page.save_revision().publish()
    html = moderator.get(page.url).content.decode()
    assert page.organisation is None
    assert page.organisation_type == "provincie"
    for name in ("Verborgen", "Noor", "Willems", "Adviseur"):
        assert name not in html
        assert name not in page.listing_image.credit
    assert not Organisation.objects.filter(name="Gemeente Verborgen").exists()


def test_an_unknown_organisation_is_added_but_not_suggested_before_it_is_public(moderator, visitor):
    submission = visitor.send(organisatie="Gemeente Nieuwstad")
    act(moderator, submission, "draft")

    page = PracticeExamplePage.objects.get()
    assert page.organisation.name == "Gemeente Nieuwstad"
    assert "Gemeente Nieuwstad" not in suggested_organisations()
    page.save_revision().publish()
    assert "Gemeente Nieuwstad" in suggested_organisations()


def test_published_the_status_link_says_so_with_the_address(
    moderator, full, visitor, django_capture_on_commit_callbacks
):
    act(moderator, full, "draft")
    assert "In behandeling" in seen(visitor.client, full)
    OutgoingMail.objects.all().delete()
    page = PracticeExamplePage.objects.get()

    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()

    told = seen(visitor.client, full)
    assert "Gepubliceerd" in told
    assert f'href="{page.path_on_site}"' in told
    (message,) = mail.outbox
    assert page.path_on_site in message.body
    assert full.status_path in message.body

    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    assert len(mail.outbox) == 1, "a later change is no news"


@pytest.mark.parametrize("way", ["unpublish", "delete"])
def test_the_status_link_knows_when_the_page_is_gone(moderator, full, visitor, way):
    act(moderator, full, "draft")
    page = PracticeExamplePage.objects.get()
    page.save_revision().publish()

    getattr(PracticeExamplePage.objects.get(), way)()

    told = seen(visitor.client, full)
    assert "weer afgehaald" in told
    assert page.path_on_site not in told


def test_a_draft_that_was_thrown_away_can_be_made_again(moderator, full):
    act(moderator, full, "draft")
    PracticeExamplePage.objects.get().delete()

    act(moderator, full, "draft")

    assert PracticeExamplePage.objects.count() == 1


def test_documents_open_to_the_public_only_while_the_page_is(moderator, full, client):
    act(moderator, full, "draft")
    page = PracticeExamplePage.objects.get()
    document = page.body[2].value["document"]
    photo = page.listing_image
    assert status_of(client, document) == 302, "to the sign-in page"
    assert "balie" not in photo.file.name

    page.save_revision().publish()
    assert status_of(client, document) == 200

    PracticeExamplePage.objects.get().unpublish()
    assert status_of(client, document) == 302


def test_refusing_gives_the_visitor_the_reason(
    moderator, full, visitor, django_capture_on_commit_callbacks
):
    OutgoingMail.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        act(moderator, full, "refuse", reason="Dit gaat over <b>reclame</b>.")

    told = seen(visitor.client, full)
    assert "Niet geplaatst" in told
    assert "Dit gaat over &lt;b&gt;reclame&lt;/b&gt;." in told
    (message,) = mail.outbox
    assert "Dit gaat over <b>reclame</b>." in message.body
    assert "&lt;b&gt;reclame" in message.alternatives[0][0]


def test_refusing_needs_a_reason(moderator, full):
    answer = act(moderator, full, "refuse", reason="  ")

    full.refresh_from_db()
    assert full.state == SubmissionState.RECEIVED
    assert "Geef een reden" in answer.content.decode()


@pytest.mark.parametrize(
    ("first", "second"),
    [("draft", "draft"), ("refuse", "draft"), ("refuse", "refuse")],
)
def test_of_two_moderators_one_acts_and_the_other_hears_it(moderator, judge, full, first, second):
    act(moderator, full, first, reason="Eerst")
    pages = PracticeExamplePage.objects.count()

    answer = act(judge, full, second, reason="Later")

    assert "iemand was je voor" in judge.get(answer.url).content.decode()
    full.refresh_from_db()
    assert full.refusal_reason in ("", "Eerst")
    assert PracticeExamplePage.objects.count() == pages


def test_a_draft_that_fails_halfway_leaves_nothing(full, settings, monkeypatch, django_user_model):
    user = django_user_model.objects.create_superuser("moderator")

    def fail(self, *args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(PracticeExamplePage, "save_revision", fail)
    with pytest.raises(RuntimeError):
        judging.make_draft(full, user)

    full.refresh_from_db()
    assert full.state == SubmissionState.RECEIVED
    assert not PracticeExamplePage.objects.exists()
    assert not [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]


def test_the_menu_and_the_dashboard_count_what_waits(judge, submission):
    html = judge.get("/beheer/").content.decode()

    assert "Inzendingen (1)" in html
    assert "Eén balie voor jongeren" in html
    assert waiting_count() == 1


def test_a_moderator_reads_all_of_it_and_takes_the_files_along(judge, full):
    html = judge.get(f"{QUEUE}{full.pk}/").content.decode()
    for shown in ("noor@voorbeeldstad.example", "Een lege balie", "verslag.docx", "vijf plekken"):
        assert shown in html

    for file in full.files.all():
        response = judge.get(reverse("inzendingen:file", args=[file.pk]))
        assert response["Content-Disposition"].startswith("attachment;")
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Type"] == "application/octet-stream"
        assert len(b"".join(response.streaming_content)) == file.size


def paths_of_the_queue(submission):
    file = submission.files.first()
    return [
        ("get", QUEUE),
        ("get", f"{QUEUE}results/"),
        ("get", f"{QUEUE}{submission.pk}/"),
        ("get", reverse("inzendingen:file", args=[file.pk])),
        ("post", reverse("inzendingen:draft", args=[submission.pk])),
        ("post", reverse("inzendingen:refuse", args=[submission.pk])),
        ("post", reverse("inzendingen:erase", args=[submission.pk])),
        ("post", reverse("inzendingen:mail", args=[submission.pk])),
    ]


def test_nobody_else_gets_into_the_queue(client, editor, submission):
    for method, path in paths_of_the_queue(submission):
        for outsider in (client, editor):
            response = getattr(outsider, method)(path, {"reason": "x", "zeker": "on"})
            assert response.status_code == 302, path
            assert response.url.startswith("/beheer/")
    submission.refresh_from_db()
    assert submission.state == SubmissionState.RECEIVED
    dashboard = editor.get("/beheer/").content.decode()
    assert "Eén balie voor jongeren" not in dashboard
    assert "Inzendingen" not in dashboard


def test_a_submission_is_nowhere_on_the_public_site_before_it_is_published(
    moderator, visitor, full, client
):
    make_example("Een ander voorbeeld")
    Submission.objects.update(title="Kanariegeel", done="kanariegeel", organisation="Kanariegeel")
    act(moderator, full, "draft")

    paths = [
        "/zoeken/?thema=dienstverlening",
        "/feeds/nieuw.atom",
        "/sitemap.xml",
        "/deel-jouw-inspiratie/",
    ]
    paths += [
        page.specific.path_on_site for page in HomePage.objects.get().get_descendants(True).live()
    ]
    for path in paths:
        assert "kanariegeel" not in client.get(path).content.decode().casefold(), path
    found = client.get("/zoeken/?q=kanariegeel").content.decode()
    assert "/voorbeelden/kanariegeel/" not in found
