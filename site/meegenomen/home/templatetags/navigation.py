"""The menu, the footer and the way back up."""

from dataclasses import dataclass

from django import template
from django.db.models import Q
from django.http import HttpRequest
from django.template import Context
from django.utils.translation import gettext as _
from wagtail.models import Page

from meegenomen.core.models import all_pages
from meegenomen.core.remembered import remembered
from meegenomen.home.models import StandardPage
from trips.models import EventIndexPage

register = template.Library()

HOME_DEPTH = 2


@dataclass(frozen=True, slots=True)
class Link:
    title: str
    url: str
    current: str = ""
    """Value of aria-current: "page" on the page itself, "true" below it."""


@dataclass(frozen=True, slots=True)
class Navigation:
    menu: tuple[Link, ...]
    """What editors put in the menu."""
    overviews: tuple[Link, ...]
    """Every overview of the site, in the menu or not."""
    about: tuple[Link, ...]
    """Pages about the site itself."""
    calendar_url: str
    ancestors: tuple[Link, ...]
    """The way from the home page down to the page, which itself is left out."""


@register.simple_tag(takes_context=True)
def site_navigation(context: Context) -> Navigation:
    """All links around a page."""
    request: HttpRequest | None = context.get("request")
    here = request.path if request else ""
    pages = [page for page in _pages_with_others() if page.depth == HOME_DEPTH + 1]
    about = [page for page in pages if page.specific_class is StandardPage]
    calendars = [page for page in pages if page.specific_class is EventIndexPage]
    return Navigation(
        menu=tuple(_link(page, here) for page in pages if page.show_in_menus),
        overviews=tuple(_link(page, here) for page in pages if page not in about),
        about=tuple(_link(page, here) for page in about),
        calendar_url=f"{_path(calendars[0])}agenda.ics" if calendars else "",
        ancestors=tuple(_ancestors(context.get("page"))),
    )


@remembered
def _pages_with_others() -> tuple[Page, ...]:
    """Public pages right below the home page, and those further down that hold other pages."""
    pages = all_pages().live().public().filter(depth__gt=HOME_DEPTH)
    pages = pages.filter(Q(depth=HOME_DEPTH + 1) | Q(numchild__gt=0))
    return tuple(pages.only("path", "depth", "title", "url_path", "show_in_menus", "content_type"))


def _ancestors(page: object) -> list[Link]:
    if not isinstance(page, Page) or page.depth <= HOME_DEPTH:
        return []
    above = [one for one in _pages_with_others() if page.is_descendant_of(one)]
    return [Link(_("Home"), "/"), *(Link(one.title, _path(one)) for one in above)]


def _path(page: Page) -> str:
    return "/" + str(page.url_path).split("/", 2)[2]


def _link(page: Page, here: str) -> Link:
    url = _path(page)
    if here == url:
        return Link(page.title, url, "page")
    return Link(page.title, url, "true" if here.startswith(url) else "")
