"""A submission as a part of a page that is there already: in a draft first, and out with it."""

import pytest
from django.contrib.auth.models import User

from meegenomen.submissions.keeping.erasing import ErasedBy, erase
from meegenomen.submissions.models import MailKind, OutgoingMail
from meegenomen.submissions.moderation import adding, judging
from meegenomen.submissions.states import SubmissionState
from tests.factories import make_example
from tests.submissions.files import docx, jpeg, upload
from tests.submissions.rows import attach, put
from tests.submissions.test_erasing import places_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]
CANARY = "kanariegeel"


@pytest.fixture
def user():
    return User.objects.create_superuser("moderator")


@pytest.fixture
def page():
    made = make_example("Borger.dk")
    made.save_revision().publish()
    return type(made).objects.get(pk=made.pk)


@pytest.fixture
def added(user, page):
    submission = put(f"Ook {CANARY}", done=f"<b>{CANARY}</b> & meer", link="https://x.example/")
    attach(submission, jpeg(), alt="Een lege balie")
    attach(submission, upload(docx(), f"{CANARY}.docx"))
    adding.add_to(submission, user, page)
    return submission


def draft_of(page):
    return type(page).objects.get(pk=page.pk).get_latest_revision_as_object()


def test_it_goes_into_a_draft_as_marked_blocks_and_changes_nothing_public(added, page, client):
    draft = draft_of(page)

    blocks = list(draft.body)[-len(added.added_blocks) :]
    assert [block.id for block in blocks] == added.added_blocks
    kinds = [block.block_type for block in blocks]
    assert kinds == ["heading", "paragraph", "paragraph", "image", "document"]
    assert blocks[0].value["text"] == f"Aanvulling: Ook {CANARY}"
    assert "Van Gemeente Voorbeeldstad." in blocks[1].value.source
    assert f"&lt;b&gt;{CANARY}&lt;/b&gt; &amp; meer" in blocks[1].value.source
    assert 'href="https://x.example/"' in blocks[2].value.source
    assert blocks[3].value["image"].collection.name == "Inzendingen"
    assert blocks[4].value["document"].collection.name == "Inzendingen in behandeling"
    live = type(page).objects.get(pk=page.pk)
    assert live.live
    assert live.has_unpublished_changes
    assert live.title == "Borger.dk"
    assert len(live.body) == len(page.body)
    assert CANARY not in client.get(page.url).content.decode()
    assert added.state == SubmissionState.JUDGING
    assert not OutgoingMail.objects.filter(kind=MailKind.PUBLISHED).exists()


def test_published_the_visitor_is_told_once_with_the_page(added, page, client):
    draft_of(page).save_revision().publish()

    added.refresh_from_db()
    assert added.state == SubmissionState.PUBLISHED
    assert added.placed_on == page
    assert added.answered_at == added.decided_at
    assert OutgoingMail.objects.filter(kind=MailKind.PUBLISHED, submission=added).count() == 1
    told = client.get(added.status_path).content.decode()
    assert f'href="{page.path_on_site}"' in told
    document = type(page).objects.get(pk=page.pk).body[-1].value["document"]
    assert document.collection.name == "Inzendingen"

    draft_of(page).save_revision().publish()
    assert OutgoingMail.objects.filter(kind=MailKind.PUBLISHED).count() == 1


def test_a_page_that_comes_out_without_its_blocks_tells_nobody(added, page):
    page.save_revision().publish()

    added.refresh_from_db()
    assert added.state == SubmissionState.JUDGING

    adding.note_placed(added, User.objects.get())
    assert added.state == SubmissionState.PUBLISHED
    with pytest.raises(judging.TooLate):
        adding.note_placed(added, User.objects.get())


def test_it_is_not_added_twice_nor_drafted_as_well(added, page, user):
    for act in (
        lambda: adding.add_to(added, user, page),
        lambda: judging.make_draft(added, user),
        lambda: judging.mark_spam(added, user),
    ):
        with pytest.raises(judging.TooLate):
            act()


def test_who_wants_no_name_is_not_named(user, page):
    submission = put("Zonder naam", show_name=False, organisation="Gemeente Verborgen")
    attach(submission, upload(docx(), "Gemeente Verborgen.docx"))

    adding.add_to(submission, user, page)

    assert "Verborgen" not in str(draft_of(page).body.get_prep_value())
    assert not [place for place in places_of("verborgen") if not place[0].startswith("submissions")]


@pytest.mark.parametrize("by", list(ErasedBy))
def test_erasing_takes_it_out_of_the_draft_again(
    added, page, user, by, settings, django_capture_on_commit_callbacks
):
    draft_of(page).save_revision()

    with django_capture_on_commit_callbacks(execute=True):
        assert erase(added, by, user=user)

    assert places_of(CANARY) == set()
    assert not [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]
    assert type(page).objects.get(pk=page.pk).live
    assert len(draft_of(page).body) == len(page.body)


def test_once_public_the_text_is_the_editors(added, page, user):
    draft_of(page).save_revision().publish()
    added.refresh_from_db()

    erase(added, ErasedBy.TERM, user=user)

    after = type(page).objects.get(pk=page.pk)
    assert len(after.body) == len(page.body) + len(added.added_blocks)
    assert (
        after.body[-2].value["image"].file.storage.exists(after.body[-2].value["image"].file.name)
    )


def test_an_addition_that_fails_halfway_leaves_nothing(page, user, settings, monkeypatch):
    submission = put("Mislukt")
    attach(submission, jpeg(), alt="Een balie")

    def fail(self, *args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(type(page), "save_revision", fail)
    with pytest.raises(RuntimeError):
        adding.add_to(submission, user, page)

    submission.refresh_from_db()
    assert submission.state == SubmissionState.RECEIVED
    assert submission.added_to is None
    assert not [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]
