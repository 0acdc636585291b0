"""A submission as a draft page: every answer in its place, ready for an editor."""

from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile
from django.utils.html import escape, linebreaks
from django.utils.text import Truncator
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.log_actions import log
from wagtail.rich_text import RichText

from lessons.models import PracticeExampleIndexPage, PracticeExamplePage
from lessons.statuses import Origin
from meegenomen.core.models import Organisation
from meegenomen.submissions.libraries import public_collection, waiting_collection
from meegenomen.submissions.models import LibraryCopy, Submission, SubmissionFile

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

SUMMARY_LENGTH = 300


class Draft:
    def __init__(self, submission: Submission, user: "AbstractBaseUser") -> None:
        self._submission = submission
        self._user = user
        self._copies: list[Any] = []

    def make_page(self) -> PracticeExamplePage:
        """Call within a transaction: when anything fails, the copies of files go away again."""
        try:
            return self._page()
        except Exception:
            for copy in self._copies:
                copy.file.delete(save=False)
            raise

    def _page(self) -> PracticeExamplePage:
        submission = self._submission
        page = PracticeExamplePage(
            title=submission.title,
            summary=_summary(submission.done),
            stage=submission.stage,
            organisation_type=submission.organisation_type,
            results=_rich(submission.results),
            link=submission.link,
            origin=Origin.SUBMISSION,
            live=False,
            owner=self._user,
        )
        if submission.show_name:
            page.organisation = self._organisation()
            page.contact = submission.byline[:200]
        page.body = [("paragraph", RichText(_rich(submission.done))), *self._file_blocks(page)]
        page.themes = list(submission.themes.all())
        page.countries = [submission.country] if submission.country else []
        page.lessons = [submission.lesson] if submission.lesson else []
        PracticeExampleIndexPage.objects.get().add_child(instance=page)
        page.save_revision(user=self._user, log_action=True)
        log(instance=page, action="wagtail.create", user=self._user)
        return page

    def _organisation(self) -> Organisation:
        name = self._submission.organisation
        known = Organisation.objects.filter(name__iexact=name).first()
        if known:
            return known
        made = Organisation.objects.create(
            name=name,
            type=self._submission.organisation_type,
            country=self._submission.country,
        )
        Submission.objects.filter(pk=self._submission.pk).update(made_organisation=made)
        return made

    def _file_blocks(self, page: PracticeExamplePage) -> list[tuple[str, Any]]:
        blocks: list[tuple[str, Any]] = []
        for file in self._submission.files.all():
            if file.is_image:
                photo = self._photo(file)
                page.listing_image = page.listing_image or photo
                blocks.append(("image", {"image": photo, "alt": file.alt}))
            else:
                blocks.append(("document", {"document": self._document(file)}))
        return blocks

    def _photo(self, file: SubmissionFile) -> Any:
        submission = self._submission
        return self._copied(
            get_image_model(),
            file,
            title=f"{submission.title}: {file.name}"[:255],
            description=file.alt,
            credit=submission.organisation if submission.show_name else "",
            collection=public_collection(),
        )

    def _document(self, file: SubmissionFile) -> Any:
        return self._copied(
            get_document_model(), file, title=file.name, collection=waiting_collection()
        )

    def _copied(self, model: Any, file: SubmissionFile, **fields: Any) -> Any:
        """The name on disk is the random one it had, so that nobody guesses it before time."""
        name = file.stored.name.rpartition("/")[2]
        ending = file.name.rpartition(".")[2]
        with file.stored.open() as content:
            copy = ContentFile(content.read(), name=f"{name}.{ending}")
        item = model(file=copy, file_size=copy.size, uploaded_by_user=self._user, **fields)
        self._copies.append(item)
        item.save()
        kind = "image" if file.is_image else "document"
        LibraryCopy.objects.create(submission=self._submission, **{kind: item})
        return item


def _rich(text: str) -> str:
    """Plain text as rich text; nothing a visitor writes is markup."""
    return linebreaks(escape(text))


def _summary(text: str) -> str:
    """The first sentence, if that is short enough for a card."""
    first = " ".join(text.split()).split(". ")[0]
    return Truncator(first if first.endswith((".", "!", "?")) else f"{first}.").chars(
        SUMMARY_LENGTH
    )
