"""The pages of the results and the way between them."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.core.paginator import Paginator

from search.query import MAX_PAGE, SearchQuery


@dataclass(frozen=True, slots=True)
class PageLink:
    number: int
    """0 stands for the pages left out between two others."""
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class Pager:
    links: tuple[PageLink, ...]
    previous_url: str
    next_url: str
    cut_off: bool
    """True when there is more than this many pages show."""


def last_page(total: int, query: SearchQuery) -> int:
    return min(MAX_PAGE, max(1, -(-total // query.page_size)))


def pager_of(query: SearchQuery, total: int, address: Callable[[SearchQuery], str]) -> Pager:
    last = last_page(total, query)
    pages = Paginator(range(last), per_page=1)

    def url(number: int) -> str:
        return address(replace(query, page=number))

    links = tuple(
        PageLink(number, url(number), number == query.page)
        if isinstance(number, int)
        else PageLink(0, "", current=False)
        for number in pages.get_elided_page_range(query.page, on_each_side=1, on_ends=1)
    )
    return Pager(
        links=links if last > 1 else (),
        previous_url=url(query.page - 1) if query.page > 1 else "",
        next_url=url(query.page + 1) if query.page < last else "",
        cut_off=query.page == last and total > last * query.page_size,
    )
