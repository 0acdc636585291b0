from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _

from meegenomen.submissions.models.submission import Submission


class FileKind(models.TextChoices):
    IMAGE = "foto", _("Foto")
    DOCUMENT = "document", _("Document")


class ScanState(models.TextChoices):
    """Without a virus scanner every file stays on WAITING, which then holds nothing up."""

    WAITING = "wacht", _("Nog niet gescand")
    CLEAN = "schoon", _("Gescand, geen virus gevonden")
    INFECTED = "besmet", _("Virus gevonden")


def private_storage() -> Storage:
    """Outside the public media: there is no address at which a web server would answer it."""
    return storages["submissions"]


class SubmissionFile(models.Model):
    """A file that came along: a picture without its metadata, or a document as it was sent."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="files")
    kind = models.CharField(max_length=8, choices=FileKind)
    stored = models.FileField(max_length=100, storage=private_storage, upload_to="inzendingen")
    name = models.CharField(_("naam"), max_length=100)
    alt = models.CharField(_("wat er te zien is"), max_length=250, blank=True)
    size = models.PositiveIntegerField(_("grootte"))
    scan = models.CharField(
        _("virusscan"), max_length=8, choices=ScanState, default=ScanState.WAITING
    )
    virus = models.CharField(_("gevonden virus"), max_length=100, blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.name

    @property
    def is_image(self) -> bool:
        return self.kind == FileKind.IMAGE
