"""How often visitors asked what. There is nothing of the visitor in it, and no time but the day."""

from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST = 60


class AskedQuestion(models.Model):
    """A question in any spelling. Legible once it was asked on enough days, and before that a key.

    So a name that somebody typed once or twice stands nowhere.
    """

    key = models.CharField(max_length=64, unique=True)
    words = models.CharField(_("zoekvraag"), max_length=LONGEST, blank=True)

    class Meta:
        verbose_name = _("gestelde zoekvraag")
        verbose_name_plural = _("gestelde zoekvragen")

    def __str__(self) -> str:
        return self.words or "-"


class Counted(models.Model):
    asked = models.PositiveIntegerField(_("keer gezocht"), default=0)
    without_result = models.PositiveIntegerField(_("keer zonder resultaat"), default=0)

    class Meta:
        abstract = True


class AskedOnDay(Counted):
    question = models.ForeignKey(AskedQuestion, models.CASCADE, related_name="days")
    day = models.DateField(_("dag"), db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["question", "day"], name="search_asked_on_day")
        ]

    def __str__(self) -> str:
        return f"{self.question_id} {self.day}"


class AskedTotal(Counted):
    """All questions of a day together, those that are not told apart included."""

    day = models.DateField(_("dag"), unique=True)

    class Meta:
        ordering = ["-day"]

    def __str__(self) -> str:
        return f"{self.day}"
