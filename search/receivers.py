"""Notices every change that shows in search, within the transaction that makes it."""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import post_page_move

from search.outbox import record_changes
from search.records import DEPENDENTS

# Saving a draft touches these fields of the page only; nothing of them is public.
BOOKKEEPING = frozenset(
    (
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

    So saves are followed, through which publishing, unpublishing and moving all go.
    """
    pre_save.connect(_address_changes, dispatch_uid="search.address")
    post_save.connect(_page_saved, dispatch_uid="search.saved")
    post_delete.connect(_page_deleted, dispatch_uid="search.deleted")
    post_page_move.connect(_page_moved, dispatch_uid="search.moved")
    for signal in (post_save, pre_delete):
        signal.connect(
            _restriction_changed, sender=PageViewRestriction, dispatch_uid="search.restricted"
        )
    post_save.connect(_dependents_change, dispatch_uid="search.dependents")
    pre_delete.connect(_dependents_change, dispatch_uid="search.dependents")


def _address_changes(sender: type, instance: Any, **kwargs: Any) -> None:
    """A page with another address takes along everything below it."""
    if not isinstance(instance, Page) or not instance.pk or _only_bookkeeping(kwargs):
        return
    before = Page.objects.filter(pk=instance.pk).values_list("url_path", "numchild").first()
    if before and before[1]:
        url_path, _ = before
        slug = url_path.rstrip("/").rpartition("/")[2]
        if instance.url_path != url_path or instance.slug != slug:
            record_changes([instance.pk], subtree=True)


def _page_saved(sender: type, instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, Page) and not _only_bookkeeping(kwargs):
        record_changes([instance.pk])


def _page_deleted(sender: type, instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, Page):
        record_changes([instance.pk])


def _page_moved(sender: type, instance: Page, **kwargs: Any) -> None:
    record_changes([instance.pk], subtree=True)


def _restriction_changed(sender: type, instance: PageViewRestriction, **kwargs: Any) -> None:
    record_changes([instance.page_id], subtree=True)


def _dependents_change(sender: type, instance: Any, **kwargs: Any) -> None:
    if DEPENDENTS and not _only_bookkeeping(kwargs):
        for model in type(instance).__mro__:
            for dependents in DEPENDENTS.get(model, ()):
                record_changes(dependents(instance))


def _only_bookkeeping(kwargs: dict[str, Any]) -> bool:
    fields = kwargs.get("update_fields")
    return fields is not None and BOOKKEEPING.issuperset(fields)
