"""How search is doing, for who looks after the site."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Min
from django.utils.translation import gettext as _
from wagtail.models import Page

from search import engine
from search.engines.protocol import EngineUnavailable
from search.index import rebuilds
from search.index.drain import MOST_ATTEMPTS
from search.models import PendingChange, Rebuild

SHOWN = 50  # pages that were set aside


@dataclass(frozen=True, slots=True)
class SetAside:
    page_id: int
    page: Page | None
    """None when it was deleted since."""
    error: str


@dataclass(frozen=True, slots=True)
class Report:
    engine: str
    documents: int | None
    trouble: str
    """Why the engine does not answer; empty when it does."""
    pending: int
    oldest: datetime | None
    """Since when the page that waits longest does so."""
    set_aside: tuple[SetAside, ...]
    set_aside_total: int
    rebuild: Rebuild | None
    rebuilding: bool


def report() -> Report:
    documents, trouble = _health()
    pending = PendingChange.objects.filter(attempts__lt=MOST_ATTEMPTS).exclude(page_id=0)
    aside = PendingChange.objects.filter(attempts__gte=MOST_ATTEMPTS)
    latest = rebuilds.latest()
    return Report(
        engine=_name(engine.current().name),
        documents=documents,
        trouble=trouble,
        pending=pending.count(),
        oldest=pending.aggregate(oldest=Min("created"))["oldest"],
        set_aside=_shown(list(aside.order_by("created", "pk")[:SHOWN])),
        set_aside_total=aside.count(),
        rebuild=latest,
        rebuilding=latest is not None and latest.finished is None,
    )


def _health() -> tuple[int | None, str]:
    try:
        return engine.current().count(), ""
    except EngineUnavailable as error:
        return None, str(error)


def _name(name: str) -> str:
    return {"embedded": _("ingebouwd (tantivy)"), "elasticsearch": "Elasticsearch"}.get(name, name)


def _shown(rows: list[PendingChange]) -> tuple[SetAside, ...]:
    pages = Page.objects.in_bulk([row.page_id for row in rows])
    return tuple(SetAside(row.page_id, pages.get(row.page_id), row.error) for row in rows)
