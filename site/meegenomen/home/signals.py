"""A new theme or country gets its page at once: nobody has to think of it."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from meegenomen.core.models import Country, Theme
from meegenomen.home.models import CountryIndexPage, CountryPage, ThemeIndexPage, ThemePage
from meegenomen.home.models.taxonomy import TermIndexPage, TermPage


@receiver(post_save, sender=Theme)
def make_theme_page(instance: Theme, created: bool, raw: bool = False, **_: Any) -> None:
    index = None if raw else ThemeIndexPage.objects.first()
    if created and index:
        _publish(index, ThemePage(theme=instance, title=instance.name, slug=instance.slug))


@receiver(post_save, sender=Country)
def make_country_page(instance: Country, created: bool, raw: bool = False, **_: Any) -> None:
    index = None if raw else CountryIndexPage.objects.first()
    if created and index:
        _publish(index, CountryPage(country=instance, title=instance.name, slug=instance.slug))


def _publish(index: TermIndexPage, page: TermPage) -> None:
    page.summary = page.term.description
    page.live = False
    index.add_child(instance=page)
    # Through a revision, so that search and the log hear of it as of any other page.
    page.save_revision().publish()
