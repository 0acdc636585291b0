"""From what somebody calls a value of a filter, to its slug."""

from collections.abc import Mapping
from dataclasses import replace

from search.asking.synonyms import keys
from search.dutch.language import words
from search.query import VALUE_FACETS, ParsedQuery
from search.records import CANDIDATES, KINDS


def with_slugs(asked: ParsedQuery) -> ParsedQuery:
    """The question with each typed value by its slug; what nothing is called, stays as it is."""
    query = asked.query
    for facet, typed in dict.fromkeys(asked.typed):
        if facet in VALUE_FACETS and typed in (values := query.values(facet)):
            slug = slug_of(facet, typed)
            chosen = query.choosing(facet, [slug if one == typed else one for one in values])
            query = replace(chosen, page=query.page)
    return replace(asked, query=query)


def slug_of(facet: str, called: str) -> str:
    """By its slug, its name in whatever case, accents and number, or else by words of its name."""
    names = _kinds() if facet == "type" else _candidates(facet, called)
    if called in names:
        return called
    wanted = keys(words(called))
    for slug, several in names.items():
        if any(not wanted.isdisjoint(keys(words(name))) for name in (slug, *several)):
            return slug
    said = set(words(called))
    part = [slug for slug, several in names.items() if said and said <= set(words(several[0]))]
    return part[0] if len(part) == 1 else called


def _kinds() -> Mapping[str, tuple[str, ...]]:
    return {slug: (str(kind.name), str(kind.plural)) for slug, kind in KINDS.items()}


def _candidates(facet: str, called: str) -> Mapping[str, tuple[str, ...]]:
    if facet not in CANDIDATES:
        return {}
    return {slug: (name,) for slug, name in CANDIDATES[facet](called).items()}
