"""Public pages, kept until anything on the site changes.

Django's own cache middleware looks twice, has one key prefix for all requests and lets browsers
keep what it keeps; see docs/decisions/0030.
"""

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar, cast

from django.conf import settings
from django.core.cache import caches
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils.cache import cc_delim_re, get_conditional_response
from django.utils.timezone import localdate
from wagtail.views import serve as wagtail_serve

from meegenomen.core.models import ContentVersion
from meegenomen.core.remembered import version_in_use
from meegenomen.core.sole_site import choose_site

logger = logging.getLogger(__name__)

View = TypeVar("View", bound=Callable[..., Any])

# A request with any other parameter is answered afresh, so that no view has to know of this list.
PARAMETERS = frozenset({"pagina", "thema", "land", "jaar", "p"})
READING = frozenset({"GET", "HEAD"})
VERSION = "meegenomen.content_version"
MARK = "kept_until_content_changes"


@dataclass(frozen=True, slots=True)
class Kept:
    version: str
    headers: tuple[tuple[str, str], ...]
    content: bytes
    etag: str


def kept_until_content_changes(view: View) -> View:
    """For a view whose answer depends on content, path, date and PARAMETERS alone."""
    setattr(view, MARK, True)
    return view


kept_until_content_changes(wagtail_serve)


class PageCacheMiddleware:
    """Stands outside all middleware that writes headers, so that these are kept too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Of what is not kept, the version counts at which something is first remembered.
        reads_only = request.method in READING
        outside = version_in_use.set(cache(_version) if reads_only else None)
        try:
            return self._kept_or_made(request)
        finally:
            version_in_use.reset(outside)

    def _kept_or_made(self, request: HttpRequest) -> HttpResponse:
        if not _same_for_all(request):
            return self.get_response(request)
        key = _key(request)
        kept = _get(key)
        if kept and kept.version == _version():
            return _answer(request, kept)
        response = self.get_response(request)
        version = request.META.get(VERSION)
        if version is None or request.method == "HEAD" or not _keepable(response):
            return response
        kept = Kept(
            version,
            tuple(response.items()),
            response.content,
            f'"{hashlib.blake2b(response.content, digest_size=12).hexdigest()}"',
        )
        _set(key, kept)
        return _answer(request, kept)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: object, kwargs: object
    ) -> None:
        # Read before the page is made: what changes meanwhile must count as a later version.
        if getattr(view, MARK, False):
            version = request.META[VERSION] = _version()
            version_in_use.set(lambda: version)
            if view is wagtail_serve:
                choose_site(request)


def _same_for_all(request: HttpRequest) -> bool:
    return (
        request.method in READING
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and PARAMETERS.issuperset(request.GET)
    )


def _key(request: HttpRequest) -> str:
    parts = (
        request.scheme or "",
        request.get_host(),
        request.get_full_path(),
        "gzip" if "gzip" in request.headers.get("Accept-Encoding", "") else "",
        localdate().isoformat(),
    )
    return "page:" + hashlib.blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()


def _keepable(response: HttpResponse) -> bool:
    asked = {word.split("=")[0] for word in _words(response, "Cache-Control")}
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not asked & {"private", "no-store", "no-cache", "max-age"}
        and _words(response, "Vary") <= {"accept-encoding"}
    )


def _words(response: HttpResponse, header: str) -> set[str]:
    return set(filter(None, cc_delim_re.split(response.get(header, "").lower().strip())))


def _answer(request: HttpRequest, kept: Kept) -> HttpResponse:
    response = HttpResponse(kept.content, headers=dict(kept.headers))
    response["ETag"] = kept.etag
    # A browser may keep it too, but asks each time: a change shows at once.
    response["Cache-Control"] = "no-cache"
    return cast(HttpResponse, get_conditional_response(request, etag=kept.etag, response=response))


def _version() -> str | None:
    try:
        return ContentVersion.current()
    except DatabaseError:
        logger.exception("The content version cannot be read")
        return None


def _get(key: str) -> Kept | None:
    try:
        kept = caches["pages"].get(key)
    except Exception:  # each backend raises errors of its own client
        logger.exception("The page cache cannot be read")
        return None
    return kept if isinstance(kept, Kept) else None


def _set(key: str, kept: Kept) -> None:
    try:
        caches["pages"].set(key, kept)
    except Exception:  # the same
        logger.exception("The page cache cannot be written")
