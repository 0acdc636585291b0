"""What a URL of the search page means."""

from dataclasses import dataclass
from typing import Literal

Sort = Literal["relevantie", "nieuwste", "onderbouwing"]


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchQuery:
    """A question to the index: words narrowed by facets. Within a facet any value will do; facets add up."""

    words: str = ""
    types: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    organisation_types: tuple[str, ...] = ()
    year_from: int | None = None
    year_to: int | None = None
    sort: Sort = "relevantie"
    page: int = 1
    page_size: int = 10
