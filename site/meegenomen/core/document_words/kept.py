"""The words of documents as they are kept: once for each content of a file, and no longer."""

import logging
from collections.abc import Iterable
from typing import Any

from django.db.models.signals import post_delete, post_save, pre_save
from wagtail.documents import get_document_model

from meegenomen.core.document_words.extraction import BusyError, words_in
from meegenomen.core.document_words.limits import MOST_CHARACTERS
from meegenomen.core.models import DocumentText

logger = logging.getLogger(__name__)

READ = ("pdf", "docx", "odt")


def public_words(documents: Iterable[Any]) -> str:
    """The words in those that anyone may open, read now where that was not done before.

    Takes up to a minute for each new document: not for a request of a visitor or editor.
    """
    found: list[str] = []
    for document in documents:
        if is_public(document):
            found.append(words_of(document))
    return " ".join(filter(None, found))[:MOST_CHARACTERS]


def is_public(document: Any) -> bool:
    return not document.collection.get_view_restrictions().exists()


def words_of(document: Any) -> str:
    if document.file_extension.lower() not in READ:
        return ""
    try:
        key = document.file_hash or document.get_file_hash()
        kept = DocumentText.objects.filter(pk=key).first()
        if kept is None:
            with document.open_file() as file:
                outcome, text = words_in(file)
            # Somebody else may have read it at the same time, with the same outcome.
            kept, _ = DocumentText.objects.get_or_create(
                pk=key, defaults={"outcome": outcome, "text": text}
            )
    except (OSError, BusyError) as error:
        # Not now; the page is found without it until it changes or the index is rebuilt.
        logger.warning("Document %s cannot be read: %s", document.pk, error)
        return ""
    return kept.text


def forget(file_hash: str) -> None:
    """Erase the words of a file that no document has any more."""
    if file_hash and not get_document_model().objects.filter(file_hash=file_hash).exists():
        DocumentText.objects.filter(pk=file_hash).delete()


def connect() -> None:
    model = get_document_model()
    pre_save.connect(_remember, sender=model, dispatch_uid="core.words.before")
    post_save.connect(_replaced, sender=model, dispatch_uid="core.words.after")
    post_delete.connect(_gone, sender=model, dispatch_uid="core.words.gone")


def _remember(instance: Any, **kwargs: Any) -> None:
    hashes = type(instance).objects.filter(pk=instance.pk).values_list("file_hash", flat=True)
    instance.file_hash_before = hashes.first() or ""


def _replaced(instance: Any, **kwargs: Any) -> None:
    if instance.file_hash_before != instance.file_hash:
        forget(instance.file_hash_before)


def _gone(instance: Any, **kwargs: Any) -> None:
    forget(instance.file_hash)
