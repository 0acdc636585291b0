"""Run inside Django: which addresses to ask for, how many queries they take, what editing costs.

Prints JSON; `run.py` starts it, because settings are read once in a process.
"""

import json
import statistics
import sys
import time
from urllib.parse import urlencode

import django

django.setup()

from django.core.cache import caches  # noqa: E402  needs the settings
from django.db import connection  # noqa: E402  the same
from django.db.models import Count  # noqa: E402  the same
from django.test import Client  # noqa: E402  the same
from django.test.utils import CaptureQueriesContext  # noqa: E402  the same
from taggit.models import Tag  # noqa: E402  the same

from lessons.models import LessonPage, PracticeExamplePage  # noqa: E402  the same
from meegenomen.core.models import Country, Theme  # noqa: E402  the same
from meegenomen.home.models import NewsPage, ThemePage  # noqa: E402  the same
from trips.models import TripReportPage  # noqa: E402  the same

PUBLISHES = 20


def addresses() -> dict[str, str]:
    """One of each kind: the page with the most around it, or the one in the middle."""
    tag = Tag.objects.annotate(n=Count("tagged_pages")).order_by("-n", "pk")[0]
    lesson = (
        LessonPage.objects.live()
        .annotate(n=Count("evidence", distinct=True) + Count("examples", distinct=True))
        .order_by("-n", "pk")[0]
    )
    question = [
        ("q", "digitale dienstverlening"),
        ("type", "les"),
        ("type", "voorbeeld"),
        ("thema", Theme.objects.order_by("pk")[0].slug),
        ("land", Country.objects.order_by("pk")[0].slug),
        ("tag", tag.slug),
        ("org", "gemeente"),
        ("van", "2015"),
        ("tot", "2026"),
    ]
    return {
        "home": "/",
        "lessons": "/lessen/",
        "reports": "/reisverslagen/",
        "examples": "/voorbeelden/",
        "lesson": lesson.path_on_site,
        "report": _middle(TripReportPage),
        "example": _middle(PracticeExamplePage),
        "news item": _middle(NewsPage),
        "theme": ThemePage.objects.live().order_by("pk")[0].path_on_site,
        "tag": f"/tags/{tag.slug}/",
        "search": "/zoeken/?q=digitale+dienstverlening",
        "search, six facets": f"/zoeken/?{urlencode(question)}",
        "feed": "/feeds/nieuw.atom",
        "sitemap": "/sitemap.xml",
        "sitemap file": "/sitemap-1.xml",
    }


def _middle(model: type) -> str:
    pages = model._default_manager.live().order_by("pk")
    path: str = pages[pages.count() // 2].path_on_site
    return path


def queries_of(path: str) -> int:
    """Of a page that is not kept, in a process that served pages before."""
    client = Client(headers={"host": "127.0.0.1"})
    client.get(path)
    caches["pages"].clear()
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return len(queries)


def publishing() -> list[float]:
    """Milliseconds to publish a lesson, as the admin does it."""
    times = []
    for page in LessonPage.objects.live().order_by("-pk")[:PUBLISHES]:
        start = time.perf_counter()
        page.save_revision().publish()
        times.append((time.perf_counter() - start) * 1000)
    return [statistics.median(times), max(times)]


if __name__ == "__main__":
    paths = addresses()
    found = {
        "addresses": paths,
        "queries": {path: queries_of(path) for path in paths.values()},
        "publish": publishing(),
    }
    json.dump(found, sys.stdout)
