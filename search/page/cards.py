"""The results as the page shows them."""

from dataclasses import dataclass

from search.page.facets import TAGS_OF_A_HIT, Names
from search.query import SearchQuery
from search.records import KINDS, Kind
from search.results import Hit, SearchResults


@dataclass(frozen=True, slots=True)
class TagLink:
    name: str
    url: str
    """Seen from the search page, the only one that shows these."""


@dataclass(frozen=True, slots=True)
class ResultCard:
    hit: Hit
    kind: Kind | None
    """None when no app knows this type any more; the page itself may still be there."""
    tags: tuple[TagLink, ...]


def cards_of(results: SearchResults, names: Names) -> tuple[ResultCard, ...]:
    return tuple(_card(hit, names) for hit in results.hits)


def _card(hit: Hit, names: Names) -> ResultCard:
    tags = (tag for tag in hit.record.tags[:TAGS_OF_A_HIT] if tag in names["tag"])
    return ResultCard(
        hit=hit,
        kind=KINDS.get(hit.record.type),
        tags=tuple(
            TagLink(names["tag"][tag], SearchQuery(tags=(tag,)).to_querystring()) for tag in tags
        ),
    )
