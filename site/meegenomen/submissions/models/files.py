from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meegenomen.submissions.models.submission import Submission


class FileKind(models.TextChoices):
    IMAGE = "foto", gettext_lazy("Foto")
    DOCUMENT = "document", gettext_lazy("Document")


class ScanState(models.TextChoices):
    """Without a virus scanner every file stays on WAITING, which then holds nothing up."""

    WAITING = "wacht", gettext_lazy("Nog niet gescand")
    CLEAN = "schoon", gettext_lazy("Gescand, geen virus gevonden")
    INFECTED = "besmet", gettext_lazy("Virus gevonden")


def private_storage() -> Storage:
    """Outside the public media: there is no address at which a web server would answer it."""
    return storages["submissions"]


class SubmissionFile(models.Model):
    """A file that came along: a picture without its metadata, or a document as it was sent."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="files")
    kind = models.CharField(max_length=8, choices=FileKind)
    stored = models.FileField(max_length=100, storage=private_storage, upload_to="inzendingen")
    name = models.CharField(gettext_lazy("naam"), max_length=100)
    alt = models.CharField(gettext_lazy("wat er te zien is"), max_length=250, blank=True)
    size = models.PositiveIntegerField(gettext_lazy("grootte"))
    scan = models.CharField(
        gettext_lazy("virusscan"), max_length=8, choices=ScanState, default=ScanState.WAITING
    )
    virus = models.CharField(gettext_lazy("gevonden virus"), max_length=100, blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.name

    @property
    def may_be_opened(self) -> bool:
        """With a scanner only what was found clean; without one all that nothing was found in."""
        return self.scan == ScanState.CLEAN or (
            self.scan == ScanState.WAITING and not settings.CLAMAV
        )

    @property
    def scan_label(self) -> str:
        """What a moderator reads about it."""
        if self.scan == ScanState.WAITING and not settings.CLAMAV:
            return _("Niet gescand: er is geen virusscanner ingesteld")
        label = str(ScanState(self.scan).label)
        return f"{label}: {self.virus}" if self.virus else label

    @property
    def is_image(self) -> bool:
        return self.kind == FileKind.IMAGE
