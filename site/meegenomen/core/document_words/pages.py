"""Which documents a page shows, and which pages show a document."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from wagtail.documents import get_document_model
from wagtail.fields import StreamField
from wagtail.models import Page, ReferenceIndex


def documents_in_text(page: Page) -> Sequence[Any]:
    """Those in a block of the text, in its order. No query where there is none."""
    ids = [
        block["value"]["document"]
        for field in page._meta.concrete_fields
        if isinstance(field, StreamField)
        for block in getattr(page, field.name).raw_data
        if block["type"] == "document" and block["value"]["document"]
    ]
    if not ids:
        return ()
    found = get_document_model().objects.select_related("collection").in_bulk(ids)
    return [found[pk] for pk in dict.fromkeys(ids) if pk in found]


def pages_showing(documents: "QuerySet[Any]") -> Iterable[int]:
    """Ids of the pages that lead to one of these, in whatever way."""
    types = ContentType.objects.get_for_models(get_document_model(), Page)
    references = ReferenceIndex.objects.filter(
        to_content_type=types[get_document_model()],
        to_object_id__in=[str(pk) for pk in documents.values_list("pk", flat=True)],
        base_content_type=types[Page],
    )
    return {int(pk) for pk in references.values_list("object_id", flat=True)}
