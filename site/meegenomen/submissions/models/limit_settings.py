from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import register_setting

from meegenomen.submissions.models.setting import Setting

# What the server was made for; an administrator may choose less.
MOST_FILES = 5
MOST_MEGABYTES = 10
MOST_PER_HOUR = 10_000
SERVER_DECIDES = _("Leeg: wat er bij het inrichten van de server is gekozen.")


def _from_one_to(most: int) -> list[MinValueValidator | MaxValueValidator]:
    return [MinValueValidator(1), MaxValueValidator(most)]


@register_setting(icon="order")
class LimitSettings(Setting):
    """How much may come in. Read it through `bounds`."""

    per_hour_per_address = models.PositiveIntegerField(
        _("inzendingen per uur vanaf één internetadres"),
        null=True,
        blank=True,
        validators=_from_one_to(MOST_PER_HOUR),
        help_text=SERVER_DECIDES,
    )
    per_hour = models.PositiveIntegerField(
        _("inzendingen per uur van iedereen samen"),
        null=True,
        blank=True,
        validators=_from_one_to(MOST_PER_HOUR),
        help_text=SERVER_DECIDES,
    )
    files = models.PositiveSmallIntegerField(
        _("bestanden per inzending"), default=MOST_FILES, validators=_from_one_to(MOST_FILES)
    )
    megabytes = models.PositiveSmallIntegerField(
        _("grootte van een bestand, in MB"),
        default=MOST_MEGABYTES,
        validators=_from_one_to(MOST_MEGABYTES),
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("per_hour_per_address"), FieldPanel("per_hour")], heading=_("Hoe vaak")
        ),
        MultiFieldPanel([FieldPanel("files"), FieldPanel("megabytes")], heading=_("Bestanden")),
    ]

    class Meta:
        default_permissions = ("change",)
        verbose_name = _("grenzen aan inzendingen")
