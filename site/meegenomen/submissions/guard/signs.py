"""What makes a submission suspect. A moderator reads which of these, and decides."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SpamSign(TextChoices):
    HONEYPOT = "lokveld", _("Het veld dat mensen niet zien, was ingevuld.")
    MANY_LINKS = "links", _("Er staan vier of meer links in de tekst.")
    MARKUP = "opmaak", _("Er staan links in de tekst in de code van een website.")
    SAME_TEXT = "herhaling", _("Dezelfde tekst kwam al eerder binnen.")
