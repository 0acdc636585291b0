"""Search finds the words in documents that public pages show; this tells it when those change."""

from collections.abc import Iterable

from django.db.models import Q
from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument
from wagtail.models import Collection, CollectionViewRestriction

from meegenomen.core.document_words.pages import pages_showing
from search.records import register_dependents


def register() -> None:
    register_dependents(get_document_model(), _pages_with)
    # Who may open a document is decided by where it is kept.
    register_dependents(Collection, _pages_with_documents_in)
    register_dependents(CollectionViewRestriction, _pages_with_restricted_documents)


def _pages_with(document: AbstractDocument) -> Iterable[int]:
    return pages_showing(get_document_model().objects.filter(pk=document.pk))


def _pages_with_documents_in(collection: Collection) -> Iterable[int]:
    inside = Q(collection__path__startswith=collection.path)
    return pages_showing(get_document_model().objects.filter(inside))


def _pages_with_restricted_documents(restriction: CollectionViewRestriction) -> Iterable[int]:
    return _pages_with_documents_in(restriction.collection)
