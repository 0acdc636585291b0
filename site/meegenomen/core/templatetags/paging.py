"""The links below a list."""

from collections.abc import Iterator

from django import template
from django.core.paginator import Page

register = template.Library()


@register.filter
def page_numbers(page: "Page[object]") -> Iterator[str | int]:
    """The numbers to show, with an ellipsis where a stretch is left out."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)


@register.simple_tag
def page_url(query_string: str, number: int) -> str:
    """Add a page number to a query string such as "?thema=regie", "?" or nothing."""
    kept = query_string.lstrip("?")
    if number == 1:
        return f"?{kept}" if kept else "."
    return f"?{kept}&pagina={number}" if kept else f"?pagina={number}"
