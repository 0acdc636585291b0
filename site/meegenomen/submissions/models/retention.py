from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import register_setting

from meegenomen.submissions.models.setting import Setting

LIMITS = [MinValueValidator(1), MaxValueValidator(84)]


@register_setting(icon="history")
class RetentionSettings(Setting):
    """How long a submission is kept. What nobody decided on is kept until somebody does."""

    placed_months = models.PositiveSmallIntegerField(
        _("geplaatst: aantal maanden"),
        default=12,
        validators=LIMITS,
        help_text=_(
            "Zo lang na plaatsing wissen we wie het voorbeeld instuurde en wat er toen stond. De "
            "pagina blijft."
        ),
    )
    other_months = models.PositiveSmallIntegerField(
        _("afgewezen, ingetrokken of spam: aantal maanden"),
        default=3,
        validators=LIMITS,
        help_text=_(
            "Zo lang na het besluit wissen we alles. Bij vermoedelijke spam telt de dag van "
            "ontvangst."
        ),
    )

    class Meta:
        default_permissions = ("change",)
        verbose_name = _("bewaartermijn van inzendingen")
