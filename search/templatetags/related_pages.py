from dataclasses import dataclass

from django import template
from wagtail.models import Page

from search import service
from search.records import KINDS, Kind, SearchRecord

register = template.Library()


@dataclass(frozen=True, slots=True)
class RelatedPage:
    record: SearchRecord
    kind: Kind


@register.simple_tag
def related_pages(page: Page) -> list[RelatedPage]:
    """Public pages like this one; none in the preview of a page that is not there yet."""
    if not page.pk:
        return []
    return [
        RelatedPage(hit.record, KINDS[hit.record.type])
        for hit in service.related(page.pk)
        if hit.record.type in KINDS
    ]
