"""Takes what a visitor sent away again, everywhere: by the term, by the visitor or by a moderator.

What stays is the row itself, without words: when it came, how it ended and which page it became.
"""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import ModelLogEntry, PageLogEntry, ReferenceIndex

from lessons.models import PracticeExamplePage
from meegenomen.submissions.audit import Act, note
from meegenomen.submissions.models import Submission
from meegenomen.submissions.moderation.adding import take_out
from meegenomen.submissions.states import OPEN_STATES, SubmissionState

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

WORDS = ("done", "results", "organisation", "link", "name", "role", "email", "refusal_reason")


class ErasedBy(models.TextChoices):
    TERM = "termijn", gettext_lazy("na de bewaartermijn")
    VISITOR = "inzender", gettext_lazy("op verzoek van de inzender")
    MODERATOR = "moderator", gettext_lazy("door een moderator")


def erase(submission: Submission, by: ErasedBy, *, user: "AbstractBaseUser | None" = None) -> bool:
    """False when it was erased already. A draft that never was public goes along."""
    with transaction.atomic():
        erased = _("Gewiste inzending %(number)s") % {"number": submission.pk}
        changes = {"title": erased, **dict.fromkeys(WORDS, ""), "erased_at": timezone.now()}
        todo = Submission.objects.filter(pk=submission.pk, erased_at=None)
        if not todo.update(**changes):
            return False
        had_name = submission.show_name
        submission.refresh_from_db()
        undecided = [SubmissionState.UNCONFIRMED, *OPEN_STATES]
        todo = Submission.objects.filter(pk=submission.pk, state__in=undecided)
        todo.update(state=SubmissionState.WITHDRAWN, decided_at=timezone.now(), decided_by=user)
        erase_files(submission)
        submission.mails.all().delete()
        submission.messages.all().delete()
        page = submission.page
        if page and not page.first_published_at:
            _erase_draft(page, erased)
            page = None
        elif page and had_name and by != ErasedBy.TERM:
            # The name stood there because the visitor allowed it, which ends here.
            _unname(page)
        if submission.added_to and submission.state != SubmissionState.PUBLISHED:
            take_out(submission)
        elif submission.added_to:
            page = submission.added_to
        erase_what_was_made(submission, page, erased)
        note(submission, Act.ERASE, user=user, by=by.value)
    return True


def erase_files(submission: Submission) -> None:
    for file in submission.files.all():
        transaction.on_commit(partial(file.stored.delete, save=False), robust=True)
    submission.files.all().delete()


def erase_what_was_made(
    submission: Submission, page: PracticeExamplePage | None, erased: str
) -> None:
    """Of it, but for what `page` shows, that is or was public."""
    _erase_copies(submission, page, erased)
    _erase_organisation(submission)
    _erase_log_of_lost_drafts(submission, erased)


def _erase_draft(page: PracticeExamplePage, erased: str) -> None:
    """With its revisions; of its log stays what was done, not the title."""
    number = page.pk
    page.delete()
    _erase_log_of([number], erased)


def _erase_log_of_lost_drafts(submission: Submission, erased: str) -> None:
    """Drafts that a moderator threw away; which those were, the log of the submission knows."""
    drafted = ModelLogEntry.objects.for_instance(submission).filter(action=Act.DRAFT)
    numbers = {entry.data["page"] for entry in drafted if "page" in entry.data}
    there = PracticeExamplePage.objects.filter(pk__in=numbers).values_list("pk", flat=True)
    _erase_log_of(numbers - set(there), erased)


def _erase_log_of(pages: Iterable[int], erased: str) -> None:
    # The data too: that a page was renamed is noted with its old title.
    PageLogEntry.objects.filter(page_id__in=pages).update(label=erased, data={})


def _unname(page: PracticeExamplePage) -> None:
    for revision in page.revisions.all():
        if revision.content.get("contact"):
            revision.content["contact"] = ""
            revision.save(update_fields=["content"])
    page.contact = ""
    page.save()


def _erase_copies(submission: Submission, page: PracticeExamplePage | None, erased: str) -> None:
    """From the libraries, but for what a page shows or showed."""
    shown = _shown_on(page) if page else set()
    for copy in submission.copies.select_related("image", "document"):
        item: Any = copy.image or copy.document
        if page and item in shown:
            if copy.image:
                # It held what the visitor called the file.
                copy.image.title = page.title
                copy.image.save()
            continue
        if ReferenceIndex.get_references_to(item).exists():
            continue
        entries = ModelLogEntry.objects.for_instance(item)
        item.delete()
        entries.update(label=erased)


def _shown_on(page: PracticeExamplePage) -> set[models.Model]:
    values = [block.value for block in page.body if block.block_type in ("image", "document")]
    items = [value.get("image") or value.get("document") for value in values]
    return {item for item in (*items, page.listing_image) if item}


def _erase_organisation(submission: Submission) -> None:
    """Which the draft added to the list, when nothing else names it."""
    made = submission.made_organisation
    if made is None:
        return
    try:
        with transaction.atomic():
            made.delete()
    except models.ProtectedError:
        return
