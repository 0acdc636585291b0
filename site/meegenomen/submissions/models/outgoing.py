from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meegenomen.submissions.models.submission import Submission


class MailKind(models.TextChoices):
    """All go to the visitor, but for the answer: that goes to the moderator who asked."""

    CONFIRM = "confirm", _("Verzoek om bevestiging")
    RECEIVED = "received", _("Ontvangstbevestiging")
    TAKEN = "taken", _("Bericht van behandeling")
    QUESTION = "question", _("Vraag aan de inzender")
    ANSWERED = "answered", _("Antwoord aan de redactie")
    PUBLISHED = "published", _("Bericht van plaatsing")
    REFUSED = "refused", _("Bericht van afwijzing")
    WITHDRAWN = "withdrawn", _("Bevestiging van intrekken")


class OutgoingMail(models.Model):
    """A mail that still has to go out; the row goes when the mail server has it.

    What it says is made when it is sent. So no address and no secret link wait here, and what is
    erased from a submission is erased from its mail.
    """

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="mails")
    kind = models.CharField(max_length=12, choices=MailKind)
    queued_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    # Empty when it failed too often: then it goes only when a moderator says so.
    not_before = models.DateTimeField(null=True, default=timezone.now)
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["not_before"], name="submissions_mail_due")]

    def __str__(self) -> str:
        return f"{self.kind} ({self.submission_id})"
