"""From what a browser sent to what we keep."""

from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from meegenomen.submissions.models import FileKind
from meegenomen.submissions.models.limit_settings import MOST_FILES, MOST_MEGABYTES
from meegenomen.submissions.uploads import documents, images
from meegenomen.submissions.uploads.names import clean_name
from meegenomen.submissions.uploads.refusals import Refused

MAX_BYTES = MOST_MEGABYTES * 1024 * 1024
# The most that an administrator may allow, and room for the text and the wrapping.
MAX_BODY = MOST_FILES * MAX_BYTES + 5 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Inspected:
    """A file that may be kept, in the form in which we keep it."""

    kind: FileKind
    name: str
    content: bytes


def inspect(upload: UploadedFile, *, max_bytes: int = MAX_BYTES) -> Inspected:
    """Raises Refused. Goes by the content: the name and type a browser gives prove nothing."""
    if not upload.size:
        raise Refused(_("dit bestand is leeg. Kies een ander."))
    if upload.size > max_bytes:
        raise Refused(
            _("dit bestand is groter dan %(most)s MB. Maak het kleiner en kies het opnieuw.")
            % {"most": max_bytes // 1024**2}
        )
    upload.seek(0)
    start = upload.read(16)
    name = upload.name or ""
    if images.looks_like_image(start):
        content, extension = images.made_anew(upload)
        return Inspected(FileKind.IMAGE, clean_name(name, extension), content)
    if documents.looks_like_document(start):
        extension = documents.recognise(upload)
        upload.seek(0)
        return Inspected(FileKind.DOCUMENT, clean_name(name, extension), upload.read())
    raise Refused(_("dit soort bestand nemen we niet aan. Kies jpg, png, webp, pdf, docx of odt."))
