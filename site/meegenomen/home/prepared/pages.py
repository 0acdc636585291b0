"""Making pages the way an editor does, so that search, links and history are real."""

from wagtail.models import Page

from meegenomen.home.prepared.memory import remember


def add_draft(parent: Page, page: Page, *, key: str) -> None:
    page.live = False
    parent.add_child(instance=page)
    remember(page, key)


def is_untouched(page: Page) -> bool:
    """Added, and nothing since: the command that made it has yet to fill it."""
    return page.first_published_at is None and page.latest_revision_id is None


def publish(page: Page) -> None:
    page.save_revision().publish()
