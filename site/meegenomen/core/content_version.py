"""Which changes renew the content version, and with it everything that was kept of a page."""

from typing import Any

from django.apps import apps
from django.db import models, router, transaction
from django.db.models.signals import (
    m2m_changed,
    post_delete,
    post_save,
    pre_delete,
    pre_save,
)
from wagtail.images.models import AbstractRendition
from wagtail.signals import post_page_move

from meegenomen.core.models import ContentVersion

# What is stored here never shows on a page that is kept. Everything else counts as content, so
# that a model somebody adds is right from its first day.
PRIVATE_APPS = frozenset(
    {
        "admin",
        "auth",
        "contenttypes",
        "django_tasks_database",
        "modelsearch",
        "search",
        "sessions",
        "submissions",
        "wagtailadmin",
        "wagtailembeds",
        "wagtailsearch",
        "wagtailsearchpromotions",
        "wagtailusers",
    }
)
PRIVATE_MODELS = frozenset(
    f"wagtailcore.{name}"
    for name in (
        "comment",
        "commentreply",
        "groupapprovaltask",
        "groupcollectionpermission",
        "grouppagepermission",
        "modellogentry",
        "pagelogentry",
        "pagesubscription",
        "referenceindex",
        "revision",
        "task",
        "taskstate",
        "uploadedfile",
        "workflow",
        "workflowcontenttype",
        "workflowpage",
        "workflowstate",
        "workflowtask",
    )
)


def content_models() -> frozenset[type[models.Model]]:
    return frozenset(
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label not in PRIVATE_APPS
        and model._meta.label_lower not in PRIVATE_MODELS
        # Made while a page is being read: they follow from the picture.
        and not issubclass(model, (ContentVersion, AbstractRendition))
    )


# What Wagtail writes on a page when only a draft of it was saved, or the page locked.
DRAFT_FIELDS = frozenset(
    {
        "draft_title",
        "has_unpublished_changes",
        "latest_revision",
        "latest_revision_created_at",
        "locked",
        "locked_at",
        "locked_by",
    }
)


def connect() -> None:
    """Watch every model with content. The models of migrations are others, and stay out."""
    watched = content_models()

    def counts(sender: type[models.Model], fields: frozenset[str] | None) -> bool:
        return sender in watched and not (fields and fields <= DRAFT_FIELDS)

    def before(
        sender: type[models.Model], update_fields: frozenset[str] | None = None, **_: Any
    ) -> None:
        # The first lock that any writer takes, so that two of them queue and never deadlock.
        if counts(sender, update_fields) and _in_transaction():
            ContentVersion.renew()

    def after(
        sender: type[models.Model], update_fields: frozenset[str] | None = None, **_: Any
    ) -> None:
        # Before the change, outside a transaction, a reader could keep the old page as the new.
        if counts(sender, update_fields) and not _in_transaction():
            ContentVersion.renew()

    def moved(**_: Any) -> None:
        ContentVersion.renew()

    def linked(sender: type[models.Model], action: str, **_: Any) -> None:
        (before if action.startswith("pre_") else after)(sender)

    for signal, receiver in (
        (pre_save, before),
        (pre_delete, before),
        (post_save, after),
        (post_delete, after),
        (m2m_changed, linked),
        (post_page_move, moved),
    ):
        signal.connect(receiver, weak=False, dispatch_uid=f"content version {receiver.__name__}")


def _in_transaction() -> bool:
    connection = transaction.get_connection(router.db_for_write(ContentVersion))
    return bool(connection.in_atomic_block)
