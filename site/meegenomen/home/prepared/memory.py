"""What commands made. They make nothing twice, not even after an editor moved or deleted it."""

from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry

# In the log of the page, which outlives the page itself.
KEY = "prepared"


def remember(page: Page, key: str, *, action: str = "wagtail.create") -> None:
    log(instance=page, action=action, data={KEY: key})


def made() -> dict[str, int]:
    """The id of each page that was ever made, also of one that is gone since, by its key."""
    entries = PageLogEntry.objects.filter(data__has_key=KEY).order_by("pk")
    return dict(entries.values_list(f"data__{KEY}", "page_id"))


def is_made(key: str) -> bool:
    found: bool = PageLogEntry.objects.filter(**{f"data__{KEY}": key}).exists()
    return found
