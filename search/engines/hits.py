"""From a found record to what a reader sees of it."""

from search.marking import Marker
from search.records import SearchRecord
from search.results import Hit


def hit(record: SearchRecord, marks: Marker) -> Hit:
    """The text is the summary, unless only the body holds what was asked for."""
    text = (
        marks.fragment_with_match(record.summary)
        or marks.fragment_with_match(record.body)
        or marks.fragment(record.summary or record.body)
    )
    return Hit(record=record, marked_title=marks.mark(record.title), marked_text=text)
