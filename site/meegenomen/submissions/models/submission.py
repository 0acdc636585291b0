from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lessons.models import LessonPage, PracticeExamplePage
from lessons.statuses import Stage
from meegenomen.core.models import (
    Country,
    Organisation,
    OrganisationSize,
    OrganisationType,
    Theme,
)
from meegenomen.submissions.guard.signs import SpamSign
from meegenomen.submissions.keys import confirmation_of, hash_of, secret_of
from meegenomen.submissions.states import SubmissionState


class SubmissionQuerySet(models.QuerySet["Submission"]):
    def waiting(self) -> "SubmissionQuerySet":
        """What a moderator has yet to open; suspected spam waits in its own corner."""
        return self.filter(state=SubmissionState.RECEIVED, suspected_spam=False)

    def with_secret(self, secret: str) -> "SubmissionQuerySet":
        return self.filter(secret_hash=hash_of(secret))


class Submission(models.Model):
    """What a visitor sent in. Lengths are those of the page it becomes; see `forms`."""

    key = models.CharField(max_length=64, unique=True, editable=False)
    secret_hash = models.CharField(max_length=64, unique=True, editable=False)

    title = models.CharField(_("titel"), max_length=120)
    done = models.TextField(_("wat hebben ze gedaan?"), max_length=1500)
    results = models.TextField(_("wat leverde het op?"), max_length=1000)
    stage = models.CharField(_("hoe ver is het?"), max_length=12, choices=Stage)
    themes = models.ManyToManyField(Theme, blank=True, verbose_name=_("onderwerpen"))
    other_theme = models.BooleanField(_("ook iets anders"), default=False)
    lesson = models.ForeignKey(
        LessonPage,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("les"),
    )
    organisation = models.CharField(_("organisatie"), max_length=160)
    organisation_type = models.CharField(
        _("soort organisatie"), max_length=24, choices=OrganisationType
    )
    organisation_size = models.CharField(
        _("grootte van de organisatie"), max_length=12, choices=OrganisationSize, blank=True
    )
    country = models.ForeignKey(
        Country,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("land"),
        help_text=_("Leeg: een land dat niet in de lijst staat."),
    )
    link = models.URLField(_("link naar meer informatie"), max_length=500, blank=True)
    adds_to = models.ForeignKey(
        PracticeExamplePage,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("vult dit voorbeeld aan"),
        help_text=_("Zo wil de inzender het; de redactie beslist."),
    )

    name = models.CharField(_("naam"), max_length=100)
    role = models.CharField(_("functie"), max_length=90, blank=True)
    email = models.EmailField(_("e-mailadres"), blank=True)
    people_agree = models.BooleanField(_("wie in beeld is, vindt dat goed"), default=False)
    show_name = models.BooleanField(_("naam en organisatie mogen erbij"), default=False)

    state = models.CharField(
        _("stand"), max_length=16, choices=SubmissionState, default=SubmissionState.RECEIVED
    )
    suspected_spam = models.BooleanField(_("vermoedelijk spam"), default=False)
    # Why, as values of `SpamSign`.
    spam_signs = models.JSONField(default=list, editable=False)
    confirmed_at = models.DateTimeField(_("adres bevestigd op"), null=True, editable=False)
    received_at = models.DateTimeField(
        _("ontvangen op"), auto_now_add=True, help_text=_("Toen gaf de inzender ook toestemming.")
    )
    corrected_at = models.DateTimeField(
        _("gewijzigd door de inzender op"), null=True, blank=True, editable=False
    )
    taken_at = models.DateTimeField(_("in behandeling sinds"), null=True, blank=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("in behandeling bij"),
    )
    decided_at = models.DateTimeField(_("besloten op"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("besloten door"),
    )
    refusal_reason = models.TextField(_("reden van afwijzing"), max_length=1000, blank=True)
    page = models.OneToOneField(
        PracticeExamplePage,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="submission",
        verbose_name=_("praktijkvoorbeeld"),
    )

    # What a moderator decided, whatever the visitor wished. In this row, so that one statement sees
    # whether somebody did it already.
    added_to = models.ForeignKey(
        PracticeExamplePage,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="additions",
        verbose_name=_("toegevoegd aan"),
    )
    # The blocks of that page which hold it.
    added_blocks = models.JSONField(default=list, editable=False)
    # When the visitor first heard from a person: a question, or a decision.
    answered_at = models.DateTimeField(_("eerste antwoord"), null=True, editable=False)

    # Added to the list for the draft; erasing takes it away again when nothing else names it.
    made_organisation = models.ForeignKey(
        Organisation,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    erased_at = models.DateTimeField(_("gewist op"), null=True, blank=True, editable=False)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at", "-pk"]
        verbose_name = _("inzending")
        verbose_name_plural = _("inzendingen")
        # Nobody adds one in the admin, and none is deleted there.
        default_permissions = ("view", "change")
        indexes = [models.Index(fields=["state", "suspected_spam"], name="submissions_in_queue")]

    def __str__(self) -> str:
        return self.title

    @property
    def status_path(self) -> str:
        """Path of the visitor's link; it holds for as long as SECRET_KEY stays the same."""
        return reverse("submission_status", args=[secret_of(self.key)])

    @property
    def is_anonymous(self) -> bool:
        """The site may name neither the sender nor the organisation, in whatever form."""
        return not self.show_name

    @property
    def public_link(self) -> str:
        """None for who is not to be named: it leads to the site of the organisation."""
        return "" if self.is_anonymous else self.link

    @property
    def confirm_path(self) -> str:
        """Path of the page that confirms the mail address; stands in a mail to it alone."""
        return reverse("submission_confirm", args=[secret_of(self.key), confirmation_of(self.key)])

    @property
    def spam_reasons(self) -> list[str]:
        """Why this may be spam, for a moderator."""
        return [str(sign.label) for sign in SpamSign if sign in self.spam_signs]

    @property
    def placed_on(self) -> PracticeExamplePage | None:
        """The page it became, or a part of; it need not be public."""
        return self.page or self.added_to

    @property
    def link_is_safe(self) -> bool:
        """The form takes nothing else; here once more, because an editor will press it."""
        return self.link.startswith("https://")

    @property
    def byline(self) -> str:
        return ", ".join(part for part in (self.name, self.role) if part)
