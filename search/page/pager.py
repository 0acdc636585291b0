"""The pages of the results."""

from django.core.paginator import Page, Paginator

from search.query import MAX_PAGE, SearchQuery


def last_page(total: int, query: SearchQuery) -> int:
    return min(MAX_PAGE, max(1, -(-total // query.page_size)))


def pager_of(query: SearchQuery, total: int) -> "Page[int]":
    """What the links below the results are made of; the hits themselves come from the engine."""
    return Paginator(range(last_page(total, query)), per_page=1).page(query.page)


def is_cut_off(query: SearchQuery, total: int) -> bool:
    """Whether this is the last page that can be shown while there are more results."""
    return query.page == MAX_PAGE and total > MAX_PAGE * query.page_size
