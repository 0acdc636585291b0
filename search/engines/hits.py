"""From a found record to what a reader sees of it."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from search.engines.marking import MOST_READ, Marker
from search.records import SearchRecord
from search.results import Hit


def hit(record: SearchRecord, marks: Marker) -> Hit:
    """The text is the summary, unless only the body or a document holds what was asked for."""
    text = (
        marks.fragment_with_match(record.summary)
        or marks.fragment_with_match(record.body)
        or _in_a_document(record.documents, marks)
        or marks.fragment(record.summary or record.body)
    )
    return Hit(record=record, marked_title=marks.mark(record.title), marked_text=text)


def _in_a_document(text: str, marks: Marker) -> SafeString | None:
    for at in range(0, len(text), MOST_READ):
        if found := marks.fragment_with_match(text[at : at + MOST_READ]):
            return format_html("{} {}", _("In een bijlage:"), found)
    return None
