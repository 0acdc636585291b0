from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class PendingChange(models.Model):
    """A page whose record may have changed, written in the transaction of the change itself.

    The row goes when the engine has it. Its id, drawn anew when it is claimed, is the version of
    the write: whoever draws later also reads the page later, so the newest state wins.
    """

    page_id = models.BigIntegerField(_("pagina"))
    subtree = models.BooleanField(_("met alles eronder"), default=False)
    # Kept when the row is claimed, so that it tells how long the page waits.
    created = models.DateTimeField(_("gewijzigd op"), default=timezone.now)
    not_before = models.DateTimeField(_("niet eerder dan"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("pogingen"), default=0)
    error = models.TextField(_("fout"), blank=True)

    class Meta:
        verbose_name = _("wachtende wijziging voor het zoeken")
        verbose_name_plural = _("wachtende wijzigingen voor het zoeken")
        indexes = [models.Index(fields=["page_id"], name="search_pending_page")]

    def __str__(self) -> str:
        return f"{self.page_id}"


class StoredRecord(models.Model):
    """The newest state of a page as search knows it, for when the engine does not answer."""

    page_id = models.BigIntegerField(primary_key=True)
    version = models.BigIntegerField()
    # Empty for a page that must not be found; the row remembers the version.
    record = models.JSONField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    day = models.DateField(null=True)
    corroboration = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("opgeslagen zoekgegevens")
        verbose_name_plural = _("opgeslagen zoekgegevens")
        indexes = [models.Index(fields=["-day", "-page_id"], name="search_stored_newest")]

    def __str__(self) -> str:
        return f"{self.page_id}"


class StoredTerm(models.Model):
    """A word of a stored record, or a value of one of its facets."""

    record = models.ForeignKey(StoredRecord, models.CASCADE, related_name="terms")
    # "" for a word, otherwise the name of a facet.
    facet = models.CharField(max_length=8, blank=True)
    value = models.CharField(max_length=255)

    class Meta:
        verbose_name = _("opgeslagen zoekwoord")
        verbose_name_plural = _("opgeslagen zoekwoorden")
        indexes = [models.Index(fields=["facet", "value", "record"], name="search_stored_term")]

    def __str__(self) -> str:
        return f"{self.facet}:{self.value}"


class Rebuild(models.Model):
    """One time that the index was built anew, or is being so; tells editors how it goes."""

    asked = models.DateTimeField(_("gevraagd op"), default=timezone.now)
    started = models.DateTimeField(_("begonnen op"), null=True)
    seen = models.DateTimeField(_("laatste teken van leven"), default=timezone.now)
    finished = models.DateTimeField(_("klaar op"), null=True)
    read = models.PositiveIntegerField(_("gelezen pagina’s"), default=0)
    documents = models.PositiveIntegerField(_("pagina’s in de index"), null=True)
    error = models.TextField(_("fout"), blank=True)
    # The engine's name for what it fills, and the oldest version in that: what is needed to go on.
    index = models.CharField(max_length=200, blank=True)
    version = models.BigIntegerField(default=0)
    # Held from the question until the end, so that two clicks make one.
    holds_turn = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("opbouw van de zoekindex")
        verbose_name_plural = _("keren dat de zoekindex is opgebouwd")
        constraints = [
            models.UniqueConstraint(
                fields=["holds_turn"],
                condition=models.Q(holds_turn=True),
                name="search_one_rebuild_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.asked:%Y-%m-%d %H:%M}"


from search.asking.synonym_lines import SynonymLine as SynonymLine  # noqa: E402  Django looks for models here
from search.promotions.models import PromotedQuestion as PromotedQuestion  # noqa: E402  Django looks for models here
from search.questions.models import AskedOnDay as AskedOnDay  # noqa: E402  Django looks for models here
from search.questions.models import AskedQuestion as AskedQuestion  # noqa: E402  the same
from search.questions.models import AskedTotal as AskedTotal  # noqa: E402  the same
