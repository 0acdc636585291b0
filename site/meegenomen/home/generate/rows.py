"""A page that is still to be inserted, with everything that hangs on it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import models
from taggit.models import Tag
from wagtail.models import Page

from lessons.models import LessonPage
from meegenomen.core.models import Country, TaggedPage, Theme
from meegenomen.home.generate.tree import insert_pages

MANY_TO_MANY = ("themes", "countries", "lessons")


@dataclass(slots=True)
class Draft:
    page: Page
    themes: Sequence[Theme]
    countries: Sequence[Country]
    tags: Sequence[Tag]
    lessons: Sequence[LessonPage] = ()
    children: list[models.Model] = field(default_factory=list)
    """Rows of other tables that point to the page."""


def insert(parent: Page, drafts: Sequence[Draft]) -> None:
    """All of one type. A few statements for each table, however many pages there are."""
    insert_pages(parent, [draft.page for draft in drafts])
    for name in MANY_TO_MANY:
        _insert_many_to_many(name, drafts)
    TaggedPage.objects.bulk_create(
        [
            TaggedPage(tag=tag, content_object_id=draft.page.pk)
            for draft in drafts
            for tag in draft.tags
        ],
        batch_size=500,
    )
    children: dict[type[models.Model], list[models.Model]] = defaultdict(list)
    for draft in drafts:
        for child in draft.children:
            children[type(child)].append(child)
    for model, rows in children.items():
        model._default_manager.bulk_create(rows, batch_size=500)


def _insert_many_to_many(name: str, drafts: Sequence[Draft]) -> None:
    model = type(drafts[0].page)
    if name not in {relation.name for relation in model._meta.many_to_many}:
        return
    relation = model._meta.get_field(name)
    through = relation.remote_field.through
    page, term = f"{relation.m2m_field_name()}_id", f"{relation.m2m_reverse_field_name()}_id"
    through._default_manager.bulk_create(
        [
            through(**{page: draft.page.pk, term: value.pk})
            for draft in drafts
            for value in getattr(draft, name)
        ],
        batch_size=500,
    )
