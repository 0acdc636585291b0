from .events import EventIndexPage, EventPage
from .reports import (
    Attachment,
    Author,
    Destination,
    OpenQuestion,
    ReportPhoto,
    Traveller,
    TripIndexPage,
    TripReportPage,
    Visit,
    destinations,
)

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
