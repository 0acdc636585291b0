"""What a URL of the search page means."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal, Self, cast, get_args
from urllib.parse import urlencode

from search.asking.params import ParamReader, Params
from search.asking.synonyms import Lines
from search.asking.typed import Typed, taken_apart
from search.records import FACET_FIELDS, YEAR_FACET

Sort = Literal["relevantie", "nieuwste", "onderbouwing"]

# Facet -> field of SearchQuery: a record has one type, a question may name several.
VALUE_FACETS = {**FACET_FIELDS, "type": "types"}
FACETS = (*VALUE_FACETS, YEAR_FACET)

# An engine must count past every earlier page to reach a late one, and nobody reads that far.
MAX_PAGE = 100


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchQuery:
    """A question to the index: words narrowed by facets.

    Within a facet any value will do; facets add up.
    """

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
    synonyms: Lines = ()
    """What the editors say of its words; no part of the address."""
    leave_out: tuple[int, ...] = ()
    """Pages that stand elsewhere on the page of results; never part of an address."""

    @classmethod
    def from_params(cls, params: Params) -> "ParsedQuery":
        """Read what can be read; an impossible value gives a message and counts as not given."""
        params, typed = taken_apart(params)
        reader = ParamReader(params)
        year_from, year_to = reader.years("van", "tot")
        query = cls(
            words=reader.words("q"),
            types=reader.values("type"),
            themes=reader.values("thema"),
            countries=reader.values("land"),
            tags=reader.values("tag"),
            organisation_types=reader.values("org"),
            year_from=year_from,
            year_to=year_to,
            sort=cast("Sort", reader.sort("sorteer", get_args(Sort))),
            page=reader.page("pagina", last=MAX_PAGE),
        )
        return ParsedQuery(query, tuple(reader.messages), typed)

    def to_params(self) -> list[tuple[str, str]]:
        """The one way to write this question: fixed order, sorted values, no defaults."""
        params = [("q", self.words)]
        for facet in VALUE_FACETS:
            params += [(facet, value) for value in sorted(self.values(facet))]
        params += [
            ("van", str(self.year_from or "")),
            ("tot", str(self.year_to or "")),
            ("sorteer", "" if self.sort == "relevantie" else self.sort),
            ("pagina", "" if self.page == 1 else str(self.page)),
        ]
        return [(name, value) for name, value in params if value]

    def to_querystring(self) -> str:
        """With its question mark, or empty when there is nothing to ask."""
        params = self.to_params()
        return f"?{urlencode(params)}" if params else ""

    def values(self, facet: str) -> tuple[str, ...]:
        return cast("tuple[str, ...]", getattr(self, VALUE_FACETS[facet]))

    def choosing(self, facet: str, values: Iterable[str]) -> Self:
        """The same question with exactly these values of the facet, from its first page."""
        return self._changed(**{VALUE_FACETS[facet]: tuple(sorted(set(values)))})

    def without(self, facet: str) -> Self:
        if facet == YEAR_FACET:
            return self._changed(year_from=None, year_to=None)
        return self.choosing(facet, ())

    def unfiltered(self) -> Self:
        fields = dict.fromkeys(VALUE_FACETS.values(), ())
        return self._changed(**fields, year_from=None, year_to=None)

    @property
    def narrowed_by(self) -> tuple[str, ...]:
        """The facets in use."""
        by_year = self.year_from is not None or self.year_to is not None
        return (
            *(facet for facet in VALUE_FACETS if self.values(facet)),
            *((YEAR_FACET,) if by_year else ()),
        )

    def _changed(self, **changes: Any) -> Self:
        # Another question has other pages; page 7 of it may not exist.
        return replace(self, page=1, **changes)


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    query: SearchQuery
    messages: tuple[str, ...] = ()
    """What the reader must know about values that could not be used."""
    typed: Typed = ()
    """Filters that stood among the words, by the name that somebody gave them."""
