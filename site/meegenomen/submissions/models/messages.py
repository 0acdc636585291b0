from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meegenomen.submissions.models.submission import Submission

MAX_MESSAGE = 2000


class Message(models.Model):
    """A question of the editors, or the visitor's answer to one."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="messages")
    from_visitor = models.BooleanField(_("van de inzender"))
    text = models.TextField(_("tekst"), max_length=MAX_MESSAGE)
    sent_at = models.DateTimeField(_("verstuurd op"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("gesteld door"),
    )

    class Meta:
        ordering = ["pk"]
        default_permissions = ()
        verbose_name = _("bericht")
        verbose_name_plural = _("berichten")

    def __str__(self) -> str:
        return f"{self.submission_id} {self.sent_at:%Y-%m-%d %H:%M}"
