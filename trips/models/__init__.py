from .events import EventIndexPage, EventPage
from .report_parts import (
    Attachment,
    Author,
    Destination,
    OpenQuestion,
    ReportPhoto,
    Traveller,
    Visit,
    destinations,
)
from .reports import TripIndexPage, TripReportPage

__all__ = [
    "Attachment",
    "Author",
    "Destination",
    "EventIndexPage",
    "EventPage",
    "OpenQuestion",
    "ReportPhoto",
    "Traveller",
    "TripIndexPage",
    "TripReportPage",
    "Visit",
    "destinations",
]
