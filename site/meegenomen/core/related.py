"""Which pages carry a theme, a country or a tag."""

from typing import Literal

from django.db.models import Q
from taggit.models import Tag
from wagtail.models import get_page_models

from meegenomen.core.models import (
    BasePage,
    Country,
    TaggedPage,
    Theme,
    VisiblePageQuerySet,
    all_pages,
)


def pages_about(term: Theme | Country) -> VisiblePageQuerySet:
    """All pages with this theme or country, of whatever type, live or not."""
    field: Literal["themes", "countries"] = "themes" if isinstance(term, Theme) else "countries"
    any_type = Q()
    for model in get_page_models():
        if issubclass(model, BasePage):
            with_term = model._default_manager.filter(**{field: term}).order_by().values("pk")
            any_type |= Q(pk__in=with_term)
    about: VisiblePageQuerySet = all_pages().filter(any_type)
    return about


def pages_tagged(tag: Tag) -> VisiblePageQuerySet:
    """All pages with this tag, of whatever type, live or not."""
    with_tag = TaggedPage.objects.filter(tag=tag).values("content_object_id")
    tagged: VisiblePageQuerySet = all_pages().filter(pk__in=with_tag)
    return tagged
