"""Notices every change that shows in search, within the transaction that makes it."""

from typing import Any

from django.db.models.signals import post_save, pre_delete, pre_save
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet

from search.index.outbox import announce_change, record_changes
from search.records import DEPENDENTS, PAGE_DEPENDENTS

# Saving a draft touches these fields of the page only; nothing of them is public.
BOOKKEEPING = frozenset(
    (
        # Of a document, noted when they are first asked for.
        "file_hash",
        "file_size",
        "draft_title",
        "has_unpublished_changes",
        "latest_revision",
        "latest_revision_created_at",
        "locked",
        "locked_at",
        "locked_by",
    )
)


def connect() -> None:
    """The page's own save() is one transaction, signals included; Wagtail's publish ones are not.

    So saves are followed, through which publishing, unpublishing and moving all go, whether the
    page comes as its own type or as a plain one.
    """
    pre_save.connect(_address_changes, dispatch_uid="search.address")
    post_save.connect(_page_saved, dispatch_uid="search.saved")
    pre_delete.connect(_page_goes, sender=Page, dispatch_uid="search.goes")
    pre_save.connect(
        _restriction_comes, sender=PageViewRestriction, dispatch_uid="search.restriction"
    )
    for signal in (post_save, pre_delete):
        signal.connect(
            _restriction_changed, sender=PageViewRestriction, dispatch_uid="search.restricted"
        )
    post_save.connect(_dependents_change, dispatch_uid="search.dependents")
    pre_delete.connect(_dependents_change, dispatch_uid="search.dependents")


def _address_changes(sender: type, instance: Any, **kwargs: Any) -> None:
    """A page with another address takes along everything below it; every move to elsewhere too.

    A move has changed the place in the tree by now, and nothing else yet.
    """
    if not isinstance(instance, Page) or not instance.pk or _only_bookkeeping(kwargs):
        return
    url_path = Page.objects.filter(pk=instance.pk).values_list("url_path", flat=True).first()
    if url_path is not None:
        slug = url_path.rstrip("/").rpartition("/")[2]
        if instance.url_path != url_path or instance.slug != slug:
            _subtree_changes(instance)


def _page_saved(sender: type, instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, Page) and not _only_bookkeeping(kwargs):
        record_changes([instance.pk])
        if not kwargs.get("created"):
            _seen_elsewhere(Page.objects.filter(pk=instance.pk))


def _page_goes(sender: type, instance: Page, **kwargs: Any) -> None:
    record_changes([instance.pk])
    _seen_elsewhere(Page.objects.filter(pk=instance.pk))


def _restriction_comes(sender: type, instance: PageViewRestriction, **kwargs: Any) -> None:
    """Wagtail saves it outside a transaction; a page must not stay in the index for that."""
    instance.announced_to_search = announce_change(instance.page_id)


def _restriction_changed(sender: type, instance: PageViewRestriction, **kwargs: Any) -> None:
    _subtree_changes(instance.page)
    if announced := instance.__dict__.pop("announced_to_search", None):
        announced.delete()


def _subtree_changes(page: Page) -> None:
    record_changes([page.pk], subtree=True)
    _seen_elsewhere(Page.objects.filter(path__startswith=page.path))


def _seen_elsewhere(pages: PageQuerySet) -> None:
    """Other pages show something of these, and may do so no more or for the first time."""
    for dependents in PAGE_DEPENDENTS:
        record_changes(dependents(pages))


def _dependents_change(sender: type, instance: Any, **kwargs: Any) -> None:
    if DEPENDENTS and not _only_bookkeeping(kwargs):
        for model in type(instance).__mro__:
            for dependents in DEPENDENTS.get(model, ()):
                record_changes(dependents(instance))


def _only_bookkeeping(kwargs: dict[str, Any]) -> bool:
    fields = kwargs.get("update_fields")
    return fields is not None and BOOKKEEPING.issuperset(fields)
