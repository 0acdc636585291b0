"""The menu, the footer and the way back up."""

from dataclasses import dataclass

from django import template
from django.http import HttpRequest
from django.template import Context
from wagtail.models import Page

from meegenomen.core.models import BasePage, all_pages
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


@register.simple_tag(takes_context=True)
def site_navigation(context: Context) -> Navigation:
    """All links around a page, in one query."""
    request: HttpRequest | None = context.get("request")
    here = request.path if request else ""
    pages = list(
        all_pages()
        .live()
        .public()
        .filter(depth=HOME_DEPTH + 1)
        .order_by("path")
        .only("title", "url_path", "show_in_menus", "content_type_id")
    )
    about = [page for page in pages if page.specific_class is StandardPage]
    calendars = [page for page in pages if page.specific_class is EventIndexPage]
    return Navigation(
        menu=tuple(_link(page, here) for page in pages if page.show_in_menus),
        overviews=tuple(_link(page, here) for page in pages if page not in about),
        about=tuple(_link(page, here) for page in about),
        calendar_url=f"{_path(calendars[0])}agenda.ics" if calendars else "",
    )


@register.inclusion_tag("components/breadcrumbs.html")
def breadcrumbs(page: BasePage) -> dict[str, object]:
    ancestors = (
        page.get_ancestors()
        .filter(depth__gte=HOME_DEPTH)
        .order_by("depth")
        .only("title", "url_path", "depth")
    )
    return {
        "ancestors": [Link(_name(ancestor), _path(ancestor)) for ancestor in ancestors],
        "current": page.title,
    }


def _name(page: Page) -> str:
    return "Home" if page.depth == HOME_DEPTH else str(page.title)


def _path(page: Page) -> str:
    return "/" + str(page.url_path).split("/", 2)[2]


def _link(page: Page, here: str) -> Link:
    url = _path(page)
    if here == url:
        return Link(page.title, url, "page")
    return Link(page.title, url, "true" if here.startswith(url) else "")
