"""Many pages at once below one parent, without a query for each."""

from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from django.db.models import F
from wagtail.models import Locale, Page

PREFIX = "proef-"
"""Begins the address of every made-up page, and of nothing else."""


def insert_pages(parent: Page, pages: Sequence[Page]) -> None:
    """Add live pages as the last children of `parent`. Signals and revisions stay out of it."""
    model = type(pages[0])
    kind = ContentType.objects.get_for_model(model)
    locale = Locale.get_default()
    rows = []
    for path, page in zip(_free_paths(parent, len(pages)), pages, strict=True):
        rows.append(
            Page(
                path=path,
                depth=parent.depth + 1,
                numchild=0,
                content_type=kind,
                locale=locale,
                translation_key=page.translation_key,
                title=page.title,
                draft_title=page.title,
                slug=page.slug,
                url_path=f"{parent.url_path}{page.slug}/",
                live=True,
                first_published_at=page.first_published_at,
                last_published_at=page.first_published_at,
                latest_revision_created_at=page.first_published_at,
            )
        )
    Page.objects.bulk_create(rows, batch_size=500)
    for row, page in zip(rows, pages, strict=True):
        page.pk = page.id = page.page_ptr_id = row.pk
    _insert_own_fields(model, pages)
    Page.objects.filter(pk=parent.pk).update(numchild=F("numchild") + len(pages))


def _free_paths(parent: Page, count: int) -> list[str]:
    last = parent.get_last_child()
    step = Page._str2int(last.path[-Page.steplen :]) if last else 0
    return [Page._get_path(parent.path, parent.depth + 1, step + n + 1) for n in range(count)]


def _insert_own_fields(model: type[Page], pages: Sequence[Page]) -> None:
    """Only the table of the type itself: bulk_create() refuses a model with a parent table."""
    fields: list[models.Field[Any, Any]] = list(model._meta.local_concrete_fields)
    size = connection.ops.bulk_batch_size(fields, pages)
    for start in range(0, len(pages), size):
        model._base_manager._insert(
            pages[start : start + size], fields=fields, using=connection.alias, raw=True
        )
