"""What an engine answers."""

from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from search.records import SearchRecord


@dataclass(frozen=True, slots=True)
class Hit:
    """One result. The marked texts are escaped by construction; only <mark> is added."""

    record: SearchRecord
    marked_title: SafeString
    marked_text: SafeString


@dataclass(frozen=True, slots=True)
class Suggestion:
    text: str
    url: str = ""
    """Where it leads at once; empty when it is only a better question."""
    page: int = 0
    """The page it was taken from; when that is not public any more, neither is this."""


@dataclass(frozen=True, slots=True)
class SearchResults:
    total: int
    hits: tuple[Hit, ...] = ()
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    """Facet -> slug -> number of pages, each counted without the facet's own filter."""
    did_you_mean: str = ""
    simple: bool = False
    """True when the engine did not answer and the database did, in a simpler way."""
