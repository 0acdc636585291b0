"""The life of a submission, in the words of the editors."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SubmissionState(TextChoices):
    # Sent without proof of work: only the confirmation of a mail address brings it to the editors.
    UNCONFIRMED = "onbevestigd", _("Wacht op bevestiging")
    RECEIVED = "ontvangen", _("Ontvangen")
    JUDGING = "in-behandeling", _("In behandeling")
    QUESTION = "vraag", _("Vraag gesteld")
    PUBLISHED = "gepubliceerd", _("Gepubliceerd")
    REFUSED = "afgewezen", _("Afgewezen")
    WITHDRAWN = "ingetrokken", _("Ingetrokken")


OPEN_STATES = (SubmissionState.RECEIVED, SubmissionState.JUDGING, SubmissionState.QUESTION)
