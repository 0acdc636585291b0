"""Taking the made-up pages away again, with the terms that nothing else uses."""

from typing import Any

from django.db import connection, models, transaction
from django.db.models import sql
from django.db.models.deletion import Collector
from taggit.models import Tag
from wagtail.models import Page

from meegenomen.core.models import ContentVersion, Country, Organisation, Theme
from meegenomen.core.related import pages_about
from meegenomen.home.generate.terms import NAMES
from meegenomen.home.generate.tree import PREFIX
from meegenomen.home.generate.vocabulary import PLACES, THEMES
from meegenomen.home.models import CountryPage, ThemePage

BATCH = 500


def remove_pages() -> int:
    """Say how many pages went."""
    removed = 0
    parents = set()
    while batch := list(_made_up().order_by("path")[:BATCH]):
        parents |= {page.path[: -Page.steplen] for page in batch}
        with transaction.atomic():
            _delete_quietly(batch)
        removed += len(batch)
    with transaction.atomic():
        for parent in Page.objects.filter(path__in=parents):
            children = Page.objects.filter(
                path__startswith=parent.path, depth=parent.depth + 1
            ).count()
            Page.objects.filter(pk=parent.pk).update(numchild=children)
        _remove_terms()
        ContentVersion.renew()
    return removed


def _delete_quietly(pages: list[Page]) -> None:
    """What Django's delete takes along, without its signals: those cost a second for 30 pages."""
    collector = Collector(using=connection.alias)
    collector.collect(pages)
    collector.sort()
    for rows in collector.fast_deletes:
        rows._raw_delete(using=connection.alias)
    # Lists of rows, whatever the published types say of it.
    updates: Any = collector.field_updates
    for (field, value), found in updates.items():
        for instances in found:
            keys = [instance.pk for instance in instances]
            field.model._base_manager.filter(pk__in=keys).update(**{field.name: value})
    for model, instances in collector.data.items():
        keys = [instance.pk for instance in instances]
        sql.DeleteQuery(model).delete_batch(keys, connection.alias)


def _made_up() -> models.QuerySet[Page]:
    pages: models.QuerySet[Page] = Page.objects.filter(slug__startswith=PREFIX)
    return pages


def _remove_terms() -> None:
    Tag.objects.filter(slug__startswith=PREFIX, tagged_pages=None).delete()
    for name, kind in NAMES:
        start = name.format("")
        Organisation.objects.filter(name__startswith=start, type=kind).delete()
    for theme in Theme.objects.filter(name__in=THEMES, description=""):
        pages = ThemePage.objects.filter(theme=theme)
        if not pages_about(theme).exclude(pk__in=pages.values("pk")).exists():
            _remove(pages)
            theme.delete()
    for country in Country.objects.filter(name__in=PLACES, description=""):
        pages = CountryPage.objects.filter(country=country)
        used = pages_about(country).exclude(pk__in=pages.values("pk")).exists()
        if not used and not country.organisations.exists():
            _remove(pages)
            country.delete()


def _remove(pages: models.QuerySet[Page]) -> None:
    for page in pages:
        page.delete()
