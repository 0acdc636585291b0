from typing import Any

from django.db.models.signals import post_save
from wagtail.contrib.search_promotions.models import Query

from search.asking.asked import key_of
from search.models import PromotedQuestion


def connect() -> None:
    post_save.connect(_query_saved, sender=Query, dispatch_uid="search.promoted_question")


def _query_saved(instance: Query, raw: bool = False, **kwargs: Any) -> None:
    """Only editors save a Query: what visitors ask never comes in that table."""
    if not raw:
        PromotedQuestion.objects.update_or_create(
            query=instance, defaults={"key": key_of(instance.query_string)}
        )
