"""Files of a submission, copied to the libraries of the admin for a page to use."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from meegenomen.submissions.guard.scanning import usable_files
from meegenomen.submissions.models import LibraryCopy, Submission, SubmissionFile
from meegenomen.submissions.moderation.libraries import public_collection, waiting_collection
from meegenomen.submissions.uploads.unnaming import StillNamed, without_names

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser


class Copies:
    """Use as `with Copies.of(...)` in a transaction: when it fails, the files go away again too."""

    def __init__(self, submission: Submission, user: "AbstractBaseUser") -> None:
        self._submission = submission
        self._user = user
        self._made: list[Any] = []

    @classmethod
    @contextmanager
    def of(cls, submission: Submission, user: "AbstractBaseUser") -> Iterator["Copies"]:
        copies = cls(submission, user)
        try:
            yield copies
        except BaseException:
            for item in copies._made:
                item.file.delete(save=False)
            raise

    def blocks(self) -> list[tuple[str, Any]]:
        """A block for each file, in the order in which they were sent. Raises NotScanned.

        A document that names who is not to be named has none; the editor has it in the queue.
        """
        blocks: list[tuple[str, Any]] = []
        for file in usable_files(self._submission):
            if file.is_image:
                blocks.append(("image", {"image": self._photo(file), "alt": file.alt}))
            else:
                with suppress(StillNamed):
                    blocks.append(("document", {"document": self._document(file)}))
        return blocks

    def _photo(self, file: SubmissionFile) -> Any:
        submission = self._submission
        return self._copied(
            get_image_model(),
            file,
            title=f"{submission.title}: {self._name(file)}"[:255],
            description=file.alt,
            credit=submission.organisation if submission.show_name else "",
            collection=public_collection(),
        )

    def _document(self, file: SubmissionFile) -> Any:
        return self._copied(
            get_document_model(), file, title=self._name(file), collection=waiting_collection()
        )

    def _name(self, file: SubmissionFile) -> str:
        """What somebody calls a file may well hold the name that is not to be shown."""
        if self._submission.show_name:
            return file.name
        return _("bijlage %(number)s") % {"number": file.position + 1}

    def _copied(self, model: Any, file: SubmissionFile, **fields: Any) -> Any:
        """The name on disk is the random one it had, so that nobody guesses it before time."""
        name = file.stored.name.rpartition("/")[2]
        ending = file.name.rpartition(".")[2]
        with file.stored.open() as opened:
            content = opened.read()
        if self._submission.is_anonymous and not file.is_image:
            content = without_names(content)
        copy = ContentFile(content, name=f"{name}.{ending}")
        item = model(file=copy, file_size=copy.size, uploaded_by_user=self._user, **fields)
        self._made.append(item)
        item.save()
        kind = "image" if file.is_image else "document"
        LibraryCopy.objects.create(submission=self._submission, **{kind: item})
        return item
