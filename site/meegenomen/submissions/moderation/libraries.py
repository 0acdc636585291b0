"""Where files of submissions lie in the libraries of the admin."""

from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction

from lessons.models import PracticeExamplePage


def public_collection() -> Collection:
    return _collection(_("Inzendingen"))


def waiting_collection() -> Collection:
    """For documents of a page that is not public: an address that counts up must not open them."""
    collection = _collection(_("Inzendingen in behandeling"))
    CollectionViewRestriction.objects.get_or_create(
        collection=collection, restriction_type=CollectionViewRestriction.LOGIN
    )
    return collection


def open_documents(page: PracticeExamplePage) -> None:
    """What the public page shows, anyone may have."""
    _move(page, waiting_collection(), public_collection())


def close_documents(page: PracticeExamplePage) -> None:
    _move(page, public_collection(), waiting_collection())


def _move(page: PracticeExamplePage, start: Collection, end: Collection) -> None:
    shown = [
        block.value["document"].pk
        for block in page.body
        if block.block_type == "document" and block.value["document"]
    ]
    documents = get_document_model().objects.filter(pk__in=shown, collection=start)
    for document in documents:
        document.collection = end
        document.save()


def _collection(name: str) -> Collection:
    root = Collection.get_first_root_node()
    found = Collection.objects.child_of(root).filter(name=name).first()
    return found or root.add_child(name=name)
