"""The sitemap (sitemaps.org), from one query.

The frameworks of Django and Wagtail make an object and a piece of template for each page, which
takes seconds at 20,000 pages.
"""

import math
from collections.abc import Iterator
from xml.sax.saxutils import escape

from django.db.models import TextField
from django.db.models.functions import Cast, Left
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from meegenomen.core.models import VisiblePageQuerySet, all_pages
from meegenomen.core.page_cache import kept_until_content_changes
from meegenomen.home.models import HomePage

# The protocol allows 50,000; fewer keep each file within the time a page may take.
URLS_A_FILE = 20_000
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


@kept_until_content_changes
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """All pages, or where there are too many for one file: the addresses of the files."""
    home = get_object_or_404(HomePage)
    files = _number_of_files(home)
    if files == 1:
        return _document("urlset", _entries(request, home, 1))
    addresses = (
        request.build_absolute_uri(reverse("sitemap_file", args=[number]))
        for number in range(1, files + 1)
    )
    return _document(
        "sitemapindex",
        (f"<sitemap><loc>{escape(address)}</loc></sitemap>" for address in addresses),
    )


@kept_until_content_changes
@require_safe
def sitemap_file(request: HttpRequest, number: int) -> HttpResponse:
    """One of the files, counted from 1."""
    home = get_object_or_404(HomePage)
    if not 1 <= number <= _number_of_files(home):
        raise Http404(_("Dit deel van de sitemap is er niet."))
    return _document("urlset", _entries(request, home, number))


def _pages(home: HomePage) -> VisiblePageQuerySet:
    pages = all_pages().live().public()
    below: VisiblePageQuerySet = pages.descendant_of(home, inclusive=True)
    return below


def _number_of_files(home: HomePage) -> int:
    pages: int = _pages(home).count()
    return max(1, math.ceil(pages / URLS_A_FILE))


def _entries(request: HttpRequest, home: HomePage, number: int) -> Iterator[str]:
    first = (number - 1) * URLS_A_FILE
    rows = (
        _pages(home)
        .order_by("pk")
        # The day as text: reading 20,000 moments takes longer than all the rest.
        .annotate(day=Left(Cast("last_published_at", TextField()), 10))
        .values_list("url_path", "day")[first : first + URLS_A_FILE]
    )
    root = escape(request.build_absolute_uri("/"))
    skipped = len(home.url_path)
    for url_path, day in rows.iterator():
        lastmod = f"<lastmod>{day}</lastmod>" if day else ""
        yield f"<url><loc>{root}{escape(url_path[skipped:])}</loc>{lastmod}</url>"


def _document(root: str, entries: Iterator[str]) -> HttpResponse:
    lines = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<{root} xmlns="{NAMESPACE}">',
        *entries,
        f"</{root}>",
    )
    return HttpResponse("\n".join(lines), content_type="application/xml; charset=utf-8")
