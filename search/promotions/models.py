from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.search_promotions.models import Query

from search.asking.asked import LONGEST


class PromotedQuestion(models.Model):
    """How a question that editors chose pages for is recognised, however a visitor spells it."""

    query = models.OneToOneField(Query, models.CASCADE, related_name="promoted_question")
    key = models.CharField(max_length=LONGEST, db_index=True)

    class Meta:
        verbose_name = _("zoekvraag met aanraders")
        verbose_name_plural = _("zoekvragen met aanraders")

    def __str__(self) -> str:
        return self.key
