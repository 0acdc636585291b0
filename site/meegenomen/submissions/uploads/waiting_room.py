"""Files wait here between filling in and sending: private, and thrown away after a day."""

import datetime
import secrets
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.files.base import ContentFile, File
from django.utils import timezone

from meegenomen.submissions.models import FileKind
from meegenomen.submissions.models.files import private_storage
from meegenomen.submissions.uploads.inspection import Inspected
from meegenomen.submissions.uploads.unnaming import keeps_names

FOLDER = "wachtkamer"
# Longer than a form holds, so that a form never points to a file that is gone.
KEPT = datetime.timedelta(hours=25)


@dataclass(frozen=True, slots=True)
class WaitingFile:
    """What the form remembers of a file; the visitor holds it, signed."""

    number: int
    """Ties the file to its description, the field "alt1" for the first."""
    id: str
    kind: str
    name: str
    size: int
    keeps_names: bool = False
    """A document from which the names in it cannot be taken; looked at once, because it is work."""

    @property
    def is_image(self) -> bool:
        return self.kind == FileKind.IMAGE

    @property
    def alt_field(self) -> str:
        return f"alt{self.number}"

    @property
    def path(self) -> str:
        return f"{FOLDER}/{self.id}"


def keep(inspected: Inspected, number: int) -> WaitingFile:
    file = WaitingFile(
        number,
        secrets.token_urlsafe(24),
        inspected.kind,
        inspected.name,
        len(inspected.content),
        inspected.kind == FileKind.DOCUMENT and keeps_names(inspected.content),
    )
    private_storage().save(file.path, ContentFile(inspected.content))
    return file


def is_there(file: WaitingFile) -> bool:
    return private_storage().exists(file.path)


def opened(file: WaitingFile) -> "File[bytes]":
    return private_storage().open(file.path)


def discard(file: WaitingFile) -> None:
    private_storage().delete(file.path)


def purge() -> int:
    """Throw away what nobody sent in time; returns how many files that were."""
    storage, deadline = private_storage(), timezone.now() - KEPT
    gone = [path for path in _paths(FOLDER) if storage.get_modified_time(path) < deadline]
    for path in gone:
        storage.delete(path)
    return len(gone)


def _paths(folder: str) -> Iterator[str]:
    storage = private_storage()
    if storage.exists(folder):
        for name in storage.listdir(folder)[1]:
            yield f"{folder}/{name}"
