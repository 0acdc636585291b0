from django.db import models
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from meegenomen.core.models import Theme


class WantedExample(models.Model):
    """What readers look for and do not find, as editors word it; public once they say so."""

    words = models.CharField(
        _("gezocht: voorbeelden over …"),
        max_length=80,
        help_text=_("Maak de zin af, zonder namen van mensen. Bijvoorbeeld: mobiele loketten."),
    )
    theme = models.ForeignKey(
        Theme,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("thema"),
        help_text=_("Dit staat dan alvast aangevinkt in het formulier."),
    )
    is_shown = models.BooleanField(
        _("op de site"),
        default=False,
        help_text=_("Op de voorpagina en bij de praktijkvoorbeelden."),
    )

    panels = [FieldPanel("words"), FieldPanel("theme"), FieldPanel("is_shown")]

    class Meta:
        verbose_name = _("gezocht voorbeeld")
        verbose_name_plural = _("gezochte voorbeelden")
        ordering = ["words", "pk"]

    def __str__(self) -> str:
        return self.words

    def get_absolute_url(self) -> str:
        """The form, filled in for it."""
        return f"{reverse('share')}?{urlencode({'gezocht': self.pk})}"

    @classmethod
    def shown(cls, number: str) -> "WantedExample | None":
        """The public one that an address names, whatever it holds."""
        if not (number.isascii() and number.isdigit() and len(number) < 10):
            return None
        return cls.objects.select_related("theme").filter(is_shown=True, pk=number).first()
