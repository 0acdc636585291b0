from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Outcome(models.TextChoices):
    """What came of reading the words of a document."""

    READ = "gelezen", _("De tekst van dit document is te vinden met zoeken.")
    IN_PART = "deels", _("Het begin van dit document is te vinden met zoeken; het is erg lang.")
    WITHOUT_TEXT = "zonder", _("Er staat geen tekst in dit document. Is het een scan?")
    ENCRYPTED = "versleuteld", _("Dit document is versleuteld; zoeken kan het niet lezen.")
    BROKEN = "kapot", _("Dit document is beschadigd; zoeken kan het niet lezen.")
    TOO_LARGE = "groot", _("Dit document is te groot; zoeken leest het niet.")
    TOO_MUCH_WORK = "zwaar", _("Dit document lezen duurt te lang; zoeken doet dat niet.")


class DocumentText(models.Model):
    """The words in a file, read once for each content of a file and kept as long as that."""

    file_hash = models.CharField(max_length=40, primary_key=True)
    text = models.TextField(blank=True)
    outcome = models.CharField(_("uitkomst"), max_length=12, choices=Outcome)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("tekst van een document")
        verbose_name_plural = _("teksten van documenten")

    def __str__(self) -> str:
        return f"{self.file_hash[:8]}: {self.get_outcome_display()}"
