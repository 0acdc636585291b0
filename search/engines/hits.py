"""From a found record to what a reader sees of it."""

from search.marking import Marker
from search.records import SearchRecord
from search.results import Hit


def hit(record: SearchRecord, marks: Marker) -> Hit:
    """The text is the summary, unless only the body holds what was asked for."""
    text = marks.fragment(record.summary or record.body)
    if marks.asked and "<mark" not in text and record.body:
        body = marks.fragment(record.body)
        if "<mark" in body:
            text = body
    return Hit(record=record, marked_title=marks.mark(record.title), marked_text=text)
