from django.db import models
from django.utils.translation import gettext_lazy as _


class LessonNumber(models.Model):
    """Hands out the public numbers. A row stays when its lesson goes, so no number comes twice."""

    issued_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("lesnummer")
        verbose_name_plural = _("lesnummers")

    def __str__(self) -> str:
        return f"L-{self.pk}"
