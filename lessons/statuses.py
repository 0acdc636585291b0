"""The words in which lessons, evidence and follow-up are judged."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class LessonStatus(TextChoices):
    PROPOSED = "voorstel", _("Voorstel")
    CONFIRMED = "bevestigd", _("Bevestigd")
    UNDER_REVIEW = "herziening", _("Wordt herzien")
    WITHDRAWN = "ingetrokken", _("Ingetrokken")


class Verdict(TextChoices):
    """What a piece of evidence does to a lesson."""

    CONFIRMS = "bevestigt", _("Bevestigt")
    NUANCES = "nuanceert", _("Nuanceert")
    CONTRADICTS = "spreekt-tegen", _("Spreekt tegen")


class FollowUpStatus(TextChoices):
    CONSIDERED = "overwogen", _("Wordt overwogen")
    TRYING = "geprobeerd", _("Wordt geprobeerd")
    APPLIED = "toegepast", _("Toegepast")
    NOT_ADOPTED = "niet-overgenomen", _("Niet overgenomen")


class Stage(TextChoices):
    """How far a practice example is. The values are those of the public form."""

    IDEA = "Idee", _("Idee")
    PILOT = "Pilot", _("Pilot")
    IN_USE = "In gebruik", _("In gebruik")
    STOPPED = "Gestopt", _("Gestopt")


class Origin(TextChoices):
    EDITOR = "redactie", _("Redactie")
    SUBMISSION = "inzending", _("Inzending")
